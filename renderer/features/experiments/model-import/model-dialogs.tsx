import { useState } from "react";
import { ModelFaults } from "./model-faults.tsx";
import { ModelOffer } from "./model-offer.tsx";
import { type OfferedModel, offeredFile } from "./offered-model.ts";
import { PublishedPicker } from "./published-picker.tsx";
import type { ModelWay } from "./use-model-import.ts";

interface ModelDialogsProps {
  readonly way: ModelWay;
  readonly experiment: number;
  readonly to: string;
  readonly onTaken: (title: string) => void;
  readonly onAnotherFile: () => void;
  readonly onClose: () => void;
}

/** The dialog for where a model comes from, and then the model. */
export function ModelDialogs({ way, experiment, to, onTaken, onAnotherFile, onClose }: ModelDialogsProps) {
  const [picked, setPicked] = useState<OfferedModel | null>(null);
  const [read] = useState(() => (way.from === "file" && way.text.ok ? offeredFile(way.name, way.text.value) : null));
  const offered = way.from === "file" ? (read?.ok === true ? read.value : null) : picked;
  if (offered !== null) {
    return <ModelOffer offered={offered} experiment={experiment} to={to} onTaken={onTaken} onClose={onClose} />;
  }
  if (way.from === "catalogue") return <PublishedPicker onPick={setPicked} onClose={onClose} />;
  const faults = read === null ? (way.text.ok ? [] : way.text.error) : read.ok ? [] : read.error;
  return <ModelFaults name={way.name} faults={faults} onAnother={onAnotherFile} onClose={onClose} />;
}
