import { shareText } from "../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { readable } from "../../../shared/units/format/readable.ts";
import { screenColour } from "../../charts/palette.ts";
import { ReadableNumber } from "../../components/readable-number.tsx";
import type { Band } from "./band-parts.ts";
import "./experiment-band.css";

interface ExperimentBandProps {
  readonly band: Band;
  /** An amount in full, with its unit. */
  readonly exactOf: (amount: number) => string;
}

/** How the money falls on the experiments: one band, its labels under it, each part's name and share on hover. */
export function ExperimentBand({ band: { parts, labels, title }, exactOf }: ExperimentBandProps) {
  return (
    <figure className="band">
      <figcaption>{title}</figcaption>
      <svg
        className="band-parts"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${counted(parts.length, "experiment")}: ${parts.map((part) => `${part.title} ${shareText(part.share)}`).join(", ")}`}
      >
        {parts.map(({ title: name, amount, share, colour }, index) => {
          const from = parts.slice(0, index).reduce((sum, part) => sum + part.share, 0);
          return (
            <rect
              key={colour}
              className="band-part"
              x={from * 100}
              width={Math.max(0, share * 100 - (index === parts.length - 1 ? 0 : 0.25))}
              height={10}
              fill={screenColour(colour)}
            >
              <title>{`${name}: ${exactOf(amount)}, ${shareText(share)}`}</title>
            </rect>
          );
        })}
      </svg>
      <ul className="band-labels" style={{ gridTemplateColumns: widths(labels.map(({ from }) => from)) }}>
        {labels.map((label) => (
          <li key={label.from} title={label.title}>
            <span className="band-label">{label.title}</span>
            <strong>
              <ReadableNumber value={readable(label.amount)} exact={exactOf(label.amount)} />
            </strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Each label as wide as what it stands for, the last one as wide as is left. */
function widths(starts: readonly number[]): string {
  return starts.map((from, index) => `minmax(0, ${Math.max(0.001, (starts[index + 1] ?? 1) - from)}fr)`).join(" ");
}
