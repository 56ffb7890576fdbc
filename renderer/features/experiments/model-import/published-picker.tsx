import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useMemo, useState } from "react";
import type { PublishedModel } from "../../../../shared/models/published-model.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { readable } from "../../../../shared/units/format/readable.ts";
import { Close } from "../../../components/icons.tsx";
import { Modal } from "../../../components/modal.tsx";
import { ReadableNumber } from "../../../components/readable-number.tsx";
import { publishedModels } from "../../../estimating/published-models.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { type OfferedModel, offeredRow } from "./offered-model.ts";
import "../../../components/data-table.css";
import "../../../components/picker.css";
import "./model-import.css";

interface PublishedPickerProps {
  readonly onPick: (model: OfferedModel) => void;
  readonly onClose: () => void;
}

/** The shipped models, to pick one whose shape is known. */
export function PublishedPicker({ onPick, onClose }: PublishedPickerProps) {
  const [search, setSearch] = useState("");
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/);
    return offers.filter(({ text }) => words.every((word) => text.includes(word)));
  }, [search]);
  return (
    <Modal label="Published models" className="picker" onClose={onClose}>
      <div className="picker-head">
        <h2>Published models</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      <div className="picker-filters">
        <FieldFrame label="Search">
          {({ id }) => (
            <input
              id={id}
              type="search"
              data-autofocus=""
              placeholder="Name, source"
              value={search}
              onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          )}
        </FieldFrame>
      </div>
      <p className="picker-count" role="status">
        {found.length === 1 ? "1 model" : `${found.length} models`} of {offers.length}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="picker-rows" aria-label="Models" tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className="number">
                Parameters
              </th>
              <th scope="col" className="number">
                Tokens <small>trained on</small>
              </th>
              <th scope="col">Released</th>
              <th scope="col">Source</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ row, offered }) => (
              <PublishedRow key={row.id} row={row} onPick={() => onPick(offered)} />
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}

function PublishedRow({ row, onPick }: { readonly row: PublishedModel; readonly onPick: () => void }) {
  const { name, parameters, tokens, released, sources, unverified } = row;
  return (
    <tr>
      <th scope="row">
        {name}
        {unverified.includes("model") && <small className="model-unverified"> unverified</small>}
      </th>
      <td className="number">
        <ReadableNumber value={readable(parameters)} exact={exact(parameters)} />
      </td>
      <td className="number">
        {tokens === null ? (
          <span className="quiet">–</span>
        ) : (
          <ReadableNumber value={readable(tokens)} exact={exact(tokens)} />
        )}
      </td>
      <td className="picker-date">{released === null ? <span className="quiet">–</span> : dateWords(released)}</td>
      <td className="picker-source">{sources.join("; ")}</td>
      <td className="picker-action">
        <Button aria-label={`Look at ${name}`} onClick={onPick}>
          Look
        </Button>
      </td>
    </tr>
  );
}

const offers = publishedModels.flatMap((row) => {
  const offered = offeredRow(row);
  return offered === null ? [] : [{ row, offered, text: `${row.name} ${row.sources.join(" ")}`.toLowerCase() }];
});
