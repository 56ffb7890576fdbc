import type { Headline, Sheet } from "../../shared/sheet/sheet.ts";
import { RangeBar } from "../components/range-bar.tsx";
import { FigureButton } from "./figure-button.tsx";
import { RichTextView } from "./rich-text-view.tsx";
import "./opening.css";

/** Title, the three headline figures with their ranges, the result in words, and what needs attention. */
export function OpeningView({ sheet }: { readonly sheet: Sheet }) {
  return (
    <div className="opening" id="section-opening" data-section="opening">
      <h1>{sheet.title}</h1>
      {sheet.subtitle !== "" && <p className="opening-subtitle">{sheet.subtitle}</p>}
      <div className="headlines">
        {sheet.headline.map((headline) => (
          <HeadlineView key={headline.id} headline={headline} sheet={sheet} />
        ))}
      </div>
      <p className="lead">
        <RichTextView text={sheet.lead} place="lead" footnotes={sheet.footnotes} />
      </p>
      {sheet.warnings.length > 0 && (
        <ul className="warnings" aria-label="Needs attention">
          {sheet.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function HeadlineView({ headline, sheet }: { readonly headline: Headline; readonly sheet: Sheet }) {
  const { id, title, value, unit, remark, range } = headline;
  const place = `headline.${id}`;
  const number = (
    <>
      <span className="headline-number">
        <RichTextView text={value.text} place={place} footnotes={sheet.footnotes} />
      </span>
      {unit !== "" && <span className="headline-unit"> {unit}</span>}
    </>
  );
  return (
    <div className="headline">
      <div className="headline-title">
        <RichTextView text={title} place={`${place}.title`} footnotes={sheet.footnotes} />
      </div>
      <div className="headline-value">
        {value.figure === null ? (
          number
        ) : (
          <FigureButton figure={value.figure} place={place} exact={value.exact}>
            {number}
          </FigureButton>
        )}
      </div>
      <div className="headline-range">{range !== null && <RangeBar {...range} />}</div>
      <div className="headline-remark">
        <RichTextView text={remark} place={`${place}.remark`} footnotes={sheet.footnotes} />
      </div>
    </div>
  );
}
