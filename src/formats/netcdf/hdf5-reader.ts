import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'

/** Reads a piece of an HDF5 file's metadata in order. What lies beyond its end is `E_SOURCE` with the byte offset. */
export class Cursor {
  readonly uri: string
  /** Position of the piece in the file. */
  readonly start: number
  readonly bytes: Uint8Array
  readonly #view: DataView
  readonly #sizes: AddressSizes
  at = 0

  constructor(uri: string, start: number, bytes: Uint8Array, sizes: AddressSizes) {
    this.uri = uri
    this.start = start
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sizes = sizes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  /** Little-endian unsigned integer of up to eight bytes; beyond 2^53 it is not exact. */
  uint(size: number): number {
    const at = this.#take(size)
    let value = 0
    for (let byte = size - 1; byte >= 0; byte--) value = value * 256 + this.#view.getUint8(at + byte)
    return value
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1))
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true)
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true)
  }

  /** An address, counted from the start of the file; -1 where it is not defined. */
  address(): number {
    const { offsetSize, base } = this.#sizes
    const at = this.at
    const value = this.uint(offsetSize)
    return this.bytes.subarray(at, at + offsetSize).every((byte) => byte === 255) ? -1 : value + base
  }

  /** A length or count of the file's own width. */
  length(): number {
    return this.uint(this.#sizes.lengthSize)
  }

  skip(bytes: number): void {
    this.#take(bytes)
  }

  take(bytes: number): Uint8Array {
    const at = this.#take(bytes)
    return this.bytes.subarray(at, at + bytes)
  }

  /** A part of this piece as a piece of its own. */
  part(bytes: number): Cursor {
    const at = this.#take(bytes)
    return new Cursor(this.uri, this.start + at, this.bytes.subarray(at, at + bytes), this.#sizes)
  }

  /** Throws `E_SOURCE` where the next four bytes are not these letters. */
  signature(text: string): void {
    const at = this.at
    const found = String.fromCharCode(...this.take(4))
    if (found !== text) throw this.fault(`"${text}" was expected`, at)
  }

  fault(what: string, at = this.at): SourceError {
    return hdf5Fault(this.uri, this.start + at, what)
  }

  #take(size: number): number {
    const at = this.at
    if (!(size >= 0 && at + size <= this.bytes.length)) {
      throw this.fault(`${size} bytes wanted of a piece that ends after ${this.bytes.length - at}`)
    }
    this.at = at + size
    return at
  }
}

/** Widths of addresses and lengths in a file, and where addresses are counted from. */
export interface AddressSizes {
  readonly offsetSize: number
  readonly lengthSize: number
  readonly base: number
}

/** The error for metadata that is damaged at a byte. */
export function hdf5Fault(uri: string, offset: number, what: string): SourceError {
  return new SourceError(`${uri}: the HDF5 metadata is damaged at byte ${offset}: ${what}`, { uri, offset })
}

/** Most bytes of one piece of metadata: those that writers make are far smaller. */
const mostPieceBytes = 64 * 2 ** 20

/** Reads pieces of an HDF5 file's metadata. */
export class Hdf5Reader {
  readonly fileSize: number
  readonly sizes: AddressSizes
  readonly #bytes: Readable

  constructor(bytes: Readable, fileSize: number, sizes: AddressSizes) {
    this.#bytes = bytes
    this.fileSize = fileSize
    this.sizes = sizes
  }

  get uri(): string {
    return this.#bytes.uri
  }

  /** The bytes at an address. Throws `E_SOURCE`, before it reads, where the file ends before them. */
  async piece(address: number, length: number): Promise<Cursor> {
    if (!(address >= 0 && length >= 0 && address + length <= this.fileSize)) {
      const message = `${this.uri}: HDF5 metadata at bytes ${address}..${address + length} wanted, the file ends at ${this.fileSize}: it is truncated or damaged`
      throw new SourceError(message, { uri: this.uri, offset: Math.max(0, address), length: Math.max(0, length) })
    }
    if (length > mostPieceBytes) throw hdf5Fault(this.uri, address, `a piece of ${length} bytes is more than can be true`)
    return new Cursor(this.uri, address, await this.#bytes.read(address, length), this.sizes)
  }

  /** The bytes at an address, or as many as the file has. */
  async upTo(address: number, length: number): Promise<Cursor> {
    return this.piece(address, Math.max(0, Math.min(length, this.fileSize - address)))
  }
}
