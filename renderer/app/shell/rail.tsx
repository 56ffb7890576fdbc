import { keysText } from "../../commands/keys-text.ts";
import { runCommand } from "../../commands/registry.ts";
import { Calculator, Catalogue, Clusters, Projects, Quotes, Search, Settings } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useRecentPlans } from "../../documents/visits.ts";
import { addressOf, goTo, goToPlan, type Route } from "../../navigation/router.ts";
import { Mark } from "./mark.tsx";
import "./rail.css";

const places = [
  { name: "Projects", route: { kind: "projects" }, Icon: Projects },
  { name: "Calculator", route: { kind: "calculator", question: "model", plan: null }, Icon: Calculator },
  { name: "Quotes", route: { kind: "library", page: "quotes" }, Icon: Quotes },
  { name: "Clusters", route: { kind: "library", page: "clusters" }, Icon: Clusters },
  { name: "Catalogue", route: { kind: "library", page: "catalogue" }, Icon: Catalogue },
  { name: "Settings", route: { kind: "settings" }, Icon: Settings },
] as const;

/** The places there are, at the left edge. */
export function Rail({ route }: { readonly route: Route }) {
  return (
    <nav className="rail" aria-label="Places">
      <div className="rail-mark">
        <Mark />
        <span className="rail-name">Flopsheet</span>
      </div>
      {places.map(({ name, route: to, Icon }) => (
        <a
          key={name}
          className="rail-place"
          href={addressOf(to)}
          title={name}
          aria-current={isAt(route, addressOf(to)) ? "page" : undefined}
          onClick={(event) => {
            event.preventDefault();
            goTo(to);
          }}
        >
          <Icon />
          <span className="rail-name">{name}</span>
        </a>
      ))}
      <button type="button" className="rail-place" title="Commands" onClick={() => runCommand("view.palette")}>
        <Search />
        <span className="rail-name">Commands</span>
        <Kbd>{keysText("Ctrl+K")}</Kbd>
      </button>
      <Recent />
      <p className="rail-foot">Works without a network. Nothing leaves this computer.</p>
    </nav>
  );
}

function Recent() {
  const recent = useRecentPlans();
  if (recent.length === 0) return null;
  return (
    <div className="rail-recent">
      <h2 id="rail-recent">Recent</h2>
      <ul aria-labelledby="rail-recent">
        {recent.map(({ id, title }) => (
          <li key={id}>
            <a
              href={addressOf({ kind: "plan", id, view: "experiments", place: null })}
              title={title}
              onClick={(event) => {
                event.preventDefault();
                goToPlan(id, "experiments");
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const CALCULATOR = addressOf({ kind: "calculator", question: "model", plan: null });

/** A plan belongs to the projects, each question to the calculator. */
function isAt(route: Route, address: string): boolean {
  if (route.kind === "unknown" || route.kind === "print") return false;
  if (route.kind === "calculator") return address === CALCULATOR;
  if (route.kind === "quoteImport") return address === addressOf({ kind: "library", page: "quotes" });
  return (route.kind === "plan" ? "/" : addressOf(route)) === address;
}
