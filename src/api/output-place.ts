import { createHash } from 'node:crypto'
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { OutputError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { keptChunks } from '../exec/journal.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import type { SinkPlace } from '../graph/sink.js'
import { localPath } from '../io/local-reader.js'
import { isRemote } from '../io/public-uri.js'
import type { SourceParams } from '../ops/source.js'
import type { Plan, PlanOutput } from '../plan/plan.js'

/** An output and the node that is written into it. */
export interface OutputPlace {
  readonly node: LazyNode
  readonly target: string
  /** Names the change where an output that is there is changed rather than made. */
  readonly change?: string
}

/** What may be done with an output that is there already. */
export interface OutputOptions {
  readonly overwrite?: boolean
  readonly resume?: boolean
  /** Where remote outputs have their scratch directories. */
  readonly scratch?: string
}

/** The directory that belongs to a target's run until it is whole: beside it, or for a remote one in `scratch`, by default the system's for temporary files. */
export function placeOf(
  { target, change }: { readonly target: string; readonly change?: string },
  { scratch }: OutputOptions,
): Omit<SinkPlace, 'threadName'> {
  if (isRemote(target)) {
    const uri = target.replace(/\/+$/, '')
    const name = `${basename(uri)}-${createHash('sha256').update(uri).digest('hex').slice(0, 12)}`
    return { target: uri, scratch: join(resolve(scratch ?? tmpdir()), `.${name}.partial`) }
  }
  const path = resolve(target)
  const name = change === undefined ? basename(path) : `${basename(path)}.${change}`
  return { target: path, scratch: join(dirname(path), `.${name}.partial`) }
}

/** Refuses outputs of one run that are one path, unless each says that it is a part of the others' store; then each as if it were alone. */
export function checkTargets(targets: readonly (OutputPlace & { readonly options: JsonObject })[], options: OutputOptions): void {
  const [first] = targets
  const goesOn = first !== undefined && options.resume === true && keptChunks(placeOf(first, options).scratch) !== null
  const seen = new Map<string, boolean>()
  for (const output of targets) {
    const path = truePath(output.target)
    const isPart = Array.isArray(output.options.group)
    if (seen.has(path) && !(isPart && seen.get(path) === true)) {
      throw new UsageError(`${output.target}: two outputs of this run go to this path: give each a path of its own`, {
        target: output.target,
      })
    }
    seen.set(path, isPart)
    if (!isRemote(path)) checkTarget(output, options, goesOn && existsSync(placeOf(output, options).scratch))
  }
}

/** The path by which a file is known, whatever links lead to it. */
function truePath(target: string): string {
  if (isRemote(target)) return target.replace(/\/+$/, '')
  const path = resolve(target)
  if (existsSync(path)) return realpathSync(path)
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path
}

/** Refuses an output that is there already, that is also a source, or that has no directory to lie in. */
function checkTarget({ target, node, change }: OutputPlace, options: OutputOptions, goesOn: boolean): void {
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
  if (change !== undefined) return
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

/** The outputs that take room on disks: those asked for, and what is put aside on their way. */
export function onDisk({ outputs }: Plan): PlanOutput[] {
  const placed = outputs.map((output) => ({ ...output, target: outputs[output.scratchFor ?? -1]?.target ?? output.target }))
  return placed.filter(({ target, isStage, scratchFor }) => target !== '' && (isStage !== true || scratchFor !== undefined))
}

/** Where outputs are made: beside those asked for, what is put aside on their way; nowhere, what the records hold. */
export function placesOf({ outputs }: Plan, asked: readonly Omit<SinkPlace, 'threadName'>[]): Omit<SinkPlace, 'threadName'>[] {
  return outputs.map(({ scratchFor, holdsSums }, output) => {
    const beside = asked[scratchFor ?? -1]
    if (beside === undefined) return asked[output] ?? { target: '', scratch: '' }
    return { target: beside.target, scratch: join(beside.scratch, `${holdsSums ? 'sums' : 'rechunk'}-${scratchFor}`) }
  })
}
