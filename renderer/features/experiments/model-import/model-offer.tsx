import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useId, useState } from "react";
import { inferredValue } from "../../../../shared/formats/model-config/inferred-value.ts";
import { Close, Warning } from "../../../components/icons.tsx";
import { Modal } from "../../../components/modal.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { destinations } from "./destinations.ts";
import { ModelFigures } from "./model-figures.tsx";
import type { OfferedModel } from "./offered-model.ts";
import { followingWidth, inOrder, takeModel } from "./take-model.ts";
import "../../../components/picker.css";
import "./model-import.css";

interface ModelOfferProps {
  readonly offered: OfferedModel;
  readonly experiment: number;
  /** The id of the destination that is chosen at first. */
  readonly to: string;
  readonly onTaken: (title: string) => void;
  readonly onClose: () => void;
}

/** What a model amounts to, what had to be inferred of it, and where in the plan it is taken. */
export function ModelOffer({ offered, experiment, to, onTaken, onClose }: ModelOfferProps) {
  const [{ tree }, editor] = usePlan();
  const [destination, setDestination] = useState(to);
  const [isConfirmed, setConfirmed] = useState(offered.recognised);
  const [isFollowing, setFollowing] = useState(false);
  const followingId = useId();
  const confirmId = useId();
  const places = destinations(tree, experiment);
  const place = places.find(({ id }) => id === destination) ?? places[0];
  const following = followingWidth(offered.fields);
  const fields = inOrder({
    ...(isFollowing && following !== null ? following : offered.fields),
    source: offered.source,
  });
  const taken = place === undefined ? null : takeModel(tree, place.where, place.level, fields);
  const isBlocked = taken === null || taken.blockedBy.length > 0;
  return (
    <Modal label={`Model of ${offered.title}`} className="picker model-import" onClose={onClose}>
      <div className="picker-head">
        <h2>{offered.title}</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="model-import-body" aria-label="What the model amounts to" tabIndex={0}>
        <p className="model-import-about">{offered.about}</p>
        <ModelFigures shape={offered.shape} context={offered.context} />
        {offered.warnings.length > 0 && (
          <ul className="model-import-warnings">
            {offered.warnings.map((warning) => (
              <li key={warning}>
                <Warning size={14} /> {warning}
              </li>
            ))}
          </ul>
        )}
        {offered.note !== null && <p className="model-import-note">{offered.note}</p>}
        {offered.inferred.length > 0 && <InferredTable offered={offered} />}
        {!offered.recognised && (
          <label className="model-import-check" htmlFor={confirmId}>
            <input
              id={confirmId}
              type="checkbox"
              checked={isConfirmed}
              onChange={({ currentTarget }) => setConfirmed(currentTarget.checked)}
            />
            <span>I looked at what was inferred, and it is right</span>
          </label>
        )}
        {following !== null && (
          <label className="model-import-check" htmlFor={followingId}>
            <input
              id={followingId}
              type="checkbox"
              checked={isFollowing}
              onChange={({ currentTarget }) => setFollowing(currentTarget.checked)}
            />
            <span>
              Keep its shape when the width changes
              <small>
                States the head size, and the feed-forward as a multiple of the width, so that a sweep over the width
                makes models of the same shape.
              </small>
            </span>
          </label>
        )}
      </section>
      <div className="model-import-foot">
        <FieldFrame label="Take it as">
          {({ id }) => (
            <select id={id} value={destination} onChange={({ currentTarget }) => setDestination(currentTarget.value)}>
              {places.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.words}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        {taken !== null && taken.blockedBy.length > 0 && (
          <p className="model-import-blocked" role="status">
            Farther levels of the plan state {taken.blockedBy.slice(0, 3).join(", ")}, which this model cannot have
            beside it. Take it as the plan default, or take these fields out there.
          </p>
        )}
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color="primary"
          data-autofocus=""
          disabled={isBlocked || !isConfirmed}
          onClick={() => {
            if (taken === null) return;
            editor.edit(taken.edits);
            onTaken(offered.title);
          }}
        >
          Take this model
        </Button>
      </div>
    </Modal>
  );
}

function InferredTable({ offered: { inferred, recognised } }: { readonly offered: OfferedModel }) {
  return (
    <>
      <h3>{recognised ? "Inferred, because the file does not say it" : "Inferred: please look at each"}</h3>
      <table className="data-table model-inferred">
        <thead>
          <tr>
            <th scope="col">Key of the file</th>
            <th scope="col">Field</th>
            <th scope="col">Taken as</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {inferred.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                <code>{one.key}</code>
              </th>
              <td>{one.field === null ? <span className="quiet">–</span> : <code>{one.field}</code>}</td>
              <td>{inferredValue(one)}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
