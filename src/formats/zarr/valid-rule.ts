import type { Validity } from '../../array/block.js'
import { type Dtype, dtypes, type Element, isInteger, type TypedArray } from '../../base/dtype.js'
import type { Json } from '../../base/json.js'
import { type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import { readFill } from './fill.js'
import { type StoredArray, wrapped } from './stored-array.js'

/** Which stored values are invalid, where one value does not say it all. Plain JSON. */
export type ValidRule = {
  readonly missing: readonly ScalarJson[]
  /** Least and greatest valid value as stored; null for none. */
  readonly least: ScalarJson | null
  readonly greatest: ScalarJson | null
}

/** What stands for "invalid": one value or none, and a rule beside it where there are several, or limits. */
export interface DeclaredValidity {
  readonly nodata: ScalarJson | null
  readonly rule: ValidRule | null
}

/**
 * The validity that CF's attributes declare: `_FillValue`, each of `missing_value`, in version 2 `fill_value`; `valid_min`, `valid_max` and `valid_range`,
 * which are of the stored numbers, or where those are integers and the limits are none, of the unpacked ones.
 */
export function declaredValidity(array: StoredArray, dtype: Dtype): DeclaredValidity {
  const { attributes, zarrFormat, fill } = array
  const read = (value: Json | undefined): ScalarJson | null =>
    readFill(attributes._Unsigned === undefined ? value : wrapped(value, dtypes[dtype]), dtype)
  const listed = Array.isArray(attributes.missing_value) ? attributes.missing_value : [attributes.missing_value]
  const told = [attributes._FillValue, ...listed].map((value) => read(value as Json | undefined))
  const all = [...told, zarrFormat === 2 ? readFill(fill, dtype) : null].filter((value) => value !== null)
  const missing = all.filter((value, at) => all.indexOf(value) === at)
  const [from, to] = Array.isArray(attributes.valid_range) ? attributes.valid_range : []
  const least = limitOf(from ?? attributes.valid_min, attributes, dtype, Math.ceil)
  const greatest = limitOf(to ?? attributes.valid_max, attributes, dtype, Math.floor)
  const nodata = missing[0] ?? null
  const needsRule = least !== null || greatest !== null || missing.length > 1
  return { nodata, rule: needsRule ? { missing, least, greatest } : null }
}

function limitOf(
  value: Json | undefined,
  attributes: StoredArray['attributes'],
  dtype: Dtype,
  inwards: (value: number) => number,
): ScalarJson | null {
  if (typeof value !== 'number') return typeof value === 'string' && /^-?\d+$/.test(value) ? value : null
  if (!isInteger(dtype)) return value
  const { _Unsigned: unsigned } = attributes
  if (Number.isInteger(value)) return (unsigned === undefined ? value : wrapped(value, dtypes[dtype])) as number
  const { scale_factor: scale = 1, add_offset: offset = 0 } = attributes
  if (typeof scale !== 'number' || typeof offset !== 'number' || !(scale > 0)) return null
  return scalarToJson(inwards((value - offset) / scale))
}

/** Fills a mask by a rule. NaN lies within no limits, and is invalid without any. */
export function markValid({ missing, least, greatest }: ValidRule, dtype: Dtype): (data: TypedArray, mask: Uint8Array) => Validity {
  const values = missing.map((value) => scalarFromJson(value, dtype) as Element)
  // Limits of 64-bit integers may be beyond float64, and others beyond the dtype: they are compared as they are.
  const limit = (value: ScalarJson | null, none: number): Element =>
    value === null ? none : typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : Number(value)
  const from = limit(least, Number.NEGATIVE_INFINITY)
  const to = limit(greatest, Number.POSITIVE_INFINITY)
  return (data, mask) => {
    for (let at = 0; at < data.length; at++) {
      const value = data[at] as Element
      mask[at] = value >= from && value <= to && !values.includes(value) ? 1 : 0
    }
    return mask
  }
}
