import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { DataArray } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import type { BoundsLike, CrsLike, ReprojectOptions, ResampleOptions, Resampling } from './data-array-types.js'
import {
  type Chunks,
  type CogWriteOptions,
  type PlanOptions,
  sinkOf,
  splitOptions,
  writeTarget,
  type ZarrWriteOptions,
} from './data-array-write.js'
import { stackedBands } from './dataset-stack.js'
import { headline } from './display.js'
import { PlanView } from './display-plan.js'
import { htmlCard } from './html-card.js'
import type { LabelIndexer, SelOptions } from './labels.js'
import { type RecipePlace, toRecipe } from './recipe.js'
import type { Recipe } from './recipe-type.js'
import { planTargets, type RunReport, runTargets, type WriteTarget } from './run.js'
import type { Indexer } from './select.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Arrays by name. */
export type Variables = { readonly [name: string]: DataArray }

/** How each variable is resampled: one method for all, or by name with `'*'` for the others. */
export type ResamplingByName = Resampling | { readonly [name: string]: Resampling }

/** Several arrays by name, with every method applied to all of them, and written in one run. */
export class Dataset<V extends { readonly [K in keyof V]: LazyArray } = Variables> {
  /** The arrays, named as they are here. */
  readonly vars: V

  private constructor(vars: V) {
    this.vars = vars
  }

  /** A dataset of arrays, each renamed to its key. Throws `E_USAGE` where there is none. */
  static of<V extends { readonly [K in keyof V]: LazyArray }>(vars: V): Dataset<V> {
    const entries = Object.entries(vars as unknown as Variables)
    if (entries.length === 0) throw new UsageError('Dataset.of: there are no variables: give at least one array')
    const named = entries.map(([name, array]) => {
      if (!(array instanceof LazyArray)) throw new UsageError(`Dataset.of: "${name}" is no DataArray`)
      return [name, array.name === name ? array : array.rename(name)]
    })
    return new Dataset<V>(Object.fromEntries(named) as V)
  }

  /** Names of the variables, in order. */
  get names(): readonly (keyof V & string)[] {
    return Object.keys(this.vars) as (keyof V & string)[]
  }

  /** One variable. Throws `E_USAGE` for a name that is not there, listing those that are. */
  get<K extends keyof V & string>(name: K): V[K] {
    if (Object.hasOwn(this.vars, name)) return this.vars[name]
    throw new UsageError(`there is no variable "${name}"; there are ${this.names.join(', ')}`)
  }

  /** Another dataset with a function applied to each variable. */
  map<D extends string = string>(
    change: (array: V[keyof V], name: keyof V & string) => DataArray<D>,
  ): Dataset<{ readonly [K in keyof V]: DataArray<D> }> {
    type Changed = { readonly [K in keyof V]: DataArray<D> }
    return Dataset.of<Changed>(
      this.#each((array, name) => change(array as LazyArray as V[keyof V], name as keyof V & string)) as unknown as Changed,
    )
  }

  /** All variables of both; the other's take the place of those with the same name. */
  merge<W extends { readonly [K in keyof W]: LazyArray }>(other: Dataset<W>): Dataset<Omit<V, keyof W> & W> {
    return Dataset.of({ ...this.vars, ...other.vars } as Omit<V, keyof W> & W)
  }

  /** More variables, or other ones in the place of those with the same name. */
  assign<W extends { readonly [K in keyof W]: LazyArray }>(vars: W): Dataset<Omit<V, keyof W> & W> {
    return Dataset.of({ ...this.vars, ...vars } as Omit<V, keyof W> & W)
  }

  /** All variables on a grid of another CRS. Without a resolution, size or geobox the first variable's grid decides, so that all share one. */
  reproject(
    to: CrsLike | GeoBox,
    options: Omit<ReprojectOptions, 'resampling'> & { readonly resampling?: ResamplingByName } = {},
  ): Dataset<V> {
    const { resampling, ...others } = options
    const methods = this.#methods(resampling)
    const first = this.names[0] as string
    const grid = (this.vars as unknown as Variables)[first]?.reproject(to, { ...others, ...methods(first) }).geobox as GeoBox
    const { nodata, maxErrorPx } = others
    const rest = { ...(nodata === undefined ? {} : { nodata }), ...(maxErrorPx === undefined ? {} : { maxErrorPx }) }
    return this.#all((array, name) => array.reproject(grid, { ...rest, ...methods(name) }))
  }

  /** All variables with another resolution; see `DataArray.resample`. */
  resample(options: Omit<ResampleOptions, 'resampling'> & { readonly resampling?: ResamplingByName }): Dataset<V> {
    const { resampling, ...others } = options
    const methods = this.#methods(resampling)
    return this.#all((array, name) => array.resample({ ...others, ...methods(name) }))
  }

  /** All variables cropped to a rectangle; see `DataArray.clipBox`. */
  clipBox(bounds: BoundsLike, options?: { readonly crs?: CrsLike }): Dataset<V> {
    return this.#all((array) => array.clipBox(bounds, options))
  }

  /** Selects by position in all variables that have the dim. */
  isel(indexers: { readonly [dim: string]: Indexer }): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.isel(this.#ofDims(array, indexers))) as never
  }

  /** Selects by label in all variables that have the dim. */
  sel(indexers: { readonly [dim: string]: LabelIndexer }, options?: SelOptions): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.sel(this.#ofDims(array, indexers), options)) as never
  }

  /** What a write would do; see `DataArray.plan`. */
  async plan(options: PlanOptions = {}): Promise<PlanView> {
    const { to, format, ...others } = options
    const sink = sinkOf(to, format)
    const { run, sink: given } = splitOptions('plan', sink, others)
    return new PlanView(await planTargets(this.#targets(sink, to ?? '', given), run))
  }

  /** Writes all variables into one Zarr store, in one run: what they share is read and computed once. */
  async toZarr(path: string, options?: Omit<ZarrWriteOptions, 'variable'>): Promise<RunReport> {
    const { run, sink } = splitOptions('toZarr', 'zarr', options)
    return runTargets(this.#targets('zarr', path, sink), run)
  }

  /** Writes all variables as the bands of one COG, each described by its name. Throws `E_USAGE` where dtypes or grids differ. */
  async toCog(path: string, options?: CogWriteOptions): Promise<RunReport> {
    const { run, sink } = splitOptions('toCog', 'cog', options)
    return runTargets(this.#targets('cog', path, sink), run)
  }

  /** The recipe of all variables: one graph with an output for each, in order. */
  toJSON(options?: RecipePlace | string): Recipe {
    return toRecipe(this.#nodes(), typeof options === 'object' ? options : {})
  }

  /** SHA-256 of the recipe. */
  get hash(): string {
    return this.toJSON().hash
  }

  /** An HTML card of each variable, for notebooks. */
  toHtml(): string {
    const cards = Object.values(this.vars as unknown as Variables).map((array) => htmlCard(LazyArray.peek(array).node, array.chunks))
    return cards.join('\n')
  }

  toString(): string {
    return `Dataset (${this.names.join(', ')})`
  }

  [inspect](): string {
    const lines = this.#nodes().map(({ spec }) => `  ${headline(spec)}`)
    return [this.toString(), ...lines].join('\n')
  }

  #nodes() {
    return Object.values(this.vars as unknown as Variables).map((array) => LazyArray.peek(array).node)
  }

  #targets(sink: string, path: string, options: JsonObject): WriteTarget[] {
    if (sink === 'cog') return [writeTarget(LazyArray.peek(stackedBands(this.vars as unknown as Variables)).node, sink, path, options)]
    const group = sink === 'zarr' ? { group: this.names } : {}
    return Object.entries(this.vars as unknown as Variables).map(([name, array]) => {
      const { node, held } = LazyArray.peek(array)
      const variable = sink === 'zarr' ? { variable: name } : {}
      return writeTarget(node, sink, path, { ...options, ...variable, ...group } as JsonObject, (held.chunks ?? null) as Chunks | null)
    })
  }

  #each(change: (array: DataArray, name: string) => DataArray): Variables {
    return Object.fromEntries(Object.entries(this.vars as unknown as Variables).map(([name, array]) => [name, change(array, name)]))
  }

  #all(change: (array: DataArray, name: string) => DataArray): Dataset<V> {
    return Dataset.of(this.#each(change) as unknown as V)
  }

  /** The indexers of the dims that an array has. Throws `E_USAGE` for a dim that no variable has. */
  #ofDims<I>(array: DataArray, indexers: { readonly [dim: string]: I }): { readonly [dim: string]: I } {
    const all = new Set(this.#nodes().flatMap(({ spec }) => spec.dims))
    const unknown = Object.keys(indexers).find((dim) => !all.has(dim))
    if (unknown !== undefined) throw new UsageError(`no variable has a dim "${unknown}"; there are ${[...all].join(', ')}`)
    return Object.fromEntries(Object.entries(indexers).filter(([dim]) => array.dims.includes(dim)))
  }

  /** The method of each variable. Throws `E_USAGE` for a name that is no variable. */
  #methods(resampling: ResamplingByName | undefined): (name: string) => { readonly resampling?: Resampling } {
    if (resampling === undefined || typeof resampling === 'string') return () => (resampling === undefined ? {} : { resampling })
    const unknown = Object.keys(resampling).find((name) => name !== '*' && !Object.hasOwn(this.vars, name))
    if (unknown !== undefined)
      throw new UsageError(`resampling names "${unknown}", which is no variable; there are ${this.names.join(', ')}`)
    return (name) => {
      const method = resampling[name] ?? resampling['*']
      return method === undefined ? {} : { resampling: method }
    }
  }
}
