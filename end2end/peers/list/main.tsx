import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Credentials } from "./credentials.tsx";
import { SignIn } from "./sign-in.tsx";

/** One project's credentials, for whoever has an access token. */
function Page() {
  const [token, setToken] = useState<string>();
  return token === undefined ? <SignIn onToken={setToken} /> : <Credentials token={token} />;
}

createRoot(document.body.appendChild(document.createElement("main"))).render(<Page />);
