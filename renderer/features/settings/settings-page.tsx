import { useEffect } from "react";
import { refreshRecord, useRecord } from "../../record/record-store.ts";
import { About } from "./about.tsx";
import { Backups } from "./backups.tsx";
import { Preferences } from "./preferences.tsx";
import { RecordPlace } from "./record-place.tsx";
import { Transfer } from "./transfer.tsx";
import "./settings-page.css";

/** What is set once for all projects, where the data lies, and what this program is. */
export function SettingsPage() {
  const { info } = useRecord();
  useEffect(() => {
    document.title = "Settings · Flopsheet";
    // Sizes and counts change with every revision.
    void refreshRecord();
  }, []);
  // What stands above it comes when the host has answered.
  const isThere = info !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place has moved when the rest is there
  useEffect(() => {
    if (location.hash === "#about") document.getElementById("about")?.scrollIntoView();
  }, [isThere]);
  return (
    <div className="settings">
      <h1>Settings</h1>
      <Preferences />
      {info !== null && (
        <>
          <RecordPlace info={info} />
          <Backups info={info} />
          <Transfer info={info} />
        </>
      )}
      <div id="about">
        <About />
      </div>
    </div>
  );
}
