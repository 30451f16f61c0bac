import type { Registry } from '../graph/registry.js'
import type { PlanNode } from './resolved-graph.js'

/** Most rewrites of one node; cards that send each other back and forth stop here. */
const mostRewrites = 8

/**
 * Replaces nodes by cheaper ones that give the same bits, as their cards say, and drops nodes that no root needs.
 * Answers the new nodes and where each root went.
 */
export function simplify(nodes: readonly PlanNode[], roots: readonly number[], registry: Registry): { nodes: PlanNode[]; roots: number[] } {
  const replaced: number[] = []
  const rewritten: PlanNode[] = []
  for (const node of nodes) {
    const linked = { ...node, inputs: node.inputs.map((input) => replaced[input] as number) }
    const result = rewrite(linked, rewritten, registry)
    if (typeof result === 'number') {
      replaced.push(result)
      continue
    }
    expandInto(rewritten, result, registry)
    replaced.push(rewritten.length - 1)
  }
  return prune(
    rewritten,
    roots.map((root) => replaced[root] as number),
  )
}

/** Appends a node, or the nodes that its card puts in its place. The last of them has the node's spec. */
function expandInto(nodes: PlanNode[], node: PlanNode, registry: Registry): void {
  const card = registry.op(node.op, node.version)
  const specs = node.inputs.map((input) => (nodes[input] as PlanNode).spec)
  const expanded = node.stored === null ? (card.expand?.(specs, card.parse(node.params) as never) ?? null) : null
  const apart = (expanded ?? []).flatMap((each) => each.apart ?? [])
  const copied = apart[0] === undefined ? [] : reached(nodes, node.inputs, apart[0], Math.floor(mostCopied / apart.length), registry)
  if (expanded === null || copied === null) {
    nodes.push(node)
    return
  }
  const made: number[] = []
  expanded.forEach(({ op, version, params, inputs, apart }, at) => {
    const places = apart === undefined ? null : copyOf(nodes, copied)
    const inputOf = (input: number): number => places?.get(node.inputs[input] as number) ?? (node.inputs[input] as number)
    const linked = inputs.map((input) => (typeof input === 'number' ? inputOf(input) : (made[input.made] as number)))
    const own = registry.op(op, version)
    const inferred = own.infer(
      linked.map((input) => (nodes[input] as PlanNode).spec),
      own.parse(params) as never,
    )
    made.push(nodes.length)
    nodes.push({ op, version, params, inputs: linked, spec: at === expanded.length - 1 ? node.spec : inferred, stored: null })
  })
}

/** Nodes that expansions may copy. */
const mostCopied = 2048

/**
 * The nodes that some are made from, those included, inputs first, but not what nodes join along a dim: of that each copy demands its own. Null where there are
 * more than `most`, or some are made in stages of their own.
 */
function reached(nodes: readonly PlanNode[], roots: readonly number[], dim: string, most: number, registry: Registry): number[] | null {
  const found = new Set(roots)
  for (const at of found) {
    const { op, version, stored, inputs, params } = nodes[at] as PlanNode
    const card = registry.op(op, version)
    if (found.size > most || stored !== null || card.stage === true) return null
    if (card.joinedAlong?.(card.parse(params) as never) === dim) continue
    for (const input of inputs) found.add(input)
  }
  return [...found].sort((a, b) => a - b)
}

/** Appends copies of nodes; answers where each went. */
function copyOf(nodes: PlanNode[], copied: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const at of copied) {
    const node = nodes[at] as PlanNode
    places.set(at, nodes.length)
    nodes.push({ ...node, inputs: node.inputs.map((input) => places.get(input) ?? input) })
  }
  return places
}

function rewrite(node: PlanNode, before: readonly PlanNode[], registry: Registry): PlanNode | number {
  let current = node
  for (let count = 0; count < mostRewrites && current.stored === null; count++) {
    const card = registry.op(current.op, current.version)
    const specs = current.inputs.map((input) => (before[input] as PlanNode).spec)
    const simpler = card.simplify(specs, card.parse(current.params) as never)
    if (simpler === null) return current
    if (simpler === 'input') return current.inputs[0] as number
    current = { ...current, op: simpler.op, version: simpler.version, params: simpler.params }
  }
  return current
}

function prune(nodes: readonly PlanNode[], roots: readonly number[]): { nodes: PlanNode[]; roots: number[] } {
  const needed = new Uint8Array(nodes.length)
  for (const root of roots) needed[root] = 1
  for (let node = nodes.length - 1; node >= 0; node--) {
    if (needed[node] === 1) for (const input of (nodes[node] as PlanNode).inputs) needed[input] = 1
  }
  const places: number[] = []
  const kept: PlanNode[] = []
  nodes.forEach((node, index) => {
    places.push(kept.length)
    if (needed[index] === 1) kept.push({ ...node, inputs: node.inputs.map((input) => places[input] as number) })
  })
  return { nodes: kept, roots: roots.map((root) => places[root] as number) }
}
