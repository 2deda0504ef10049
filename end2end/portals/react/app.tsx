import { useEffect, useState, useSyncExternalStore } from "react";
import { inWords } from "../shared/activity.js";
import { Credentials } from "./credentials.tsx";

const pages = { "#/": "Overview", "#/credentials": "API access" };
type Address = keyof typeof pages;

const isAddress = (hash: string): hash is Address => Object.hasOwn(pages, hash);

function follow(changed: () => void) {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** A portal made with React: two pages by the address, one of which shows the console. */
export function App() {
  const hash = useSyncExternalStore(follow, () => window.location.hash);
  const [theme, setTheme] = useState("light");
  const [activity, setActivity] = useState<string[]>([]);
  const address: Address = isAddress(hash) ? hash : "#/";
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <div className="portal">
      <header className="portal-bar">
        <span>Developer portal</span>
        <button type="button" onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
          {theme === "dark" ? "Light" : "Dark"}
        </button>
      </header>
      <nav className="portal-side" aria-label="Portal">
        {Object.entries(pages).map(([href, title]) => (
          <a key={href} href={href} aria-current={href === address ? "page" : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <main className="portal-main">
        <h1>{pages[address]}</h1>
        <div className="portal-panel">
          {address === "#/credentials" ? (
            <Credentials theme={theme} onOutcome={(outcome) => setActivity((before) => [...before, inWords(outcome)])} />
          ) : (
            <p>Three gateways are up. Nothing needs doing.</p>
          )}
        </div>
        <section className="portal-activity" aria-labelledby="activity">
          <h2 id="activity">Activity</h2>
          <ul>
            {activity.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}
