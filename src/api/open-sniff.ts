import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError, UsageError } from '../base/errors.js'
import { isVrt } from '../formats/vrt/recognise.js'
import type { ByteSource, OpenBytes, SourceDef } from '../graph/source.js'
import { publicUri } from '../io/public-uri.js'
import { openUri } from './opened.js'
import { registry } from './registry.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** What lies at a uri: tiles of a format, or the text of a VRT, which is a graph over other files. */
export type Found =
  | { readonly kind: 'tiles'; readonly format: SourceDef; readonly openBytes: OpenBytes }
  | { readonly kind: 'vrt'; readonly text: string }

/** First bytes of a file that formats are told by. */
const headLength = 512

/** Longest VRT that is read, in bytes: some 200,000 sources. */
const mostVrtBytes = 128 * 1024 * 1024

/** Names of what may be one array of many in a directory. */
const rasterName = /\.(tiff?|vrt|nc|zarr)$/i

/**
 * Tells by content what lies at a uri, unless a format is named, and hands it on: what was opened to look at it is not opened again. Throws `E_SOURCE` for what is
 * missing, empty or of no format that is known.
 */
export async function sniffed<T>(
  uri: string,
  absolute: string,
  named: string | undefined,
  opening: (found: Found) => Promise<T>,
): Promise<T> {
  if (named !== undefined && named !== 'vrt') return opening({ kind: 'tiles', format: formatNamed(named), openBytes: openUri })
  let bytes = await bytesOf(uri, absolute)
  // A mosaic opens thousands of files.
  const handOn: OpenBytes = async (other, wanted) => {
    const held = other === absolute ? bytes : null
    if (held === null) return openUri(other, wanted)
    bytes = null
    return held
  }
  const openBytes = Object.assign(handOn, { list: openUri.list })
  try {
    const head = bytes === null ? new Uint8Array(0) : await bytes.read(0, Math.min(headLength, await bytes.size()))
    const text = bytes === null ? null : await vrtText(bytes, head, uri)
    if (text !== null) return await opening({ kind: 'vrt', text })
    return await opening({ kind: 'tiles', format: await formatOf(uri, absolute, head), openBytes })
  } finally {
    await bytes?.close()
  }
}

/** The card of a format by its name. Throws `E_USAGE` naming those that there are. */
function formatNamed(name: string): SourceDef {
  const card = registry.sources.find((source) => source.name === name)
  if (card !== undefined) return card as unknown as SourceDef
  const known = [...registry.sources.map((source) => source.name), 'vrt']
  throw new UsageError(`open: format "${name}" is not known; known are ${known.join(', ')}`)
}

/** The text of a VRT; null for any other file. Throws `E_SOURCE` for XML that is no VRT. */
async function vrtText(bytes: ByteSource, head: Uint8Array, uri: string): Promise<string | null> {
  const first = new TextDecoder('utf-8').decode(head)
  if (!/^\ufeff?\s*</.test(first)) return null
  const shown = publicUri(uri)
  const size = await bytes.size()
  if (size > mostVrtBytes) throw new SourceError(`${shown}: XML of ${size} bytes, which is too large for a VRT`, { uri: shown })
  const text = new TextDecoder('utf-8').decode(await bytes.read(0, size))
  if (isVrt(text)) return text
  const root = /<([A-Za-z][\w:.-]*)/.exec(text)?.[1]
  throw new SourceError(
    `${shown}: is ${root === undefined ? 'XML' : /^html$/i.test(root) ? 'a web page (HTML)' : `XML (<${root}>)`}, no raster; of XML a VRT (<VRTDataset>) can be opened`,
    { uri: shown },
  )
}

async function formatOf(uri: string, absolute: string, head: Uint8Array): Promise<SourceDef> {
  const isDirectory = head.length === 0 && isLocal(absolute)
  const marked = isDirectory ? await markedFormat(absolute) : null
  if (marked !== null) return marked
  // A store that lacks what makes it one says itself what is missing.
  if (isDirectory && !/\.zarr[\\/]?$/i.test(absolute)) throw await noStore(uri, absolute)
  const found = registry.sources.find((source) => source.recognises(absolute, head))
  if (found !== undefined) return found as unknown as SourceDef
  throw unknownFormat(uri)
}

function unknownFormat(uri: string): SourceError {
  const names = registry.sources.map(({ name }) => name).filter((name) => name !== 'memory')
  const shown = publicUri(uri)
  return new SourceError(`${shown}: is a file of a format that is not known; what can be opened: ${[...names, 'vrt'].join(', ')}`, {
    uri: shown,
  })
}

/** A directory that is no array, with what can be done with the files in it. */
async function noStore(uri: string, absolute: string): Promise<SourceError> {
  const shown = publicUri(uri)
  const files = (await readdir(absolute)).filter((name) => rasterName.test(name))
  const remedy =
    files.length === 0
      ? `a Zarr store has one of ${markersOf().join(', ')}`
      : `it holds ${files.length} raster${files.length === 1 ? '' : 's'} (${files.sort()[0]}${files.length === 1 ? '' : ', ...'}): open one of them, or all with openMany, mosaic or stack`
  return new SourceError(`${shown}: is a directory that is no Zarr store; ${remedy}`, { uri: shown })
}

function markersOf(): string[] {
  return registry.sources.flatMap(({ markers }) => markers ?? [])
}

/** The format of a directory by the files in it; null where none is told by that. */
async function markedFormat(directory: string): Promise<SourceDef | null> {
  for (const source of registry.sources) {
    for (const marker of source.markers ?? []) if (await isThere(directory, marker)) return source as unknown as SourceDef
  }
  return null
}

async function isThere(directory: string, name: string): Promise<boolean> {
  if (isLocal(directory)) return (await stat(join(absoluteUri(directory), name)).catch(() => null)) !== null
  try {
    await (await openUri(below(directory, name))).close()
    return true
  } catch {
    return false
  }
}

/** A file below a remote directory, whose query it keeps. */
function below(uri: string, name: string): string {
  const [, path, query] = /^([^?#]*)(.*)$/s.exec(uri) as unknown as [string, string, string]
  return `${path.replace(/\/$/, '')}/${name}${query}`
}

/** The bytes of a file; null for a directory, and for a remote uri that cannot be read as one file and holds a store. */
async function bytesOf(uri: string, absolute: string): Promise<ByteSource | null> {
  if (!isLocal(absolute)) return remoteBytes(absolute)
  const there = await stat(absolute).catch(() => null)
  if (there === null) {
    const seen = uri === absolute ? '' : ` (looked for ${absolute})`
    throw new SourceError(`${uri}: there is no such file or directory${seen}`, { uri })
  }
  if (there.isDirectory()) return null
  if (there.size === 0) throw new SourceError(`${uri}: the file is empty: it was made, but never written. Make or fetch it again`, { uri })
  return openUri(absolute)
}

async function remoteBytes(uri: string): Promise<ByteSource | null> {
  const path = uri.replace(/[?#].*$/s, '')
  if (/\.zarr\/?$/i.test(path)) return null
  // Only what has no ending of a file is looked at as a directory.
  const mayBeStore = /(\/|\/[^./]+)$/.test(path)
  if (path.endsWith('/') && (await markedFormat(uri)) !== null) return null
  try {
    return await openUri(uri)
  } catch (error) {
    if (mayBeStore && !path.endsWith('/') && (await markedFormat(uri)) !== null) return null
    throw error
  }
}
