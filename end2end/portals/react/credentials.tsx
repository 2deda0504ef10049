import { configuration } from "../shared/console.js";
import type { Outcome, RekeyConsole } from "../shared/rekey-console.d.ts";
import { requestToken } from "../shared/sign-on.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** React sets what the element has as a property so, and hears its events by their names. */
      "rekey-console": Pick<RekeyConsole, "config" | "getToken"> & {
        theme?: string;
        "onrekey-outcome"?: (event: CustomEvent<Outcome>) => void;
      };
    }
  }
}

const getToken: RekeyConsole["getToken"] = (connection, { reason }) => requestToken(connection, reason);

/** The console; it ends when React takes it out of the page. */
export function Credentials({ theme, onOutcome }: { theme: string; onOutcome: (outcome: Outcome) => void }) {
  return (
    <rekey-console
      config={configuration}
      getToken={getToken}
      theme={theme}
      onrekey-outcome={({ detail }) => onOutcome(detail)}
    />
  );
}
