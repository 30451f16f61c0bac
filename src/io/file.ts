import { type FileHandle, open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { SourceError } from '../base/errors.js'
import type { BytesSource } from './bytes-source.js'
import { fileFailure, truncated } from './source-failure.js'

/** The path that a path or `file:` URL names. Throws `E_SOURCE` for a `file:` URL of another machine. */
export function filePath(uri: string): string {
  if (!uri.startsWith('file:')) return uri
  try {
    return fileURLToPath(uri)
  } catch (cause) {
    throw new SourceError(`${uri}: not the URL of a file on this machine: give file:///path`, { uri }, { cause })
  }
}

/** Opens a file on this machine by path or `file:` URL. Size and time of change are those at this moment. Throws `E_SOURCE`. */
export async function openFile(uri: string): Promise<BytesSource> {
  const path = filePath(uri)
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (cause) {
    throw fileFailure(uri, cause)
  }
  const stat = await handle.stat({ bigint: true })
  if (!stat.isFile()) {
    await handle.close()
    throw new SourceError(`${uri}: ${stat.isDirectory() ? 'is a directory, not a file' : 'is not a regular file'}`, { uri })
  }
  const size = Number(stat.size)
  return {
    uri,
    path,
    size: async () => size,
    changed: async () => stat.mtimeNs.toString(),
    read: (offset, length) => readFully(handle, uri, offset, length, size),
    close: () => handle.close(),
  }
}

async function readFully(handle: FileHandle, uri: string, offset: number, length: number, size: number): Promise<Uint8Array> {
  if (offset + length > size) throw truncated(uri, offset, length, size)
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await readSome(handle, uri, bytes, filled, offset + filled)
    if (bytesRead === 0) throw truncated(uri, offset, length, offset + filled)
    filled += bytesRead
  }
  return bytes
}

async function readSome(handle: FileHandle, uri: string, bytes: Uint8Array, at: number, position: number): Promise<{ bytesRead: number }> {
  try {
    return await handle.read(bytes, at, bytes.length - at, position)
  } catch (cause) {
    throw fileFailure(uri, cause, { offset: position, length: bytes.length - at })
  }
}
