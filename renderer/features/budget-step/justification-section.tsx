import Button from "@mui/material/Button";
import { useId, useRef } from "react";
import { blanksIn, type Paragraph } from "../../../shared/sheet/budget/justification.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { emptied } from "../../fields/tree-value.ts";
import { StepSection } from "./step-section.tsx";

const PATH = ["budget", "justification"] as const;

/** The justification, paragraph by paragraph: written from the plan, edited by the person, and back. */
export function JustificationSection({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) {
  const blanks = paragraphs.flatMap(({ text }) => blanksIn(text)).length;
  return (
    <StepSection
      title="Justification"
      about={
        <>
          Written from the plan’s own facts, and again whenever they change. What the plan does not say stands in square
          brackets{blanks === 0 ? "" : `: ${counted(blanks, "blank")} left`}. A paragraph that you change stays as you
          wrote it.
        </>
      }
    >
      {paragraphs.map((paragraph) => (
        <ParagraphField key={paragraph.key} paragraph={paragraph} />
      ))}
    </StepSection>
  );
}

function ParagraphField({ paragraph }: { readonly paragraph: Paragraph }) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const id = useId();
  const { key, code, title, text, isOwn } = paragraph;
  const path = [...PATH, key];
  const name = [code, title].filter((word) => word !== "").join(", ");
  const isFixed = readOnly !== null || !isReadable;
  const field = useRef<HTMLTextAreaElement>(null);
  const reset = () => {
    editor.edit({ op: "remove", path: emptied(tree, path, PATH) });
    field.current?.focus();
  };
  return (
    <div className="budget-paragraph" data-place={`budget.justification.${key}`}>
      <div className="budget-paragraph-head">
        <label htmlFor={id}>{name}</label>
        <span className="budget-quiet">{isOwn ? "your words" : "written from the plan"}</span>
        {isOwn && (
          <Button variant="text" disabled={isFixed} aria-label={`Write ${name} from the plan again`} onClick={reset}>
            Write from the plan again
          </Button>
        )}
      </div>
      <textarea
        ref={field}
        id={id}
        rows={4}
        value={text}
        readOnly={isFixed}
        onChange={({ currentTarget: { value } }) => {
          if (value.trim() === "") reset();
          else editor.edit({ op: "set", path, value }, `budget.justification.${key}`);
        }}
      />
    </div>
  );
}
