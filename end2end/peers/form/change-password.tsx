import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { change, type Outcome } from "./outcome.ts";

const fields = z.object({
  token: z.string().min(1, "Enter an access token"),
  password: z.string().min(1, "Credential password can not be empty!"),
});

type Fields = z.infer<typeof fields>;

/** The whole page: a token, a new password, and what became of it. */
export function ChangePassword({ username }: { username: string }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const { formState, handleSubmit, register } = useForm<Fields>({
    resolver: zodResolver(fields),
    defaultValues: { token: "", password: "" },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ token, password }) => setOutcome(await change(username, token, password)));
  return (
    <>
      <h1>Change password of {username}</h1>
      <form onSubmit={submit}>
        <label>
          Access token <input type="password" autoComplete="off" {...register("token")} />
        </label>
        {errors.token && <p role="alert">{errors.token.message}</p>}
        <label>
          New password <input type="password" autoComplete="new-password" {...register("password")} />
        </label>
        {errors.password && <p role="alert">{errors.password.message}</p>}
        <button disabled={isSubmitting}>Change password of {username}</button>
      </form>
      {outcome && (
        <p role="status" data-outcome={outcome.code}>
          {outcome.words}
        </p>
      )}
    </>
  );
}
