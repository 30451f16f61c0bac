import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type { ArithOptions } from './data-array-types.js'
import { type AnyDataset, Dataset, type Variables } from './dataset.js'
import { exprNode } from './expr.js'
import { parseExpr } from './expr-parse.js'
import { bandAliases, type SpectralIndex, spectralIndices } from './indices.table.js'
import { namesHint } from './near-names.js'

/** A sensor whose band names are known; `landsat-8` is also Landsat 9, `landsat-5` also 4 and 7. */
export type Sensor = 'sentinel-2' | 'landsat-8' | 'landsat-5'

/** Name of a spectral index. */
export type IndexName = keyof typeof spectralIndices

type BandName = keyof typeof bandAliases

/** Options of an index: whose names the bands have where they are not generic (`red`, `nir`, ...), other constants, and which pixels. */
export interface IndexOptions extends ArithOptions {
  readonly sensor?: Sensor
  readonly constants?: Readonly<Record<string, number>>
}

/** Computes a spectral index of the bands of a dataset, or of an array with a dim `band`. */
export type SpectralIndexFunction = (bands: AnyDataset | Variables | DataArray<string>, options?: IndexOptions) => DataArray<string>

const sensors: readonly Sensor[] = ['sentinel-2', 'landsat-8', 'landsat-5']

/**
 * Spectral indices: `indices.ndvi(ds)`, `indices.evi(ds, { sensor: 'landsat-8' })`; `spectralIndices` has their formulas. Bands are found by generic names or
 * those of a sensor (two-digit ones, as `B04` and `B8A`, are Sentinel-2's). Stored numbers are decoded by their scale and offset first. The result is float32
 * (float64 of float64 bands). Throws `E_USAGE` for a band that is not there.
 */
export const indices = Object.fromEntries(
  Object.keys(spectralIndices).map((name) => [
    name,
    (bands: unknown, options?: IndexOptions) => spectralIndex(name as IndexName, bands, options),
  ]),
) as { readonly [K in IndexName]: SpectralIndexFunction }

/**
 * A spectral index by a name that is known only when the program runs: `index('ndvi', ds)` is `indices.ndvi(ds)`. Throws `E_USAGE` naming the nearest ones for a name that is not
 * known.
 */
export function index(name: string, bands: AnyDataset | Variables | DataArray<string>, options?: IndexOptions): DataArray<string> {
  if (typeof name === 'string' && Object.hasOwn(spectralIndices, name)) return spectralIndex(name as IndexName, bands, options)
  throw new UsageError(`index: there is no index ${shownArgument(name)}: ${namesHint(String(name), Object.keys(spectralIndices), 60)}`)
}

function spectralIndex(name: IndexName, given: unknown, options: IndexOptions | undefined): DataArray<string> {
  const { sensor, constants, ...others } = knownOptions(name, options, ['sensor', 'constants', 'join'])
  if (sensor !== undefined && !sensors.includes(sensor))
    throw new UsageError(`${name}: sensor ${shownArgument(sensor)} is not known; there are ${sensors.join(', ')}`)
  const index: SpectralIndex = spectralIndices[name]
  const known = { ...index.constants, ...constants }
  const odd = Object.entries(known).find(([key, value]) => !(key in (index.constants ?? {})) || !Number.isFinite(value))
  if (odd !== undefined)
    throw new UsageError(
      `${name}: constant ${odd[0]} is ${shownArgument(odd[1])}; there are ${Object.keys(index.constants ?? {}).join(', ') || 'none'}, finite numbers`,
    )
  const variables = bandsOf(name, given)
  const nodes: LazyNode[] = []
  const bands: string[] = []
  const tree = parseExpr(
    index.formula,
    (word) => {
      if (Object.hasOwn(known, word)) return known[word]
      if (!Object.hasOwn(bandAliases, word)) return undefined
      if (!bands.includes(word)) {
        bands.push(word)
        nodes.push(decoded(nodeOf(variables[bandIn(name, word as BandName, Object.keys(variables), sensor)] as LazyArray)))
      }
      return `$${bands.indexOf(word)}`
    },
    [],
  )
  const dtype = nodes.some(({ spec }) => spec.dtype === 'float64') ? 'float64' : 'float32'
  return wrapped<string>(exprNode(inDtype(tree, dtype), nodes, others)).rename(name)
}

/** Every input of a tree cast first, so that all of it is computed in one dtype. */
function inDtype(tree: Json, dtype: string): Json {
  if (typeof tree === 'string') return [dtype, tree]
  return Array.isArray(tree) ? [tree[0] as Json, ...tree.slice(1).map((operand) => inDtype(operand as Json, dtype))] : tree
}

/** Physical values where a node has stored ones. */
function decoded(node: LazyNode): LazyNode {
  const isStored = node.spec.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)
  return isStored ? applyOp('decode', {}, [node]) : node
}

function bandsOf(what: string, given: unknown): Variables {
  if (given instanceof Dataset) return given.vars as Variables
  if (!(given instanceof LazyArray))
    return objectArgument(what, given as Variables, 'a Dataset, bands by name, or an array with a dim band')
  const { spec } = nodeOf(given)
  const at = spec.dims.indexOf('band')
  if (at < 0) throw new UsageError(`${what}: the array has no dim band: give a Dataset, or bands by name like { red, nir }`)
  const name = (band: number): string => spec.bands[band]?.description ?? `band ${band + 1}`
  return Object.fromEntries(
    Array.from({ length: spec.shape[at] as number }, (_, band) => [
      name(band),
      wrapped<string>(applyOp('isel', { indexers: { band } }, [nodeOf(given)])),
    ]),
  )
}

/** The name that a generic band has among those that are there. */
function bandIn(what: string, band: BandName, names: readonly string[], sensor: Sensor | undefined): string {
  const find = (aliases: readonly string[]): string | undefined =>
    aliases.map((alias) => names.find((name) => name.toLowerCase() === alias.toLowerCase())).find((name) => name !== undefined)
  const isSentinel = names.some((name) => /^b(0\d|8a)$/i.test(name))
  const sure = sensor ?? (isSentinel ? 'sentinel-2' : undefined)
  const found = find(bandAliases[band].generic) ?? (sure === undefined ? undefined : find(bandAliases[band][sure]))
  if (found !== undefined) return found
  const candidates = sensors.filter((each) => find(bandAliases[band][each]) !== undefined)
  const remedy =
    sure === undefined && candidates.length > 0 ? `say whose names these are with { sensor: '${candidates[0]}' }` : `name it ${band}`
  throw new UsageError(`${what}: there is no band ${band} among ${names.join(', ')}: ${remedy}`)
}
