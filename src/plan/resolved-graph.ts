import type { ChunkGrid } from '../array/chunk-grid.js'
import type { Json } from '../base/json.js'
import type { ScalarJson } from '../base/scalar.js'
import type { Graph } from '../graph/graph.js'
import type { AnyOp, Assets } from '../graph/op.js'
import type { Registry } from '../graph/registry.js'
import type { ArraySpec } from '../graph/spec.js'
import { fusedConsumers } from './fuse.js'

/** A level of an output that later tasks read back from its sink. */
export interface StoredLevel {
  readonly output: number
  readonly level: number
  /** How its validity reads back: as a mask, by one value, or all valid; not known where only reading tells. */
  readonly validity: 'mask' | 'valid' | { readonly nodata: ScalarJson } | 'unknown'
}

/** Whether a level's tiles need room for a mask. */
export function isMasked({ validity }: StoredLevel): boolean {
  return validity === 'mask' || validity === 'unknown'
}

/** A node of a plan as plain data: an op over earlier nodes, or (`stored`) the pixels that a sink already holds. */
export interface PlanNode {
  readonly op: string
  readonly version: number
  readonly inputs: readonly number[]
  readonly params: Json
  readonly spec: ArraySpec
  readonly stored: StoredLevel | null
}

/** Nodes with their cards and states, as demand and run need them. States are prepared on first use, once per thread. */
export interface ResolvedGraph {
  readonly nodes: readonly PlanNode[]
  /** The card of a node; undefined for stored levels. */
  card(node: number): AnyOp | undefined
  /** Whether a node's pixels come from tiles: a source, or a stored level. */
  isLeaf(node: number): boolean
  /** Tiling of a leaf. */
  tiles(node: number): ChunkGrid
  inputSpecs(node: number): readonly ArraySpec[]
  /** The card's params as parsed. */
  params(node: number): never
  /** What the card's `prepare` made. */
  state(node: number): never
  /** The node whose loop this one is fused into (never an inline node itself), or -1: see fuse.ts. */
  fusedInto(node: number): number
}

/** A graph and the specs of its nodes as plan nodes. */
export function planNodes(graph: Graph, specs: readonly ArraySpec[]): PlanNode[] {
  return graph.nodes.map((node, index) => ({ ...node, spec: specs[index] as ArraySpec, stored: null }))
}

/** Looks up the cards of plan nodes. */
export function resolveGraph(nodes: readonly PlanNode[], registry: Registry): ResolvedGraph {
  const cards = nodes.map((node) => (node.stored === null ? registry.op(node.op, node.version) : undefined))
  const inputs: (readonly ArraySpec[] | undefined)[] = []
  const params: unknown[] = []
  const states = new StateCache()
  const fused = fusedConsumers(nodes, (node) => cards[node]?.elementwise ?? false)
  const resolved: ResolvedGraph = {
    nodes,
    card: (node) => cards[node],
    isLeaf: (node) => cards[node]?.leaf ?? true,
    tiles: (node) => (nodes[node] as PlanNode).spec.chunks,
    inputSpecs: (node) => remember(inputs, node, () => (nodes[node] as PlanNode).inputs.map((input) => (nodes[input] as PlanNode).spec)),
    params: (node) => remember(params, node, () => cards[node]?.parse((nodes[node] as PlanNode).params)) as never,
    state: (node) => states.get(node, resolved, registry.assets) as never,
    fusedInto: (node) => fused[node] as number,
  }
  return resolved
}

function remember<T>(cache: (T | undefined)[], key: number, make: () => T): T {
  const known = cache[key]
  if (known !== undefined) return known
  const made = make()
  cache[key] = made
  return made
}

/** States that a thread keeps whatever their size, and bytes up to which it keeps more: of thousands of inputs it needs a few at a time. */
const statesKept = 64
const stateBytesKept = 16 * 1024 * 1024

/** The states used last. */
class StateCache {
  readonly #held = new Map<number, { readonly state: unknown; readonly bytes: number }>()
  #bytes = 0

  get(node: number, graph: ResolvedGraph, assets: Assets): unknown {
    const known = this.#held.get(node)
    if (known !== undefined) {
      // As long as nothing had to go, the order in which states were used says nothing: long chains ask for theirs often.
      if (this.#bytes <= stateBytesKept) return known.state
      this.#held.delete(node)
      this.#held.set(node, known)
      return known.state
    }
    const state = prepare(graph, node, assets)
    const bytes = graph.card(node)?.stateBytes(graph.inputSpecs(node), graph.params(node)) ?? 0
    this.#held.set(node, { state, bytes })
    this.#bytes += bytes
    for (const [oldest, { bytes: freed }] of this.#held) {
      if (this.#held.size <= statesKept || this.#bytes <= stateBytesKept) break
      this.#held.delete(oldest)
      this.#bytes -= freed
    }
    return state
  }
}

function prepare(graph: ResolvedGraph, node: number, assets: Assets): unknown {
  return graph.card(node)?.prepare(graph.inputSpecs(node), graph.params(node), assets)
}

/** Most bytes of states that one thread keeps. */
export function totalStateBytes(graph: ResolvedGraph): number {
  const each = graph.nodes.map((_, node) => graph.card(node)?.stateBytes(graph.inputSpecs(node), graph.params(node)) ?? 0)
  const sum = (bytes: readonly number[]): number => bytes.reduce((total, one) => total + one, 0)
  const largest = each.toSorted((a, b) => b - a).slice(0, statesKept)
  return Math.min(sum(each), Math.max(sum(largest), stateBytesKept + (largest[0] ?? 0)))
}
