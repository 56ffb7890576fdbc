import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useState } from "react";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { copyOfCluster } from "../../../shared/plan/library/copy.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import "../../components/data-table.css";
import { Close } from "../../components/icons.tsx";
import { Modal } from "../../components/modal.tsx";
import { FieldFrame } from "../../fields/field-frame.tsx";
import { clusterKind } from "../../library/kinds.ts";
import { LibraryTrouble } from "../../library/library-trouble.tsx";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";
import { addressOf, goTo } from "../../navigation/router.ts";

interface ClusterPickerProps {
  /** A cluster of the plan, copied from the row that was picked. */
  readonly onPick: (value: PlainValue) => void;
  readonly onClose: () => void;
}

/** The clusters of the library. */
export function ClusterPicker({ onPick, onClose }: ClusterPickerProps) {
  const { entries, error, reload } = useLibrary(clusterKind);
  // Another program may have changed the library since this window looked.
  useEffect(reload, [reload]);
  const [search, setSearch] = useState("");
  const found = (entries ?? []).filter(({ value: { title = "", cards } }) =>
    `${title} ${cards} ${exact(cards)}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <Modal label="Clusters of my library" className="cluster-picker" onClose={onClose}>
      <div className="cluster-picker-head">
        <h2>Clusters of my library</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {error !== null && <LibraryTrouble error={error} onRetry={reload} />}
      {entries?.length === 0 && (
        <p className="cluster-picker-note">
          Your library has no clusters yet.{" "}
          <a
            href={addressOf({ kind: "library", page: "clusters" })}
            onClick={(event) => {
              event.preventDefault();
              goTo({ kind: "library", page: "clusters" });
            }}
          >
            Add one there
          </a>
          , or save one of this plan to it.
        </p>
      )}
      {entries !== null && entries.length > 0 && (
        <>
          <div className="cluster-picker-search">
            <FieldFrame label="Search">
              {({ id }) => (
                <input
                  id={id}
                  type="search"
                  value={search}
                  onChange={({ currentTarget }) => setSearch(currentTarget.value)}
                />
              )}
            </FieldFrame>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className="cluster-picker-rows" aria-label="Clusters" tabIndex={0}>
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">Cluster</th>
                  <th scope="col" className="number">
                    Cards
                  </th>
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map(({ id, revision, value }) => {
                  const name = value.title ?? counted(value.cards, "card");
                  return (
                    <tr key={id}>
                      <th scope="row">{name}</th>
                      <td className="number">{exact(value.cards)}</td>
                      <td className="cluster-menu">
                        <Button
                          aria-label={`Take ${name}`}
                          onClick={() => onPick(copyOfCluster(value, { id, revision, date: today() }))}
                        >
                          Take
                        </Button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Modal>
  );
}
