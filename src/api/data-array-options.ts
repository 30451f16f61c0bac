import { UsageError } from '../base/errors.js'
import { isJsonObject, type JsonObject } from '../base/json.js'
import { mustBePlain, shownArgument } from './arguments.js'

/** Options whose values may be more than plain JSON. */
const notPlain: readonly string[] = ['nodata', 'onProgress', 'onWarning', 'signal', 'http', 'attrs', 'run']

/** Options without the keys that are undefined. Throws `E_USAGE` for a key that is not known, naming those that are. */
export function knownOptions<T extends object>(what: string, options: T | undefined, known: readonly string[]): T {
  if (options === undefined) return {} as T
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new UsageError(`${what}: options must be an object, not ${shownArgument(options)}`)
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const unknown = given.find(([key]) => !known.includes(key))
  if (unknown === undefined) {
    for (const [key, value] of given) if (!notPlain.includes(key)) mustBePlain(what, key, value)
    return Object.fromEntries(given) as T
  }
  const near = known.find((key) => key.toLowerCase() === unknown[0].toLowerCase() || distance(key, unknown[0]) <= 2)
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`
  throw new UsageError(`${what}: unknown option "${unknown[0]}"${hint}; known are ${known.join(', ')}`)
}

/** Attributes as plain JSON. Throws `E_USAGE` for what JSON cannot hold: undefined, NaN, dates, functions. */
export function checkedAttrs(what: string, attrs: JsonObject): JsonObject {
  if (!isJsonObject(attrs)) throw new UsageError(`${what}: attributes must be an object`)
  const bad = Object.entries(attrs).find(([, value]) => !isJson(value))
  if (bad === undefined) return attrs
  throw new UsageError(
    `${what}: the attribute "${bad[0]}" is not JSON: give texts, finite numbers, true, false, null, lists and plain objects`,
  )
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isJson)
  if (typeof value !== 'object') return false
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isJson)
}

/** Number of letters to change, add or drop. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
