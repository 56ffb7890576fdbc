import Button from "@mui/material/Button";
import { addressOf, goTo } from "../../../navigation/router.ts";

/** Leads to where price lists are read. */
export function ImportLink() {
  return (
    <Button
      variant="outlined"
      href={addressOf({ kind: "quoteImport" })}
      onClick={(event) => {
        event.preventDefault();
        goTo({ kind: "quoteImport" });
      }}
    >
      Import a catalogue
    </Button>
  );
}
