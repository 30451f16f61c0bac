import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { OutputError } from '../base/errors.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import type { SinkPlace } from '../graph/sink.js'
import { localPath } from '../io/local-reader.js'
import type { SourceParams } from '../ops/source.js'

/** An output and the node that is written into it. */
export interface OutputPlace {
  readonly node: LazyNode
  readonly target: string
}

/** What may be done with an output that is there already. */
export interface OutputOptions {
  readonly overwrite?: boolean
  readonly resume?: boolean
}

/** The directory beside a target that belongs to its run until it is whole. */
export function placeOf({ target }: { readonly target: string }): Omit<SinkPlace, 'threadName'> {
  const path = resolve(target)
  return { target: path, scratch: join(dirname(path), `.${basename(path)}.partial`) }
}

/** Makes that directory, empty unless the run goes on with what is in it. Throws `E_OUTPUT` where it cannot be made. */
export function makeScratch(scratch: string, resume: boolean): void {
  try {
    if (!resume) rmSync(scratch, { recursive: true, force: true })
    // Not recursive: the directory it lies in is there, and Node 20 never comes back from a recursive mkdir below /proc.
    if (!existsSync(scratch)) mkdirSync(scratch)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new OutputError(
      `${scratch}: cannot be made (${code}): is the directory there, and may you write to it?`,
      { uri: scratch },
      { cause },
    )
  }
}

/** Refuses outputs that are there already, that are also sources, or that have no directory to lie in. */
export function checkTarget({ target, node }: OutputPlace, options: OutputOptions): void {
  const path = resolve(target)
  if (!existsSync(dirname(path)))
    throw new OutputError(`${target}: the directory ${dirname(target)} does not exist: make it first`, { uri: target })
  if (!existsSync(path)) return
  const real = realpathSync(path)
  for (const each of flatten([node]).graph.nodes) {
    const source = each.op === 'source' ? localPath((each.params as unknown as SourceParams).uri) : null
    if (source !== null && existsSync(source) && `${realpathSync(source)}${sep}`.startsWith(`${real}${sep}`)) {
      throw new OutputError(`${target}: is also a source of this run, or holds one: write to another path`, { uri: target })
    }
  }
  const { scratch } = placeOf({ target })
  const goesOn = options.resume === true && existsSync(scratch)
  if (options.overwrite !== true && !goesOn) {
    const why = options.resume === true ? 'exists already, and there is no interrupted run of it to resume' : 'exists already'
    throw new OutputError(`${target}: ${why}: give overwrite to replace it, or another path`, { uri: target })
  }
  if (isForeignDirectory(path)) {
    throw new OutputError(`${target}: is a directory that holds something else than a Zarr store, and is not replaced: give another path`, {
      uri: target,
    })
  }
}

/** Whether a path is a directory with something in it that no Zarr store of any version has at its top. */
function isForeignDirectory(path: string): boolean {
  if (!statSync(path).isDirectory()) return false
  const names = readdirSync(path)
  return names.length > 0 && !names.some((name) => ['zarr.json', '.zgroup', '.zarray', '.zmetadata'].includes(name))
}
