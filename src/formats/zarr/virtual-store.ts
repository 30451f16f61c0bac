import { isRasterloomError, SourceError } from '../../base/errors.js'
import type { ByteSource, OpenBytes } from '../../graph/source.js'
import { kerchunkStore, refuseParquet } from './kerchunk.js'
import { unpacked } from './packed-bytes.js'
import type { ReferenceStore } from './references.js'
import { type VirtualKind, virtualKind } from './virtual-kind.js'
import { zipStore } from './zip-store.js'

/** A store whose keys are no files of their own, and what opens them as if they were. */
export interface VirtualStore {
  readonly store: ReferenceStore
  readonly openBytes: OpenBytes
}

/** First bytes of a file that it is told by. */
const headBytes = 512

/** Most bytes of a file of references. */
const mostReferenceBytes = 512 * 1024 * 1024

/** The store in a zip file or in a file of references; null for anything else. Throws `E_SOURCE`, and `E_USAGE` for references in Parquet. */
export async function virtualStore(uri: string, openBytes: OpenBytes): Promise<VirtualStore | null> {
  const name = uri.replace(/[?#].*$/, '')
  refuseParquet(name)
  const named = /\.zip$/i.test(name) ? 'zip' : /\.json$/i.test(name) && !/(^|\/)zarr\.json$/.test(name) ? 'references' : null
  const kind = named ?? (await kindOf(uri, openBytes))
  if (kind === null) return null
  const source = await openBytes(uri)
  try {
    const store = kind === 'zip' ? await zipStore(uri, source) : kerchunkStore(uri, await textOf(uri, source))
    return { store, openBytes: openerOf(uri, store, openBytes) }
  } finally {
    await source.close()
  }
}

/** What a file whose name does not say so is, by its first bytes. Elsewhere than on this machine nothing is asked, since that costs a request. */
async function kindOf(uri: string, openBytes: OpenBytes): Promise<VirtualKind | null> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri) && !/^file:/i.test(uri)) return null
  const source = await openBytes(uri).catch(() => null)
  try {
    return source === null ? null : virtualKind(uri, await source.read(0, Math.min(headBytes, await source.size())))
  } catch {
    // A directory, of which the store says more.
    return null
  } finally {
    await source?.close()
  }
}

async function textOf(uri: string, source: ByteSource): Promise<string> {
  const size = await source.size()
  if (size > mostReferenceBytes)
    throw new SourceError(`${uri}: has ${size} bytes, files of references of at most ${mostReferenceBytes} can be read`, { uri })
  return new TextDecoder().decode(await source.read(0, size))
}

/** Opens keys of the store as uris below its own. */
function openerOf(root: string, store: ReferenceStore, openBytes: OpenBytes): OpenBytes {
  const open = async (uri: string): Promise<ByteSource> => {
    if (!uri.startsWith(`${root}/`)) return openBytes(uri)
    const place = store.place(uri.slice(root.length + 1))
    if (place === null) throw new SourceError(`${uri}: no such file`, { uri })
    if ('bytes' in place) return inMemory(uri, place.bytes)
    const source = await openBytes(place.uri)
    try {
      const length = place.length < 0 ? await source.size() : place.length
      const bytes = await source.read(place.offset, length)
      return inMemory(uri, place.packing === undefined ? bytes : unpacked(bytes, place.packing))
    } catch (error) {
      throw isRasterloomError(error) && !error.message.includes(place.uri)
        ? new SourceError(`${uri}: ${error.message}`, { uri }, { cause: error })
        : error
    } finally {
      await source.close()
    }
  }
  return Object.assign(open, { list: async (uri: string) => store.names(uri === root ? '' : uri.slice(root.length + 1)) })
}

function inMemory(uri: string, bytes: Uint8Array): ByteSource {
  return {
    uri,
    path: null,
    size: async () => bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    close: async () => {},
  }
}
