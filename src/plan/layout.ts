import { sizeOf, type Window } from '../array/window.js'
import { dtypes } from '../base/dtype.js'
import { stepOf, type TaskDemand } from './demand.js'
import { strips } from './fuse.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'

/** Blocks start at multiples of this, which suits SIMD loads and every dtype. */
const alignment = 16

/** Readable bytes after every block, so that kernels may load past its end. */
const slackBytes = 64

/** One step of a task: fill a node's block. Offsets are bytes from the start of the task region. */
export interface Step {
  readonly node: number
  readonly window: Window
  readonly data: number
  /** Offset of the mask bytes; -1 for a leaf whose tiles carry no mask. */
  readonly mask: number
  readonly scratch: number
  readonly scratchBytes: number
  /** The nodes that are fused into this one, inputs first: their blocks hold one strip. Empty where the step runs over its whole window. */
  readonly fused: readonly FusedStep[]
}

/** A node that is computed strip by strip inside another's step. */
export interface FusedStep {
  readonly node: number
  readonly data: number
  readonly mask: number
}

/** Where every block of a task lies, and the most bytes that are in use at once. */
export interface TaskLayout {
  readonly steps: readonly Step[]
  /** Offset of the bytes reserved for the sink, while only the root's block is held. */
  readonly reserve: number
  readonly peakBytes: number
}

/** What {@link RegionAllocator} takes for a request: with slack, and rounded up. */
export function allocatedBytes(bytes: number): number {
  return Math.ceil((bytes + slackBytes) / alignment) * alignment
}

/** First-fit allocation of byte ranges: deterministic, so the plan's figure is what the run uses. */
export class RegionAllocator {
  readonly #used: { start: number; stop: number }[] = []
  /** The largest end that was ever in use. */
  peak = 0

  /** Reserves bytes at the lowest place that is free; answers its offset. */
  take(bytes: number): number {
    const length = allocatedBytes(bytes)
    let start = 0
    let at = 0
    for (; at < this.#used.length; at++) {
      const next = this.#used[at] as { start: number; stop: number }
      if (start + length <= next.start) break
      start = next.stop
    }
    this.#used.splice(at, 0, { start, stop: start + length })
    this.peak = Math.max(this.peak, start + length)
    return start
  }

  /** Gives back what `take` answered with this offset. */
  free(offset: number): void {
    const at = this.#used.findIndex((range) => range.start === offset)
    if (at >= 0) this.#used.splice(at, 1)
  }
}

/** Whether a leaf's blocks need a mask: asked of the thread's or the plan's knowledge of its source. */
export type LeafMasked = (node: number) => boolean

/** Assigns every block of a task its place: blocks live from their step to their last reader. `reserve` bytes stay free for the sink at the end. */
export function layoutTask(graph: ResolvedGraph, demand: TaskDemand, leafMasked: LeafMasked, reserveBytes: number): TaskLayout {
  const root = demand.nodes[demand.nodes.length - 1] as number
  const ended = lastReads(demand)
  const groups = fusedGroups(graph, demand, root)
  const allocator = new RegionAllocator()
  const steps: Step[] = []
  const held = new Map<number, readonly number[]>()
  for (const node of demand.nodes) {
    if (stepOf(graph, node, root) !== node) continue
    const window = demand.windows.get(node) as Window
    const { spec } = graph.nodes[node] as PlanNode
    const elements = sizeOf(window)
    const data = allocator.take(elements * dtypes[spec.dtype].bytes)
    const masked = graph.isLeaf(node) ? leafMasked(node) : true
    const mask = masked ? allocator.take(elements) : -1
    held.set(node, masked ? [data, mask] : [data])
    const fused = placeFused(graph, groups.get(node) ?? [], window, allocator)
    const largest = fused.length > 0 ? (strips(window).next().value as Window) : window
    let scratchBytes = scratchOf(graph, node, node, largest)
    for (const each of fused) scratchBytes = Math.max(scratchBytes, scratchOf(graph, each.node, node, largest))
    const scratch = scratchBytes > 0 ? allocator.take(scratchBytes) : 0
    steps.push({ node, window, data, mask, scratch, scratchBytes, fused })
    if (scratchBytes > 0) allocator.free(scratch)
    for (const step of fused) for (const offset of [step.data, step.mask]) allocator.free(offset)
    for (const input of ended.get(node) ?? []) for (const offset of held.get(input) ?? []) allocator.free(offset)
  }
  const reserve = allocator.take(reserveBytes)
  return { steps, reserve, peakBytes: allocator.peak }
}

/** The fused nodes of a task by the step that computes them, ascending. */
function fusedGroups(graph: ResolvedGraph, demand: TaskDemand, root: number): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const node of demand.nodes) {
    const step = stepOf(graph, node, root)
    if (step === node) continue
    const group = groups.get(step)
    if (group === undefined) groups.set(step, [node])
    else group.push(node)
  }
  return groups
}

/** Room for one strip of each fused node: no strip has more elements than the first. */
function placeFused(graph: ResolvedGraph, nodes: readonly number[], window: Window, allocator: RegionAllocator): FusedStep[] {
  if (nodes.length === 0) return []
  const elements = sizeOf(strips(window).next().value as Window)
  return nodes.map((node) => {
    const { dtype } = (graph.nodes[node] as PlanNode).spec
    return { node, data: allocator.take(elements * dtypes[dtype].bytes), mask: allocator.take(elements) }
  })
}

function scratchOf(graph: ResolvedGraph, node: number, step: number, window: Window): number {
  const card = graph.card(node)
  if (card === undefined || card.leaf) return 0
  return card.scratchBytes(alignedTo(graph, node, step, window), graph.inputSpecs(node), graph.params(node))
}

/** A window of the step's node as one of a node that has some of its dims. */
function alignedTo(graph: ResolvedGraph, node: number, step: number, window: Window): Window {
  const dims = (graph.nodes[step] as PlanNode).spec.dims
  const own = (graph.nodes[node] as PlanNode).spec.dims
  if (own.length === dims.length && own.every((dim, at) => dim === dims[at])) return window
  const places = own.map((dim) => dims.indexOf(dim))
  return { start: places.map((at) => window.start[at] ?? 0), stop: places.map((at) => window.stop[at] ?? 1) }
}

/** For each node of a task, the nodes that nobody reads after it. */
function lastReads(demand: TaskDemand): Map<number, number[]> {
  const ended = new Map<number, number[]>()
  for (const [input, reader] of demand.lastReader) {
    const list = ended.get(reader)
    if (list === undefined) ended.set(reader, [input])
    else list.push(input)
  }
  return ended
}
