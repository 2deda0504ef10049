import type { State } from "./credential.ts";

const paths: Record<State, string> = {
  Active: "M3 8l4 4l6-8",
  "Expires soon": "M8 2l7 12h-14zM8 6v4",
  Expired: "M4 4l8 8M12 4l-8 8",
  Disabled: "M3 8h10",
};

/** The sign before the word of a state. */
export function Sign({ of }: { of: State }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      <path d={paths[of]} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
