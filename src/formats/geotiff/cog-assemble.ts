import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isRasterloomError } from '../../base/errors.js'
import type { RemoteOutput, SinkPlace } from '../../graph/sink.js'
import { outputError } from '../../io/atomic-write.js'
import { goOn } from '../../io/go-on.js'
import { Spool } from '../../io/spool.js'
import type { CogLayout } from './cog-layout.js'

/** Bytes copied at a time: two buffers of so many, one of which is filled while the other is written. */
const bufferBytes = 512 * 1024

/** Bytes after which the disk is told to take what it has been given. */
const syncedBytes = 16 * 1024 * 1024

/**
 * Writes a file from its layout beside the target, makes sure that it is on the disk, and gives it the target's name, which never stands
 * for half a file. Throws `E_OUTPUT`, and `E_ABORTED` where the signal says so, having removed what was written.
 */
export async function assembleCog(place: SinkPlace, layout: CogLayout, signal?: AbortSignal): Promise<void> {
  const { target } = place
  const temporary = join(dirname(target), `.${basename(target)}.tmp`)
  const spool = new Spool(place)
  try {
    const file = await open(temporary, 'w')
    try {
      await copyAll(syncing(file), layout, spool, signal)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
    await syncDirectory(dirname(target))
  } catch (cause) {
    await rm(temporary, { force: true })
    throw isRasterloomError(cause) ? cause : outputError(target, 'write', cause)
  } finally {
    spool.close()
  }
}

/**
 * Writes an object from its layout: directories and small overviews come first in it, so that it goes from its beginning to its end, in parts where it
 * is large, and is there only when whole. Throws as {@link assembleCog}, having taken back what was sent.
 */
export async function uploadCog(place: SinkPlace, layout: CogLayout, remote: RemoteOutput, signal?: AbortSignal): Promise<void> {
  const spool = new Spool(place)
  const stream = await remote.stream('', layout.totalBytes, signal)
  try {
    await copyAll((bytes) => stream.write(bytes), layout, spool, signal)
    await stream.finish()
  } catch (cause) {
    await stream.abort()
    throw cause
  } finally {
    spool.close()
  }
}

/** Takes bytes that come next; the buffer is free again when it resolves. */
type WriteNext = (bytes: Uint8Array) => Promise<void>

/** Head and pieces through buffers that are written when they are full. */
async function copyAll(write: WriteNext, { head, pieces, totalBytes }: CogLayout, spool: Spool, signal?: AbortSignal): Promise<void> {
  const size = Math.min(bufferBytes, Math.max(1, totalBytes))
  let [buffer, other] = [new Uint8Array(size), new Uint8Array(size)]
  let writing = write(head)
  let filled = 0
  for (const piece of pieces()) {
    for (let done = 0; done < piece.length; ) {
      const length = Math.min(piece.length - done, buffer.length - filled)
      spool.read(piece.spool, piece.offset + done, buffer.subarray(filled, filled + length))
      done += length
      filled += length
      if (filled < buffer.length) continue
      await writing
      goOn(signal)
      writing = write(buffer)
      // Where a spool cannot be read any more, that is the error; this one is looked at by whoever comes next.
      writing.catch(() => {})
      ;[buffer, other] = [other, buffer]
      filled = 0
    }
  }
  await writing
  goOn(signal)
  await write(buffer.subarray(0, filled))
}

/** Writes what comes next, and has the disk take what has been written while more is copied: the end waits for little then. */
function syncing(file: FileHandle): WriteNext {
  let unsynced = 0
  let isSyncing = false
  return async (bytes) => {
    await writeFully(file, bytes)
    unsynced += bytes.length
    if (isSyncing || unsynced < syncedBytes) return
    unsynced = 0
    isSyncing = true
    // What fails here fails at the end, too, where it is told.
    void file
      .datasync()
      .catch(() => {})
      .finally(() => {
        isSyncing = false
      })
  }
}

async function writeFully(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done)).bytesWritten
}

/** So that the new name survives a power cut. Not every file system lets a directory be opened or synced. */
async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r')
    await directory.sync().finally(() => directory.close())
  } catch {
    // The file itself is on the disk; only its name may be lost by a power cut.
  }
}
