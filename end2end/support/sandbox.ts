import { createHash } from "node:crypto";
import type { Fault, FaultRule } from "./faults.ts";

/** The demo data that the sandbox documents. */
export const demo = {
  token: "rekey-demo-token",
  viewerToken: "rekey-viewer-token",
  userName: "admin",
  password: "rekey-demo-password",
  project: "retail",
  username: "api-user",
  oldPassword: "old-password-of-api-user",
};

export const environments = ["test", "staging", "production"] as const;
export type Environment = (typeof environments)[number];

export type Generation = "a" | "b" | "l";
export type DeploymentShape = "environments" | "pods";

/** A row of the truth log: what really arrived, was applied and was answered. */
export interface Row {
  connection: number;
  method: string;
  path: string;
  query: string | null;
  headers: { names: string[]; accept?: string; contentType?: string; authorization?: { scheme: string; sha256: string } };
  body: Record<string, unknown> | null;
  keys: string[];
  applied: boolean;
  answered: number | null;
}

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

/** How the sandbox answers; what is left out stays as it is. The sandbox documents each member. */
export interface Settings {
  generation?: Generation;
  deploymentShape?: DeploymentShape;
  /** Whether a connection outlives its first request (M4). */
  connections?: "kept" | "closed";
  thousandEyes?: { v6?: "answers" | "moved" | "not-found" | "gone"; v7Put?: "keeps" | "clears" };
  zstackValue?: "optional" | "required";
  zstackTotal?: "absent" | "present";
  zstackLimits?: { default: number; maximum: number };
  zstackStatistics?: "numbers" | "strings" | "off";
}

const prefixes = ["/apinizer/", "/thousandeyes/", "/zstack/", "/connect/"];

/** Whether the page asks a vendor there, by the addresses of the sandbox's own configuration and of the proxy's. */
export const isVendor = (path: string) => prefixes.some((prefix) => path.startsWith(prefix));

const changes = (row: Row) => ["PATCH", "PUT"].includes(row.method) || (row.method === "POST" && !row.path.endsWith("/auth/token"));

/** What stands in the log in the place of a secret. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** A read with no credentials in it: the connection check asks so, and nothing else does. */
const isQuestion = ({ method, headers }: Row) =>
  method === "GET" && [undefined, digest("")].includes(headers.authorization?.sha256);

/** The sandbox behind the page's back: the truth, the weather, and the second admin. */
export class Sandbox {
  constructor(readonly origin: string) {}

  /** Demo data again, with this many generated credentials more. */
  reset = (credentials = 0) => this.control("reset", { credentials });
  settings = (settings: Settings) => this.control("settings", settings);
  faults = (...rules: FaultRule[]) => this.control("faults", rules);
  revokeToken = (token: string) => this.control("tokens", { revoke: token });

  /** The next write meets `fault`, and so does every time the browser itself sends it again (M4). */
  nextWrite = (fault: Fault) =>
    this.faults(...["PATCH", "PUT"].map((method) => ({ method, path: "/apinizer/*", times: 20, fault })));

  /** Every read of a list from now on meets `fault`. */
  everyRead = (fault: Fault) =>
    this.faults({ method: "GET", path: "/apinizer/apiops/projects/*", times: 1000, fault });

  /** Every request of the page that arrived. */
  async arrived(): Promise<Row[]> {
    const rows = (await (await this.call("/_sandbox/log")).json()) as Row[];
    return rows.filter((row) => isVendor(row.path));
  }

  /** Those that somebody's sign-in leads to: all but the questions of the connection check. */
  async log(): Promise<Row[]> {
    return (await this.arrived()).filter((row) => !isQuestion(row));
  }

  /** The questions of the connection check. */
  async questions(): Promise<Row[]> {
    return (await this.arrived()).filter(isQuestion);
  }

  /** Those that could have changed a record. */
  async writes(): Promise<Row[]> {
    return (await this.log()).filter(changes);
  }

  /** What an API behind the gateway answers to a caller with this password. */
  async gateway(environment: Environment, username: string, password: string): Promise<number> {
    const basic = Buffer.from(`${username}:${password}`).toString("base64");
    const headers = { Authorization: `Basic ${basic}` };
    return (await fetch(`${this.origin}/_sandbox/gateway/${environment}`, { headers })).status;
  }

  /** The answers of all three environments, in their order. */
  gateways = (username: string, password: string) =>
    Promise.all(environments.map((environment) => this.gateway(environment, username, password)));

  /** What the vault of a system that only keeps secrets answers to a candidate: 200 for the one that is stored. */
  async vault(vendor: string, id: string, candidate: string): Promise<number> {
    const headers = { Authorization: `Basic ${Buffer.from(`anyone:${candidate}`).toString("base64")}` };
    return (await fetch(`${this.origin}/_sandbox/vault/${vendor}/${id}`, { headers })).status;
  }

  /** A record of any system as another admin reads it. The address is not below the page's prefix. */
  async read(address: string): Promise<Record<string, unknown>> {
    return (await this.call(address, { headers: { Authorization: `Bearer ${demo.token}` } })).json();
  }

  /** Another admin changes it; `body` is what the system wants of an update. */
  async write(address: string, body: object) {
    const headers = { Authorization: `Bearer ${demo.token}`, "Content-Type": "application/json" };
    await this.call(address, { method: "PUT", headers, body: JSON.stringify(body) });
  }

  /** A credential as another admin reads it. */
  async credential(username = demo.username, project = demo.project): Promise<Credential> {
    const answer = await (await this.asAdmin("GET", project)).json();
    const found = (answer.resultList as Credential[]).find((credential) => credential.username === username);
    if (found === undefined) throw new Error(`there is no ${username} in ${project}`);
    return found;
  }

  /** Another admin changes a credential; the API makes them set its password, too. */
  async change(changes: Partial<Credential>, username = demo.username, password = `old-password-of-${username}`) {
    const body = { ...(await this.credential(username)), ...changes, password };
    await this.asAdmin("PUT", demo.project, "", body);
  }

  /** Another admin deletes a credential. */
  async remove(username = demo.username) {
    await this.asAdmin("DELETE", demo.project, `${encodeURIComponent(username)}/`);
  }

  private async asAdmin(method: string, project: string, rest = "", body?: unknown) {
    const headers = { Authorization: `Bearer ${demo.token}`, "Content-Type": "application/json" };
    // Not below the page's prefix, so that no fault meets it and its rows can be told apart.
    const path = `/apiops/projects/${encodeURIComponent(project)}/credentials/${rest}`;
    return this.call(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  }

  private async control(call: string, body?: unknown) {
    await this.call(`/_sandbox/${call}`, { method: "POST", body: body === undefined ? undefined : JSON.stringify(body) });
  }

  private async call(path: string, init: RequestInit = {}) {
    const answer = await fetch(`${this.origin}${path}`, init);
    if (!answer.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
