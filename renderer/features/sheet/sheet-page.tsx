import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MethodOutput, Paper } from "../../../shared/contract/methods.ts";
import type { AnyFigure } from "../../../shared/estimate/figure.ts";
import type { Headline, Sheet } from "../../../shared/sheet/sheet.ts";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { Drawer } from "../../explain/drawer.tsx";
import type { Explained } from "../../explain/explained.ts";
import { askedPlace, type ChartSection, FiguresContext } from "../../sheet/figures-context.ts";
import type { SheetPage as PageContent } from "../../sheet/sheet-pages.tsx";
import { ChartData } from "./chart-data/chart-data.tsx";
import { Copies } from "./copies.tsx";
import { Desk } from "./desk.tsx";
import { Outline } from "./outline.tsx";
import { Questions } from "./questions.tsx";
import { SidePanel } from "./side-panel.tsx";
import type { Reading } from "./stands-at.ts";
import "./sheet-page.css";

/** Fetched while the first sheet is read, so that the first question is answered at once. */
const loadExplainDrawer = () =>
  import("../../explain/explain-drawer.tsx").then(({ ExplainDrawer: component }) => ({ default: component }));
const ExplainDrawer = lazy(loadExplainDrawer);

interface SheetPageProps {
  readonly plan: Explained;
  /** Name of the plan's file: copies are named after it. */
  readonly name: string;
  readonly sheet: Sheet;
  /** Something that stands on it is still being worked out. */
  readonly isComing: boolean;
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
  /** The saved sheets, at the side. */
  readonly saved: ReactNode;
  readonly info: MethodOutput<"app.info"> | null;
  readonly onShowPlace: (place: string) => void;
}

type Asked =
  | { readonly kind: "figure"; readonly levels: readonly AnyFigure[]; readonly place: string }
  | { readonly kind: "data"; readonly section: ChartSection; readonly place: string };

/** The sheet as pages, with what can be asked of it and done with it. */
export function SheetPage(props: SheetPageProps) {
  const { plan, name, sheet, isComing, paper, onPaper, saved, info, onShowPlace } = props;
  const [pages, setPages] = useState<readonly PageContent[]>([]);
  const [reading, setReading] = useState<Reading>({ section: "opening", page: 1 });
  const [asked, setAsked] = useState<Asked | null>(null);
  const desk = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (pages.length > 0) void loadExplainDrawer();
  }, [pages.length]);

  const ask = useCallback(
    (figure: AnyFigure, place: string) => setAsked({ kind: "figure", levels: [figure], place }),
    [],
  );
  const showData = useCallback(
    (section: ChartSection, place: string) => setAsked({ kind: "data", section, place }),
    [],
  );
  const [framed] = useState(askedPlace);
  const figures = useMemo(() => ({ onAsk: ask, onShowData: showData, asked: framed }), [ask, showData, framed]);
  useEffect(() => framed.set(asked?.place ?? null), [framed, asked?.place]);
  const askOfChart = useCallback(
    (figure: AnyFigure, canvas: HTMLCanvasElement) =>
      ask(figure, `${canvas.closest<HTMLElement>("[data-section]")?.dataset.section}.data`),
    [ask],
  );
  /** The section chosen in the outline stays marked until the reader moves on: the sheet's end cannot scroll to its top. */
  const chosen = useRef<string | null>(null);
  const onRead = useCallback(({ section, page }: Reading) => {
    const at = chosen.current ?? section;
    setReading((before) => (before.section === at && before.page === page ? before : { section: at, page }));
  }, []);
  const onMove = useCallback(() => {
    chosen.current = null;
  }, []);

  const close = () => {
    if (asked === null) return;
    setAsked(null);
    // A figure of the data drawer has gone with it: the desk then takes the focus.
    const from = desk.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(asked.place)}"]`);
    (from ?? desk.current)?.focus({ preventScroll: true });
  };
  useShortcuts(asked === null ? {} : { Escape: close });

  const goToSection = (section: string) => {
    chosen.current = section;
    setReading((before) => ({ ...before, section }));
    const found = desk.current?.querySelector(`#section-${CSS.escape(section)}`);
    found?.scrollIntoView({ block: "start" });
  };

  return (
    <FiguresContext value={figures}>
      <div className={asked === null ? "sheet-page" : "sheet-page sheet-page-asked"}>
        <SidePanel
          paper={paper}
          onPaper={onPaper}
          outline={<Outline sheet={sheet} pages={pages} current={reading.section} onGo={goToSection} />}
          saved={saved}
          questions={<Questions />}
          copies={
            <Copies
              sheet={sheet}
              isComing={isComing}
              paper={paper}
              planName={name}
              pdfReason={info === null || info.capabilities.pdf ? null : (info.capabilities.pdfReason ?? "")}
              onPrint={() => print()}
            />
          }
        />
        <Desk
          sheet={sheet}
          paper={paper}
          desk={desk}
          onPages={setPages}
          onChartFigure={askOfChart}
          onRead={onRead}
          onMove={onMove}
          page={reading.page}
          pages={pages.length}
        />
        {asked?.kind === "figure" && (
          <Suspense fallback={<div className="drawer" />}>
            <ExplainDrawer
              plan={plan}
              rangeOf={(figure) => rangeOf(sheet, figure)}
              levels={asked.levels}
              onDeeper={(figure) => setAsked({ ...asked, levels: [...asked.levels, figure] })}
              onBack={() => setAsked({ ...asked, levels: asked.levels.slice(0, -1) })}
              onShowPlace={onShowPlace}
              onClose={close}
            />
          </Suspense>
        )}
        {asked?.kind === "data" && (
          <Drawer title="The data behind it" shown={asked.place} back={null} onClose={close}>
            <ChartData section={asked.section} />
          </Drawer>
        )}
      </div>
    </FiguresContext>
  );
}

/** The range that the sheet shows under this figure. */
function rangeOf(sheet: Sheet, figure: AnyFigure): Headline["range"] {
  const name = JSON.stringify(figure);
  return sheet.headline.find(({ value }) => JSON.stringify(value.figure) === name)?.range ?? null;
}
