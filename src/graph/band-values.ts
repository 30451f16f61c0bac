import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { ScalarJson } from '../base/scalar.js'
import type { ArraySpec } from './spec.js'

/** One value for all bands, or one a band. */
export type PerBand<T> = T | readonly T[]

/** A finite number, a list of them, or null, from params. Throws `E_USAGE`. */
export function numberPerBand(op: string, key: string, value: Json | undefined): PerBand<number> | null {
  if (value === undefined || value === null) return null
  const values = Array.isArray(value) ? value : [value]
  const bad = values.find((entry) => typeof entry !== 'number' || !Number.isFinite(entry))
  if (bad !== undefined || values.length === 0) {
    throw new UsageError(`${op}: ${key} is ${JSON.stringify(value)}; give a finite number, or a list with one for each band`)
  }
  return value as PerBand<number>
}

/** A nodata value as JSON, a list of them (null where a band has none), or null, from params. Throws `E_USAGE`. */
export function nodataPerBand(op: string, value: Json | undefined): PerBand<ScalarJson | null> {
  if (value === undefined || value === null) return null
  const values: readonly Json[] = Array.isArray(value) ? value : [value as Json]
  if (values.every(isScalarJson) && values.length > 0) return value as PerBand<ScalarJson | null>
  throw new UsageError(`${op}: nodata is ${JSON.stringify(value)}; give a number, "NaN", null, or a list of these with one for each band`)
}

function isScalarJson(value: Json): value is ScalarJson | null {
  if (value === null || typeof value === 'number') return true
  return typeof value === 'string' && (/^-?\d+$/.test(value) || ['NaN', 'Infinity', '-Infinity'].includes(value))
}

/** A value for each band of an array. Throws `E_USAGE` where a list has another length. */
export function forEachBand<T>(op: string, key: string, value: PerBand<T>, spec: ArraySpec): readonly T[] {
  if (!Array.isArray(value)) return spec.bands.map(() => value as T)
  if (value.length === spec.bands.length) return value as readonly T[]
  throw new UsageError(
    `${op}: ${key} has ${value.length} values; the array has ${spec.bands.length} band${spec.bands.length === 1 ? '' : 's'}`,
  )
}
