import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { OutputError } from '../base/errors.js'
import { outputError } from './atomic-write.js'

/** Where a run keeps its spools: the output's final path, the run's own directory, and the name of this thread's file in it. */
export interface SpoolPlace {
  readonly target: string
  readonly scratch: string
  readonly threadName: string
}

/** Where bytes lie in a spool: what a journal keeps of them. `crc` is their CRC-32. */
export type SpoolRecord = { readonly spool: string; readonly from: number; readonly bytes: number; readonly crc: number }

/**
 * The files in which threads keep encoded tiles until the output is put together: one to append to, named for the thread, opened at the
 * first append; and those of all threads to read from. Synchronous. What a killed thread left half written is never named by a record.
 */
export class Spool {
  readonly name: string
  private readonly place: SpoolPlace
  private readonly path: string
  private readonly readers = new Map<string, number>()
  private file: number | null = null
  private end = 0
  private dirty = false

  constructor(place: SpoolPlace) {
    this.place = place
    this.name = place.threadName
    this.path = spoolPath(place.scratch, this.name)
  }

  /** Appends bytes; answers where they begin. Throws `E_OUTPUT`. */
  append(bytes: Uint8Array): number {
    const at = this.end
    try {
      if (this.file === null) {
        this.file = openSync(this.path, 'a')
        this.end = fstatSync(this.file).size
        return this.append(bytes)
      }
      this.dirty = true
      for (let done = 0; done < bytes.length; ) {
        const count = writeSync(this.file, bytes, done, bytes.length - done)
        done += count
        this.end += count
      }
    } catch (cause) {
      throw spoolError(this.place.target, this.path, 'write', cause)
    }
    return at
  }

  /** Fills `out` from a place in a thread's spool. Throws `E_OUTPUT` where it ends early. */
  read(spool: string, offset: number, out: Uint8Array): void {
    try {
      readFully(this.reader(spool), this.place.scratch, spool, offset, out)
    } catch (cause) {
      throw spoolError(this.place.target, spoolPath(this.place.scratch, spool), 'read', cause)
    }
  }

  /** Makes sure that what was appended survives a power cut. */
  flush(): void {
    if (!this.dirty || this.file === null) return
    try {
      fsyncSync(this.file)
    } catch (cause) {
      throw spoolError(this.place.target, this.path, 'flush', cause)
    }
    this.dirty = false
  }

  close(): void {
    for (const reader of this.readers.values()) closeSync(reader)
    this.readers.clear()
    if (this.file !== null) closeSync(this.file)
    this.file = null
    this.end = 0
  }

  private reader(spool: string): number {
    const open = this.readers.get(spool)
    if (open !== undefined) return open
    const file = openSync(spoolPath(this.place.scratch, spool), 'r')
    this.readers.set(spool, file)
    return file
  }
}

/**
 * Tells whether what a record names lies whole in its spool, by length and checksum (`checksumOf` is CRC-32, which lives above this floor). Nothing
 * of no bytes always does; a spool that is gone or too short holds nothing. All records are read into one buffer: a resumed run asks for thousands, and the
 * garbage of one each was more than the run had promised.
 */
export function spooledIn(place: SpoolPlace, checksumOf: (bytes: Uint8Array) => number): (record: Partial<SpoolRecord>) => boolean {
  let buffer = new Uint8Array(0)
  return ({ spool: name, from, bytes, crc }) => {
    if (name === undefined || from === undefined || bytes === undefined || crc === undefined) return false
    if (bytes === 0) return true
    if (buffer.length < bytes) buffer = new Uint8Array(2 * bytes)
    const spool = new Spool(place)
    try {
      const found = buffer.subarray(0, bytes)
      spool.read(name, from, found)
      return checksumOf(found) === crc
    } catch {
      return false
    } finally {
      spool.close()
    }
  }
}

/** Path of a thread's spool. */
function spoolPath(scratch: string, name: string): string {
  return join(scratch, `${name}.spool`)
}

function readFully(file: number, scratch: string, spool: string, offset: number, out: Uint8Array): void {
  for (let done = 0; done < out.length; ) {
    const count = readSync(file, out, done, out.length - done, offset + done)
    if (count === 0)
      throw new OutputError(
        `${spoolPath(scratch, spool)} ends at byte ${offset + done}, but the journal promises ${out.length - done} more`,
      )
    done += count
  }
}

/** Names the output, and the spool file at which it failed. */
function spoolError(target: string, path: string, doing: string, cause: unknown): OutputError {
  if (cause instanceof OutputError) {
    return new OutputError(`${target}: ${cause.message}. Remove its scratch directory and run again`, { uri: target }, { cause })
  }
  const inner = outputError(path, doing, cause)
  return new OutputError(`${target} cannot be written: ${inner.message}`, { ...inner.fields, uri: target }, { cause })
}
