import { useEffect, useMemo, useState } from "react";
import type { MethodOutput } from "../../shared/contract/methods.ts";
import type { Reply } from "../../shared/contract/reply.ts";
import { ChartEvents, PRINT_PIXELS } from "../charts/chart-events.ts";
import { chartCanvas } from "../charts/chart-view.tsx";
import { client } from "../host/client.ts";
import { loadFonts } from "../sheet/fonts-ready.ts";
import { SheetPages } from "../sheet/sheet-pages.tsx";
import { PageStyle } from "./page-style.tsx";
import { sayReady, sayUnprintable } from "./ready.ts";

type Job = MethodOutput<"print.take">;

// A sheet is about to be drawn: its charts and fonts come while the job is taken, not after.
void chartCanvas.load();
void loadFonts();
// Paper is white in whatever room it is printed.
document.documentElement.dataset.scheme = "light";

/** A job can be taken once, and React may start an effect twice: the answer is kept. */
const taken = new Map<string, Promise<Reply<Job>>>();

function takeOnce(job: string): Promise<Reply<Job>> {
  const reply = taken.get(job) ?? client["print.take"]({ job });
  taken.set(job, reply);
  return reply;
}

/** `/print/<job>`: the sheet alone, for the program that prints it; says when it is ready, or why it never will be. */
export function PrintPage({ job }: { readonly job: string }) {
  const [reply, setReply] = useState<Reply<Job> | null>(null);
  useEffect(() => {
    void takeOnce(job).then(setReply);
  }, [job]);
  if (reply === null) return null;
  return reply.ok ? <PrintedSheet {...reply.value} /> : <Unprintable message={reply.error.message} />;
}

function PrintedSheet({ sheet, paper, locale }: Job) {
  const charts = sheet.sections.filter((section) => section.kind === "chart").length;
  const [laidOut, setLaidOut] = useState(false);
  const [drawn, setDrawn] = useState(0);
  const listeners = useMemo(
    () => ({ onFigure: null, onDrawn: () => setDrawn((count) => count + 1), pixelRatio: PRINT_PIXELS }),
    [],
  );

  useEffect(() => {
    document.title = sheet.title;
    document.documentElement.lang = locale;
  }, [sheet, locale]);

  useEffect(() => {
    if (laidOut && drawn >= charts) void loadFonts().then(sayReady);
  }, [laidOut, drawn, charts]);

  return (
    <main className="on-paper">
      <PageStyle sheet={sheet} paper={paper} />
      <ChartEvents value={listeners}>
        <SheetPages sheet={sheet} paper={paper} onPages={() => setLaidOut(true)} />
      </ChartEvents>
    </main>
  );
}

function Unprintable({ message }: { readonly message: string }) {
  useEffect(() => sayUnprintable(message), [message]);
  return (
    <main className="message-page">
      <h1>This sheet cannot be printed</h1>
      <p>{message}</p>
    </main>
  );
}
