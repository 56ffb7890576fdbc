import { fieldText, treeItems, treeValue } from "../../../fields/tree-value.ts";

export interface PurchaseOfPlan {
  readonly index: number;
  readonly title: string;
  /** Of all its money: its own, else the plan's. */
  readonly currency: string;
}

/** The plan's quotes that are machines to own, as its text has them. */
export function purchasesOf(tree: unknown, planCurrency: string): PurchaseOfPlan[] {
  return treeItems(tree, ["quotes"]).flatMap((item, index) => {
    if (treeValue(item, ["basis"]) !== "purchase") return [];
    const [title, id] = (["title", "id"] as const).map((key) => treeValue(item, [key]));
    const name = [title, id].find((one): one is string => typeof one === "string" && one.trim() !== "");
    return [{ index, title: name ?? "no title", currency: fieldText(treeValue(item, ["currency"])) || planCurrency }];
  });
}

/** A purchase to begin with: the worked example of docs/formulas.md. */
export const examplePurchase = {
  basis: "purchase",
  purchase: {
    nodePrice: 300_000,
    nodes: 8,
    cardsPerNode: 8,
    networkShare: 0.15,
    nodeWatts: 10_200,
    load: 0.8,
    pue: 1.3,
    electricityPerKilowattHour: 0.12,
    spacePerNodeYear: 1_500,
    maintenanceShare: 0.05,
    staffPerYear: 60_000,
    lifetimeYears: 4,
    residualShare: 0.1,
    useShare: 0.7,
  },
} as const;
