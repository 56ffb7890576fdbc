/** The addresses of the program, on the browser's own history. */
import { useSyncExternalStore } from "react";

/** The wizard's seven steps, in their order. */
export const steps = ["project", "experiments", "hardware", "clusters", "quotes", "budget", "sheet"] as const;
export type Step = (typeof steps)[number];

/** Pages on the plan as a whole, beside its steps: its revisions, how it fits a sum, what a stern reader asks. */
const pages = ["revisions", "fit", "redteam"] as const;
export type PlanPage = (typeof pages)[number];

/** What can be shown of a plan: its steps, the plan as text, pages on the whole of it. */
export type PlanView = Step | PlanPage | "text";

const views: readonly PlanView[] = [...steps, ...pages, "text"];

export const isStep = (view: PlanView): view is Step => steps.some((step) => step === view);

/** The document of the shipped example, which is in no record until somebody changes and saves it. */
export const EXAMPLE = "example";

/** What the calculator answers, each at an address of its own. */
export const questions = ["model", "optimum", "plan", "time", "memory", "energy"] as const;
export type Question = (typeof questions)[number];

export type Route =
  | { readonly kind: "projects" }
  /** `place` is a place of the plan document to go to, as `quotes[0].price`. */
  | { readonly kind: "plan"; readonly id: string; readonly view: PlanView; readonly place: string | null }
  | { readonly kind: "library"; readonly page: "quotes" | "clusters" | "catalogue" }
  /** A price list on its way into the library. */
  | { readonly kind: "quoteImport" }
  /** `plan` is the id of the plan whose runs are looked at; null where none has been chosen. */
  | { readonly kind: "calculator"; readonly question: Question; readonly plan: string | null }
  | { readonly kind: "settings" }
  | { readonly kind: "print"; readonly job: string }
  | { readonly kind: "unknown"; readonly path: string };

/** `/` is the list of projects, `/project/<id>/<view>#<place>` a plan, `/print/<job>` a sheet for the printer. */
export function routeOf(path: string, hash: string): Route {
  if (path === "/" || path === "/index.html") return { kind: "projects" };
  if (path === "/quotes" || path === "/clusters" || path === "/catalogue") {
    return { kind: "library", page: path.slice(1) as "quotes" | "clusters" | "catalogue" };
  }
  if (path === "/quotes/import") return { kind: "quoteImport" };
  if (path === "/settings") return { kind: "settings" };
  const question = questions.find((known) => path === calculatorPath(known));
  if (question !== undefined) {
    const plan = question === "plan" ? placeOf(hash) : null;
    return { kind: "calculator", question, plan: plan !== null && /^[A-Za-z0-9-]+$/.test(plan) ? plan : null };
  }
  const [, id, view] = /^\/project\/([A-Za-z0-9-]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  const found = views.find((known) => known === (view ?? "experiments"));
  if (id !== undefined && found !== undefined) return { kind: "plan", id, view: found, place: placeOf(hash) };
  const job = /^\/print\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  return job === undefined ? { kind: "unknown", path } : { kind: "print", job };
}

/** The first question is what the calculator opens with. */
const calculatorPath = (question: Question): string =>
  question === questions[0] ? "/calculator" : `/calculator/${question}`;

function placeOf(hash: string): string | null {
  if (hash.length <= 1) return null;
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return null;
  }
}

/** The address of a route; `routeOf` is its inverse. */
export function addressOf(route: Exclude<Route, { readonly kind: "unknown" }>): string {
  switch (route.kind) {
    case "projects":
      return "/";
    case "plan":
      return `/project/${route.id}/${route.view}${route.place === null ? "" : `#${encodeURIComponent(route.place)}`}`;
    case "library":
      return `/${route.page}`;
    case "quoteImport":
      return "/quotes/import";
    case "calculator":
      return `${calculatorPath(route.question)}${route.plan === null ? "" : `#${route.plan}`}`;
    case "settings":
      return "/settings";
    case "print":
      return `/print/${route.job}`;
  }
}

/** Goes to a route; the browser's Back leads back. With `replace` it does not. */
export function goTo(
  route: Exclude<Route, { readonly kind: "unknown" }>,
  how: { readonly replace?: boolean } = {},
): void {
  const address = addressOf(route);
  if (`${location.pathname}${location.hash}` === address) return;
  if (how.replace === true) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

export const goToPlan = (id: string, view: PlanView, place: string | null = null): void =>
  goTo({ kind: "plan", id, view, place });

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.hash}`);
  const at = address.indexOf("#");
  return at < 0 ? routeOf(address, "") : routeOf(address.slice(0, at), address.slice(at));
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener("hashchange", listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener("hashchange", listener);
  };
}
