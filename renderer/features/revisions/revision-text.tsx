import Button from "@mui/material/Button";
import { CopyTextButton } from "../../components/copy-text-button.tsx";
import { Modal } from "../../components/modal.tsx";
import type { Version } from "./versions.ts";
import { versionName } from "./versions.ts";

interface RevisionTextProps {
  readonly version: Version;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** The text of a revision, byte by byte as it was saved; to read and to copy. */
export function RevisionText({ version, onSave, onClose }: RevisionTextProps) {
  return (
    <Modal label={`Text of ${versionName(version.key)}`} className="revision-text" onClose={onClose}>
      <header>
        <h2>{`Text of ${versionName(version.key)}`}</h2>
        <CopyTextButton text={version.text}>Copy</CopyTextButton>
        <Button onClick={onSave}>Save its plan file</Button>
        <Button onClick={onClose}>Close</Button>
      </header>
      <textarea className="mono" aria-label={version.name} readOnly spellCheck={false} value={version.text} />
    </Modal>
  );
}
