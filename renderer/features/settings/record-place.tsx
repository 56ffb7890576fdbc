import type { RecordInfo } from "../../../shared/contract/methods/record.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { bytesWords } from "../../record/backup-words.ts";
import { Row, Section } from "./section.tsx";

/** Where the data lies, and how much it is. */
export function RecordPlace({ info }: { readonly info: RecordInfo }) {
  const { directory, file, closed, bytes, projects, revisions, sheets, schema } = info;
  return (
    <Section title="Where the data lies">
      <Row label="Directory" note="FLOPSHEET_DATA_DIR names another one when Flopsheet is started.">
        <span className="settings-path mono">{directory}</span>
        <CopyButton label="Copy the directory’s path" text={directory} />
      </Row>
      <Row label="Record">
        <span className="settings-path mono">{file}</span>
        <CopyButton label="Copy the file’s path" text={file} />
      </Row>
      {closed === null && (
        <Row label="In it" note={`Tables of version ${schema}. Drafts that are not saved yet are in this browser.`}>
          <span className="tabular">
            {`${counted(projects, "project")}, ${counted(revisions, "revision")}, ${counted(sheets, "saved sheet")}; ${bytesWords(bytes)}`}
          </span>
        </Row>
      )}
    </Section>
  );
}
