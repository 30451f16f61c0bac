import { hull, isEmpty, type Window } from '../array/window.js'
import type { ResolvedGraph } from './resolved-graph.js'
import { clipDemand } from './seam.js'

/** Which window of which node a task needs, inputs before consumers. Nodes that do not matter are absent. */
export interface TaskDemand {
  /** Node indices, ascending: inputs come before consumers. */
  readonly nodes: readonly number[]
  readonly windows: ReadonlyMap<number, Window>
  /** For each node that is read: the last step that reads it; what a fused node reads is read by the step that it is fused into. */
  readonly lastReader: ReadonlyMap<number, number>
  /** For each node that reads: the positions of its inputs that matter, with the nodes that stand there. */
  readonly edges: ReadonlyMap<number, readonly (readonly [position: number, input: number])[]>
}

/**
 * Walks demand backwards from one window of one node. Windows are clipped to each node's shape (see seam.ts) and joined by hull where
 * several consumers want the same node. Costs O(nodes that matter), whatever the size of the graph.
 */
export function taskDemand(graph: ResolvedGraph, root: number, window: Window): TaskDemand {
  const windows = new Map<number, Window>([[root, window]])
  const lastReader = new Map<number, number>()
  const edges = new Map<number, [number, number][]>()
  const waiting = [root]
  const nodes: number[] = []
  while (waiting.length > 0) {
    const node = waiting.pop() as number
    nodes.push(node)
    const card = graph.card(node)
    if (card === undefined || card.leaf) continue
    const inputs = (graph.nodes[node] as { inputs: readonly number[] }).inputs
    const out = windows.get(node) as Window
    const read: [number, number][] = []
    const step = stepOf(graph, node, root)
    for (const [position, wanted] of card.demand(out, graph.inputSpecs(node), graph.params(node), graph.state(node))) {
      const input = inputs[position] as number
      const clipped = clipDemand(graph, input, wanted)
      if (isEmpty(clipped)) continue
      if (!read.some(([known]) => known === position)) read.push([position, input])
      const known = windows.get(input)
      if (known === undefined) insert(waiting, input)
      lastReader.set(input, Math.max(lastReader.get(input) ?? -1, step))
      windows.set(input, known === undefined ? clipped : hull(known, clipped))
    }
    edges.set(node, read)
  }
  return { nodes: nodes.reverse(), windows, lastReader, edges }
}

/** The node whose step computes a node: its own, or that of the node that it is fused into. A task's root always has its own. */
export function stepOf(graph: ResolvedGraph, node: number, root: number): number {
  const into = graph.fusedInto(node)
  return into < 0 || node === root ? node : Math.min(into, root)
}

/** Keeps the list ascending, so that the last one is the node all of whose consumers are done. */
function insert(waiting: number[], node: number): void {
  let at = waiting.length
  while (at > 0 && (waiting[at - 1] as number) > node) at--
  waiting.splice(at, 0, node)
}
