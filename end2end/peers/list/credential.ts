/** A credential as the API lists it. */
export interface Credential {
  username: string;
  fullName: string;
  email: string;
  description: string;
  roleNameList: string[];
  enabled: boolean;
  ipList: string[];
  expireDate: string | null;
}

export type State = "Active" | "Expires soon" | "Expired" | "Disabled";

const day = 86_400_000;

/** The project for long lists. */
const project = "large";

/** The whole list, as the API gives it: in one answer. */
export async function readList(token: string, signal: AbortSignal): Promise<Credential[]> {
  const answer = await fetch(`/apinizer/apiops/projects/${project}/credentials/`, {
    headers: { Authorization: `Bearer ${token}` },
    cache: "no-store",
    signal,
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return ((await answer.json()) as { resultList: Credential[] }).resultList;
}

/** Whether a text that a person looks for contains the filter. */
export function matches({ username, fullName, email, description, roleNameList }: Credential, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  const texts = [username, fullName, email, description, ...roleNameList];
  return wanted === "" || texts.some((text) => text.toLowerCase().includes(wanted));
}

export function stateOf({ enabled, expireDate }: Credential, now: number): State {
  if (!enabled) return "Disabled";
  if (expireDate === null) return "Active";
  const left = Date.parse(expireDate) - now;
  if (left <= 0) return "Expired";
  return left <= 30 * day ? "Expires soon" : "Active";
}

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const distance = new Intl.RelativeTimeFormat("en-GB");

/** Date and time in the browser's zone. */
export const written = (date: string) => moment.format(Date.parse(date));

/** How far away it is. */
export const relative = (date: string, now: number) => distance.format(Math.trunc((Date.parse(date) - now) / day), "day");

/** The address of a form for it. */
export const addressOf = ({ username }: Credential, form: "edit" | "password") =>
  `#/gateway/projects/${project}/credentials/${encodeURIComponent(username)}/${form}`;
