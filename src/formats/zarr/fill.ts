import { type Dtype, dtypes, type Element, isBigInt } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import { fits, type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { Metadata } from './metadata-text.js'
import type { ZarrOptions } from './options.js'

/**
 * The one value that will stand for "invalid" in a stored array: the first declared nodata that the dtype can hold; where there is none,
 * NaN for floats, the maximum for unsigned and the minimum for signed integers; null for integers of which no pixel can be invalid.
 * With `nodata` null no value is declared: then integers that may be invalid throw `E_USAGE`.
 */
export function decideFill(
  spec: Pick<ArraySpec, 'bands' | 'dtype'>,
  { nodata, bool }: Pick<ZarrOptions, 'nodata' | 'bool'>,
  allValid: boolean,
): ScalarJson | null {
  if (bool === true) return noneInBool(allValid)
  const declared = nodata === null ? null : storedFill(spec)
  if (declared !== null) return declared
  const { kind, min, max } = dtypes[spec.dtype]
  if (kind === 'float') return 'NaN'
  if (allValid) return null
  if (nodata !== null) return scalarToJson(kind === 'uint' ? max : min)
  throw new UsageError(
    `nodata none: pixels of this ${spec.dtype} array may be invalid, and Zarr has no other way to tell them: ` +
      'give nodata a value that no pixel has, or cast to a wider dtype, which has room for one',
    { option: 'nodata', dtype: spec.dtype },
  )
}

function noneInBool(allValid: boolean): null {
  if (allValid) return null
  throw new UsageError('bool: pixels may be invalid, and of 0 and 1 none is left to tell them: fill them first (fillNa), or write uint8', {
    option: 'bool',
  })
}

/** The value that a decided spec holds under invalid pixels: the first of its bands' nodata that the dtype can hold, or null. */
export function storedFill(spec: Pick<ArraySpec, 'bands' | 'dtype'>): ScalarJson | null {
  const declared = spec.bands.find(({ nodata }) => nodata !== null && fits(nodata, spec.dtype))?.nodata
  return declared === undefined || declared === null ? null : scalarToJson(scalarFromJson(declared, spec.dtype))
}

/** A fill value as `fill_value` of an array: numbers, `"NaN"`, `"Infinity"`, `"-Infinity"`; integers with all their digits. */
export function fillMetadata(fill: ScalarJson, dtype: Dtype): Metadata {
  if (isBigInt(dtype)) return BigInt(fill)
  return typeof fill === 'string' && /^-?\d+$/.test(fill) ? Number(fill) : fill
}

/**
 * A fill value as the attribute `_FillValue`, in the way xarray stores it in v3: integers as they are, floats as base64 of the
 * eight bytes of a little-endian float64.
 */
export function fillAttribute(fill: ScalarJson, dtype: Dtype): Metadata {
  if (dtypes[dtype].kind !== 'float') return fillMetadata(fill, dtype)
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(Number(fill))
  return bytes.toString('base64')
}

/**
 * A `_FillValue` attribute or `fill_value` as others write it: a number, digits, `"NaN"` and the infinities, `0x` bits,
 * base64 of a float64. Null where it is none of these, or where the dtype cannot hold it.
 */
export function readFill(value: unknown, dtype: Dtype): ScalarJson | null {
  const scalar = fillNumber(Array.isArray(value) && value.length === 1 ? value[0] : value, dtype)
  return scalar !== null && fits(scalar, dtype) ? scalarToJson(scalarFromJson(scalar, dtype)) : null
}

function fillNumber(value: unknown, dtype: Dtype): ScalarJson | null {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string') return null
  if (['NaN', 'Infinity', '-Infinity'].includes(value) || /^-?\d+$/.test(value)) return value
  if (/^0x[0-9a-f]+$/i.test(value)) return hexFloat(value, dtype)
  if (/^[A-Za-z0-9+/]{11}=$/.test(value)) return scalarToJson(Buffer.from(value, 'base64').readDoubleLE())
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null
}

/** The bits of a float, as the v3 specification writes NaNs with a payload. */
function hexFloat(text: string, dtype: Dtype): ScalarJson | null {
  const bytes = Buffer.from(text.slice(2), 'hex')
  if (bytes.length !== dtypes[dtype].bytes || dtypes[dtype].kind !== 'float') return null
  return scalarToJson(dtype === 'float32' ? bytes.readFloatBE() : bytes.readDoubleBE())
}

/** The bytes of one element, little-endian. */
export function elementBytes(value: Element, dtype: Dtype): Uint8Array {
  const bytes = new Uint8Array(dtypes[dtype].bytes)
  const view = new DataView(bytes.buffer)
  if (dtype === 'float32') view.setFloat32(0, Number(value), true)
  else if (dtype === 'float64') view.setFloat64(0, Number(value), true)
  else if (bytes.length === 8) view.setBigUint64(0, BigInt.asUintN(64, BigInt(value)), true)
  else for (let at = 0, rest = Number(value); at < bytes.length; at++, rest = Math.floor(rest / 256)) bytes[at] = rest
  return bytes
}
