import { createElement, type ReactNode } from "react";
import type { Formula } from "../../shared/estimate/trace.ts";
import { amountParts } from "./number-parts.ts";
import "./formula.css";

/** A formula in MathML, which Chromium sets itself. Sides of an equation stand below each other when there are several. */
export function FormulaView({ formula }: { readonly formula: Formula }) {
  return element(
    "math",
    { display: "inline", className: "formula" },
    formula.kind === "equals" ? sides(formula) : mathOf(formula),
  );
}

function element(name: string, attributes: Readonly<Record<string, string>>, ...children: ReactNode[]) {
  return createElement(name, attributes, ...children);
}

const row = (...children: ReactNode[]) => element("mrow", {}, ...children);
const operator = (sign: string) => element("mo", {}, sign);

/** "a = b" on one line; "a = b", then "= c", "= d" below. */
function sides({ sides: all }: Extract<Formula, { kind: "equals" }>): ReactNode {
  const [left, right, ...more] = all;
  if (left === undefined) return null;
  if (right === undefined) return mathOf(left);
  const line = (key: number, first: ReactNode, second: Formula) =>
    element(
      "mtr",
      { key: String(key) },
      element("mtd", { className: "formula-left" }, first),
      element("mtd", { className: "formula-right" }, operator("="), mathOf(second)),
    );
  return element("mtable", {}, line(0, mathOf(left), right), ...more.map((side, i) => line(i + 1, null, side)));
}

function mathOf(formula: Formula): ReactNode {
  switch (formula.kind) {
    case "symbol":
      return symbol(formula.name, formula.sub);
    case "number":
      return number(formula.value, formula.unit ?? "");
    case "text":
      return element("mtext", {}, formula.text);
    case "product":
      return joined(formula.factors, betweenFactors(formula.factors));
    case "plus":
      return joined(formula.terms, "+");
    case "minus":
      return row(mathOf(formula.from), operator("−"), mathOf(formula.take));
    case "fraction":
      return element("mfrac", {}, mathOf(formula.over), mathOf(formula.under));
    case "power":
      return element("msup", {}, powerBase(formula.base), mathOf(formula.exponent));
    case "sum":
      return row(element("munder", {}, bigSigma, element("mtext", {}, formula.index)), mathOf(formula.of));
    case "group":
      return bracketed(formula.inner);
    case "equals":
      return sides(formula);
  }
}

/** "10 × 10⁹" to a power needs its brackets. */
function powerBase(base: Formula): ReactNode {
  const { kind } = base;
  const isPlain = kind === "symbol" || kind === "group" || (kind === "number" && isShort(base.value));
  return isPlain ? mathOf(base) : bracketed(base);
}

/** Brackets are as tall as a fraction between them: Inter has one height of each, and so it is made larger. */
function bracketed(inner: Formula): ReactNode {
  const className = isTall(inner) ? "formula-tall" : "";
  const bracket = (sign: string) => element("mo", { className, stretchy: "false" }, sign);
  return row(bracket("("), mathOf(inner), bracket(")"));
}

function isTall(formula: Formula): boolean {
  switch (formula.kind) {
    case "fraction":
      return true;
    case "product":
      return formula.factors.some(isTall);
    case "plus":
      return formula.terms.some(isTall);
    case "minus":
      return isTall(formula.from) || isTall(formula.take);
    case "power":
      return isTall(formula.base);
    case "group":
      return isTall(formula.inner);
    default:
      return false;
  }
}

const isShort = (value: number): boolean => amountParts(value, "").exponent === null;

/** The Greek letter: Inter has it, and not the sign of summation. */
const bigSigma = element("mo", { className: "formula-sigma", stretchy: "false", movablelimits: "false" }, "Σ");

/** One letter is a variable, in italics; a word is a name, upright. */
function symbol(name: string, sub: string | undefined): ReactNode {
  const letter = element(
    "mi",
    { mathvariant: "normal", className: [...name].length === 1 ? "formula-letter" : "" },
    name,
  );
  return sub === undefined ? letter : element("msub", {}, letter, element("mtext", {}, sub));
}

function number(value: number, unit: string): ReactNode {
  const { digits, exponent } = amountParts(value, unit);
  const digitsOnly = element("mn", {}, digits);
  const power = exponent !== null && [
    element("mo", { key: "times" }, "×"),
    element("msup", { key: "power" }, element("mn", {}, "10"), element("mn", {}, exponent)),
  ];
  return row(digitsOnly, power, unit === "" ? null : element("mtext", { className: "formula-unit" }, unit));
}

function joined(parts: readonly Formula[], sign: string): ReactNode {
  return row(
    ...parts.map((part, index) =>
      element("mrow", { key: String(index) }, index > 0 ? operator(sign) : null, mathOf(part)),
    ),
  );
}

/** A dot between letters, a cross where numbers meet. */
const betweenFactors = (factors: readonly Formula[]): string =>
  factors.some((factor) => factor.kind === "number" || factor.kind === "text") ? "×" : "·";
