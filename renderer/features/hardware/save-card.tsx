import Button from "@mui/material/Button";
import { useState } from "react";
import { acceleratorFieldsSchema } from "../../../shared/hardware/accelerator.ts";
import { ACCELERATOR } from "../../card-choice/chosen-card.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { treeValue } from "../../fields/tree-value.ts";
import { acceleratorKind } from "../../library/kinds.ts";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";

/** Puts the plan's own card into the library, for other plans; the plan then says that it has it from there. */
export function SaveCard() {
  const [{ tree }, editor] = usePlan();
  const { save } = useLibrary(acceleratorKind);
  const [said, setSaid] = useState("");
  const card = acceleratorFieldsSchema.safeParse(treeValue(tree, ACCELERATOR));

  const keep = async () => {
    if (!card.success) return;
    const { from: _, ...value } = card.data;
    const reply = await save(crypto.randomUUID(), null, value);
    if (!reply.ok) return setSaid(`Not saved: ${reply.error.message}`);
    const { id, revision } = reply.value;
    editor.edit({ op: "set", path: [...ACCELERATOR, "from"], value: { id, revision, date: today() } });
    setSaid("Saved: other plans can take it from the library.");
  };
  return (
    <div className="own-card-save">
      <Button disabled={!card.success || card.data.from !== undefined} onClick={() => void keep()}>
        Save to my library
      </Button>
      <span role="status" className="hardware-note">
        {said}
      </span>
    </div>
  );
}
