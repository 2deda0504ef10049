import { useEffect, useMemo, useState } from "react";
import { type Credential, matches, readList } from "./credential.ts";
import { Table } from "./table.tsx";

/** The list with its filter. */
export function Credentials({ token }: { token: string }) {
  const [list, setList] = useState<Credential[]>();
  const [problem, setProblem] = useState<string>();
  const [filter, setFilter] = useState("");
  const shown = useMemo(() => list?.filter((credential) => matches(credential, filter)), [list, filter]);

  useEffect(() => {
    const leaving = new AbortController();
    readList(token, leaving.signal).then(setList, (error: Error) => {
      if (!leaving.signal.aborted) setProblem(error.message);
    });
    return () => leaving.abort();
  }, [token]);

  return (
    <>
      <h1>Credentials</h1>
      <div className="toolbar">
        <input
          type="search"
          aria-label="Filter credentials"
          autoComplete="off"
          spellCheck={false}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <p role="status">{count(shown, list)}</p>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {shown && <Table credentials={shown} />}
    </>
  );
}

function count(shown: Credential[] | undefined, list: Credential[] | undefined): string {
  if (shown === undefined || list === undefined) return "Reading the credentials";
  return shown.length === list.length ? `${list.length} credentials` : `${shown.length} of ${list.length} credentials`;
}
