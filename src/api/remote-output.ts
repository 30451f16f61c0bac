import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OutputError, UsageError } from '../base/errors.js'
import { keptChunks } from '../exec/journal.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import { isRemote } from '../io/public-uri.js'
import type { S3Options } from '../io/s3-options.js'
import type { S3Output } from '../io/s3-output.js'
import type { SourceParams } from '../ops/source.js'
import { type OutputOptions, placeOf } from './output-place.js'

/** An output that goes to an object store. */
export interface RemoteTarget {
  readonly output: S3Output
  readonly target: string
  /** Objects that an earlier output left there, which is to be replaced; null where the run goes on with an interrupted one. */
  readonly replaced: readonly string[] | null
  /** Whether it is one object. */
  readonly isObject: boolean
}

/** What may be said of remote outputs. */
export interface RemoteOptions extends OutputOptions {
  readonly s3?: S3Options
  readonly ifNoneMatch?: boolean
}

/** Most objects that are looked at to tell what is there. */
const lookedAt = 1000

/** The remote outputs of a run, null for those on this machine; outputs of one store share theirs. Throws `E_OUTPUT` for what is there already, or cannot be reached. */
export async function remoteOutputs(
  targets: readonly { readonly target: string; readonly sink: string; readonly node: LazyNode }[],
  options: RemoteOptions,
): Promise<(RemoteTarget | null)[]> {
  const [first] = targets
  if (options.ifNoneMatch === true && targets.some(({ target }) => target !== '' && !isRemote(target)))
    throw new UsageError('ifNoneMatch is for outputs that go to s3://: leave it out, others are never replaced unless overwrite says so')
  if (options.ifNoneMatch === true && options.overwrite === true)
    throw new UsageError('ifNoneMatch never replaces an object, and overwrite does: give one of them')
  const byTarget = new Map<string, Promise<RemoteTarget>>()
  for (const { target, sink, node } of targets) {
    if (!isRemote(target) || byTarget.has(target)) continue
    mustNotBeSource(target, node)
    const goesOn = first !== undefined && options.resume === true && keptChunks(placeOf(first, options).scratch) !== null
    byTarget.set(target, remoteTarget(target, sink === 'cog', options, goesOn))
  }
  return Promise.all(targets.map(({ target }) => byTarget.get(target) ?? null))
}

async function remoteTarget(given: string, isObject: boolean, options: RemoteOptions, goesOn: boolean): Promise<RemoteTarget> {
  const { target, scratch } = placeOf({ target: given }, options)
  const { S3Output } = await import('../io/s3-output.js')
  const output = await S3Output.open(target, {
    s3: options.s3 ?? {},
    ifNoneMatch: options.ifNoneMatch === true,
    note: noteIn(join(scratch, 'upload.json')),
  })
  if (goesOn) return { output, target, replaced: null, isObject }
  const found = await output.found(!isObject, lookedAt)
  if (found.length > 0 && options.overwrite !== true) {
    const why = options.resume === true ? 'exists already, and there is no interrupted run of it to resume' : 'exists already'
    throw new OutputError(`${target}: ${why}: give overwrite to replace it, or another uri`, { uri: target })
  }
  const foreign = isObject ? undefined : found.find(({ key }) => !isOfStore(key))
  if (foreign !== undefined)
    throw new OutputError(`${target}: holds something else than a Zarr store (${foreign.key}), and is not replaced: give another uri`, {
      uri: target,
    })
  if (isObject) await output.mustBeWritable()
  return { output, target, replaced: found.map(({ key }) => key), isObject }
}

/** Whether a key is one that Zarr stores have: a document, or a chunk. */
function isOfStore(key: string): boolean {
  return /(^|\/)(zarr\.json|\.z(group|array|attrs|metadata)|c([./]\d+)*|\d+([./]\d+)*)$/.test(key)
}

function mustNotBeSource(target: string, node: LazyNode): void {
  const own = `${target.replace(/\/+$/, '')}/`
  for (const { op, params } of flatten([node]).graph.nodes) {
    if (op !== 'source' || !`${(params as unknown as SourceParams).uri}/`.startsWith(own)) continue
    throw new OutputError(`${target}: is also a source of this run, or holds one: write to another uri`, { uri: target })
  }
}

/** A note in a file of the scratch directory. */
function noteIn(path: string): { read(): string | null; write(text: string): void; clear(): void } {
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    write: (text) => writeFileSync(path, text),
    clear: () => rmSync(path, { force: true }),
  }
}

/**
 * Removes stores that are to be replaced, once nobody else can be writing them from here: what names a store first, so that nobody reads half of it. Chunks of
 * the old one that the new one leaves out would be read as its own otherwise. An object is replaced in one step instead.
 */
export async function makeWay(remotes: readonly (RemoteTarget | null)[], { overwrite }: RemoteOptions): Promise<void> {
  if (overwrite !== true) return
  for (const remote of new Set(remotes)) {
    if (remote === null || remote.isObject || remote.replaced === null) continue
    for (let keys = remote.replaced; keys.length > 0; keys = (await remote.output.found(true, lookedAt)).map(({ key }) => key)) {
      const depth = (key: string): number => key.split('/').length
      await remote.output.remove([...keys].sort((a, b) => depth(a) - depth(b)))
    }
  }
}
