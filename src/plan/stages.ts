import type { Registry } from '../graph/registry.js'
import type { PlanNode } from './resolved-graph.js'

/** A node that is made in a stage of its own. */
export interface StagedNode {
  readonly node: number
  /** How many stages must be done before: staged nodes of one depth need nothing of each other. */
  readonly depth: number
}

/**
 * Cuts a graph behind the nodes whose cards ask for a stage of their own: who reads them reads what was put aside. The first is output
 * `firstOutput`, and so on. A node that only one output reads is made with it.
 */
export function cutStages(
  nodes: readonly PlanNode[],
  roots: readonly number[],
  registry: Registry,
  firstOutput: number,
): { nodes: PlanNode[]; roots: number[]; staged: StagedNode[] } {
  const cut: PlanNode[] = []
  const places: number[] = []
  const depths: number[] = []
  const staged: StagedNode[] = []
  const consumers = consumersOf(nodes)
  nodes.forEach((node, index) => {
    const inputs = node.inputs.map((input) => places[input] as number)
    const depth = Math.max(0, ...inputs.map((input) => depths[input] as number))
    places.push(cut.length)
    depths.push(depth)
    cut.push({ ...node, inputs })
    const readers = consumers[index] as number[]
    const endsHere = readers.length === 0 || (readers.length === 1 && roots.includes(readers[0] as number))
    if (node.stored !== null || registry.op(node.op, node.version).stage !== true || endsHere) return
    const output = firstOutput + staged.length
    staged.push({ node: cut.length - 1, depth })
    places[index] = cut.length
    depths.push(depth + 1)
    cut.push({ ...storedNode(output), spec: node.spec })
  })
  return { nodes: cut, roots: roots.map((root) => places[root] as number), staged }
}

function storedNode(output: number): Omit<PlanNode, 'spec'> {
  return { op: 'stored', version: 1, inputs: [], params: { output, level: 0 }, stored: { output, level: 0, validity: 'unknown' } }
}

/** For each node, those that read it. */
function consumersOf(nodes: readonly PlanNode[]): number[][] {
  const consumers = nodes.map((): number[] => [])
  nodes.forEach(({ inputs }, node) => {
    for (const input of new Set(inputs)) consumers[input]?.push(node)
  })
  return consumers
}

/** Whether making a node reads pixels that were put aside. */
export function readsStored(nodes: readonly PlanNode[], root: number): boolean {
  const seen = new Set<number>()
  const stack = [root]
  while (stack.length > 0) {
    const at = stack.pop() as number
    if (seen.has(at)) continue
    seen.add(at)
    const { stored, inputs } = nodes[at] as PlanNode
    if (stored !== null) return true
    stack.push(...inputs)
  }
  return false
}
