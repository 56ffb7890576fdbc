import Button from "@mui/material/Button";
import { copyOfCluster } from "../../../shared/plan/library/copy.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { usePlan } from "../../editing/plan-context.ts";
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
  const [, editor] = usePlan();
  const { entries } = useLibrary(clusterKind);
  const entry = from === null ? undefined : entries?.find(({ id }) => id === from.id);
  if (from === null || entry === undefined || entry.revision <= from.revision) return null;
  const { cards: now } = entry.value;
  const take = () => {
    const copied = copyOfCluster(entry.value, { id: entry.id, revision: entry.revision, date: today() });
    editor.edit({ op: "set", path: ["clusters", index], value: copied });
  };
  return (
    <p className="cluster-newer">
      The library has changed since: {cards === now ? "what it says of itself" : `${counted(now, "card")} now`}.{" "}
      <Button disabled={isFixed} onClick={take}>
        Take it
      </Button>
    </p>
  );
}
