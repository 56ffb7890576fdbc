/** A one-way pipe between two nodes. Costs may be negative, but not around a circle. */
export interface Pipe {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

/** Differences below this are rounding: without it two equally cheap ways could take turns for ever. */
const TIE = 1e-9;

/**
 * Sends whole units from the source to the sink at the least total cost, by successive cheapest paths (Jewell 1962;
 * Busacker and Gowen 1960): each unit takes the cheapest way that is left, and may push back what an earlier one took.
 *
 * @param nodes the source is node 0, the sink the last
 * @param units at most what the pipes can carry; what they cannot is not sent
 * @returns the units in every pipe
 */
export function cheapestFlow(nodes: number, pipes: readonly Pipe[], units: number): number[] {
  const flow = pipes.map(() => 0);
  for (let sent = 0; sent < units; sent++) {
    const path = cheapestPath(nodes, pipes, flow);
    if (path === undefined) break;
    for (const { pipe, by } of path) flow[pipe] = (flow[pipe] ?? 0) + by;
  }
  return flow;
}

/** A pipe on a path: `by` is 1 forwards, −1 where it takes back a unit. */
interface Hop {
  readonly pipe: number;
  readonly by: 1 | -1;
  readonly from: number;
}

/** Bellman and Ford: costs are negative where a unit is taken back. */
function cheapestPath(nodes: number, pipes: readonly Pipe[], flow: readonly number[]): Hop[] | undefined {
  const cost = Array.from({ length: nodes }, (_, node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY));
  const into: (Hop | undefined)[] = Array.from({ length: nodes });
  const relax = (from: number, to: number, price: number, hop: Hop) => {
    const through = (cost[from] ?? 0) + price;
    if (!(through < (cost[to] ?? 0) - TIE)) return false;
    cost[to] = through;
    into[to] = hop;
    return true;
  };
  for (let round = 0, changed = true; changed && round < nodes; round++) {
    changed = false;
    pipes.forEach((pipe, index) => {
      const carried = flow[index] ?? 0;
      if (carried < pipe.capacity && relax(pipe.from, pipe.to, pipe.cost, { pipe: index, by: 1, from: pipe.from })) {
        changed = true;
      }
      if (carried > 0 && relax(pipe.to, pipe.from, -pipe.cost, { pipe: index, by: -1, from: pipe.to })) changed = true;
    });
  }
  const path: Hop[] = [];
  for (let node = nodes - 1; node !== 0; ) {
    const hop = into[node];
    if (hop === undefined) return undefined;
    path.push(hop);
    node = hop.from;
  }
  return path;
}
