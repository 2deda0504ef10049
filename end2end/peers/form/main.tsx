import { createRoot } from "react-dom/client";
import { ChangePassword } from "./change-password.tsx";

createRoot(document.body.appendChild(document.createElement("main"))).render(<ChangePassword username="api-user" />);
