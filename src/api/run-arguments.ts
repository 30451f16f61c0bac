import { formatBytes, MiB, parseBytes } from '../base/bytes.js'
import { UsageError } from '../base/errors.js'
import { shownArgument } from './arguments.js'

/** Throws `E_USAGE` for what is neither left out nor a function that takes `argument`. */
export function mustBeFunction(name: string, value: unknown, argument: string): void {
  if (value === undefined || typeof value === 'function') return
  throw new UsageError(`${name} is ${shownArgument(value)}, expected a function that takes ${argument}`)
}

/** A budget in bytes. Throws `E_USAGE` for one that nothing runs in: as a rule its unit was left out. */
export function memoryOf(value: number | string): number {
  const bytes = parseBytes(value)
  if (bytes >= MiB) return bytes
  const meant = /^\d+$/.test(String(value)) ? `: did you mean '${bytes}MB'?` : ": give some hundred megabytes, as '512MB'"
  throw new UsageError(`maxMemory is ${formatBytes(bytes)}, in which nothing runs${meant}`)
}

/** Throws `E_USAGE` for a trace that is neither left out nor a path. */
export function mustBePath(trace: unknown): void {
  if (trace === undefined || (typeof trace === 'string' && trace !== '')) return
  throw new UsageError(`trace is ${shownArgument(trace)}, expected the path of a file to write`)
}
