import Button from "@mui/material/Button";
import type { ContractError } from "../../shared/contract/reply.ts";
import { Warning } from "../components/icons.tsx";
import { addressOf, goTo } from "../navigation/router.ts";
import "./library-trouble.css";

interface LibraryTroubleProps {
  readonly error: ContractError;
  readonly onRetry: () => void;
}

/** Why the library is not there, and where the record's state stands. */
export function LibraryTrouble({ error, onRetry }: LibraryTroubleProps) {
  return (
    <div className="library-trouble" role="alert">
      <p>
        <Warning /> <strong>The library cannot be read.</strong> {error.message}
      </p>
      <p>
        <Button onClick={onRetry}>Try again</Button>
        <a
          href={addressOf({ kind: "settings" })}
          onClick={(event) => {
            event.preventDefault();
            goTo({ kind: "settings" });
          }}
        >
          The state of the record, in Settings
        </a>
      </p>
    </div>
  );
}
