import type { Dtype, Element, TypedArray } from '../base/dtype.js'
import { BudgetError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { scalarFromJson } from '../base/scalar.js'
import type { Crs } from '../geo/crs.js'
import { type Bounds, boundsOf, type GeoBox, resolutionOf } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import type { Band } from '../graph/spec.js'
import { knownOptions } from './data-array-options.js'
import type { Encoding, Nodata, PerBand } from './data-array-types.js'
import {
  type Chunks,
  type CogWriteOptions,
  changesStore,
  type PlanOptions,
  planOptionNames,
  sinkOf,
  splitOptions,
  writeTarget,
  type ZarrWriteOptions,
} from './data-array-write.js'
import { headline, textCard } from './display.js'
import { PlanView } from './display-plan.js'
import { htmlCard } from './html-card.js'
import { labelsOf } from './labels-axis.js'
import { printed } from './printed.js'
import { portableRecipe, type RecipePlace, toRecipe } from './recipe.js'
import type { Recipe } from './recipe-type.js'
import { planTargets, type RunOptions, type RunReport, runTargets, type WriteTarget } from './run.js'
import { filled, type Values } from './values.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Labels along a dim: pixel centres along x and y, ISO texts for times, numbers, texts. */
export type Labels = readonly (number | string)[]

/** Labels by dim. */
export type Coords = { readonly [dim: string]: Labels | undefined }

/** What a handle keeps beside its node: pixels where it is in memory, and the chunks that writing shall use. */
export interface Held {
  readonly pixels?: Values | null
  readonly chunks?: Chunks | null
}

let inside: (array: LazyArray) => { readonly node: LazyNode; readonly held: Held }

/** The node behind an array, and what its handle keeps: for modules of this floor, no method of the array. */
export function peek(array: LazyArray): { readonly node: LazyNode; readonly held: Held } {
  return inside(array)
}

/** What an array knows and can do whatever its dims are: facts, pixels in memory, plans, outputs. The methods that give other arrays are `DataArray`'s. */
export abstract class LazyArray {
  readonly #node: LazyNode
  readonly #held: Held
  #recipeHash: string | null = null

  /** Wraps a node. */
  protected constructor(node: LazyNode, held: Held) {
    this.#node = node
    this.#held = held
  }

  static {
    inside = (array) => ({ node: array.#node, held: array.#held })
  }

  get dims(): readonly string[] {
    return this.#node.spec.dims
  }

  get shape(): readonly number[] {
    return this.#node.spec.shape
  }

  get dtype(): Dtype {
    return this.#node.spec.dtype
  }

  /** Extent of a chunk by dim: as stored in a source, as computed otherwise, or as `chunk` asked for. */
  get chunks(): Readonly<Record<string, number>> {
    const { dims, chunks, shape } = this.#node.spec
    const hint = this.#held.chunks ?? {}
    const extent = (dim: string, at: number): number => {
      const wanted = typeof hint === 'number' ? (dim === 'y' || dim === 'x' ? hint : undefined) : hint[dim]
      return Math.min(wanted ?? (chunks.chunk[at] as number), shape[at] as number)
    }
    return Object.fromEntries(dims.map((dim, at) => [dim, extent(dim, at)]))
  }

  /** Labels by dim, made when asked for: pixel centres along x and y, ISO texts for times. A dim without labels is absent. */
  get coords(): Coords {
    const { spec } = this.#node
    const coords: Record<string, Labels> = {}
    for (const dim of spec.dims) {
      if (spec.coords[dim] === undefined && dim !== 'band') continue
      Object.defineProperty(coords, dim, { enumerable: true, get: () => labelsOf(spec, dim) })
    }
    return coords
  }

  get attrs(): JsonObject {
    return this.#node.spec.attrs
  }

  /** What is said of each band: nodata, scale, offset, unit, description. One entry where there is no dim `band`. */
  get bands(): readonly Band[] {
    return this.#node.spec.bands
  }

  /** The declared nodata value; null where there is none, a list where bands differ. */
  get nodata(): Nodata {
    const { bands, dtype } = this.#node.spec
    return agreed(bands.map(({ nodata }) => (nodata === null ? null : scalarFromJson(nodata, dtype))))
  }

  /** How stored numbers are to be read: scale, offset, unit and nodata. */
  get encoding(): Encoding {
    const { bands } = this.#node.spec
    const of = <K extends keyof Band>(key: K): PerBand<Band[K]> => agreed(bands.map((band) => band[key]))
    return { scale: of('scale'), offset: of('offset'), unit: of('unit'), nodata: this.nodata }
  }

  get crs(): Crs | null {
    return printed(this.#node.spec.geobox?.crs ?? null)
  }

  /** The grid of the dims y and x; null where one of them is missing. */
  get geobox(): GeoBox | null {
    return printed(this.#node.spec.geobox)
  }

  /** The rectangle around all pixels, in the array's CRS; null without a geobox. */
  get bounds(): Bounds | null {
    const { geobox } = this.#node.spec
    return geobox === null ? null : printed(boundsOf(geobox))
  }

  /** Size of a pixel in units of the CRS, always positive; null without a geobox. */
  get resolution(): { readonly x: number; readonly y: number } | null {
    const { geobox } = this.#node.spec
    return geobox === null ? null : printed(resolutionOf(geobox))
  }

  get name(): string | null {
    return this.#node.spec.name
  }

  /** SHA-256 of the array's recipe: the same for the same graph over the same files, wherever they lie. */
  get hash(): string {
    return (this.#recipeHash ??= toRecipe([this.#node]).hash)
  }

  /** Pixels in C order. Throws `E_USAGE` on an array that is not in memory: call `compute` first. */
  get values(): TypedArray {
    return this.pixelsOf('values').values
  }

  /** 1 where a pixel is valid, 0 where not; null where all are. Throws `E_USAGE` like {@link values}. */
  get valid(): Uint8Array | null {
    return this.pixelsOf('valid').valid
  }

  /** A copy of the pixels with `value` wherever one is invalid. Throws `E_USAGE` like {@link values}. */
  filled(value: Element): TypedArray {
    return filled(this.dtype, this.pixelsOf('filled'), value)
  }

  /** The pixels in memory. Throws `E_USAGE` where there are none. */
  protected pixelsOf(what: string): Values {
    const { pixels } = this.#held
    if (pixels !== undefined && pixels !== null) return pixels
    throw new UsageError(`${what}: this array is lazy, its pixels are not in memory: call await array.compute() and ask its result`)
  }

  /**
   * What a write (or `compute`, without `to`) would do: tasks, reads, memory. Reads headers, no pixels; prints as a table. Where the result of `compute`
   * does not fit in memory, what writing it to a Zarr store would do, with a note that says so.
   */
  async plan(options: PlanOptions = {}): Promise<PlanView> {
    const { to, format, ...others } = knownOptions('plan', options, planOptionNames)
    const sink = sinkOf(to, format)
    const { run, sink: given } = splitOptions('plan', sink, others)
    if (sink === 'zarr' && changesStore(given)) return new PlanView(await planTargets(await this.#changes(to ?? '', given, run), run))
    try {
      return new PlanView(await planTargets([writeTarget(this.#node, sink, to ?? '', given, this.#held.chunks)], run))
    } catch (error) {
      if (sink !== 'memory' || !(error instanceof BudgetError)) throw error
      const stored = await planTargets([writeTarget(this.#node, 'zarr', 'result.zarr', given, this.#held.chunks)], run)
      return new PlanView(stored, `compute() is refused: ${error.message} This is the plan of writing it to a Zarr store.`)
    }
  }

  /**
   * Writes a Zarr v3 store with this array in it; with `append` or `region` puts the array into a store that is there. Throws `E_OUTPUT`, `E_BUDGET`,
   * `E_SOURCE`, `E_ABORTED`, `E_USAGE`; `E_GRID` and `E_DTYPE` where it does not belong into that store.
   */
  async toZarr(path: string, options?: ZarrWriteOptions): Promise<RunReport> {
    const split = splitOptions('toZarr', 'zarr', options)
    if (changesStore(split.sink)) return runTargets(await this.#changes(path, split.sink, split.run), split.run)
    return this.#write('zarr', path, split)
  }

  /** Writes a Cloud Optimized GeoTIFF; dims must be [y, x] or [band, y, x]. Throws like {@link toZarr}. */
  async toCog(path: string, options?: CogWriteOptions): Promise<RunReport> {
    return this.#write('cog', path, splitOptions('toCog', 'cog', options))
  }

  async #changes(path: string, options: JsonObject, run: RunOptions): Promise<WriteTarget[]> {
    const { changeTargets } = await import('./store-change.js')
    return changeTargets(path, [{ node: this.#node, variable: null }], options, run)
  }

  #write(sink: string, path: string, { run, sink: options }: ReturnType<typeof splitOptions>): Promise<RunReport> {
    return runTargets([writeTarget(this.#node, sink, path, options, this.#held.chunks)], run)
  }

  /** The recipe: the graph as JSON, with local paths relative to each other. `DataArray.fromJSON` is the way back. Throws `E_RECIPE` for functions that are in no module. */
  toJSON(options?: RecipePlace | string): Recipe {
    return portableRecipe([this.#node], typeof options === 'object' && options !== null ? options : {})
  }

  /** A self-contained HTML card for notebooks. `show(array)` displays it, with what computing the array takes. */
  toHtml(): string {
    return htmlCard(this.#node, this.chunks)
  }

  toString(): string {
    return headline(this.#node.spec)
  }

  [inspect](): string {
    return textCard(this.#node, this.chunks, this.#held.pixels ?? null)
  }
}

/** One value where all are the same, else the list. */
function agreed<T>(values: readonly T[]): PerBand<T> {
  return values.length > 0 && values.every((value) => Object.is(value, values[0])) ? (values[0] as T) : values
}
