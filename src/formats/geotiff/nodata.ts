import { type Dtype, dtypes } from '../../base/dtype.js'
import { fits, type ScalarJson, scalarToJson } from '../../base/scalar.js'

/** A float64 written out has at most some 1,100 characters. */
const mostDigits = 2048

/**
 * The nodata value that GDAL_NODATA (tag 42113) declares for a dtype; null for text that is no number, and for integers that the dtype
 * cannot hold, which no pixel can equal. Floats beyond float32's range become its greatest value, as GDAL takes them.
 */
export function parseNodata(text: string | undefined, dtype: Dtype): ScalarJson | null {
  const trimmed = (text ?? '').trim()
  if (trimmed === '' || trimmed.length > mostDigits) return null
  if (dtypes[dtype].kind !== 'float') return parseInteger(trimmed, dtype)
  const value = parseFloatText(trimmed)
  if (value === null) return null
  if (dtype === 'float32' && Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
    return Math.sign(value) * (dtypes.float32.max as number)
  }
  return scalarToJson(dtype === 'float32' ? Math.fround(value) : value)
}

function parseFloatText(text: string): number | null {
  if (/^[+-]?nan/i.test(text)) return Number.NaN
  const infinite = /^([+-]?)inf/i.exec(text)
  if (infinite !== null) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = Number.parseFloat(text)
  return Number.isNaN(value) ? null : value
}

function parseInteger(text: string, dtype: Dtype): ScalarJson | null {
  if (/^[+-]?\d+$/.test(text)) {
    const value = scalarToJson(BigInt(text.replace(/^\+/, '')))
    return fits(value, dtype) ? value : null
  }
  const number = parseFloatText(text)
  return number !== null && fits(number, dtype) && Number.isFinite(number) ? number : null
}
