import type { ReactNode } from "react";
import type { Answer } from "./answer.ts";
import { AnswerView } from "./answer-view.tsx";

interface QuestionLayoutProps {
  /** What the question asks, in a sentence. */
  readonly about: string;
  readonly fields: ReactNode;
  readonly make: ReactNode;
  /** Null while a number is missing or wrong. */
  readonly answers: readonly Answer[] | null;
  /** Tables and pictures under the answers. */
  readonly children?: ReactNode;
}

/** A question: what is known at the left, what follows from it at the right. */
export function QuestionLayout({ about, fields, make, answers, children }: QuestionLayoutProps) {
  return (
    <div className="calculator-columns">
      <section className="calculator-fields" aria-label="What is known">
        <p className="calculator-about">{about}</p>
        {fields}
        {make}
      </section>
      <section className="calculator-answers" aria-label="What follows">
        {answers === null ? (
          <p className="calculator-waiting">The answer is here as soon as every field has a number.</p>
        ) : (
          answers.map((answer) => <AnswerView key={answer.title} answer={answer} />)
        )}
        {answers !== null && children}
      </section>
    </div>
  );
}
