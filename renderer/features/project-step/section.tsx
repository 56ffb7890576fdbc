import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: string;
  /** One or two sentences: what this is for. */
  readonly about: ReactNode;
  readonly children: ReactNode;
}

/** A part of the step: its title, what it is for, its fields. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section className="project-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="project-about">{about}</p>
      <div className="project-fields">{children}</div>
    </section>
  );
}
