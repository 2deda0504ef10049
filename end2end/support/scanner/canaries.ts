import { demo, isVendor } from "../sandbox.ts";
import type { Canary } from "./scanner.ts";

const isWrite = (method: string) => ["PUT", "PATCH", "POST"].includes(method);

/** Each encoding writes it in another way. */
export const newSecret = `canary "in" a coal\\mine? ~>þ🐤`;

/** The one kind of request in whose body a secret goes. */
const inWrites = { in: "body" as const, with: ({ method, url }: { method: string; url: string }) => isWrite(method) && isVendor(new URL(url).pathname) };
const inHeader = { in: "authorization" as const, with: ({ url }: { url: string }) => isVendor(new URL(url).pathname) };

export const canaries = {
  token: { name: "bearer token", secret: demo.token, goes: inHeader },
  userPassword: {
    name: "password of a user",
    secret: demo.password,
    goes: { in: "body", with: ({ url }) => url.endsWith("/auth/token") },
  },
  apiToken: { name: "API token", secret: "rekey-demo-api-token", goes: inHeader },
  /** What signs the requests of v6. */
  basicPair: {
    name: "Basic pair",
    secret: Buffer.from("admin@example.com:rekey-demo-api-token").toString("base64"),
    goes: inHeader,
  },
  /** The page never has it. */
  oldPassword: { name: "old password", secret: demo.oldPassword },
  newSecret: { name: "new secret", secret: newSecret, goes: inWrites },
} satisfies Record<string, Canary>;

/** A secret that is made up while the test runs. */
export const generated = (secret: string): Canary => ({ name: "generated secret", secret, goes: inWrites });

/** A token that the server gave. */
export const granted = (secret: string): Canary => ({ name: "granted token", secret, goes: inHeader });
