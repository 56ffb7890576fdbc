/** YAML's anchors and aliases: before a repeated value is edited, those who only repeat it get a copy of their own. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  type Node,
  type Pair,
  visit,
} from "yaml";
import type { DocumentPath } from "../fault.ts";
import type { PlainValue, PlanEdit } from "./plan-edit.ts";
import type { Splice } from "./splice.ts";
import type { TextStyle } from "./text-style.ts";
import { inLine, yamlDialect } from "./write-value.ts";

/**
 * The splices after which `edit` changes what its path shows and nothing else: an alias on the way becomes a copy of what it
 * stands for, and so does every alias of a value that the edit changes, moves or takes away. Empty where nothing is shared.
 */
export function ownCopies(document: Document.Parsed, edit: PlanEdit, style: TextStyle): Splice[] {
  const anchors = new Map<string, Node>();
  const aliases: { readonly alias: Alias; readonly target: Node }[] = [];
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      if (target !== undefined) aliases.push({ alias, target });
    },
    Node(_, node) {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  if (aliases.length === 0) return [];
  const copy = ({ alias, target }: (typeof aliases)[number]): Splice => {
    const [from = 0, to = 0] = alias.range ?? [];
    // The reader has counted what the aliases stand for before anything comes here.
    const value: PlainValue = target.toJS(document, { maxAliasCount: -1 });
    return { from, to, text: inLine(value, yamlDialect, style) };
  };

  const isOfMember = edit.op !== "set" && edit.op !== "remove";
  const way = nodesOn(document.contents, edit.path);
  const shortcut = way.find((node, depth) => isAlias(node) && (depth < edit.path.length || isOfMember));
  const taken = aliases.find(({ alias }) => alias === shortcut);
  if (taken !== undefined) return [copy(taken)];

  const touched = new Set<Node>(way);
  const target = way[edit.path.length];
  const staysInOrder = edit.op === "insert" || edit.op === "insertKey" || edit.op === "rename";
  if (isCollection(target) && !staysInOrder) visit(target, { Node: (_, node) => void touched.add(node) });
  return aliases
    .filter(({ alias, target: shared }) => touched.has(shared) && (isOfMember || !touched.has(alias)))
    .map(copy);
}

/** The nodes on the way along `path`, the root first, as far as they are there; an alias ends it. */
function nodesOn(root: Node | null, path: DocumentPath): Node[] {
  const way: Node[] = [];
  let node: unknown = root;
  for (const step of [...path, null]) {
    if (!isNode(node)) break;
    way.push(node);
    if (step === null) break;
    node = memberOf(node, step);
  }
  return way;
}

function memberOf(node: Node, step: string | number): unknown {
  if (isSeq(node)) return typeof step === "number" ? node.items[step] : undefined;
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isPair(pair) && keyOf(pair) === step)?.value;
}

const keyOf = ({ key }: Pair): string => String(isNode(key) && "value" in key ? key.value : key);
