import { Catalogue, Clusters, Projects, Quotes, Settings } from "../../components/icons.tsx";
import { addressOf, goTo, type Route } from "../../navigation/router.ts";
import { Mark } from "./mark.tsx";
import "./rail.css";

const places = [
  { name: "Projects", route: { kind: "projects" }, Icon: Projects },
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
      <p className="rail-foot">Works without a network. Nothing leaves this computer.</p>
    </nav>
  );
}

/** A plan belongs to the projects. */
function isAt(route: Route, address: string): boolean {
  if (route.kind === "unknown" || route.kind === "print") return false;
  return (route.kind === "plan" ? "/" : addressOf(route)) === address;
}
