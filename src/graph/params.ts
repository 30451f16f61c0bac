import { UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'

/** The params of an op as an object whose keys are all known. Throws `E_USAGE` naming the op, the key and the known ones. */
export function paramsObject(op: string, params: Json, known: readonly string[]): JsonObject {
  if (!isJsonObject(params)) throw new UsageError(`${op}: params must be an object, not ${JSON.stringify(params)}`)
  const unknown = Object.keys(params).find((key) => !known.includes(key))
  if (unknown === undefined) return params
  throw new UsageError(`${op}: unknown param "${unknown}"; ${known.length === 0 ? 'there are none' : `known are ${known.join(', ')}`}`)
}

/** One of a list of words, or the fallback where nothing is given. Throws `E_USAGE` naming the choices. */
export function oneOf<T extends string | null>(op: string, key: string, value: Json | undefined, choices: readonly T[], fallback: T): T {
  if (value === undefined) return fallback
  if ((choices as readonly Json[]).includes(value)) return value as T
  const shown = choices.map((choice) => (choice === null ? 'null' : `"${choice}"`)).join(', ')
  throw new UsageError(`${op}: ${key} is ${JSON.stringify(value)}; give one of ${shown}`)
}
