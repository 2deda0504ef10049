import { Guard } from "./guard.ts";
import { configuration } from "./hosting/configuration.ts";
import { type Hosting, release } from "./hosting/release.ts";
import { type Changes, type Host, type Kind, type Secrets, startHost } from "./hosting/servers.ts";
import { noteMemories } from "./memory.ts";
import { expect, test as base } from "./test.ts";

export { configuration, expect };

interface Wanted extends Partial<Hosting> {
  kind: Kind;
  changes?: Changes;
  secrets?: Secrets;
}

interface PerTest {
  /** Starts a server in front of the sandbox, with the files that are generated for it; it ends with the test. */
  host: (wanted: Wanted) => Promise<Host>;
  /** Watches the pages of a host, as the guard of the other tests does those of the sandbox. */
  watch: (host: Host) => Promise<Guard>;
}

export const test = base.extend<PerTest>({
  host: async ({ server }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async ({ kind, changes, secrets, ...hosting }) => {
      const { connections } = (hosting.configuration ?? configuration) as typeof configuration;
      const near = connections.filter(({ baseUrl }) => baseUrl.startsWith("/"));
      const upstreams = Object.fromEntries(near.map(({ id }) => [id, server.origin]));
      const made = await release({ configuration, upstreams, ...hosting });
      ends.push(made.remove);
      const host = await startHost(kind, made, changes, secrets);
      ends.push(host.stop);
      return host;
    });
    for (const end of ends.reverse()) await end();
  },

  // The page is not where the sandbox is, and only the host knows where.
  guard: async ({}, use) => use(new Guard("no host")),

  watch: async ({ context }, use) => {
    const guards: Guard[] = [];
    await use(async (host) => {
      const guard = new Guard(new URL(host.origin).host);
      await guard.watch(context);
      await noteMemories(context);
      guards.push(guard);
      return guard;
    });
    const complaints = () => guards.flatMap((guard) => guard.complaints());
    await expect.poll(complaints, { message: "what no page of the console may do", timeout: 2_000 }).toEqual([]);
  },
});
