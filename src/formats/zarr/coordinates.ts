import type { TypedArray } from '../../base/dtype.js'
import { isRasterloomError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import { type ScalarJson, scalarToJson } from '../../base/scalar.js'
import { maxInlineLabels, maxListedEven } from '../../graph/labels.js'
import type { Coord } from '../../graph/spec.js'
import { canHoldLabels } from './plausible.js'
import { unsharded } from './shard-labels.js'
import type { ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'

/** Labels along one dim as they are stored, with their attributes. */
export interface StoredLabels {
  readonly array: StoredArray
  readonly values: readonly ScalarJson[]
}

/** Most chunks that one dim's labels are read from. */
const maxLabelChunks = 4096

/** Reads the array that labels a dim: one dim, of the same name and extent, beside the variable. Null where there is none, or none that can be read. */
export async function readLabels(store: ZarrStore, variable: StoredArray, dim: string, extent: number): Promise<StoredLabels | null> {
  const path = [...variable.path.split('/').slice(0, -1), dim].join('/')
  const array = await store.array(path)
  if (array === null || array.shape.length !== 1 || array.shape[0] !== extent || extent === 0) return null
  if (!canHoldLabels(array) || Math.ceil(extent / (array.chunk[0] as number)) > maxLabelChunks) return null
  const values = await readSmall(store, array)
  return values === null ? null : { array, values: unpackedLabels(values, array) }
}

/** Labels that are packed, as stored * scale_factor + add_offset. */
function unpackedLabels(values: readonly ScalarJson[], { attributes }: StoredArray): readonly ScalarJson[] {
  const { scale_factor: scale = 1, add_offset: offset = 0 } = attributes
  if (typeof scale !== 'number' || typeof offset !== 'number' || (scale === 1 && offset === 0)) return values
  return values.map((value) => scalarToJson(Number(value) * scale + offset))
}

/**
 * All values of a small array, by the reader of the zarrita library: labels may have any codec, and it is not the hot path.
 * Null for what it cannot read.
 */
async function readSmall(store: ZarrStore, stored: StoredArray): Promise<readonly ScalarJson[] | null> {
  const { get, open, registry, root } = await import('zarrita')
  // Its text decoder looks at whole buffers, so views are copied.
  const plain = { get: async (key: string) => (await store.bytes(key.replace(/^\/+/, '')))?.slice() }
  const files = stored.sharding === null ? plain : unsharded(store, stored)
  const checked = {
    get: async (key: string) => {
      const bytes = await files.get(key)
      // Of two codecs that it does not know, it would leave one rejection to nobody, which ends the process.
      if (bytes !== undefined && /(^|\/)(zarr\.json|\.zarray)$/.test(key)) checkCodecs(bytes, registry)
      return bytes
    },
  }
  const location = root(checked).resolve(stored.path)
  try {
    const array = await (store.zarrFormat === 3 ? open.v3(location, { kind: 'array' }) : open.v2(location, { kind: 'array' }))
    const { data } = await get(array as Parameters<typeof get>[0])
    return scalars(data as TypedArray | readonly string[])
  } catch (error) {
    if (isRasterloomError(error)) throw error
    // Types, codecs and damage alike: an array without these labels is still an array.
    return null
  }
}

/** Throws where the document of an array, of either version of the format, names a codec that is none of `known`. */
function checkCodecs(bytes: Uint8Array, known: ReadonlyMap<string, unknown>): void {
  const document = JSON.parse(new TextDecoder().decode(bytes)) as Json
  if (!isJsonObject(document)) throw new TypeError('metadata is no object')
  const { codecs, filters, compressor } = document
  const stated = Array.isArray(codecs) ? codecs.map((codec) => nameOf(codec, 'name')) : []
  const older = [...(Array.isArray(filters) ? filters : []), ...(isJsonObject(compressor) ? [compressor] : [])].map((codec) =>
    nameOf(codec, 'id'),
  )
  const unknown = [...stated, ...older.filter((id) => !/^(numcodecs\.)?fixedscaleoffset$/.test(id)).map((id) => `numcodecs.${id}`)].find(
    (name) => !known.has(name),
  )
  if (unknown !== undefined) throw new TypeError(`unknown codec ${unknown}`)
}

function nameOf(codec: Json, key: 'name' | 'id'): string {
  return isJsonObject(codec) ? String(codec[key]) : 'of no name'
}

function scalars(data: TypedArray | Iterable<unknown>): ScalarJson[] {
  return Array.from(data as Iterable<unknown>, (value) => {
    if (typeof value === 'number' || typeof value === 'bigint') return scalarToJson(value)
    return String(value)
  })
}

/** Stored labels as a coordinate: inline up to 4,096, evenly spaced ones beyond as start and step, others inline up to 65,536; null where none holds. */
export function coordOf({ array, values }: StoredLabels): Coord | null {
  const { units, calendar } = array.attributes
  const unit = typeof units === 'string' && units !== '' ? { unit: units } : {}
  const start = Number(values[0])
  const step = (Number(values[values.length - 1]) - start) / (values.length - 1)
  const isEven = values.length > maxListedEven && values.every((value, index) => value === start + index * step)
  if (isEven) return { kind: 'regular', start, step, ...unit }
  if (values.length > maxInlineLabels) return null
  return { kind: 'inline', labels: values, ...unit, ...(typeof calendar === 'string' ? { calendar } : {}) }
}
