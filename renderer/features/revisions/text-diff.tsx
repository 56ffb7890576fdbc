import { Fragment, useMemo } from "react";
import { counted } from "../../../shared/units/format/counted.ts";
import { type DiffLine, hunksOf, lineDiff } from "./line-diff.ts";

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
}

const signs = { same: " ", removed: "−", added: "+" } as const;
const spoken = { same: "", removed: "removed: ", added: "added: " } as const;

/** The texts of two versions, line by line; what is far from every change is left out and counted. */
export function TextDiff({ before, after }: TextDiffProps) {
  const { hunks, skippedAtEnd } = useMemo(() => hunksOf(lineDiff(before, after)), [before, after]);
  if (hunks.length === 0) return <p className="revisions-note">The texts are the same, line by line.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className="text-diff mono" aria-label="Difference of the texts, line by line" tabIndex={0}>
      <table>
        <tbody>
          {hunks.map(({ skipped, lines }) => (
            <Fragment key={`${lines[0]?.before} ${lines[0]?.after}`}>
              <Skipped lines={skipped} />
              {lines.map((line) => (
                <Line key={`${line.before} ${line.after}`} line={line} />
              ))}
            </Fragment>
          ))}
          <Skipped lines={skippedAtEnd} />
        </tbody>
      </table>
    </section>
  );
}

function Skipped({ lines }: { readonly lines: number }) {
  return lines === 0 ? null : (
    <tr className="text-diff-skipped">
      <td colSpan={4}>{counted(lines, "equal line")}</td>
    </tr>
  );
}

function Line({ line: { kind, text, before, after } }: { readonly line: DiffLine }) {
  return (
    <tr className={`text-diff-${kind}`}>
      <td className="text-diff-number">{before}</td>
      <td className="text-diff-number">{after}</td>
      <td className="text-diff-sign">
        <span aria-hidden="true">{signs[kind]}</span>
        <span className="visually-hidden">{spoken[kind]}</span>
      </td>
      <td className="text-diff-text">{text}</td>
    </tr>
  );
}
