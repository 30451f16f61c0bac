import { UsageError } from '../base/errors.js'

/** Any value as a message shows it, cut short: what JSON cannot hold (bigint, functions, circles) does not stop it. */
export function shownArgument(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value)
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return value.length > 8 ? `a list of ${value.length}` : `[${value.map(shownArgument).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const name = Object.getPrototypeOf(value)?.constructor?.name
  return name === undefined || name === 'Object' ? `an object with ${Object.keys(value).join(', ') || 'no keys'}` : `a ${name}`
}

/** An argument that must be an object (no list). Throws `E_USAGE` saying what was expected. */
export function objectArgument<T extends object>(what: string, value: T, expected: string): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UsageError(`${what}: ${shownArgument(value)} was given, expected ${expected}`)
}

/** Refuses bigints and functions anywhere inside a value that is to become JSON. Throws `E_USAGE` naming the option. */
export function mustBePlain(what: string, key: string, value: unknown): void {
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
    throw new UsageError(`${what}: ${key} is ${shownArgument(value)}, a ${typeof value}: give a plain value`)
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
  const prototype = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return
  for (const each of Object.values(value)) mustBePlain(what, key, each)
}
