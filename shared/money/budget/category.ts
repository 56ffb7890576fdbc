/** What a line of a budget is for: the field's kinds of cost, which funders then call by names and numbers of their own. */
import { z } from "zod";

export const CATEGORIES = [
  "people",
  "fringe",
  "equipment",
  "depreciation",
  "travel",
  "participantSupport",
  "tuition",
  "patientCare",
  "rent",
  "supplies",
  "publication",
  "consultants",
  "compute",
  "storage",
  "egress",
  "subaward",
  "subcontracting",
  "internallyInvoiced",
  "otherDirect",
  "contingency",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const categorySchema = z.enum(CATEGORIES, { error: `Allowed: ${CATEGORIES.join(", ")}` });

interface CategoryFacts {
  readonly title: string;
  /** Whether sales tax or VAT is paid on it where the budget has a tax and the line says nothing. */
  readonly taxed: boolean;
  /** Whether its price rises by the yearly escalation where the line says nothing. */
  readonly escalated: boolean;
  /** What the quantity counts where the line says nothing. */
  readonly unit: string;
}

const bought = { taxed: true, escalated: false, unit: "" };
const untaxed = { taxed: false, escalated: false, unit: "" };

export const CATEGORY_FACTS: Readonly<Record<Category, CategoryFacts>> = {
  people: { title: "People", taxed: false, escalated: true, unit: "FTE-year" },
  fringe: { title: "Fringe benefits", taxed: false, escalated: true, unit: "FTE-year" },
  equipment: { title: "Equipment", ...bought },
  depreciation: { title: "Depreciation of equipment", ...untaxed },
  travel: { title: "Travel", ...untaxed },
  participantSupport: { title: "Participant support", ...untaxed },
  tuition: { title: "Tuition and scholarships", ...untaxed },
  patientCare: { title: "Patient care", ...untaxed },
  rent: { title: "Rent of off-site space", ...untaxed },
  supplies: { title: "Supplies", ...bought },
  publication: { title: "Publication", ...bought },
  consultants: { title: "Consultants", ...bought },
  compute: { title: "Computing", ...bought },
  storage: { title: "Storage", ...bought },
  egress: { title: "Data transfer", ...bought },
  subaward: { title: "Subawards", ...untaxed },
  subcontracting: { title: "Subcontracting", ...bought },
  internallyInvoiced: { title: "Internally invoiced goods and services", ...untaxed },
  otherDirect: { title: "Other direct costs", ...bought },
  contingency: { title: "Contingency", ...untaxed },
};
