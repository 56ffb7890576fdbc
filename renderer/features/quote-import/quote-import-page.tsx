import Button from "@mui/material/Button";
import { useMemo, useRef, useState } from "react";
import { quoteFormatWords } from "../../../shared/formats/quotes/found-quote.ts";
import { templateCsv } from "../../../shared/formats/quotes/template/template.ts";
import { capital } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type DropTaker, useDropTaker } from "../../components/drop-takers.ts";
import { Download, Fault, Plus } from "../../components/icons.tsx";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { FieldFrame } from "../../fields/field-frame.tsx";
import { saveFile } from "../../host/save-file.ts";
import { dayOf } from "../../library/today.ts";
import { addressOf, goTo } from "../../navigation/router.ts";
import { Found } from "./found.tsx";
import { type PriceList, type QuoteImport, useQuoteImport } from "./use-quote-import.ts";
import "./quote-import.css";

const PRICE_LISTS = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

/** A price list on its way into the library: chosen, dropped or pasted, looked at, and taken in whole or not at all. */
export function QuoteImportPage() {
  const importing = useQuoteImport();
  const { state, list, choose } = importing;
  const isBusy = state.at === "storing";
  const chooseFile = useRef(choose);
  chooseFile.current = choose;
  const taker = useMemo(
    (): DropTaker | null =>
      isBusy
        ? null
        : {
            words: "Drop the price list to see what it offers",
            note: "A catalogue of SkyPilot or gpuhunt, Flopsheet’s template, or a table with prices and cards. At most 1 GB.",
            take: async ([file, ...others]) => {
              if (file === undefined || others.length > 0 || !/\.(?:csv|tsv|txt)$/i.test(file.name)) return false;
              chooseFile.current(listOf(file));
              return true;
            },
          },
    [isBusy],
  );
  useDropTaker(taker);
  return (
    <div className="quote-import">
      <header className="quote-import-head">
        <h1>Import quotes</h1>
        {list !== null && state.at !== "choosing" && <span className="quote-import-file mono">{list.name}</span>}
        <ToQuotes words="Back to the quotes" />
      </header>
      <Body importing={importing} />
    </div>
  );
}

function Body({ importing }: { readonly importing: QuoteImport }) {
  const { state, list, preview, cancel, out, trouble, choose } = importing;
  switch (state.at) {
    case "choosing":
      return <Choose onList={choose} />;
    case "reading":
      return (
        <div className="quote-import-wait">
          <ProgressBar label="Reading the price list" done={state.bytes} total={list?.content.size ?? 1}>
            {`Reading: ${counted(state.rows, "row")}, ${counted(state.quotes, "quote")}`}
          </ProgressBar>
          <Button variant="outlined" onClick={cancel}>
            Cancel
          </Button>
        </div>
      );
    case "refused":
      return (
        <>
          <div role="alert" className="quote-import-refused">
            <Fault size={14} />
            <div>
              <strong>{state.fault.message}.</strong>
              {state.fault.line !== null && <span>line {exact(state.fault.line)}</span>}
              {state.fault.value !== null && <code>{state.fault.value}</code>}
              <span>Allowed: {state.fault.allowed}.</span>
              {state.fault.hint !== null && <span>{state.fault.hint}</span>}
            </div>
          </div>
          <Choose onList={choose} />
        </>
      );
    case "broken":
      return (
        <>
          <p role="alert" className="quote-import-refused">
            <Fault size={14} /> The list could not be read: {state.message}
          </p>
          <Choose onList={choose} />
        </>
      );
    case "found":
      return <Found importing={importing} file={state.file} />;
    case "storing":
      return (
        <div className="quote-import-wait">
          <ProgressBar label="Importing the quotes" done={state.stored} total={preview?.count ?? 1}>
            {`Importing: ${exact(state.stored)} of ${counted(preview?.count ?? 0, "quote")}`}
          </ProgressBar>
          <p>None of them is in the library before all are.</p>
          <Button variant="outlined" onClick={cancel}>
            Cancel
          </Button>
        </div>
      );
    case "stored":
      return (
        <div className="quote-import-done">
          <p role="status">
            {state.isOut
              ? `${counted(state.ids.length, "quote")} taken out of the library again.`
              : `${counted(state.ids.length, "quote")} imported from ${list?.name ?? "the list"}.`}
          </p>
          {trouble !== null && (
            <p role="alert" className="quote-import-refused">
              <Fault size={14} /> {trouble}
            </p>
          )}
          <div className="quote-import-actions">
            {!state.isOut && (
              <Button variant="outlined" onClick={out}>
                Take them out again
              </Button>
            )}
            <Button variant="outlined" onClick={cancel}>
              Import another list
            </Button>
            <ToQuotes words="Show the quotes" isMain />
          </div>
        </div>
      );
  }
}

function ToQuotes({ words, isMain = false }: { readonly words: string; readonly isMain?: boolean }) {
  const to = { kind: "library", page: "quotes" } as const;
  return (
    <Button
      href={addressOf(to)}
      variant={isMain ? "contained" : "text"}
      onClick={(event) => {
        event.preventDefault();
        goTo(to);
      }}
    >
      {words}
    </Button>
  );
}

const listOf = (file: File): PriceList => ({
  name: file.name,
  content: file,
  changedOn: file.lastModified > 0 ? dayOf(new Date(file.lastModified)) : null,
});

function Choose({ onList }: { readonly onList: (list: PriceList) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState("");
  return (
    <div className="quote-import-choose">
      <p>
        {capital(quoteFormatWords.skypilot)} (vms.csv of any provider), {quoteFormatWords.gpuhunt}, a table of your own
        with prices and cards, or the template filled in. Prices of instances become prices of a card-hour; what is not
        known is left out, with its line and the reason.
      </p>
      <div className="quote-import-actions">
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        <Button
          variant="outlined"
          startIcon={<Download />}
          onClick={() => saveFile("flopsheet-quotes.csv", new Blob([templateCsv()], { type: "text/csv" }))}
        >
          Save the template
        </Button>
        <span className="quote-import-note">or drop a file on this page; CSV or parted by tabs, at most 1 GB</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Price list"
        accept={PRICE_LISTS}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onList(listOf(file));
          currentTarget.value = "";
        }}
      />
      <FieldFrame
        label="Or paste cells of a spreadsheet"
        help="With the line of headings or without: who, which card, the price of a card-hour."
      >
        {({ id, describedBy }) => (
          <textarea
            id={id}
            className="mono"
            rows={6}
            spellCheck={false}
            aria-describedby={describedBy}
            placeholder={"Provider\tGPU\tPrice per GPU-hour\tCurrency"}
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        )}
      </FieldFrame>
      <Button
        variant="outlined"
        disabled={pasted.trim() === ""}
        onClick={() => onList({ name: "pasted cells", content: new Blob([pasted]), changedOn: null })}
      >
        Read what is pasted
      </Button>
    </div>
  );
}
