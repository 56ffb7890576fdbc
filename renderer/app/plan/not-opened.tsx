import Button from "@mui/material/Button";
import type { ContractError } from "../../../shared/contract/reply.ts";
import "../message-page.css";

interface NotOpenedProps {
  readonly error: ContractError;
  readonly onAgain: () => void;
}

/** A plan that neither the record nor this browser can show, with a way on. */
export function NotOpened({ error, onAgain }: NotOpenedProps) {
  const isGone = error.code === "notFound" || error.code === "invalidInput";
  return (
    <main id="main" className="shell-content message-page" tabIndex={-1}>
      <h1>{isGone ? "There is no such plan" : "This plan cannot be opened now"}</h1>
      <p>
        {isGone
          ? "It is not in the record of this computer, and this browser has no draft of it. It may have been made in another browser, or in a record that was put away."
          : error.message}
      </p>
      <p>
        {!isGone && <Button onClick={onAgain}>Try again</Button>} <a href="/">All projects</a>
      </p>
    </main>
  );
}
