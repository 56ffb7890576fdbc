import type { StaticFile, StaticFiles } from "../../http/static-files.ts";
import type { PrintJob } from "../print-jobs.ts";

/** A renderer of a few lines, which does what the sheet's title says. */
const page = `<!doctype html>
<html lang="en"><head><style nonce="__CSP_NONCE__">@page { size: A5; } .next { break-before: page; }</style>
<script type="module" src="/assets/print.js"></script></head><body></body></html>`;

const script = `
const root = document.documentElement;
const job = location.pathname.split("/")[2];
const post = () => fetch("/api/print.take", {
  method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ job }),
}).then((answer) => answer.json());
const reply = await post();
const { sheet } = reply.value;
document.title = sheet.title;
document.body.innerHTML = "<h1>One</h1><h2 class=next>Two</h2><h2 class=next>Three</h2>";
const say = (state, error) => { if (error) root.dataset.printError = error; root.dataset.printReady = state; };
if (sheet.title === "twice") say((await post()).error.code === "notFound" ? "true" : "error");
else if (sheet.title === "error") { console.error("A chart has no canvas."); say("error", "Figure 1 could not be drawn."); }
else if (sheet.title === "throws") throw new Error("width of undefined");
else if (sheet.title === "foreign") fetch("https://example.org/").catch(() => say("error", "No network."));
else if (sheet.title !== "never") requestAnimationFrame(() => say("true"));
`;

const file = (type: string, text: string): StaticFile => ({ type, content: Buffer.from(text), immutable: false });

/** The files of that renderer. */
export const stubFiles = (): Promise<StaticFiles> =>
  Promise.resolve(
    new Map([
      ["/index.html", file("text/html", page)],
      ["/assets/print.js", file("text/javascript", script)],
    ]),
  );

/** An empty sheet of this title, to be printed. */
export const printJob = (title: string): PrintJob => ({
  sheet: {
    ...{ version: 1, kind: "", title, subtitle: "", currency: "USD", date: null, headline: [], lead: [] },
    ...{ sections: [], footnotes: [], warnings: [], foot: "" },
  },
  paper: "a4",
  locale: "en-GB",
});
