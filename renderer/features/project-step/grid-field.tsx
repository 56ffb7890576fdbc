import Button from "@mui/material/Button";
import { useId, useRef, useState } from "react";
import { Search } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { gridsMatching, gridWords } from "./grids.ts";

const PATH = ["energy", "grid"] as const;

/** Where the electricity comes from: a grid of the catalogue, one by value, or none. */
export function GridField() {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = useId();
  const disabled = readOnly !== null || !isReadable;
  const stated = treeValue(tree, PATH);
  const isOwn = typeof stated === "object" && stated !== null;
  const grid = catalogue.grids.find(({ id }) => id === stated);
  const fault = faultAt(faults, PATH);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="project-grid" data-place="energy.grid">
      <span className="project-label" id={label}>
        Grid
      </span>
      <p>
        <strong>
          {grid?.name ?? (isOwn ? "A grid of your own" : stated === undefined ? "Not stated" : String(stated))}
        </strong>{" "}
        <span className="project-quiet">
          {grid === undefined ? (stated === undefined ? "there is energy, but no CO2e" : "") : gridWords(grid)}
        </span>
      </p>
      <div className="project-actions">
        <Button
          ref={button}
          aria-expanded={isOpen}
          aria-describedby={label}
          disabled={disabled}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Close the list" : "Choose a grid"}
        </Button>
        {!isOwn && (
          <Button
            variant="text"
            disabled={disabled}
            onClick={() =>
              editor.edit({
                op: "set",
                path: PATH,
                value: {
                  name: grid?.name ?? "Our supplier",
                  gramsPerKilowattHour: grid?.gramsPerKilowattHour ?? "",
                  ...(grid === undefined
                    ? {}
                    : { source: grid.source, ...(grid.date === null ? {} : { date: grid.date }) }),
                },
              })
            }
          >
            Your own
          </Button>
        )}
        {stated !== undefined && (
          <Button variant="text" disabled={disabled} onClick={() => editor.edit({ op: "remove", path: PATH })}>
            Leave it out
          </Button>
        )}
      </div>
      {isOpen && (
        <GridList
          chosen={grid?.id ?? null}
          onChoose={(id) => editor.edit({ op: "set", path: PATH, value: id }, "energy.grid")}
          onClose={close}
        />
      )}
      {fault !== null && <p className="project-fault">{faultWords(fault)}</p>}
      {isOwn && (
        <div className="project-fields">
          <PlanText path={[...PATH, "name"]} label="Name of the grid" />
          <div className="project-pair">
            <PlanNumber path={[...PATH, "gramsPerKilowattHour"]} label="Intensity" unit="g a kWh" />
            <PlanSelect
              path={[...PATH, "basis"]}
              label="Basis"
              none="location"
              options={[
                { value: "location", label: "location" },
                { value: "market", label: "market: contracts" },
              ]}
            />
          </div>
          <div className="project-pair">
            <PlanText path={[...PATH, "source"]} label="Who says so" optional />
            <PlanText path={[...PATH, "date"]} label="Date" placeholder="2026, 2026-11 or 2026-11-22" optional />
          </div>
        </div>
      )}
    </div>
  );
}

interface GridListProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function GridList({ chosen, onChoose, onClose }: GridListProps) {
  const [search, setSearch] = useState("");
  const name = useId();
  const found = gridsMatching(catalogue.grids, search);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the list from any of its fields
    <div
      className="project-list"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <label className="project-search">
        <Search />
        <span className="visually-hidden">Search grids</span>
        <input
          type="search"
          value={search}
          placeholder={`${catalogue.grids.length} grids`}
          // The list was asked for to be searched.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </label>
      <div className="project-rows" role="radiogroup" aria-label="Grids of the catalogue">
        {found.map((grid) => (
          <label key={grid.id}>
            <input type="radio" name={name} checked={grid.id === chosen} onChange={() => onChoose(grid.id)} />
            <span>{grid.name}</span>
            <span className="project-quiet tabular">{gridWords(grid)}</span>
          </label>
        ))}
        {found.length === 0 && <p className="project-quiet">No grid has “{search}” in its name.</p>}
      </div>
    </div>
  );
}
