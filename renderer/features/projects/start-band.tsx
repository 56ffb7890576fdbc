import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Close } from "../../components/icons.tsx";
import { requestNewProject } from "../../documents/new-project-request.ts";
import { EXAMPLE, goToPlan } from "../../navigation/router.ts";
import "./start-band.css";

/** Where somebody new can begin. */
export function StartBand({ onClose }: { readonly onClose: () => void }) {
  return (
    <section className="start-band" aria-label="Where to begin">
      <div className="start-band-words">
        <strong>Start from a real plan</strong>
        <span>
          The first row is an example: nine experiments of a published study, priced to the dollar. Changing it makes
          your own copy.
        </span>
      </div>
      <Button onClick={() => goToPlan(EXAMPLE, "experiments")}>Open the example</Button>
      <Button variant="text" onClick={() => requestNewProject("template")}>
        Start from a template
      </Button>
      <IconButton
        aria-label="Close, and put the example away"
        title="Close, and put the example away"
        onClick={onClose}
      >
        <Close />
      </IconButton>
    </section>
  );
}
