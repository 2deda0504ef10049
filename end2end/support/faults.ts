import type { Environment } from "./sandbox.ts";

/** What can go wrong with a request; the sandbox documents each kind. */
export type Fault =
  | { kind: "delay" | "delay-after-apply" | "apply-later"; milliseconds: number }
  | { kind: "drop-before-reading" | "drop-after-reading" | "apply-then-drop" | "endless" | "overtaken" | "no-cors" }
  | { kind: "reset"; at: "before-reading" | "after-reading" | "after-applying" | "mid-body" }
  | { kind: "cut-body"; after: number }
  | { kind: "limit" | "oversize" | "gzip"; bytes: number }
  | { kind: "slice"; bytes: number; milliseconds: number }
  | { kind: "drip"; bytesPerSecond: number }
  | { kind: "slow-close"; milliseconds: number }
  | { kind: "respond"; status: number; contentType?: string; headers?: Record<string, string>; body?: unknown; apply?: boolean }
  | { kind: "redirect"; status: number; location: string }
  | { kind: "fail-environments"; environments: { name: Environment; message: string }[]; overall?: boolean }
  | { kind: "deployment"; value?: unknown };

/**
 * Which requests meet a fault: a method, a path that may end in `*`, and the n-th of them that match. Reads without
 * credentials, as of the connection check, meet it only where that is said.
 */
export interface FaultRule {
  unsigned?: boolean;
  method?: string;
  path: string;
  nth?: number;
  times?: number;
  fault: Fault;
}

/** An answer of choice. */
export const answer = (status: number, body?: unknown, contentType?: string) => ({
  kind: "respond" as const,
  status,
  body,
  contentType: contentType ?? "application/json",
});

/** A page of somebody else: a proxy's, a portal's. */
export const page = (status: number, title: string): Fault =>
  answer(status, `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`, "text/html");

/** A refusal in the words of generation A. */
export const refusal = (status: number, error: string, words: string): Fault =>
  answer(status, { error, error_description: words });

/** A refusal for the rate; without `seconds` no header says how long it lasts (X17). */
export const limited = (seconds?: number): Fault => ({
  ...answer(429, {}),
  headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
});
