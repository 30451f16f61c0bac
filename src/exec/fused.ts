import type { Block, OutBlock, Validity } from '../array/block.js'
import { maskNodata } from '../array/nodata-mask.js'
import { stridesOf } from '../array/strided-copy.js'
import { hull, sameWindow, shapeOf, sizeOf, type Window } from '../array/window.js'
import { strips } from '../plan/fuse.js'
import type { Step } from '../plan/layout.js'
import type { PlanNode, ResolvedGraph } from '../plan/resolved-graph.js'
import type { Arena } from './arena.js'

/** Blocks that a step reads, by node. */
export type BlocksByNode = ReadonlyMap<number, Block>

/** Runs a step and the nodes fused into it, strip by strip: the blocks between them never leave the cache. */
export function runFused(graph: ResolvedGraph, step: Step, out: OutBlock, blocks: BlocksByNode, arena: Arena, taskStart: number): void {
  const whole = new StripValidity(out)
  for (const strip of strips(step.window)) {
    const windows = stripWindows(graph, step, strip)
    const held = new Map<number, Block>()
    for (const fused of step.fused) {
      const window = windows.get(fused.node)
      if (window === undefined) continue
      const { dtype } = (graph.nodes[fused.node] as PlanNode).spec
      const mask = arena.bytes(taskStart + fused.mask, sizeOf(window))
      const block: OutBlock = { window, data: arena.view(dtype, taskStart + fused.data, sizeOf(window)), mask, valid: mask }
      runStrip(graph, fused.node, block, held, blocks, arena, taskStart, step)
      held.set(fused.node, block)
    }
    const part = whole.part(strip)
    runStrip(graph, step.node, part, held, blocks, arena, taskStart, step)
    whole.add(part)
  }
  whole.finish()
}

/** The window of every fused node that a strip of the step needs. */
function stripWindows(graph: ResolvedGraph, step: Step, strip: Window): Map<number, Window> {
  const fused = new Set(step.fused.map(({ node }) => node))
  const windows = new Map<number, Window>([[step.node, strip]])
  for (const node of [...step.fused.map((each) => each.node), step.node].reverse()) {
    const window = windows.get(node)
    const card = graph.card(node)
    if (window === undefined || card === undefined) continue
    const { inputs } = graph.nodes[node] as PlanNode
    for (const [position, wanted] of card.demand(window, graph.inputSpecs(node), graph.params(node), graph.state(node))) {
      const input = inputs[position] as number
      if (fused.has(input)) windows.set(input, windows.has(input) ? hull(windows.get(input) as Window, wanted) : wanted)
    }
  }
  return windows
}

function runStrip(
  graph: ResolvedGraph,
  node: number,
  out: OutBlock,
  held: BlocksByNode,
  blocks: BlocksByNode,
  arena: Arena,
  taskStart: number,
  step: Step,
): void {
  const card = graph.card(node) as NonNullable<ReturnType<ResolvedGraph['card']>>
  const { inputs } = graph.nodes[node] as PlanNode
  const given = new Map<number, Block>()
  for (const [position, wanted] of card.demand(out.window, graph.inputSpecs(node), graph.params(node), graph.state(node))) {
    const input = inputs[position] as number
    const block = held.get(input) ?? blocks.get(input)
    if (block !== undefined) given.set(position, narrow(block, wanted))
  }
  arena.scratchRegion(taskStart + step.scratch, step.scratchBytes)
  card.run(out, given, graph.params(node), graph.state(node), arena)
}

/** The part of a block that a window covers, where that is contiguous; else the block as it is, which covers the window too. */
function narrow(block: Block, window: Window): Block {
  if (sameWindow(block.window, window)) return block
  const rank = window.start.length
  let inner = rank - 1
  while (inner >= 0 && window.start[inner] === block.window.start[inner] && window.stop[inner] === block.window.stop[inner]) inner--
  for (let dim = 0; dim < inner; dim++) if ((window.stop[dim] as number) - (window.start[dim] as number) !== 1) return block
  const strides = stridesOf(shapeOf(block.window))
  const from = window.start.reduce((sum, at, dim) => sum + (at - (block.window.start[dim] as number)) * (strides[dim] as number), 0)
  const to = from + sizeOf(window)
  if (from < 0 || to > block.data.length) return block
  const valid = block.valid instanceof Uint8Array ? block.valid.subarray(from, to) : block.valid
  return { window, data: block.data.subarray(from, to), valid }
}

/** Joins the validity of strips: null where all are, `{ nodata }` where all say the same, else mask bytes. */
class StripValidity {
  readonly #out: OutBlock
  readonly #strips: { from: number; to: number; valid: Validity }[] = []
  #at = 0

  constructor(out: OutBlock) {
    this.#out = out
  }

  /** The part of the block that a strip fills; strips come in C order. */
  part(window: Window): OutBlock {
    const to = this.#at + sizeOf(window)
    const mask = this.#out.mask.subarray(this.#at, to)
    return { window, data: this.#out.data.subarray(this.#at, to), mask, valid: mask }
  }

  add(part: OutBlock): void {
    const from = this.#at
    this.#at += part.data.length
    this.#strips.push({ from, to: this.#at, valid: part.valid })
  }

  finish(): void {
    const first = this.#strips[0]?.valid ?? null
    if (this.#strips.every(({ valid }) => sameForm(valid, first)) && !(first instanceof Uint8Array)) {
      this.#out.valid = first
      return
    }
    for (const { from, to, valid } of this.#strips) {
      if (valid === null) this.#out.mask.fill(1, from, to)
      else if (!(valid instanceof Uint8Array))
        maskNodata({ data: this.#out.data, from, count: to - from }, valid.nodata, this.#out.mask, from)
    }
    this.#out.valid = this.#out.mask
  }
}

function sameForm(a: Validity, b: Validity): boolean {
  if (a === null || b === null || a instanceof Uint8Array || b instanceof Uint8Array) return a === b
  return Object.is(a.nodata, b.nodata)
}
