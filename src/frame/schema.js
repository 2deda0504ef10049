/** What a message may look like: its members and no others, each as it has to be (E-02). */

/** Whether `data` is a plain object with no members but these, each of which its own check accepts. */
export function fits(data, members) {
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) {
    return false;
  }
  for (const name in data) {
    if (!Object.hasOwn(members, name)) {
      return false;
    }
  }
  return Object.entries(members).every(([name, accepts]) => accepts(data[name]));
}

/** This value and no other. */
export function exactly(wanted) {
  return (value) => value === wanted;
}

/** One of these values. */
export function oneOf(...wanted) {
  return (value) => wanted.includes(value);
}

/** A text that is not too long: all texts of a message together stay below 64 KiB. */
export function text(longest) {
  return (value) => typeof value === "string" && value.length <= longest;
}

/** This, or nothing. */
export function optional(accepts) {
  return (value) => value === undefined || accepts(value);
}
