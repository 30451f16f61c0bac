import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type ErrorCode, errorFromRecord, isRasterloomError, OutputError } from '../base/errors.js'
import { keptChunks } from '../exec/journal.js'
import type { SinkPlace } from '../graph/sink.js'
import { type Lock, lockDirectory } from '../io/lock.js'
import type { OutputOptions } from './output-place.js'

/** For a source that fails for good: its rule belongs to the recipe, so that it is another run. */
const unreadableHint = ", or, where it cannot be mended, give overwrite and onReadError: 'nodata' for a run that leaves such tiles out"

/** Failures that follow from the recipe or the source's bytes: the same call fails again, and another one cannot use what it left. A call with another budget can. */
const decided: readonly ErrorCode[] = ['E_USAGE', 'E_DTYPE', 'E_GRID', 'E_CRS', 'E_RECIPE']

type Place = Omit<SinkPlace, 'threadName'>

/** The scratch directories of one run, locked against all others from the first check to the last rename. */
export class OutputClaim {
  readonly #places: readonly Place[]
  readonly #locks: Lock[] = []

  private constructor(places: readonly Place[]) {
    this.#places = [...new Map(places.map((place) => [place.scratch, place])).values()]
  }

  /**
   * Makes and locks the directories; empties them unless the run goes on with what an interrupted one left. Throws `E_OUTPUT` where another
   * run is at work, where an interrupted run is kept and nobody said what is to become of it, and where a directory cannot be made.
   */
  static take(places: readonly Place[], options: OutputOptions): OutputClaim {
    const claim = new OutputClaim(places)
    try {
      for (const place of claim.#places) claim.#locks.push(lockScratch(place))
      for (const place of claim.#places) mustBeFree(place, options)
      const goesOn = options.resume === true && keptChunks(claim.#first.scratch) !== null
      if (!goesOn) for (const { scratch } of claim.#places) empty(scratch)
      for (const { scratch } of claim.#places) sweep(scratch)
      return claim
    } catch (error) {
      claim.release()
      throw error
    }
  }

  /** The place whose scratch directory holds the journal of the run. */
  get #first(): Place {
    return this.#places[0] as Place
  }

  /** What is left to do when the run failed: removes what no run can use, and answers the error, which says what is kept and how to go on. */
  async failed(error: unknown): Promise<unknown> {
    if (isRasterloomError(error) && error.fields.resumable === false) return error
    const kept = keptChunks(this.#first.scratch)
    const isDecided =
      isRasterloomError(error) && (decided.includes(error.code) || (error.fields.changed ?? error.fields.nothingLeft) === true)
    if (kept === null || isDecided) {
      await this.remove()
      return error
    }
    if (!isRasterloomError(error)) return error
    const { scratch } = this.#first
    const message = `${error.message.replace(/\.?$/, '.')} ${kept.done} of ${kept.total} chunks are kept in ${scratch}: run again with resume to go on${error.code === 'E_SOURCE' ? unreadableHint : ''}`
    const fields = { ...error.fields, kept: { scratch, done: kept.done, total: kept.total } }
    return errorFromRecord({ code: error.code, message, fields }, { cause: error })
  }

  /** Removes the directories. Under another name first, so that nobody locks what is about to go; files of many bytes side by side, as each takes its time. */
  async remove(): Promise<void> {
    for (const { scratch } of this.#places) {
      const gone = goneName(scratch)
      try {
        renameSync(scratch, gone)
        await rm(gone, { recursive: true, force: true })
      } catch {
        // It is gone already, or may not be removed: the output stands, and an empty claim holds nobody up.
      }
    }
  }

  /** Gives the directories back. Safe after {@link remove}. */
  release(): void {
    for (const lock of this.#locks) lock.release()
  }
}

/** A run that ends takes its directory away: then there is a new one to be made. */
function lockScratch({ scratch, target }: Place): Lock {
  for (let attempt = 0; ; attempt++) {
    makeDirectory(scratch)
    try {
      return lockDirectory(scratch, target, hostname())
    } catch (error) {
      if (attempt >= 20 || existsSync(scratch)) throw error
    }
  }
}

function makeDirectory(scratch: string): void {
  try {
    // Not recursive: the directory it lies in is there, and Node 20 never comes back from a recursive mkdir below /proc.
    mkdirSync(scratch)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return
    throw new OutputError(
      `${scratch}: cannot be made (${code}): is the directory there, and may you write to it?`,
      { uri: scratch },
      { cause },
    )
  }
}

function mustBeFree({ scratch, target }: Place, { resume, overwrite }: OutputOptions): void {
  const kept = resume === true || overwrite === true ? null : keptChunks(scratch)
  if (kept === null) return
  throw new OutputError(
    `${target}: an interrupted run of this output is kept in ${scratch} (${kept.done} of ${kept.total} chunks): ` +
      'give resume to go on with it, or give overwrite to start again',
    { uri: target, kept: { scratch, done: kept.done, total: kept.total } },
  )
}

/** Removes all that is in a directory but its lock. */
function empty(scratch: string): void {
  for (const name of readdirSync(scratch)) if (name !== 'lock') rmSync(join(scratch, name), { recursive: true, force: true })
}

/** The name under which a scratch directory is removed. */
function goneName(scratch: string): string {
  return `${scratch}-${randomUUID()}`
}

/** Removes what runs of this output left that were killed while they removed their scratch directory. */
function sweep(scratch: string): void {
  const stem = basename(scratch)
  const length = basename(goneName(scratch)).length
  try {
    const left = readdirSync(dirname(scratch)).filter((name) => name.startsWith(`${stem}-`) && name.length === length)
    for (const name of left) rmSync(join(dirname(scratch), name), { recursive: true, force: true })
  } catch {
    // It stands in nobody's way.
  }
}
