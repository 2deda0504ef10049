import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { addressOf, type Credential, relative, stateOf, written } from "./credential.ts";
import { Sign } from "./sign.tsx";

/** What the style sheet makes a row: with one height for all, none needs to be measured. */
const rowHeight = 56;

/** The rows that are in sight, in a box that scrolls. */
export function Table({ credentials }: { credentials: Credential[] }) {
  const box = useRef<HTMLDivElement>(null);
  const window = useVirtualizer({
    count: credentials.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 5,
  });
  const items = window.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = window.getTotalSize() - (items.at(-1)?.end ?? 0);
  const now = Date.now();
  return (
    <div className="box" ref={box} role="region" aria-label="Credentials" tabIndex={0}>
      <table aria-rowcount={credentials.length + 1}>
        <caption>Credentials</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Name</th>
            <th scope="col">Full name</th>
            <th scope="col">State</th>
            <th scope="col">Expires</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {items.map(({ index }) => {
            const credential = credentials[index];
            return credential && <Row key={credential.username} credential={credential} index={index} now={now} />;
          })}
          <Space height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands in for the rows out of sight. */
function Space({ height }: { height: number }) {
  return height > 0 && <tr className="space" aria-hidden style={{ height }} />;
}

function Row({ credential, index, now }: { credential: Credential; index: number; now: number }) {
  const { username, fullName, email, expireDate } = credential;
  const state = stateOf(credential, now);
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <bdi>{username}</bdi>
      </th>
      <td>
        <bdi>{fullName}</bdi>
        <span className="second">
          <bdi>{email}</bdi>
        </span>
      </td>
      <td>
        <span className="state" data-state={state}>
          <Sign of={state} />
          {state}
        </span>
      </td>
      <td>
        {expireDate === null ? "Never" : written(expireDate)}
        {expireDate !== null && <span className="second">{relative(expireDate, now)}</span>}
      </td>
      <td className="actions">
        <a href={addressOf(credential, "edit")}>
          Edit<span className="unseen"> {username}</span>
        </a>
        <a href={addressOf(credential, "password")}>
          Change password<span className="unseen"> of {username}</span>
        </a>
      </td>
    </tr>
  );
}
