import { useRef } from "react";
import { usePlan } from "../../../editing/plan-context.ts";
import { focusLater } from "../focus-later.ts";
import { nearestLevel, type Where } from "../recipe/levels.ts";
import { useStepStatus } from "../step-status.tsx";
import { destinationId } from "./destinations.ts";
import { ConfigChooser, Dialogs } from "./model-ways.tsx";
import type { ModelDrop } from "./use-model-import.ts";

interface DroppedModelProps {
  readonly experiment: number;
  readonly dropped: ModelDrop;
}

/** The model whose file was dropped on the step. */
export function DroppedModel({ experiment, dropped }: DroppedModelProps) {
  const [{ tree }] = usePlan();
  const { announce } = useStepStatus();
  const { way, turn, read, close } = dropped;
  const chooser = useRef<HTMLInputElement>(null);
  const where: Where = { experiment, sweep: 0 };
  return (
    <>
      <ConfigChooser chooser={chooser} onFile={read} />
      {way !== null && (
        <Dialogs
          key={turn}
          way={way}
          experiment={experiment}
          to={destinationId(nearestLevel(tree, where, "model"), where)}
          onTaken={(title) => {
            close();
            announce(`${title} is the model now`);
            focusLater(".experiment-title-field", ".experiments-empty button");
          }}
          onAnotherFile={() => {
            close();
            chooser.current?.click();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
