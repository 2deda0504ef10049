/** What the console tells of a change: names and states, never the value of a credential. */
export interface Outcome {
  operation: string;
  outcome: string;
  connection: string;
  scope?: string;
  credential: string;
  environments?: unknown;
}

/** Why the console wants a token: it has none, or the server refused the one that it had. */
export type Reason = "needed" | "refused";

/** `<rekey-console>`, as far as the portals use it. */
export interface RekeyConsole extends HTMLElement {
  config: object | null;
  getToken: ((connection: string, why: { reason: Reason }) => Promise<string | null>) | null;
  navigate(page: string): void;
  signOut(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "rekey-console": RekeyConsole;
  }

  interface HTMLElementEventMap {
    "rekey-outcome": CustomEvent<Outcome>;
    "rekey-dirty": CustomEvent<{ dirty: boolean }>;
    "rekey-error": CustomEvent<{ code: string }>;
  }
}
