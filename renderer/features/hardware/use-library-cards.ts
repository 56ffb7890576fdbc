import { useEffect, useState } from "react";
import { type AcceleratorFields, completeAccelerator } from "../../../shared/hardware/accelerator.ts";
import { client } from "../../host/client.ts";
import type { CardRow } from "./card-rows.ts";

/** The accelerators of the library; none while the record is closed. */
export function useLibraryCards(): readonly CardRow[] {
  const [rows, setRows] = useState<readonly CardRow[]>([]);
  useEffect(() => {
    let gone = false;
    void client["library.list"]({ kind: "accelerator" }).then((reply) => {
      if (gone || !reply.ok) return;
      setRows(
        reply.value.rows.flatMap(({ id, content, deletedAt }) =>
          content.kind === "accelerator" && deletedAt === null ? [libraryRow(id, content.value)] : [],
        ),
      );
    });
    return () => {
      gone = true;
    };
  }, []);
  return rows;
}

const libraryRow = (id: string, value: AcceleratorFields): CardRow => ({
  key: `library ${id}`,
  card: completeAccelerator(value),
  value,
  home: "library",
});
