import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { compose, invert } from '../geo/affine.js'
import type { ArraySpec, Band } from './spec.js'

/**
 * What an operation changes, as far as metadata could become untrue by it.
 * - `place`: where pixels lie: another affine, CRS or size.
 * - `crop`: which part of the grid there is; its pixels are whole ones, as they were.
 * - `pixels`: which pixels there are, or which of them are valid.
 * - `values`: what pixels hold is computed, not moved.
 * - `encoding`: scale, offset or dtype: the same quantity by other numbers.
 */
export type Change = 'place' | 'crop' | 'pixels' | 'values' | 'encoding'

/** Fractions of a pixel that count as none. */
const wholePx = 1e-6

/** A row of the table: names of attributes (or of a domain of them), and what makes them untrue. */
export interface AttributeRule {
  readonly name: RegExp
  readonly dropped: readonly Change[]
  /** What they say, for the documentation. */
  readonly about: string
}

/**
 * Which metadata an operation makes untrue; what no row names stays true. Nodata, scale, offset and unit are no attributes: each operation says
 * what they are afterwards.
 */
export const attributeRules: readonly AttributeRule[] = [
  {
    name: /^(STATISTICS_\w+|histogram|HISTOGRAM\w*|actual_range)$/,
    dropped: ['place', 'crop', 'pixels', 'values', 'encoding'],
    about: 'statistics and histograms of the pixels',
  },
  {
    name: /^(valid_range|valid_min|valid_max)$/,
    dropped: ['values', 'encoding'],
    about: 'the range outside which stored values are invalid',
  },
  { name: /^(flag_values|flag_masks|flag_meanings|LAYER_TYPE)$/, dropped: ['values'], about: 'what stored values mean' },
  { name: /^color_table$/, dropped: ['values'], about: 'colours of stored values' },
  { name: /^RPC$/, dropped: ['place'], about: "a sensor's polynomial in columns and rows of the image, whose offsets a crop moves" },
  { name: /^GEOLOCATION$/, dropped: ['place', 'crop'], about: 'arrays that place the columns and rows of the image' },
  {
    name: /^TILING_SCHEME$/,
    dropped: ['place', 'crop', 'pixels', 'values', 'encoding'],
    about: 'the scheme that tiles of a file belong to',
  },
]

/** What an operation says of itself: whether a pixel depends on the one at its own place alone, and whether it is that one, bit by bit. */
interface Operation {
  readonly elementwise: boolean
  readonly movesPixels: boolean
}

/** What an operation has changed of its first input; over several arrays, which pixels there are and where. */
export function changesOf(inputs: readonly ArraySpec[], out: ArraySpec, { elementwise, movesPixels }: Operation): readonly Change[] {
  const [input, ...others] = inputs
  if (input === undefined) return []
  const sameGrid = input.geobox === out.geobox || JSON.stringify(input.geobox) === JSON.stringify(out.geobox)
  const sameShape = input.shape.length === out.shape.length && input.shape.every((extent, dim) => extent === out.shape[dim])
  // New labels of the same pixels: what they say is up to whoever gives them.
  if (elementwise && movesPixels && sameShape) return []
  const encoding = input.dtype !== out.dtype || !sameEncoding(input, out)
  const isOther = input.moved || !elementwise || encoding
  const picked = movesPixels || out.moved || (input.categorical && out.categorical)
  return [
    ...(sameGrid && others.length === 0
      ? []
      : ([others.length === 0 && movesPixels && cropOf(input, out) !== null ? 'crop' : 'place'] as const)),
    ...(!elementwise || encoding || others.length > 0 || (isOther && !picked) ? (['pixels'] as const) : []),
    ...(isOther && !picked ? (['values'] as const) : []),
    ...(encoding ? (['encoding'] as const) : []),
  ]
}

/** Columns and rows that a crop takes off at the left and the top; null for what is no crop of whole pixels. */
function cropOf(input: ArraySpec, out: ArraySpec): { readonly column: number; readonly row: number } | null {
  const [from, to] = [input.geobox, out.geobox]
  if (from === null || to === null) return null
  const sameCrs = from.crs === to.crs || JSON.stringify(from.crs) === JSON.stringify(to.crs)
  const { affine: one } = from
  const { affine: other } = to
  if (!sameCrs || one.a !== other.a || one.b !== other.b || one.d !== other.d || one.e !== other.e) return null
  const inside = compose(invert(one), other)
  const [column, row] = [Math.round(inside.c), Math.round(inside.f)]
  const isWhole = Math.abs(inside.c - column) < wholePx && Math.abs(inside.f - row) < wholePx
  const isWithin = column >= 0 && row >= 0 && column + to.width <= from.width && row + to.height <= from.height
  return isWhole && isWithin ? { column, row } : null
}

/** The spec of a crop, with the offsets of a sensor's polynomial in columns and rows of its own. */
export function withMovedAttributes(input: ArraySpec | undefined, out: ArraySpec, changes: readonly Change[]): ArraySpec {
  const { domains } = out.attrs
  const rpc = isJsonObject(domains) ? domains.RPC : undefined
  const crop = input === undefined || !changes.includes('crop') ? null : cropOf(input, out)
  if (crop === null || !isJsonObject(domains) || !isJsonObject(rpc)) return out
  const moved = { ...rpc, ...movedBy(rpc, 'LINE_OFF', crop.row), ...movedBy(rpc, 'SAMP_OFF', crop.column) }
  return { ...out, attrs: { ...out.attrs, domains: { ...domains, RPC: moved } } }
}

function movedBy(rpc: JsonObject, name: string, pixels: number): JsonObject {
  const offset = Number(rpc[name] ?? Number.NaN)
  return pixels === 0 || Number.isNaN(offset) ? {} : { [name]: String(offset - pixels) }
}

function sameEncoding(one: ArraySpec, other: ArraySpec): boolean {
  const of = ({ bands }: ArraySpec): string => bands.map(({ scale, offset }) => `${scale} ${offset}`).join()
  return one.bands.length !== other.bands.length || of(one) === of(other)
}

/** The spec without the metadata that the changes made untrue; itself where there is none. */
export function withTrueAttributes(spec: ArraySpec, changes: readonly Change[]): ArraySpec {
  const attrs = trueAttributes(spec.attrs, changes)
  const bands = spec.bands.map((band) => trueBand(band, changes))
  const kept = attrs === spec.attrs && bands.every((band, at) => band === spec.bands[at])
  return kept ? spec : { ...spec, attrs, bands }
}

function trueBand(band: Band, changes: readonly Change[]): Band {
  if (band.items === undefined) return band
  const items = trueEntries(band.items, changes)
  return items === band.items ? band : { ...band, items }
}

function trueAttributes(attrs: JsonObject, changes: readonly Change[]): JsonObject {
  const kept = trueEntries(attrs, changes)
  const { domains } = kept
  if (!isJsonObject(domains)) return kept
  const inside = trueEntries(domains, changes)
  return inside === domains ? kept : { ...kept, domains: inside }
}

function trueEntries<T extends Json>(entries: Readonly<Record<string, T>>, changes: readonly Change[]): Readonly<Record<string, T>> {
  const isUntrue = (name: string): boolean =>
    attributeRules.some((rule) => rule.name.test(name) && rule.dropped.some((change) => changes.includes(change)))
  const names = Object.keys(entries)
  if (!names.some(isUntrue)) return entries
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !isUntrue(name)))
}
