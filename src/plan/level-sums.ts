import { axisCells } from '../array/cells.js'
import { type Dtype, dtypes, isBigInt } from '../base/dtype.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import type { Registry } from '../graph/registry.js'
import type { SinkLevel } from '../graph/sink.js'
import type { ArraySpec } from '../graph/spec.js'
import type { StageRoot } from './plan.js'
import type { SumsRequest } from './plan-request.js'
import type { PlanNode, StoredLevel } from './resolved-graph.js'
import type { OutputFacts, PlanTarget } from './target.js'

/**
 * How the levels of an output become exact means of its pixels without reading those again for each. From the second on, and the first where pixels are cut, a level is made of sums:
 * of the array's pixels, chunk by chunk while they are hot; or, where two by two pixels of the level before lie under each of its own, of that one's sums.
 */
export interface LevelSums {
  /** The output that holds the sums; null where none are put aside. */
  readonly target: OutputFacts | null
  /** Sums of pixels: made after the array itself, of all levels that have such. */
  readonly ofPixels: readonly StageRoot[]
  /** Sums of sums, by the level before which they are made. */
  readonly ofSums: ReadonlyMap<number, StageRoot>
  /** The nodes that make levels. */
  readonly levels: ReadonlyMap<number, number>
}

/** Sums under the pixels of a level as they are stored, and the node that puts those together which lie over several chunks. */
interface Sums {
  readonly stored: number
  readonly spec: ArraySpec
  readonly parts: JsonObject | null
  /** Pixels in a sum at most. */
  readonly pixels: number
}

type Yx = readonly [number, number]

/** Pixels that a packed sum can be of: see the kernels of sums. */
function mostPacked(dtype: Dtype): number {
  if (dtypes[dtype].kind === 'float' || dtypes[dtype].bytes > 2) return 0
  return dtypes[dtype].bytes === 1 ? 1024 : 64
}

/** Extents of sums of one plane that are put aside in one piece, at most: they are of 16 bytes each. */
const sumsChunk = 128

function yxOf({ shape }: ArraySpec): Yx {
  return shape.slice(-2) as unknown as Yx
}

/** The params of a level that is a mean of the array itself; null for any other. */
function meanParams({ made, spec }: SinkLevel): { readonly factor: number | null } | null {
  if (made === null || made.op !== 'overview' || made.input !== 0 || !isJsonObject(made.params) || isBigInt(spec.dtype)) return null
  if (made.params.kernel !== 'average') return null
  return { factor: typeof made.params.factor === 'number' ? made.params.factor : null }
}

/** How many pixels of a level along y and x lie under one of the next: 1 or 2; null where that is no whole number, or more. */
function halves(below: SinkLevel, level: SinkLevel): Yx | null {
  const [from, to] = [yxOf(below.spec), yxOf(level.spec)]
  const { factor = null } = meanParams(level) ?? {}
  if (factor !== null) return factor === 2 * (meanParams(below)?.factor ?? 0) ? [2, 2] : null
  const by = from.map((extent, dim) => extent / (to[dim] as number))
  return by.every((each) => each === 1 || each === 2) ? (by as unknown as Yx) : null
}

/** Whether pixels of integers are cut by those of the first level: shares of them, in whole numbers, make an exact mean. */
function isCut([base, first]: readonly SinkLevel[]): boolean {
  if (base === undefined || first === undefined || dtypes[base.spec.dtype].kind === 'float') return false
  return meanParams(first)?.factor === null && halves(base, first) === null
}

/** Makes the nodes of one output's sums and of the levels made of them; null where there are none. */
export function levelSums(
  nodes: PlanNode[],
  target: PlanTarget,
  validity: StoredLevel['validity'],
  [output, index]: readonly [output: number, sums: number],
  sums: SumsRequest,
  registry: Registry,
): LevelSums | null {
  const [, first, second] = target.levels
  if (first === undefined || meanParams(first) === null) return null
  return second === undefined && !isCut(target.levels) ? null : new SumsMaker(nodes, target, validity, output, index, sums, registry).make()
}

class SumsMaker {
  readonly #nodes: PlanNode[]
  readonly #target: PlanTarget
  readonly #validity: StoredLevel['validity']
  readonly #output: number
  readonly #index: number
  readonly #request: SumsRequest
  readonly #registry: Registry
  readonly #stored: SinkLevel[] = []

  constructor(
    nodes: PlanNode[],
    target: PlanTarget,
    validity: StoredLevel['validity'],
    output: number,
    index: number,
    request: SumsRequest,
    registry: Registry,
  ) {
    this.#nodes = nodes
    this.#target = target
    this.#validity = validity
    this.#output = output
    this.#index = index
    this.#request = request
    this.#registry = registry
  }

  make(): LevelSums {
    const { levels } = this.#target
    const [ofPixels, ofSums, byLevel]: [StageRoot[], Map<number, StageRoot>, Map<number, number>] = [[], new Map(), new Map()]
    let before: Sums | null = null
    if (isCut(levels)) byLevel.set(1, this.#means(this.#pixels(levels[1] as SinkLevel, yxOf(this.#base)), levels[1] as SinkLevel))
    for (let at = 2; at < levels.length; at++) {
      const level = levels[at] as SinkLevel
      if (meanParams(level) === null) break
      const by = halves(levels[at - 1] as SinkLevel, level)
      const next = levels[at + 1]
      const goesOn = next !== undefined && meanParams(next) !== null && halves(level, next) !== null
      if (before === null || by === null) {
        const cut = this.#cutFor(level)
        const node = this.#pixels(level, cut)
        before = this.#put(node, this.#parts(level, cut), this.#pixelsUnder(level, cut))
        ofPixels.push({ output: this.#index, level: before.stored, node })
        byLevel.set(at, this.#means(this.#read(before), level))
        continue
      }
      const half = this.#half(before, levels[at - 1] as SinkLevel, level, by)
      if (!goesOn) {
        byLevel.set(at, this.#means(half, level))
        before = null
        continue
      }
      before = this.#put(half, null, before.pixels * by[0] * by[1])
      ofSums.set(at, { output: this.#index, level: before.stored, node: half })
      byLevel.set(at, this.#means(this.#read(before), level))
    }
    return { target: this.#stored.length === 0 ? null : this.#facts(), ofPixels, ofSums, levels: byLevel }
  }

  get #base(): ArraySpec {
    return (this.#target.levels[0] as SinkLevel).spec
  }

  /** What is summed up by itself: two by two chunks, as a pixel of the next level lies under; or one, where sums would take more room than pixels. */
  #cutFor(level: SinkLevel): Yx {
    const { chunk } = this.#base.chunks
    const one = chunk.slice(-2) as unknown as Yx
    const four: Yx = [2 * one[0], 2 * one[1]]
    const cells = this.#axes(level, four).reduce((product, axis) => product * axis.cells, 1)
    return cells * (this.#packs(level, four) ? 4 : 16) <= one[0] * one[1] * dtypes[this.#base.dtype].bytes ? four : one
  }

  #packs(level: SinkLevel, cut: Yx): boolean {
    const axes = this.#axes(level, cut)
    return mostPacked(this.#base.dtype) >= 16 && axes.every(({ aligned, num, den }) => aligned && num === 4 && den === 1)
  }

  #axes(level: SinkLevel, cut: Yx): [ReturnType<typeof axisCells>, ReturnType<typeof axisCells>] {
    const [full, size] = [yxOf(this.#base), yxOf(level.spec)]
    const { factor = null } = meanParams(level) ?? {}
    return [axisCells(full[0], size[0], cut[0], factor), axisCells(full[1], size[1], cut[1], factor)]
  }

  /** The sums that each part of the array of so many pixels makes by itself. */
  #pixels(level: SinkLevel, cut: Yx): number {
    const packed = this.#packs(level, cut)
    const leaf = this.#leaf({ output: this.#output, level: 0, validity: this.#validity }, this.#base)
    const { factor = null } = meanParams(level) ?? {}
    return this.#node('sum-pixels', leaf, { size: [...yxOf(level.spec)], factor, chunk: [...cut], packed })
  }

  #pixelsUnder(level: SinkLevel, cut: Yx): number {
    return this.#axes(level, cut).reduce((product, { num, den }) => product * Math.ceil(num / den), 1)
  }

  #parts(level: SinkLevel, cut: Yx): JsonObject | null {
    if (this.#axes(level, cut).every(({ aligned }) => aligned)) return null
    const { factor = null } = meanParams(level) ?? {}
    const size = yxOf(level.spec)
    return { full: [...yxOf(this.#base)], cut: [...cut], size: [...size], factor, chunk: chunkFor(size, level) }
  }

  #half(before: Sums, below: SinkLevel, level: SinkLevel, by: Yx): number {
    const from = this.#read(before)
    const { dtype } = this.#base
    const isPacked = this.#spec(from).dtype === 'uint32'
    const size = yxOf(level.spec)
    const packed = isPacked && before.pixels * by[0] * by[1] <= mostPacked(dtype)
    return this.#node('sum-halves', from, {
      ...{ below: [...yxOf(below.spec)], size: [...size], chunk: chunkFor(size, level), by: [...by] },
      ...{ packed, dtype },
    })
  }

  /** A level's pixels, as its sink stores them. */
  #means(from: number, { spec }: SinkLevel): number {
    const means = this.#node('sum-means', from, { size: [...yxOf(spec)], dtype: spec.dtype }, spec)
    const { op, version, params } = this.#target.node
    this.#nodes.push({ op, version, inputs: [means], params, spec, stored: null })
    return this.#nodes.length - 1
  }

  /** A node that reads sums which were put aside. */
  #read({ stored, spec, parts }: Sums): number {
    const leaf = this.#leaf({ output: this.#index, level: stored, validity: 'valid' }, spec)
    return parts === null ? leaf : this.#node('sum-parts', leaf, parts)
  }

  #put(node: number, parts: JsonObject | null, pixels: number): Sums {
    const spec = this.#spec(node)
    return { stored: this.#stored.push({ spec, made: null }) - 1, spec, parts, pixels }
  }

  #leaf(stored: StoredLevel, spec: ArraySpec): number {
    const { output, level } = stored
    return this.#nodes.push({ op: 'stored', version: 1, inputs: [], params: { output, level }, spec, stored }) - 1
  }

  #node(op: string, input: number, params: JsonObject, known?: ArraySpec): number {
    const card = this.#registry.op(op, 1)
    const spec = known ?? card.infer([this.#spec(input)], card.parse(params) as never)
    return this.#nodes.push({ op, version: 1, inputs: [input], params: params as Json, spec, stored: null }) - 1
  }

  #spec(node: number): ArraySpec {
    return (this.#nodes[node] as PlanNode).spec
  }

  #facts(): OutputFacts {
    const { sink, chunkIndexBytes } = this.#request
    return {
      ...{ sink, options: {}, target: '', levels: this.#stored, notes: [] },
      ...{ invalid: 'none', isStage: true, scratchFor: this.#output, holdsSums: true, storedNodata: this.#base.bands.map(() => null) },
      ...{ scratchBytes: 0, libraryBytes: 0, resultBytes: 0, chunkIndexBytes },
    }
  }
}

function chunkFor(size: Yx, { spec }: SinkLevel): number[] {
  const { chunk } = spec.chunks
  const planes = chunk.slice(0, -2).reduce((product, extent) => product * extent, 1)
  const most = Math.max(32, Math.floor(sumsChunk / Math.sqrt(planes)))
  return size.map((extent, dim) => Math.min(extent, most, chunk.slice(-2)[dim] as number))
}
