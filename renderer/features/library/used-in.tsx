import { addressOf, goToPlan } from "../../navigation/router.ts";
import type { Noun } from "./noun.ts";

interface UsedInProps<Value> {
  readonly noun: Noun<Value>;
  readonly projects: readonly { readonly id: string; readonly title: string }[];
  /** How many are named; all when left out. */
  readonly most?: number;
  /** Said where there are none. */
  readonly none: string;
}

/** The projects that copied a row, each a link to where it stands there. */
export function UsedIn<Value>({ noun, projects, most = projects.length, none }: UsedInProps<Value>) {
  if (projects.length === 0) return <span className="quiet">{none}</span>;
  const named = projects.slice(0, most);
  return (
    <ul className="used-in">
      {named.map(({ id, title }) => (
        <li key={id}>
          <a
            href={addressOf({ kind: "plan", id, view: noun.usedAt, place: null })}
            onClick={(event) => {
              event.preventDefault();
              goToPlan(id, noun.usedAt);
            }}
          >
            {title}
          </a>
        </li>
      ))}
      {named.length < projects.length && <li className="quiet">and {projects.length - named.length} more</li>}
    </ul>
  );
}
