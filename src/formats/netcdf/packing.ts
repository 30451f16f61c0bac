import { type Dtype, dtypes } from '../../base/dtype.js'
import { fits, type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import { type Attribute, type Attributes, numbersOf, storedValue, textOf, type Variable } from './model.js'
import type { ValidRule } from './storage.js'

/** How stored numbers become values by CF, and which of them are missing. */
export interface Packing {
  /** Dtype of the stored numbers, which an attribute may call unsigned. */
  readonly dtype: Dtype
  readonly scale: number
  readonly offset: number
  readonly rule: ValidRule
}

const unsigned: Partial<Record<Dtype, Dtype>> = { int8: 'uint8', int16: 'uint16', int32: 'uint32', int64: 'uint64' }

/**
 * The packing of a variable: `scale_factor`, `add_offset`, `_FillValue`, `missing_value`, `valid_min`, `valid_max`, `valid_range`, `_Unsigned`.
 * Without a fill value the one that the netCDF library itself writes stands for missing, except in types of one byte.
 */
export function packingOf({ attributes, defaultFill }: Pick<Variable, 'attributes' | 'defaultFill'>, stored: Dtype): Packing {
  const dtype = dtypeOf(attributes, stored)
  const [scale = 1] = numbersOf(attributes, 'scale_factor')
  const [offset = 0] = numbersOf(attributes, 'add_offset')
  const usable = Number.isFinite(scale) && scale !== 0 && Number.isFinite(offset)
  const packing = { scale: usable ? scale : 1, offset: usable ? offset : 0 }
  const declared = [...storedValues(attributes, '_FillValue', dtype), ...storedValues(attributes, 'missing_value', dtype)]
  const isTold = attributes.has('_FillValue') || attributes.has('missing_value')
  const usual = isTold || defaultFill === null || dtypes[dtype].bytes === 1 ? null : wrapped(defaultFill, dtype)
  const missing = [...new Set(usual === null ? declared : [usual])]
  return { dtype, ...packing, rule: { missing, ...limits(attributes, dtype, packing) } }
}

/** Signed integers that are meant unsigned: by `_Unsigned`, or bytes by limits that no signed byte has. The other way round for `_Unsigned = "false"`. */
function dtypeOf(attributes: Attributes, stored: Dtype): Dtype {
  const hint = textOf(attributes, '_Unsigned')?.toLowerCase()
  if (hint === 'true') return unsigned[stored] ?? stored
  if (hint === 'false') return (Object.entries(unsigned).find(([, other]) => other === stored)?.[0] as Dtype | undefined) ?? stored
  const [least, greatest] = numbersOf(attributes, 'valid_range')
  return stored === 'int8' && hint === undefined && least === 0 && greatest === 255 ? 'uint8' : stored
}

/** Values of an attribute that pixels can have. A text is read as the number that it spells. */
function storedValues(attributes: Attributes, name: string, dtype: Dtype): ScalarJson[] {
  const value = storedValue(attributes, name)
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.flatMap((each) => {
    const number = typeof each === 'string' ? textNumber(each) : typeof each === 'number' ? each : null
    const own = number === null ? null : wrapped(number, dtype)
    // NaN is missing in any float.
    return own === null || own === 'NaN' ? [] : [own]
  })
}

function textNumber(text: string): ScalarJson | null {
  const own = text.trim()
  if (['NaN', 'Infinity', '-Infinity'].includes(own) || /^-?\d+$/.test(own)) return own
  return own !== '' && Number.isFinite(Number(own)) ? Number(own) : null
}

/** A value as a dtype has it; negative ones of an unsigned dtype were written as signed. Null for what it cannot hold. */
function wrapped(value: ScalarJson, dtype: Dtype): ScalarJson | null {
  const { kind, bytes } = dtypes[dtype]
  if (kind === 'uint' && /^-\d+$/.test(String(value))) {
    const own = scalarToJson(BigInt.asUintN(8 * bytes, BigInt(value)))
    return BigInt(value) >= -(1n << BigInt(8 * bytes - 1)) ? own : null
  }
  return fits(value, dtype) ? scalarToJson(scalarFromJson(value, dtype)) : null
}

type Limits = Pick<ValidRule, 'least' | 'greatest'>

function limits(attributes: Attributes, dtype: Dtype, packing: { readonly scale: number; readonly offset: number }): Limits {
  const range = storedValue(attributes, 'valid_range')
  const [from, to] = Array.isArray(range) && range.length === 2 ? range : []
  const both = attributes.get('valid_range')
  const least = limit(attributes, from === undefined ? attributes.get('valid_min') : both && { ...both, value: from }, dtype, packing, true)
  const greatest = limit(attributes, to === undefined ? attributes.get('valid_max') : both && { ...both, value: to }, dtype, packing, false)
  const swaps = (least?.isUnpacked === true || greatest?.isUnpacked === true) && packing.scale < 0
  const [low, high] = swaps ? [greatest, least] : [least, greatest]
  // Limits that leave nothing are a slip of the writer.
  const isEmpty = low !== null && high !== null && Number(low.value) > Number(high.value)
  if (isEmpty) return { least: null, greatest: null }
  return { least: useful(low?.value ?? null, dtype, 'min'), greatest: useful(high?.value ?? null, dtype, 'max') }
}

/** A limit that no pixel is beyond is none. */
function useful(value: ScalarJson | null, dtype: Dtype, end: 'min' | 'max'): ScalarJson | null {
  if (value === null || dtypes[dtype].kind === 'float') return value
  return BigInt(value) === BigInt(dtypes[dtype][end]) ? null : value
}

/**
 * A limit as stored numbers have it. By the netCDF conventions it means the unpacked values where its type is that of the scale and wider than that
 * of the stored numbers.
 */
function limit(
  attributes: Attributes,
  attribute: Attribute | undefined,
  dtype: Dtype,
  { scale, offset }: { readonly scale: number; readonly offset: number },
  isLeast: boolean,
): { value: ScalarJson; isUnpacked: boolean } | null {
  const value = attribute?.value
  const number = typeof value === 'string' ? textNumber(value) : typeof value === 'number' ? value : null
  if (attribute === undefined || number === null || number === 'NaN') return null
  const packed = attributes.get('scale_factor') ?? attributes.get('add_offset')
  const isFloat = attribute.type === 'float32' || attribute.type === 'float64'
  const isUnpacked = packed !== undefined && attribute.type === packed.type && isFloat && dtypes[dtype].kind !== 'float'
  if (!isUnpacked) {
    if (isFloat && dtypes[dtype].kind !== 'float') return whole(Number(number), dtype, false, isLeast)
    const own = wrapped(number, dtype)
    return own === null ? null : { value: own, isUnpacked: false }
  }
  return whole((Number(number) - offset) / scale, dtype, true, isLeast === scale > 0)
}

/** The first whole number inside of a limit. */
function whole(value: number, dtype: Dtype, isUnpacked: boolean, isLeast: boolean): { value: ScalarJson; isUnpacked: boolean } | null {
  // A thousandth of a step forgives the rounding of the scale.
  const own = isLeast ? Math.ceil(value - 1e-3) : Math.floor(value + 1e-3)
  return Number.isFinite(value) && fits(own, dtype) ? { value: own, isUnpacked } : null
}
