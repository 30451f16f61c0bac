import type { Dtype } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import type { ScalarJson } from '../../base/scalar.js'

/** Where a value stands, for messages. */
export interface Place {
  readonly uri: string
  readonly what: string
}

const dtypeNames: Readonly<Record<string, Dtype>> = {
  ...{ Byte: 'uint8', Int8: 'int8', UInt16: 'uint16', Int16: 'int16', UInt32: 'uint32', Int32: 'int32' },
  ...{ UInt64: 'uint64', Int64: 'int64', Float32: 'float32', Float64: 'float64' },
}

/** A dtype by GDAL's name. Throws `E_SOURCE` for complex ones and unknown names. */
export function dtypeNamed(name: string, { uri, what }: Place): Dtype {
  const found = Object.hasOwn(dtypeNames, name) ? dtypeNames[name] : undefined
  if (found !== undefined) return found
  throw new SourceError(
    `${uri}: ${what} has the data type ${name}, which is not supported; supported are ${Object.keys(dtypeNames).join(', ')}`,
    {
      uri,
    },
  )
}

/** A finite number. Throws `E_SOURCE`. */
export function numberFrom(text: string, { uri, what }: Place): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new SourceError(`${uri}: ${what} is "${text}", expected a number`, { uri })
}

/** A whole number of at least 1. Throws `E_SOURCE`. */
export function countFrom(text: string | undefined, place: Place): number {
  const value = Number(text ?? '')
  if (Number.isSafeInteger(value) && value >= 1) return value
  throw new SourceError(`${place.uri}: ${place.what} is "${text ?? ''}", expected a whole number above 0`, { uri: place.uri })
}

/** A nodata value: a number, `nan`, an infinity, or an integer of any length. Throws `E_SOURCE`. */
export function scalarFrom(text: string, { uri, what }: Place): ScalarJson {
  const plain = text.trim().toLowerCase()
  if (/^[+-]?nan$/.test(plain) || plain.includes('#qnan') || plain.includes('#ind')) return 'NaN'
  if (/^\+?inf(inity)?$/.test(plain)) return 'Infinity'
  if (/^-inf(inity)?$/.test(plain)) return '-Infinity'
  if (/^[+-]?\d+$/.test(plain) && !Number.isSafeInteger(Number(plain))) return BigInt(plain).toString()
  return numberFrom(plain, { uri, what })
}
