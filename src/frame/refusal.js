/** What is shown in the place of a console that may not start here. No form is, and nothing has been asked of any API. */

const REFUSALS = {
  "not-framed": {
    heading: "This page belongs in a portal",
    text: "It shows Rekey inside another page, and was opened by itself.",
    link: "Open Rekey by itself",
  },
  "not-named": {
    heading: "Rekey does not start in this page",
    text: "Every page around it has to be a portal that the list portals of Rekey's config.json names by its origin.",
  },
  "same-origin": {
    heading: "Rekey does not start in this frame",
    text: "The page around it has the same origin, so that the frame protects nothing. Serve Rekey from an origin of its own.",
  },
  "no-origin": {
    heading: "Rekey does not start in this frame",
    text: "The frame has no origin. Its attribute sandbox has to say allow-same-origin as well.",
  },
  "configuration": {
    heading: "Rekey cannot start",
    text: "Its config.json is missing or cannot be read.",
  },
  "portals": {
    heading: "Rekey cannot start",
    text: "portals in its config.json has to be a list of exact origins, such as \"https://portal.example\".",
  },
  "unanswered": {
    heading: "The page around Rekey does not answer",
    text: "Rekey starts when the portal answers its greeting. Reload the page. If this stays, tell the people who run the portal.",
  },
  "crashed": {
    heading: "Rekey cannot start",
    text: "Reload the page. If this stays, tell the people who run it.",
  },
};

/** Replaces the page by the words for `code`. */
export function showRefusal(code) {
  const refusal = REFUSALS[code] ?? REFUSALS.crashed;
  const alert = document.createElement("main");
  alert.setAttribute("role", "alert");
  alert.append(line("div", "shell-bar", "Rekey"), line("h1", "shell-status", refusal.heading), line("p", "shell-status", refusal.text));
  if (refusal.link !== undefined) {
    const link = line("a", "", refusal.link);
    link.href = "./";
    const last = line("p", "shell-status", "");
    last.append(link);
    alert.append(last);
  }
  document.body.replaceChildren(alert);
  console.error(`rekey: ${code}`);
}

function line(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
