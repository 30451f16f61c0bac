import { createRequire } from 'node:module'
import type { NdArray } from 'ndarray'
import type { Dtype, Element, TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { mustBePlain, objectArgument, shownArgument } from './arguments.js'
import { type Coords, type Held, type LazyArray, peek } from './data-array-base.js'
import { matched, reprojected, resampled, withNodata } from './data-array-grid.js'
import type { ArrayKind } from './data-array-math.js'
import { checkedAttrs, knownOptions } from './data-array-options.js'
import { ShapeArray } from './data-array-shapes.js'
import type {
  AfterIsel,
  AfterSel,
  BoundsLike,
  CastOptions,
  CrsLike,
  HasGeoBox,
  IndexersOf,
  LabelIndexersOf,
  MatchOptions,
  ReprojectOptions,
  ResampleOptions,
} from './data-array-types.js'
import { type Chunks, runOptionNames } from './data-array-write.js'
import { crsArgument } from './geo-arguments.js'
import { resolveLabels, type SelOptions } from './labels.js'
import type { MapBlockFunction } from './map-block.js'
import { type MapBlocksOptions, mappedNode } from './map-blocks.js'
import { locatedNode } from './positions.js'
import { type FromRecipeOptions, fromRecipe } from './recipe.js'
import { computeNodes, type RunOptions } from './run.js'
import { iselParams, type Positions, resolveIndexers } from './select.js'
import { clipped } from './select-clip.js'
import { type OverviewChoice, overOverviews } from './source-overviews.js'
import { computedInMemory, inMemory } from './values.js'
import { type FromArrayOptions, maskFrom, specFromArray } from './values-from-array.js'

/** The node behind an array. For rasterloom's own use. */
export function nodeOf(array: LazyArray): LazyNode {
  return peek(array).node
}

let wrap: (node: LazyNode, held: Held) => DataArray<never>

/** An array over a node: for modules of this floor, users have `open` and `fromArray`. */
export function wrapped<D extends string>(node: LazyNode, held: Held = {}): DataArray<D> {
  return wrap(node, held) as DataArray<string> as DataArray<D>
}

/** `DataArray` as a kind: what methods of its base classes give. */
export interface DataArrayKind extends ArrayKind {
  readonly array: DataArray<this['dims']>
}

/**
 * A raster array, lazy and immutable: every method gives another array and reads nothing; pixels are read by `compute`, `toZarr` and `toCog`.
 * Made by `open`, `DataArray.fromArray` and `DataArray.fromJSON`. Typed by its dims, so that `isel({ tme: 0 })` does not compile.
 */
export class DataArray<out Dims extends string = string> extends ShapeArray<Dims, DataArrayKind> {
  private constructor(node: LazyNode, held: Held = {}) {
    if (!isNode(node)) throw new UsageError('a DataArray is not made with new: use open, DataArray.fromArray or DataArray.fromJSON')
    super(node, held)
  }

  static {
    wrap = (node, held) => new DataArray<never>(node, held)
  }

  /** An array of pixels in memory, C order. The pixels are copied. Throws `E_USAGE` where lengths do not fit. */
  static fromArray<const D extends string>(values: TypedArray, options: FromArrayOptions<D>): DataArray<D> {
    const { node, pixels } = inMemory(specFromArray(values, options), values, maskFrom(values, options.mask))
    return new DataArray<D>(node, { pixels })
  }

  /**
   * The array that a recipe describes (its first output), as an object or as JSON text: the same graph with the same hash. Opens the sources and
   * compares them with what was recorded, unless `verify` is false; `base` is the directory that the recipe lies in. Throws `E_RECIPE`, `E_SOURCE`.
   */
  static async fromJSON<D extends string = string>(recipe: unknown, options?: FromRecipeOptions): Promise<DataArray<D>> {
    const [node] = await fromRecipe(recipe, knownOptions('fromJSON', options, ['base', 'verify']))
    return new DataArray<D>(node as LazyNode)
  }

  protected override made<D extends string>(node: LazyNode): DataArray<D> {
    return new DataArray<D>(node)
  }

  override get dims(): readonly Dims[] {
    return super.dims as readonly Dims[]
  }

  /** The pixels as an `ndarray` (a view) that carries `dims` and `coords`. Throws `E_USAGE` like {@link values}. */
  toNdarray(): NdArray & { readonly dims: readonly Dims[]; readonly coords: Coords } {
    const { values } = this.pixelsOf('toNdarray')
    // Loaded here: the package compiles code when it is first used.
    const ndarray = createRequire(import.meta.url)('ndarray') as (data: TypedArray, shape: number[]) => NdArray
    return Object.assign(ndarray(values, [...this.shape]), { dims: this.dims, coords: this.coords })
  }

  /**
   * Selects by position. `slice(start, stop, step?)` is a range, an array a list, a number drops the dim; negative positions count from the end.
   * Throws `E_USAGE` for positions that are not there.
   */
  isel<const I extends IndexersOf<Dims, I>>(indexers: I): DataArray<AfterIsel<Dims, I>> {
    objectArgument('isel', indexers, 'positions by dim, like { x: slice(0, 256) }')
    return this.#select(resolveIndexers(nodeOf(this).spec, indexers as Record<string, unknown>))
  }

  /**
   * Selects by label. `slice(a, b)` includes both ends, in either order; one label drops its dim. Bands go by description or number from 1, times
   * by Date or ISO text: a year or a month (`'2021-06'`) keeps the dim with all times in it, a day or an instant must name one time.
   * `{ method: 'nearest', tolerance }` takes the nearest label. Throws `E_USAGE` listing the labels that there are.
   */
  sel<const I extends LabelIndexersOf<Dims, I>>(indexers: I, options?: SelOptions): DataArray<AfterSel<Dims, I>> {
    objectArgument('sel', indexers, "labels by dim, like { time: '2021-06' }")
    return this.#select(
      resolveLabels(nodeOf(this).spec, indexers as Record<string, unknown>, knownOptions('sel', options, ['method', 'tolerance'])),
    )
  }

  #select<D extends string>(positions: Readonly<Record<string, Positions>>): DataArray<D> {
    return new DataArray<D>(applyOp('isel', iselParams(positions), [nodeOf(this)]))
  }

  /**
   * Crops to all pixels that a rectangle touches: `clipBox(west, south, east, north)` or `clipBox(bounds)`, in the array's CRS unless `crs` says
   * another. What it covers beyond the array is left out, but for arrays in degrees that go round the earth: those go on beyond their edges in x.
   * Throws `E_GRID` where they do not meet.
   */
  clipBox(bounds: BoundsLike, options?: { readonly crs?: CrsLike }): DataArray<Dims>
  clipBox(west: number, south: number, east: number, north: number, options?: { readonly crs?: CrsLike }): DataArray<Dims>
  clipBox(first: BoundsLike | number, ...rest: readonly unknown[]): DataArray<Dims> {
    const corners = typeof first === 'number'
    const bounds = corners ? ([first, ...rest.slice(0, 3)] as unknown as BoundsLike) : first
    const { crs } = knownOptions('clipBox', rest[corners ? 3 : 0] as { crs?: CrsLike } | undefined, ['crs'])
    return new DataArray<Dims>(clipped(nodeOf(this), bounds, crs))
  }

  /**
   * Another dtype. A cast that may lose values must be asked for: `rounding` (`'nearest'`, `'even'`, `'floor'`, `'trunc'`) and `overflow` (`'clamp'` or `'invalid'`).
   * Throws `E_DTYPE` where it was not.
   */
  astype(dtype: Dtype, options?: CastOptions): DataArray<Dims> {
    mustBePlain('astype', 'dtype', dtype)
    return this.#then('astype', { dtype, ...knownOptions('astype', options, ['rounding', 'overflow']) })
  }

  /**
   * A function of one's own over every block, in the workers: `mapBlocks(new URL('./blocks.mjs', import.meta.url), 'smooth', { params, halo: 2, dtype: 'float32' })`. The recipe
   * records the module by its path and the hash of its bytes (not of what it imports), and is refused where they changed. A function instead of a module and a name runs on
   * the calling thread, and in no saved recipe. Blocks are of any size: what a pixel becomes must depend on nothing but the pixels within `halo` of it.
   */
  mapBlocks<P = Json>(module: string | URL, name: string, options?: MapBlocksOptions<P>): DataArray<Dims>
  mapBlocks<P = Json>(call: MapBlockFunction<P>, options?: MapBlocksOptions<P>): DataArray<Dims>
  mapBlocks(first: unknown, ...rest: readonly unknown[]): DataArray<Dims> {
    return new DataArray<Dims>(mappedNode(nodeOf(this), first, rest))
  }

  #then(op: string, params: Json): DataArray<Dims> {
    return new DataArray<Dims>(applyOp(op, params, [nodeOf(this)]))
  }

  /** Another name: of the array in a Zarr store, and in messages. Null takes it away. */
  rename(name: string | null): DataArray<Dims> {
    if (name !== null && typeof name !== 'string') throw new UsageError(`rename: ${shownArgument(name)} is no name: give a text or null`)
    return this.#relabel({ name })
  }

  /** More attributes, over those that are there. */
  assignAttrs(attrs: JsonObject): DataArray<Dims> {
    return this.#relabel({ attrs: { ...this.attrs, ...checkedAttrs('assignAttrs', attrs) } })
  }

  /** Another nodata value: what a written file holds under invalid pixels; null declares none. Pixels and their validity stay as they are. */
  assignNodata(nodata: Element | null): DataArray<Dims> {
    return new DataArray<Dims>(withNodata('assignNodata', nodeOf(this), nodata), peek(this).held)
  }

  /** Pixels in memory stay there: new names do not change them. */
  #relabel(params: Json): DataArray<Dims> {
    return new DataArray<Dims>(applyOp('relabel', params, [nodeOf(this)]), peek(this).held)
  }

  /**
   * The array on a grid of another CRS: one that is given (a geobox), or one made for a CRS from `resolution`, `size`, `bounds` and `snap`.
   * `resampling` is 'near' by default. Throws `E_CRS`, `E_GRID`, `E_USAGE`.
   *
   * @example ndvi.reproject('EPSG:3857', { resolution: 20, resampling: 'bilinear', snap: true })
   */
  reproject(to: CrsLike | GeoBox, options?: ReprojectOptions): DataArray<Dims> {
    return new DataArray<Dims>(reprojected(nodeOf(this), to, options))
  }

  /**
   * The same pixels, each at a latitude and a longitude that two arrays of rows and columns say (NaN or invalid: nowhere), so that `reproject` has a place for them: swaths
   * and curvilinear grids. The two are read now, and kept; a NetCDF variable that has such arrays is opened with them. `crs` is theirs, EPSG:4326 by default.
   * Throws `E_GRID` where shapes differ or the array has a CRS, `E_CRS` for one that is not geographic.
   */
  async locate(latitudes: LazyArray, longitudes: LazyArray, options?: RunOptions & { readonly crs?: CrsLike }): Promise<DataArray<Dims>> {
    const { crs = 'EPSG:4326', ...run } = knownOptions('locate', options, ['crs', ...runOptionNames])
    const [ys, xs] = [latitudes, longitudes].map((each) =>
      nodeOf(objectArgument('locate', each, 'an array of latitudes and one of longitudes')),
    )
    const compute = (nodes: readonly LazyNode[]) => computeNodes(nodes, run)
    return new DataArray<Dims>(await locatedNode(nodeOf(this), ys as LazyNode, xs as LazyNode, crsArgument(crs), compute))
  }

  /** The array on the grid of another array (or on a geobox), so that the two can be calculated with. */
  reprojectMatch(other: HasGeoBox | GeoBox, options?: MatchOptions): DataArray<Dims> {
    return new DataArray<Dims>(matched(nodeOf(this), other, options))
  }

  /**
   * The array with another resolution in the same CRS: `resolution`, `size` or `factor` (2 makes pixels twice as large). The first corner stays.
   * `resampling` is 'near' by default. It is for space alone: a counterpart for time steps, `resampleTime`, is planned and not there yet. Throws `E_GRID`, `E_USAGE`.
   */
  resample(options: ResampleOptions): DataArray<Dims> {
    return new DataArray<Dims>(resampled(nodeOf(this), options))
  }

  /** Asks for chunks when this array is written: a number for y and x, or extents by dim. Pixels, recipe and hash stay the same; give it last. */
  chunk(chunks: Chunks): DataArray<Dims> {
    const given = typeof chunks === 'number' ? { y: chunks, x: chunks } : knownOptions('chunk', chunks, this.dims)
    for (const [dim, extent] of Object.entries(given)) {
      if (Number.isInteger(extent) && (extent as number) >= 1) continue
      throw new UsageError(`chunk: ${dim} is ${String(extent)}, expected a whole number of at least 1`)
    }
    return new DataArray<Dims>(nodeOf(this), { ...peek(this).held, chunks })
  }

  /**
   * The same array over overviews of its sources, where another grid is made of them: `auto` takes the coarsest one whose pixels are no larger than the
   * output's, where the file says that it was made by averages and averages are asked for; a number takes that one (1 is the finest), `never` none.
   * The grid stays. The recipe records the level, the plan says which and why. Reads headers. Throws `E_USAGE` for a number where no source can be read so:
   * no other grid is made of one, or more lies between.
   */
  async useOverviews(choice: OverviewChoice): Promise<DataArray<Dims>> {
    return new DataArray<Dims>(await overOverviews(nodeOf(this), choice))
  }

  /** Reads and computes all pixels into memory. The result is an array like any other; besides it has `values`, `valid`, `filled` and `toNdarray`. */
  async compute(options?: RunOptions): Promise<DataArray<Dims>> {
    const [made] = await computed([this as DataArray<Dims>], options)
    return made as DataArray<Dims>
  }
}

/** Arrays with their pixels in memory; those that are not yet are computed in one run. */
export async function computed<D extends string>(arrays: readonly DataArray<D>[], options?: RunOptions): Promise<DataArray<D>[]> {
  const known = knownOptions('compute', options, runOptionNames)
  const lazy = arrays.filter((array) => (peek(array).held.pixels ?? null) === null)
  const found = lazy.length === 0 ? [] : await computeNodes(lazy.map(nodeOf), known)
  const made = new Map(lazy.map((array, at) => [array, found[at]]))
  return arrays.map((array) => {
    const pixels = made.get(array)
    if (pixels === undefined) return array
    const held = computedInMemory(nodeOf(array).spec, pixels)
    return wrapped<D>(held.node, { ...peek(array).held, pixels: held.pixels })
  })
}

/** Whether a value is a node rather than what somebody gave to the constructor. */
function isNode(value: unknown): value is LazyNode {
  return typeof value === 'object' && value !== null && 'spec' in value && 'hash' in value
}
