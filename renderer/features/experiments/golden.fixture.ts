/** The shipped golden plan, as forms see its document and as it is opened. */
import text from "../../../assets/templates/scaling-exponents.json?raw";
import { catalogue } from "../../estimating/catalogue.ts";
import { type OpenedPlan, openPlan } from "../../estimating/opened-plan.ts";

export const goldenTree: unknown = JSON.parse(text);

export function openGolden(): OpenedPlan {
  const opened = openPlan({ name: "scaling-exponents.json", text }, catalogue);
  if (!opened.ok) throw new Error("The shipped plan has faults");
  return opened.value;
}
