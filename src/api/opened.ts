import { type BigIntStats, stat } from 'node:fs'
import { SourceError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { firstDifference } from '../base/json-difference.js'
import { hashJson, type LazyNode } from '../graph/graph.js'
import type { Fingerprint, OpenBytes, OpenedSource, SourceDef } from '../graph/source.js'
import type { HttpOptions } from '../io/http.js'
import { listDirectory } from '../io/list-directory.js'
import { openBytes } from '../io/open-bytes.js'
import { publicUri } from '../io/public-uri.js'
import type { S3Options } from '../io/s3-options.js'
import type { SourceParams } from '../ops/source.js'
import { registry } from './registry.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** What was opened stays in memory as long as a node that came of it does. */
const heldBy = new WeakMap<LazyNode, OpenedSource>()
const byParams = new WeakMap<object, OpenedSource>()
const known = new Map<string, WeakRef<OpenedSource>>()
const forget = new FinalizationRegistry<string>((key) => {
  if (known.get(key)?.deref() === undefined) known.delete(key)
})

/** How the servers of remote uris are asked: headers, credentials, retries. */
export interface RequestSettings {
  readonly http?: HttpOptions | undefined
  readonly s3?: S3Options | undefined
}

/** Request settings by uri without a slash at its end: never part of a node, a hash or an output. */
const requestSettings = new Map<string, RequestSettings>()

/** Sets the headers, credentials and retries of all requests to a uri and what lies below it; what is left out stays as it is. */
export function setRequests(uri: string, { http, s3 }: RequestSettings): void {
  if (http === undefined && s3 === undefined) return
  const key = uri.replace(/\/+$/, '')
  const before = requestSettings.get(key)
  requestSettings.set(key, { http: http ?? before?.http, s3: s3 ?? before?.s3 })
}

/** The settings for a uri: its own, else those of the nearest uri above it. */
export function settingsOf(uri: string): { readonly http?: HttpOptions; readonly s3?: S3Options } {
  if (requestSettings.size === 0) return {}
  for (let above = uri.replace(/\/+$/, ''); above !== ''; above = above.slice(0, Math.max(0, above.lastIndexOf('/')))) {
    const { http, s3 } = requestSettings.get(above) ?? {}
    if (http !== undefined || s3 !== undefined) return { ...(http === undefined ? {} : { http }), ...(s3 === undefined ? {} : { s3 }) }
  }
  return {}
}

/** Opens the bytes behind a source's uri, with the assets and request settings of this process. */
export const openUri: OpenBytes = Object.assign(
  (uri: string, wanted?: Parameters<OpenBytes>[1]) => openBytes(uri, { assets: registry.assets, ...settingsOf(uri), ...wanted }),
  { list: (uri: string) => listDirectory(uri, settingsOf(uri).s3) },
)

function keyOf(params: SourceParams): string {
  return hashJson([params.format, params.uri, params.options, params.spec, params.onReadError ?? 'fail'])
}

/** What is remembered of params: those of the node itself, or equal ones. */
function recall(params: SourceParams): OpenedSource | undefined {
  return byParams.get(params) ?? known.get(keyOf(params))?.deref()
}

/** Remembers what was found when a source was opened, for as long as the source's node lives. */
export function rememberOpened(node: LazyNode, opened: OpenedSource): void {
  const key = keyOf(node.params as unknown as SourceParams)
  heldBy.set(node, opened)
  byParams.set(node.params as object, opened)
  known.set(key, new WeakRef(opened))
  forget.register(opened, key)
}

/**
 * What a source node's params stand for: as it was opened, or opened again where that is gone or its files have changed since. Reads headers only.
 * Throws `E_SOURCE` where they have become another array.
 */
export async function openedOf(params: SourceParams): Promise<OpenedSource> {
  const found = recall(params)
  if (found !== undefined && (await isUnchanged(found))) return found
  const opened = await openAgain(params)
  const difference = firstDifference(params.spec, opened.spec as unknown as JsonObject)
  if (difference === null) return opened
  const uri = publicUri(params.uri)
  throw new SourceError(`${uri}: has become another array since it was opened: ${difference}. Open it again`, { uri })
}

/** Opens a source whatever is remembered of it. */
export function openAgain({ format, uri, options, onReadError }: SourceParams): Promise<OpenedSource> {
  return (registry.source(format) as unknown as SourceDef).open(uri, options, openUri, onReadError !== undefined)
}

/** Throws `E_SOURCE` where a local file of an opened source is no longer what it was: another size or time of change. */
export async function mustBeUnchanged(opened: OpenedSource): Promise<void> {
  if (await isUnchanged(opened)) return
  const uri = publicUri(opened.files[0] ?? '')
  throw new SourceError(
    `${uri}: was changed while it was being read, so that the output would be a mixture and was not written: run again when the file rests`,
    { uri, changed: true },
  )
}

/** Size and times of a file; null where it is not there. Takes half as long as by the promises of `node:fs`, which counts for thousands of files. */
function statOf(path: string): Promise<BigIntStats | null> {
  return new Promise((resolve) => stat(path, { bigint: true }, (error, found) => resolve(error === null ? found : null)))
}

/** Whether local files still have the size and time of change that they had; others are taken to. */
async function isUnchanged({ files, fingerprint }: OpenedSource): Promise<boolean> {
  for (const [at, { size, changed }] of fingerprint.entries()) {
    const path = files[at]
    if (path === undefined || !isLocal(path) || !/^\d+$/.test(changed)) continue
    const now = await statOf(absoluteUri(path))
    if (now === null || now.mtimeNs.toString() !== changed || Number(now.size) !== size) return false
  }
  return true
}

/** Size and time of change of a source's files when it was opened; undefined where that is not known any more. */
export function fingerprintOf(params: SourceParams): Fingerprint | undefined {
  return recall(params)?.fingerprint
}
