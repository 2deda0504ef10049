import { defineComponent, h } from "vue";
import { configuration } from "../shared/console.js";
import type { Outcome, RekeyConsole } from "../shared/rekey-console.d.ts";
import { requestToken } from "../shared/sign-on.js";

const getToken: RekeyConsole["getToken"] = (connection, { reason }) => requestToken(connection, reason);

/** The console; it ends when Vue takes it out of the page. A dot before a name makes it a property. */
export const Credentials = defineComponent({
  props: { theme: { type: String, required: true } },
  emits: { outcome: (_outcome: Outcome) => true },
  setup: (props, { emit }) => () =>
    h("rekey-console", {
      ".config": configuration,
      ".getToken": getToken,
      theme: props.theme,
      onRekeyOutcome: ({ detail }: CustomEvent<Outcome>) => emit("outcome", detail),
    }),
});
