import { type ErrorCode, isRasterloomError } from '../base/errors.js'
import { inFlags } from './flag-words.js'

/** What the process's exit code says. */
export const exitCode = {
  done: 0,
  unexpected: 1,
  usage: 2,
  source: 3,
  output: 4,
  budget: 5,
  someFailed: 6,
  interrupted: 130,
} as const

const byError: Readonly<Record<ErrorCode, number>> = {
  E_USAGE: exitCode.usage,
  E_SOURCE: exitCode.source,
  E_OUTPUT: exitCode.output,
  E_BUDGET: exitCode.budget,
  E_CRS: exitCode.usage,
  E_GRID: exitCode.usage,
  E_DTYPE: exitCode.usage,
  E_RECIPE: exitCode.source,
  E_ABORTED: exitCode.interrupted,
  E_INTERNAL: exitCode.unexpected,
}

/** The exit code of a failure. */
export function exitCodeOf(error: unknown): number {
  return isRasterloomError(error) ? byError[error.code] : exitCode.unexpected
}

/** One line for a failure; the stack only where RASTERLOOM_DEBUG=1 asks for it. */
export function errorText(error: unknown): string {
  if (process.env.RASTERLOOM_DEBUG === '1' && error instanceof Error) return `${error.stack ?? error.message}\n`
  if (isRasterloomError(error)) {
    const defect = error.code === 'E_INTERNAL' ? ' This is a defect in rasterloom: set RASTERLOOM_DEBUG=1 for details.' : ''
    return `${error.code}: ${inFlags(oneLine(error.message))}${defect}\n`
  }
  const message = error instanceof Error ? error.message : String(error)
  return `E_INTERNAL: ${oneLine(message)} (unexpected; set RASTERLOOM_DEBUG=1 for details)\n`
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}
