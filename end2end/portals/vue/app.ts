import { defineComponent, h, onUnmounted, ref, watchEffect } from "vue";
import { inWords } from "../shared/activity.js";
import type { Outcome } from "../shared/rekey-console.d.ts";
import { Credentials } from "./credentials.ts";

const pages = { "#/": "Overview", "#/credentials": "API access" };
type Address = keyof typeof pages;

const isAddress = (hash: string): hash is Address => Object.hasOwn(pages, hash);

/** The page that the address names. */
function useAddress() {
  const read = (): Address => (isAddress(window.location.hash) ? window.location.hash : "#/");
  const address = ref(read());
  const follow = () => void (address.value = read());
  window.addEventListener("hashchange", follow);
  onUnmounted(() => window.removeEventListener("hashchange", follow));
  return address;
}

/** A portal made with Vue, by functions that render: two pages by the address, one of which shows the console. */
export const App = defineComponent(() => {
  const address = useAddress();
  const theme = ref<"light" | "dark">("light");
  const activity = ref<string[]>([]);
  watchEffect(() => void (document.documentElement.dataset.theme = theme.value));

  const links = () =>
    Object.entries(pages).map(([href, title]) => h("a", { href, "aria-current": href === address.value ? "page" : undefined }, title));
  const panel = () =>
    address.value === "#/credentials"
      ? h(Credentials, { theme: theme.value, onOutcome: (outcome: Outcome) => void activity.value.push(inWords(outcome)) })
      : h("p", "Three gateways are up. Nothing needs doing.");
  const change = () => void (theme.value = theme.value === "dark" ? "light" : "dark");

  return () =>
    h("div", { class: "portal" }, [
      h("header", { class: "portal-bar" }, [
        h("span", "Developer portal"),
        h("button", { type: "button", onClick: change }, theme.value === "dark" ? "Light" : "Dark"),
      ]),
      h("nav", { class: "portal-side", "aria-label": "Portal" }, links()),
      h("main", { class: "portal-main" }, [
        h("h1", pages[address.value]),
        h("div", { class: "portal-panel" }, [panel()]),
        h("section", { class: "portal-activity", "aria-labelledby": "activity" }, [
          h("h2", { id: "activity" }, "Activity"),
          h("ul", activity.value.map((line) => h("li", line))),
        ]),
      ]),
    ]);
});
