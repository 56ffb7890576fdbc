import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { counted } from "../../../shared/units/format/counted.ts";
import { useHostInfo } from "../../host/use-host.ts";
import { type Licences, readLicences } from "./licences.ts";
import { Row, Section } from "./section.tsx";

const hosts = { browser: "In a browser", electron: "In a window of its own" } as const;

/** What this program is, what it runs on, and under which licences. */
export function About() {
  const info = useHostInfo();
  const versions = Object.entries(info?.versions ?? {});
  return (
    <Section title="About Flopsheet">
      <Row label="Version">{info?.version ?? "unknown: the host does not answer"}</Row>
      {info !== null && (
        <Row label="Runs">
          {[hosts[info.host], ...versions.map(([name, version]) => `${name} ${version}`)].join(", ")}
        </Row>
      )}
      <Row label="Defects" note="Flopsheet has no network: nothing is sent by itself, and you see what you send.">
        <p>
          Tell the maintainers of the copy you have: what you did, what you expected, what came, and the two lines
          above. A plan file that shows it helps most.
        </p>
      </Row>
      <LicenceList />
    </Section>
  );
}

function LicenceList() {
  const [isShown, setShown] = useState(false);
  const [licences, setLicences] = useState<Licences | "missing" | null>(null);
  useEffect(() => {
    if (isShown && licences === null) void readLicences().then((read) => setLicences(read ?? "missing"));
  }, [isShown, licences]);
  return (
    <Row label="Licences">
      <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? "Hide the licences" : "Show the licences"}
      </Button>
      {isShown && licences === "missing" && (
        <p className="settings-trouble">Their list is not among the program’s files.</p>
      )}
      {isShown && licences !== null && licences !== "missing" && (
        <div className="settings-licences">
          <details open>
            <summary>Flopsheet, MIT</summary>
            <LicenceText of="Flopsheet" text={licences.own} />
          </details>
          <p className="settings-note">{counted(licences.packages.length, "package")} of others in it:</p>
          {licences.packages.map(({ name, version, licence, text }) => (
            <details key={`${name} ${version}`}>
              <summary>
                {name} {version}, {licence}
              </summary>
              <LicenceText of={name} text={text} />
            </details>
          ))}
        </div>
      )}
    </Row>
  );
}

function LicenceText({ of, text }: { readonly of: string; readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className="settings-licence" aria-label={`Licence of ${of}`} tabIndex={0}>
      {text}
    </section>
  );
}
