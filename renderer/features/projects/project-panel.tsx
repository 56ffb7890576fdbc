import Button from "@mui/material/Button";
import { moneyExact, rangeText } from "../../../shared/sheet/text/amounts.ts";
import { sentence } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type Readable, readable } from "../../../shared/units/format/readable.ts";
import { ReadableNumber } from "../../components/readable-number.tsx";
import { addressOf, goToPlan } from "../../navigation/router.ts";
import { lengthOfTime, operations } from "../../settings/figure-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { ExperimentBand } from "./experiment-band.tsx";
import { LastRevisions } from "./last-revisions.tsx";
import type { Listed } from "./listed.ts";
import { useDetail } from "./use-detail.ts";
import "./project-panel.css";

interface ProjectPanelProps {
  readonly row: Listed;
  readonly onOpen: () => void;
  readonly onDuplicate: () => void;
}

/** What the selected project comes to, and how it came there. */
export function ProjectPanel({ row, onOpen, onDuplicate }: ProjectPanelProps) {
  const detail = useDetail(row);
  const settings = useSettings();
  const { figures, funder, faults, id } = row;
  const about = [funder, detail?.subject ?? null].flatMap((part) => (part === null ? [] : [sentence(part)])).join(" ");
  const work = figures === null ? null : operations(figures.flop, settings);
  return (
    <section className="project-panel" aria-label={`About ${row.title}`}>
      <div className="project-panel-figures">
        <h2>{row.title}</h2>
        <p className="project-panel-about">{about}</p>
        {figures === null || work === null ? (
          <p className="project-panel-faults">
            {counted(faults, "fault")} {faults === 1 ? "keeps" : "keep"} this plan from being estimated.{" "}
            <a
              href={addressOf({ kind: "plan", id, view: "text", place: null })}
              onClick={(event) => {
                event.preventDefault();
                goToPlan(id, "text");
              }}
            >
              Show the plan as text
            </a>
          </p>
        ) : (
          <div className="project-panel-headline">
            {figures.total !== null && (
              <Headline
                title="Rental cost"
                value={readable(figures.total)}
                exactly={moneyExact(figures.total, figures.currency)}
                unit={figures.currency}
                remark={
                  figures.p10 === null || figures.p90 === null || figures.low === figures.high
                    ? ""
                    : `P10–P90 ${rangeText(figures.p10, figures.p90)}`
                }
              />
            )}
            <Headline
              title="Card-hours"
              value={readable(figures.cardHours)}
              exactly={`${exact(figures.cardHours)} card-hours`}
              unit=""
              remark={
                detail === null || detail.fastest === null
                  ? ""
                  : `${lengthOfTime(detail.fastest.hours, settings)} on ${exact(detail.fastest.cards)}, ideal`
              }
            />
            <Headline
              title="Operations"
              value={work.value}
              exactly={work.exact}
              unit=""
              remark={`${work.unit} in ${counted(Math.round(figures.runs), "run")}`}
            />
          </div>
        )}
        {detail !== null && detail.band !== null && figures !== null && (
          <ExperimentBand
            band={detail.band}
            exactOf={(amount) =>
              figures.total === null || figures.total === 0
                ? `${exact(amount)} card-hours`
                : moneyExact(amount, figures.currency)
            }
          />
        )}
        {detail !== null && detail.trouble !== null && <p className="project-panel-faults">{detail.trouble}</p>}
      </div>
      <div className="project-panel-revisions">
        <header>
          <h2>{row.kind === "project" ? "Revisions" : "Not in the record yet"}</h2>
          {row.kind === "project" && !row.isDeleted && (
            <Button variant="text" onClick={() => goToPlan(id, "revisions")}>
              Compare
            </Button>
          )}
          <Button variant="text" onClick={onDuplicate}>
            Duplicate
          </Button>
          {!row.isDeleted && <Button onClick={onOpen}>Open</Button>}
        </header>
        {row.kind === "project" ? (
          detail !== null &&
          detail.revisions !== null && (
            <>
              <LastRevisions revisions={detail.revisions} />
              {!row.isDeleted && (
                <a
                  className="project-panel-all"
                  href={addressOf({ kind: "plan", id, view: "revisions", place: null })}
                  onClick={(event) => {
                    event.preventDefault();
                    goToPlan(id, "revisions");
                  }}
                >
                  {detail.revisions.length === 1 ? "The revision" : `All ${exact(detail.revisions.length)} revisions`}
                </a>
              )}
            </>
          )
        ) : (
          <p className="project-panel-about">
            {row.kind === "example"
              ? "The example is a plan of a published study. Change what you like: saving a revision makes it a project of your own."
              : "This draft is kept in this browser. Saving a revision puts it into the record."}
          </p>
        )}
      </div>
    </section>
  );
}

interface HeadlineProps {
  readonly title: string;
  readonly value: Readable;
  readonly exactly: string;
  readonly unit: string;
  readonly remark: string;
}

function Headline({ title, value, exactly, unit, remark }: HeadlineProps) {
  return (
    <div className="project-panel-one">
      <div className="project-panel-name">{title}</div>
      <div className="project-panel-value">
        <ReadableNumber value={value} exact={exactly} />
        {unit !== "" && <span className="project-panel-unit"> {unit}</span>}
      </div>
      <div className="project-panel-remark">{remark}</div>
    </div>
  );
}
