import type { Json } from './json-type.js'

/** Stable codes of all errors that rasterloom throws on purpose. */
export type ErrorCode =
  | 'E_USAGE'
  | 'E_SOURCE'
  | 'E_OUTPUT'
  | 'E_BUDGET'
  | 'E_CRS'
  | 'E_GRID'
  | 'E_DTYPE'
  | 'E_RECIPE'
  | 'E_ABORTED'
  | 'E_INTERNAL'

/** An error as plain data: what crosses a thread and what `--json` prints. */
export interface ErrorRecord {
  readonly code: ErrorCode
  readonly message: string
  readonly fields: Readonly<Record<string, Json>>
}

/** Longest message, in characters: a path or a name of a damaged file may have any length. */
const longestMessage = 2000

/** A text whose middle is left out where it is longer than people read. */
function readable(text: string): string {
  if (text.length <= longestMessage) return text
  const half = Math.floor(longestMessage / 2) - 20
  return `${text.slice(0, half)} (${text.length - 2 * half} characters left out) ${text.slice(-half)}`
}

/** Base of every error that rasterloom throws on purpose; `code` is stable, `message` says what to do. */
export abstract class RasterloomError extends Error {
  abstract readonly code: ErrorCode
  /** What the message names, as data: uri, byte range, bytes needed, option. */
  readonly fields: Readonly<Record<string, Json>>

  constructor(message: string, fields: Readonly<Record<string, Json>> = {}, options?: ErrorOptions) {
    super(readable(message), options)
    this.fields = fields
  }

  override get name(): string {
    return this.constructor.name
  }
}

/** A call that cannot be carried out as written: an unknown option, a label that is not there, an index out of range. */
export class UsageError extends RasterloomError {
  override readonly code = 'E_USAGE'
}

/** An input that is missing, truncated, corrupt or of a kind that is not supported. Fields: `uri`, and `offset`/`length` in bytes where known. */
export class SourceError extends RasterloomError {
  override readonly code = 'E_SOURCE'
}

/** An output that exists, cannot be created, or could not be written whole. Fields: `uri`. */
export class OutputError extends RasterloomError {
  override readonly code = 'E_OUTPUT'
}

/** A job that does not fit `maxMemory`. Fields: `neededBytes` (the smallest budget that works), `budgetBytes`. */
export class BudgetError extends RasterloomError {
  override readonly code = 'E_BUDGET'
}

/** A coordinate reference system that does not parse, is unknown, or cannot be transformed. */
export class CrsError extends RasterloomError {
  override readonly code = 'E_CRS'
}

/** A grid that makes no sense: an affine without inverse, bounds that miss the raster, grids that do not match. */
export class GridError extends RasterloomError {
  override readonly code = 'E_GRID'
}

/** A conversion that would lose values without having been asked to. */
export class DtypeError extends RasterloomError {
  override readonly code = 'E_DTYPE'
}

/** A recipe that is not valid, names an unknown op or version, or whose sources have changed. */
export class RecipeError extends RasterloomError {
  override readonly code = 'E_RECIPE'
}

/** The run was stopped by its AbortSignal; what is written stays resumable. */
export class AbortedError extends RasterloomError {
  override readonly code = 'E_ABORTED'
}

/** A broken promise inside rasterloom itself: always a defect to report. */
export class InternalError extends RasterloomError {
  override readonly code = 'E_INTERNAL'
}

const classes = {
  E_USAGE: UsageError,
  E_SOURCE: SourceError,
  E_OUTPUT: OutputError,
  E_BUDGET: BudgetError,
  E_CRS: CrsError,
  E_GRID: GridError,
  E_DTYPE: DtypeError,
  E_RECIPE: RecipeError,
  E_ABORTED: AbortedError,
  E_INTERNAL: InternalError,
} as const

/** Whether a thrown value is one of rasterloom's own errors. */
export function isRasterloomError(value: unknown): value is RasterloomError {
  return value instanceof RasterloomError
}

/** An error as plain data; anything that is not ours becomes `E_INTERNAL` with its stack in the fields. */
export function errorRecord(error: unknown): ErrorRecord {
  if (isRasterloomError(error)) return { code: error.code, message: error.message, fields: error.fields }
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}
  return { code: 'E_INTERNAL', message, fields: stack }
}

/** The inverse of {@link errorRecord}. */
export function errorFromRecord(record: ErrorRecord, options?: ErrorOptions): RasterloomError {
  return new classes[record.code](record.message, record.fields, options)
}
