import { useState } from "react";

/** Asks for the token. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const [token, setToken] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onToken(token);
      }}
    >
      <h1>Sign in</h1>
      <label>
        Access token <input autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
      </label>
      <button>Sign in</button>
    </form>
  );
}
