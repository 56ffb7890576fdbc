import { type RefObject, useRef, useState } from "react";
import { focusLater } from "../focus-later.ts";
import { useStepStatus } from "../step-status.tsx";
import { useEditable } from "../use-editable.ts";
import { type ModelWay, modelImport } from "./use-model-import.ts";
import "./model-ways.css";

interface ModelWaysProps {
  readonly experiment: number;
  /** The id of the destination that is chosen at first. */
  readonly to: string;
}

/** Other ways to a model than typing it: a file, or a published one. */
export function ModelWays({ experiment, to }: ModelWaysProps) {
  const isEditable = useEditable();
  const { announce } = useStepStatus();
  const chooser = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<ModelWay | null>(null);
  const read = async (file: File) => {
    const { readConfigFile } = await modelImport.load();
    setWay({ from: "file", name: file.name, text: await readConfigFile(file) });
  };
  return (
    <div className="model-ways">
      <button
        type="button"
        className="text-button"
        disabled={!isEditable}
        onClick={() => {
          void modelImport.load();
          chooser.current?.click();
        }}
      >
        From a config.json
      </button>
      <button
        type="button"
        className="text-button model-published"
        disabled={!isEditable}
        onClick={() => {
          void modelImport.load().then(() => setWay({ from: "catalogue" }));
        }}
      >
        A published model
      </button>
      <span className="field-help">or drop the file here, or type the fields below</span>
      <ConfigChooser chooser={chooser} onFile={(file) => void read(file)} />
      {way !== null && (
        <Dialogs
          way={way}
          experiment={experiment}
          to={to}
          onTaken={(title) => {
            setWay(null);
            announce(`${title} is the model now`);
            focusLater(".model-published");
          }}
          onAnotherFile={() => {
            setWay(null);
            chooser.current?.click();
          }}
          onClose={() => setWay(null)}
        />
      )}
    </div>
  );
}

interface ConfigChooserProps {
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
}

/** The browser's chooser of a file, opened by whoever presses its input. */
export function ConfigChooser({ chooser, onFile }: ConfigChooserProps) {
  return (
    <input
      ref={chooser}
      type="file"
      hidden
      aria-label="Model configuration"
      accept=".json,application/json"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file !== undefined) onFile(file);
        currentTarget.value = "";
      }}
    />
  );
}

type DialogsProps = Parameters<Awaited<ReturnType<typeof modelImport.load>>["ModelDialogs"]>[0];

/** The dialogs, once they are there. */
export function Dialogs(props: DialogsProps) {
  const part = modelImport.use();
  if (part === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the dialog, and not what it was opened in as well
    <div
      onKeyDown={(event) => {
        if (event.key === "Escape") event.stopPropagation();
      }}
    >
      <part.ModelDialogs {...props} />
    </div>
  );
}
