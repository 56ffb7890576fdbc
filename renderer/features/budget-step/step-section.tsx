import { type ReactNode, useId } from "react";

interface StepSectionProps {
  readonly title: string;
  /** One or two sentences: what this is for. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the step: its title, what it is for, what stands in it. */
export function StepSection({ title, about, children }: StepSectionProps) {
  const id = useId();
  return (
    <section className="budget-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {about !== undefined && <p className="budget-about">{about}</p>}
      {children}
    </section>
  );
}
