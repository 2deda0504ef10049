import * as z from "zod";

const answer = z.object({
  success: z.boolean(),
  deploymentResult: z.object({
    environmentResults: z.array(z.object({ environmentName: z.string(), success: z.boolean(), message: z.string() })),
  }),
});

const refusal = z.object({ error_description: z.string() });

/** What became of a change, by the console's own codes, and what is said of it. */
export interface Outcome {
  code: "saved" | "saved-not-deployed" | "rejected" | "unknown";
  words: string;
}

/** Sends the new password and reads the answer. */
export async function change(username: string, token: string, password: string): Promise<Outcome> {
  try {
    const response = await fetch(`/apinizer/apiops/projects/retail/credentials/${encodeURIComponent(username)}/`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ password }),
    });
    const body: unknown = await response.json();
    if (!response.ok) return { code: "rejected", words: refusal.parse(body).error_description };
    const { environmentResults } = answer.parse(body).deploymentResult;
    const names = (success: boolean) =>
      environmentResults.filter((environment) => environment.success === success).map(({ environmentName }) => environmentName);
    return names(false).length > 0
      ? { code: "saved-not-deployed", words: `Not deployed: ${names(false).join(", ")}` }
      : { code: "saved", words: `Deployed to ${names(true).join(", ")}` };
  } catch {
    return { code: "unknown", words: "No usable answer" };
  }
}
