import { demo, digest, type Row } from "./sandbox.ts";

/** A system that keeps secrets for others, with one of the ways to sign in to it. */
export interface System {
  title: string;
  connection: string;
  label: string;
  /** The address of its list. */
  list: string;
  signIn: { choice?: string; fields: Record<string, string> };
  authorization: Row["headers"]["authorization"];
  accept: string;
  /** What the sandbox calls its vault. */
  vault: "thousandeyes" | "zstack";
  /** The record that the tests change. */
  record: { id: string; name: string; value: string };
  /** Where another admin reads it. */
  read: string;
  /** The documented request of a write, but for its body. */
  write: { method: string; path: string; query: string | null };
  /** The documented body of each job; `before` is the record as it was read. */
  rename: (name: string, before: Record<string, unknown>) => object;
  change: (value: string, before: Record<string, unknown>) => object;
}

const bearer = { scheme: "Bearer", sha256: digest(demo.token) };
const byToken = { fields: { "Access token": demo.token } };
const email = "admin@example.com";
const apiToken = "rekey-demo-api-token";
const secret = (value: string) => ({ sha256: digest(value) });

const thousandEyes = {
  signIn: byToken,
  authorization: bearer,
  accept: "application/json",
  vault: "thousandeyes",
  record: { id: "405", name: "Checkout login", value: "old-value-of-405" },
  read: "/v7/credentials/405?aid=75",
} as const;

const v6 = {
  ...thousandEyes,
  connection: "monitoring-v6",
  label: "Monitoring (v6)",
  list: "#/monitoring-v6/account-groups/75",
  write: { method: "POST", path: "/thousandeyes/v6/credentials/405/update.json", query: "aid=75" },
  // Only what changed (T2).
  rename: (name: string) => ({ name }),
  change: (value: string) => ({ value: secret(value) }),
};

export const v6WithBearer: System = { ...v6, title: "ThousandEyes v6 with Bearer" };

export const v6WithBasic: System = {
  ...v6,
  title: "ThousandEyes v6 with Basic",
  signIn: { choice: "E-mail and API token", fields: { "E-mail": email, "API token": apiToken } },
  authorization: { scheme: "Basic", sha256: digest(Buffer.from(`${email}:${apiToken}`).toString("base64")) },
};

export const v7: System = {
  ...thousandEyes,
  title: "ThousandEyes v7",
  // Successes exist as HAL alone (T21).
  accept: "application/hal+json, application/json, application/problem+json",
  connection: "monitoring",
  label: "Monitoring",
  list: "#/monitoring/account-groups/75",
  write: { method: "PUT", path: "/thousandeyes/v7/credentials/405", query: "aid=75" },
  // The name goes with a new value, and alone with none (T3).
  rename: (name) => ({ name }),
  change: (value, { name }) => ({ name, value: secret(value) }),
};

const uuid = "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";
const operator = "ops@example.com";

export const zstack: System = {
  title: "ZStack",
  connection: "cloud",
  label: "Cloud",
  list: "#/cloud",
  signIn: byToken,
  authorization: bearer,
  accept: "application/json",
  vault: "zstack",
  record: { id: uuid, name: "prod-db-password", value: "old-value-of-prod-db-password" },
  read: `/api/v1/credentials/${uuid}`,
  write: { method: "PUT", path: `/zstack/api/v1/credentials/${uuid}`, query: null },
  // Every field that can be read, and the value only when there is a new one (Z1).
  rename: (name, { description, expiresAt }) => ({ name, description, expiresAt, operator }),
  change: (value, { name, description, expiresAt }) => ({ name, description, expiresAt, operator, value: secret(value) }),
};

/** Another system is another row. */
export const systems = [v6WithBasic, v6WithBearer, v7, zstack];

/** One of each kind, where the way to sign in and the wire do not matter. */
export const kinds = [v7, zstack];
