import Button from "@mui/material/Button";
import { counted } from "../../../shared/sheet/text/words.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { withoutKey } from "../../fields/without-key.ts";
import { clusterKind } from "../../library/kinds.ts";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";
import type { ClusterRow } from "./cluster-rows.ts";

interface FromLibraryProps {
  readonly row: ClusterRow;
  readonly isFixed: boolean;
}

/** Of a cluster that was copied from the library, that the library has changed since, and the way to take the change. */
export function FromLibrary({ row: { from, index, cards }, isFixed }: FromLibraryProps) {
  const [{ tree }, editor] = usePlan();
  const { entries } = useLibrary(clusterKind);
  const entry = from === null ? undefined : entries?.find(({ id }) => id === from.id);
  if (from === null || entry === undefined || entry.revision <= from.revision) return null;
  const path = ["clusters", index];
  const { title, cards: now } = entry.value;
  const take = () =>
    editor.edit([
      ...(title === undefined
        ? withoutKey(tree, [...path, "title"])
        : [{ op: "set", path: [...path, "title"], value: title } as const]),
      { op: "set", path: [...path, "cards"], value: now },
      { op: "set", path: [...path, "from"], value: { id: entry.id, revision: entry.revision, date: today() } },
    ]);
  return (
    <p className="cluster-newer">
      The library has changed since: {cards === now ? "its title" : `${counted(now, "card")} now`}.{" "}
      <Button disabled={isFixed} onClick={take}>
        Take it
      </Button>
    </p>
  );
}
