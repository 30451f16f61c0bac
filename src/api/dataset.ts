import type { Dtype } from '../base/dtype.js'
import { RecipeError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { GeoJson } from '../geo/geojson.js'
import { objectArgument, shownArgument } from './arguments.js'
import type { ClipOptions } from './clip-shapes.js'
import { computed, type DataArray, wrapped } from './data-array.js'
import { LazyArray, peek } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type {
  BoundsLike,
  CastOptions,
  CrsLike,
  HasGeoBox,
  MatchOptions,
  ReprojectOptions,
  ResampleOptions,
  Resampling,
} from './data-array-types.js'
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
import { ReducingDataset } from './dataset-reduce.js'
import { mustShareCoords, stackedBands, stackedVariables, variablesAlong } from './dataset-stack.js'
import { datasetHtml, datasetText } from './display-dataset.js'
import { PlanView } from './display-plan.js'
import type { LabelIndexer, SelOptions } from './labels.js'
import { type FromRecipeOptions, fromRecipe, portableRecipe, type RecipePlace, toRecipe } from './recipe.js'
import type { Recipe } from './recipe-type.js'
import { planTargets, type RunOptions, type RunReport, runTargets, type WriteTarget } from './run.js'
import type { Indexer } from './select.js'

const reprojectKeys = ['resolution', 'size', 'bounds', 'boundsCrs', 'snap', 'resampling', 'validity', 'nodata', 'maxErrorPx']

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Arrays by name. */
export type Variables = { readonly [name: string]: DataArray }

/** A dataset of any variables. */
export interface AnyDataset {
  readonly vars: { readonly [name: string]: LazyArray }
}

/** What the variables of a dataset are computed with. */
export type Operand = AnyDataset | DataArray<string> | number

/** How each variable is resampled: one method for all, or by name with `'*'` for the others. */
export type ResamplingByName = Resampling | { readonly [name: string]: Resampling }

/** Options of a method with a resampling for each variable. */
export type ByVariable<O> = Omit<O, 'resampling'> & { readonly resampling?: ResamplingByName }

/** The names of variables after some were renamed. */
type NewNames<V, N> = { [K in keyof V]: K extends keyof N ? (N[K] extends string ? N[K] : K) : K }[keyof V]

/** The variables after some were renamed. */
export type Renamed<V, N> = { readonly [K in NewNames<V, N>]: V[keyof V] }

/**
 * Several arrays by name, selected, cropped, moved to another grid, computed and written together, in one run. What it has no method for is
 * done to one variable (`ds.vars.red.sqrt()`, put back by `assign`) or to each (`ds.map((array) => array.sqrt())`).
 */
export class Dataset<V extends { readonly [K in keyof V]: LazyArray } = Variables> extends ReducingDataset<
  Dataset<{ readonly [K in keyof V]: DataArray }>
> {
  /** The arrays, named as they are here. */
  override readonly vars: V

  private constructor(vars: V) {
    super()
    this.vars = vars
  }

  /** A dataset of arrays, each renamed to its key. Throws `E_USAGE` where there is none. */
  static of<V extends { readonly [K in keyof V]: LazyArray }>(vars: V): Dataset<V> {
    const entries = Object.entries(objectArgument('Dataset.of', vars, 'arrays by name') as unknown as Variables)
    if (entries.length === 0) throw new UsageError('Dataset.of: there are no variables: give at least one array')
    const named = entries.map(([name, array]) => {
      if (!(array instanceof LazyArray)) throw new UsageError(`Dataset.of: "${name}" is ${shownArgument(array)}, not a DataArray`)
      return [name, array.name === name ? array : array.rename(name)]
    })
    return new Dataset<V>(Object.fromEntries(named) as V)
  }

  /**
   * The dataset that a recipe describes, as an object or as JSON text: each output is a variable of its own name, and the hash is the same. Opens
   * and checks the sources as `DataArray.fromJSON` does. Throws `E_RECIPE`, `E_SOURCE`.
   */
  static async fromJSON(recipe: unknown, options?: FromRecipeOptions): Promise<Dataset> {
    const nodes = await fromRecipe(recipe, knownOptions('fromJSON', options, ['base', 'verify']))
    const vars = nodes.map((node, at): [string, DataArray] => [node.spec.name ?? `output${at}`, wrapped(node)])
    const repeated = vars.find(([name], at) => vars.findIndex(([other]) => other === name) !== at)
    if (repeated === undefined) return Dataset.of(Object.fromEntries(vars))
    throw new RecipeError(`the recipe has two outputs called "${repeated[0]}": a dataset needs a name for each`)
  }

  /** Names of the variables, in order. */
  get names(): readonly (keyof V & string)[] {
    return Object.keys(this.vars) as (keyof V & string)[]
  }

  /** One variable. Throws `E_USAGE` for a name that is not there, listing those that are. */
  get<K extends keyof V & string>(name: K): V[K] {
    if (Object.hasOwn(this.vars, name)) return this.vars[name]
    throw new UsageError(`there is no variable ${shownArgument(name)}; there are ${this.names.join(', ')}`)
  }

  /**
   * A dataset of the positions of an array along a dim, each a variable of its label (or a band's description): the way back from {@link toArray}.
   * Throws `E_USAGE` where two have one name.
   */
  static fromArray(array: DataArray<string>, dim = 'band'): Dataset {
    if (!(array instanceof LazyArray)) throw new UsageError(`Dataset.fromArray: ${shownArgument(array)} was given, expected a DataArray`)
    return Dataset.of(variablesAlong(array, dim))
  }

  /**
   * All variables as one array, along a new first dim whose labels are their names: `toArray('band')` describes bands by them. Throws `E_DTYPE`, `E_GRID` where
   * they differ in dtype, grid or labels.
   */
  toArray<const D extends string = 'variable'>(dim?: D): DataArray<string> {
    return stackedVariables(this.vars as unknown as Variables, dim ?? 'variable')
  }

  /** Without some variables. Throws `E_USAGE` for names that are not there, and where none is left. */
  drop<const K extends keyof V & string>(...names: readonly K[]): Dataset<Omit<V, K>> {
    for (const name of names) this.get(name)
    return Dataset.of(Object.fromEntries(Object.entries(this.vars).filter(([name]) => !names.includes(name as K))) as unknown as Omit<V, K>)
  }

  /** Each variable plus that of the same name in another dataset, an array, or a number. Throws `E_USAGE` where the names of two datasets differ. */
  add(other: Operand): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#with('add', other)
  }

  /** Each variable less another; see {@link add}. */
  sub(other: Operand): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#with('sub', other)
  }

  /** Each variable times another; see {@link add}. */
  mul(other: Operand): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#with('mul', other)
  }

  /** Each variable divided by another; see {@link add}. */
  div(other: Operand): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#with('div', other)
  }

  /** Each variable where a condition is not 0, else invalid; see `DataArray.where`. */
  where(condition: DataArray<string>): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.where(condition)) as never
  }

  #with(name: 'add' | 'sub' | 'mul' | 'div', other: Operand): Dataset<{ readonly [K in keyof V]: DataArray }> {
    if (typeof other === 'number' || other instanceof LazyArray) return this.#all((array) => array[name](other)) as never
    if (!(other instanceof Dataset))
      throw new UsageError(`${name}: ${shownArgument(other)} was given, expected a Dataset, a DataArray or a number`)
    const theirs = other.vars as Variables
    const unlike = [...this.names, ...Object.keys(theirs)].find((each) => !(each in this.vars) || !(each in theirs))
    if (unlike !== undefined)
      throw new UsageError(`${name}: only one of the datasets has a variable "${unlike}": drop it, or add one to the other`)
    return this.#all((array, each) => array[name](theirs[each] as DataArray)) as never
  }

  protected override each(change: (array: DataArray) => DataArray): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all(change) as never
  }

  /** Another dataset with a function applied to each variable. */
  map<D extends string = string>(
    change: (array: V[keyof V], name: keyof V & string) => DataArray<D>,
  ): Dataset<{ readonly [K in keyof V]: DataArray<D> }> {
    if (typeof change !== 'function') throw new UsageError(`map: ${shownArgument(change)} was given, expected a function of an array`)
    type Changed = { readonly [K in keyof V]: DataArray<D> }
    return Dataset.of<Changed>(
      this.#each((array, name) => change(array as LazyArray as V[keyof V], name as keyof V & string)) as unknown as Changed,
    )
  }

  /** All variables of both; the other's take the place of those with the same name. */
  merge<W extends { readonly [K in keyof W]: LazyArray }>(other: Dataset<W>): Dataset<Omit<V, keyof W> & W> {
    if (!(other instanceof Dataset)) throw new UsageError(`merge: ${shownArgument(other)} was given, expected a Dataset`)
    return Dataset.of({ ...this.vars, ...other.vars } as Omit<V, keyof W> & W)
  }

  /** More variables, or other ones in the place of those with the same name. */
  assign<W extends { readonly [K in keyof W]: LazyArray }>(vars: W): Dataset<Omit<V, keyof W> & W> {
    return Dataset.of({ ...this.vars, ...objectArgument('assign', vars, 'arrays by name') } as Omit<V, keyof W> & W)
  }

  /** Variables by other names; those that are not named keep theirs. Throws `E_USAGE` for a name that is not there or is taken. */
  rename<const N extends { readonly [K in keyof V]?: string }>(names: N): Dataset<Renamed<V, N>> {
    const given = objectArgument('rename', names, 'new names by name, like { red: "B04" }') as {
      readonly [name: string]: string | undefined
    }
    for (const [name, to] of Object.entries(given)) {
      this.get(name as keyof V & string)
      if (typeof to !== 'string') throw new UsageError(`rename: the new name of "${name}" is ${shownArgument(to)}, expected a text`)
    }
    const renamed = Object.entries(this.vars as unknown as Variables).map(([name, array]) => [given[name] ?? name, array] as const)
    const taken = renamed.find(([name], at) => renamed.findIndex(([other]) => other === name) !== at)
    if (taken !== undefined) throw new UsageError(`rename: two variables would be called "${taken[0]}"`)
    return Dataset.of(Object.fromEntries(renamed) as unknown as Renamed<V, N>)
  }

  /** All variables in another dtype; see `DataArray.astype`. */
  astype(dtype: Dtype, options?: CastOptions): Dataset<V> {
    return this.#all((array) => array.astype(dtype, options))
  }

  /** Asks for chunks when the variables are written; see `DataArray.chunk`. Extents by dim count for the variables that have the dim. */
  chunk(chunks: Chunks): Dataset<V> {
    return this.#all((array) => array.chunk(typeof chunks === 'number' ? chunks : this.#ofDims('chunk', array, chunks)))
  }

  /** All variables on a grid of another CRS. Without a resolution, size or geobox the first variable's grid decides, so that all share one. */
  reproject(to: CrsLike | GeoBox, options?: ByVariable<ReprojectOptions>): Dataset<V> {
    const { resampling, ...others } = knownOptions('reproject', options, reprojectKeys)
    const methods = this.#methods(resampling)
    const first = this.names[0] as string
    const grid = (this.vars as unknown as Variables)[first]?.reproject(to, { ...others, ...methods(first) }).geobox as GeoBox
    const { nodata, maxErrorPx, validity } = others
    const rest = {
      ...(nodata === undefined ? {} : { nodata }),
      ...(maxErrorPx === undefined ? {} : { maxErrorPx }),
      ...(validity === undefined ? {} : { validity }),
    }
    return this.#all((array, name) => array.reproject(grid, { ...rest, ...methods(name) }))
  }

  /** All variables with another resolution; see `DataArray.resample`. */
  resample(options: ByVariable<ResampleOptions>): Dataset<V> {
    const { resampling, ...others } = knownOptions('resample', options, ['resolution', 'size', 'factor', 'resampling', 'validity'])
    const methods = this.#methods(resampling)
    return this.#all((array, name) => array.resample({ ...others, ...methods(name) }))
  }

  /** All variables on the grid of an array, or on a geobox; see `DataArray.reprojectMatch`. */
  reprojectMatch(other: HasGeoBox | GeoBox, options?: ByVariable<MatchOptions>): Dataset<V> {
    const { resampling, ...others } = knownOptions('reprojectMatch', options, ['resampling', 'validity', 'nodata', 'maxErrorPx'])
    const methods = this.#methods(resampling)
    return this.#all((array, name) => array.reprojectMatch(other, { ...others, ...methods(name) }))
  }

  /** All variables cropped to a rectangle; see `DataArray.clipBox`. */
  clipBox(bounds: BoundsLike, options?: { readonly crs?: CrsLike }): Dataset<V> {
    return this.#all((array) => array.clipBox(bounds, options))
  }

  /** All variables clipped by GeoJSON, or within two numbers; see `DataArray.clip`. */
  clip(geojson: GeoJson | string, options?: ClipOptions): Dataset<{ readonly [K in keyof V]: DataArray }>
  clip(low: number, high: number): Dataset<{ readonly [K in keyof V]: DataArray }>
  clip(first: GeoJson | string | number, second?: ClipOptions | number): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.clip(first as number, second as number)) as never
  }

  /** Selects by position in all variables that have the dim. */
  isel(indexers: { readonly [dim: string]: Indexer }): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.isel(this.#ofDims('isel', array, indexers))) as never
  }

  /** Selects by label in all variables that have the dim. */
  sel(indexers: { readonly [dim: string]: LabelIndexer }, options?: SelOptions): Dataset<{ readonly [K in keyof V]: DataArray }> {
    return this.#all((array) => array.sel(this.#ofDims('sel', array, indexers), options)) as never
  }

  /** Reads and computes all variables into memory, in one run: what they share is read and computed once. */
  async compute(options?: RunOptions): Promise<Dataset<V>> {
    const made = await computed(Object.values(this.vars as unknown as Variables), options)
    return Dataset.of(Object.fromEntries(this.names.map((name, at) => [name, made[at]])) as unknown as V)
  }

  /** What a write would do; see `DataArray.plan`. */
  async plan(options: PlanOptions = {}): Promise<PlanView> {
    const { to, format, ...others } = knownOptions('plan', options, planOptionNames)
    const sink = sinkOf(to, format)
    const { run, sink: given } = splitOptions('plan', sink, others)
    const targets = sink === 'zarr' ? await this.#zarrTargets(to ?? '', given, run) : this.#targets(sink, to ?? '', given)
    return new PlanView(await planTargets(targets, run))
  }

  /** Writes all variables into one Zarr store, in one run: what they share is read and computed once. */
  async toZarr(path: string, options?: Omit<ZarrWriteOptions, 'variable'>): Promise<RunReport> {
    const { run, sink } = splitOptions('toZarr', 'zarr', options)
    return runTargets(await this.#zarrTargets(path, sink, run), run)
  }

  /** Writes all variables as the bands of one COG, each described by its name. Throws `E_USAGE` where dtypes or grids differ. */
  async toCog(path: string, options?: CogWriteOptions): Promise<RunReport> {
    const { run, sink } = splitOptions('toCog', 'cog', options)
    return runTargets(this.#targets('cog', path, sink), run)
  }

  /** The recipe of all variables: one graph with an output for each, in order. */
  toJSON(options?: RecipePlace | string): Recipe {
    return portableRecipe(this.#nodes(), typeof options === 'object' && options !== null ? options : {})
  }

  /** SHA-256 of the recipe. */
  get hash(): string {
    return toRecipe(this.#nodes()).hash
  }

  /** An HTML card for notebooks, with a card of each variable folded in it. */
  toHtml(): string {
    return datasetHtml(this.toString(), this.vars as unknown as Variables)
  }

  override toString(): string {
    return `Dataset (${this.names.join(', ')})`
  }

  [inspect](): string {
    return datasetText(this.toString(), this.#nodes())
  }

  #nodes() {
    return Object.values(this.vars as unknown as Variables).map((array) => peek(array).node)
  }

  async #zarrTargets(path: string, options: JsonObject, run: RunOptions): Promise<WriteTarget[]> {
    mustShareCoords(this.vars as unknown as Variables)
    if (!changesStore(options)) return this.#targets('zarr', path, options)
    const { changeTargets } = await import('./store-change.js')
    const arrays = Object.entries(this.vars as unknown as Variables).map(([variable, array]) => ({ node: peek(array).node, variable }))
    return changeTargets(path, arrays, options, run)
  }

  #targets(sink: string, path: string, options: JsonObject): WriteTarget[] {
    if (sink === 'cog') return [writeTarget(peek(stackedBands(this.vars as unknown as Variables)).node, sink, path, options)]
    const group = sink === 'zarr' ? { group: this.names } : {}
    return Object.entries(this.vars as unknown as Variables).map(([name, array]) => {
      const { node, held } = peek(array)
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
  #ofDims<I>(what: string, array: DataArray, indexers: { readonly [dim: string]: I }): { readonly [dim: string]: I } {
    objectArgument(what, indexers, 'an object with a key for each dim that is meant')
    const all = new Set(this.#nodes().flatMap(({ spec }) => spec.dims))
    const unknown = Object.keys(indexers).find((dim) => !all.has(dim))
    if (unknown !== undefined) throw new UsageError(`${what}: no variable has a dim "${unknown}"; there are ${[...all].join(', ')}`)
    return Object.fromEntries(Object.entries(indexers).filter(([dim]) => array.dims.includes(dim)))
  }

  /** The method of each variable. Throws `E_USAGE` for a name that is no variable. */
  #methods(resampling: ResamplingByName | undefined): (name: string) => { readonly resampling?: Resampling } {
    if (resampling !== undefined && typeof resampling !== 'string')
      objectArgument('resampling', resampling, 'a method, or methods by variable')
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
