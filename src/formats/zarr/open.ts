import { createHash } from 'node:crypto'
import { chunkGrid } from '../../array/chunk-grid.js'
import type { Dtype } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { OpenBytes, OpenedSource } from '../../graph/source.js'
import { readFill } from './fill.js'
import { extentFault } from './plausible.js'
import { referencedFiles } from './referenced-tiles.js'
import type { ReferenceTable } from './references.js'
import { readSpec } from './spec.js'
import { openStore, type ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'
import { fileUris, layoutOf, type ZarrLayout } from './tiles.js'
import { declaredValidity } from './valid-rule.js'
import { chooseVariable, levelsOf } from './variable.js'
import { virtualStore } from './virtual-store.js'

/** Opens an array of a store for the card's `open`: reads metadata and coordinates, no chunks. */
export async function openZarr(uri: string, options: Json, openBytes: OpenBytes): Promise<OpenedSource<ZarrLayout>> {
  const asked = parseOptions(options)
  const virtual = await virtualStore(uri, openBytes)
  const store = await openStore(uri, virtual?.openBytes ?? openBytes)
  const levels = await levelsOf(store, await chooseVariable(store, asked.variable))
  const array = levels[asked.level]
  if (array === undefined) {
    throw new UsageError(`${uri}: there is no level ${asked.level}; the array has ${levels.length - 1} overviews`, { option: 'level' })
  }
  const dtype = readableDtype(store, array)
  const declared = declaredValidity(array, dtype)
  const { nodata, rule } = asked.nodata === undefined ? declared : { nodata: askedNodata(asked.nodata, dtype), rule: null }
  const grid = chunkGrid(array.shape, array.chunk)
  const { spec, storedDims } = await readSpec(store, array, dtype, grid, nodata)
  const fill = readFill(array.fill, dtype) ?? 0
  const plain = layoutOf(array, uriOf(store, array), { dtype, chunk: grid.chunk, fill, nodata, ...(rule === null ? {} : { rule }) })
  const referenced = virtual === null ? null : await referencedFiles(plain, virtual, uri.replace(/\/+$/, ''), openBytes)
  const layout = referenced === null ? plain : { ...plain, references: referenced.table }
  const codecs = array.codecs.map(({ name }) => name)
  return {
    options: {
      variable: store.named === null ? (levels[0] as StoredArray).path : null,
      ...(asked.level === 0 ? {} : { level: asked.level }),
      ...(asked.nodata === undefined ? {} : { nodata }),
    },
    spec,
    fingerprint: [{ size: Buffer.byteLength(store.document), changed: hashOf(store.document, referenced?.table ?? null) }],
    layout,
    files: referenced?.files ?? fileUris(layout),
    levels: sizesOf(levels.slice(1), spec.dims),
    info: {
      driver: `Zarr v${array.zarrFormat}${virtual === null ? '' : virtual.store.kind === 'zip' ? ' in a zip file' : ' by references'}`,
      variable: array.path,
      storedDims,
      compression: codecs.length === 0 ? 'none' : codecs.join(', '),
      storedChunk: array.chunk,
      ...(array.sharding === null ? {} : { shard: array.sharding.shard }),
      ...provenance(array),
    },
  }
}

function hashOf(document: string, table: ReferenceTable | null): string {
  const hash = createHash('sha256').update(document)
  if (table !== null) hash.update(table.file).update(table.offset).update(table.length)
  return hash.digest('hex')
}

/** Width and height of coarser levels; none for arrays without x and y. */
function sizesOf(levels: readonly StoredArray[], dims: readonly string[]): { width: number; height: number }[] {
  const [y, x] = [dims.indexOf('y'), dims.indexOf('x')]
  if (y < 0 || x < 0) return []
  return levels.map(({ shape }) => ({ width: shape[x] as number, height: shape[y] as number }))
}

interface ReadOptions {
  readonly variable: string | null
  readonly level: number
  /** Undefined where the store's own counts. */
  readonly nodata: Json | undefined
}

function parseOptions(options: Json): ReadOptions {
  if (!isJsonObject(options)) throw new UsageError('zarr: options must be an object')
  const { variable = null, level = 0, masked = true, nodata = masked === false ? null : undefined, ...rest } = options
  const unknown = Object.keys(rest)[0]
  if (unknown === 'band' || unknown === 'bands') {
    throw new UsageError(`zarr: the option "${unknown}" is not for stores: open the array, then select with isel({ band: ... })`)
  }
  if (unknown !== undefined)
    throw new UsageError(`zarr: unknown option "${unknown}" for reading; known are variable, level, nodata, masked`)
  if (variable !== null && (typeof variable !== 'string' || variable === '')) {
    throw new UsageError(`zarr: variable is ${JSON.stringify(variable)}, expected the name of an array`)
  }
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0) {
    throw new UsageError(`zarr: level is ${JSON.stringify(level)}, expected 0 for the array itself or the number of an overview from 1`)
  }
  return { variable, level, nodata }
}

function askedNodata(value: Json, dtype: Dtype): ScalarJson | null {
  const nodata = value === null ? null : readFill(value, dtype)
  if (value === null || nodata !== null) return nodata
  throw new UsageError(`zarr: nodata is ${JSON.stringify(value)}, which no ${dtype} pixel can be`)
}

function uriOf(store: ZarrStore, array: StoredArray): string {
  return array.path === '' ? store.root : `${store.root}/${array.path}`
}

function readableDtype(store: ZarrStore, array: StoredArray): Dtype {
  const fault = array.fault ?? extentFault(array)
  if (fault === null && array.dtype !== null) return array.dtype
  const uri = uriOf(store, array)
  throw new SourceError(`${uri}: cannot be read: ${fault ?? 'its data type is text, which pixels cannot be'}`, { uri })
}

/** The recipe and its hash, where the array was written by this library. */
function provenance({ attributes }: StoredArray): { [key: string]: Json } {
  const { 'rasterloom:recipe': recipe, 'rasterloom:hash': hash } = attributes
  return { ...(recipe === undefined ? {} : { recipe }), ...(hash === undefined ? {} : { hash }) }
}
