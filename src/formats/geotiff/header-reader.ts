import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'

/** Reads pieces of a TIFF's header. What lies past the end of the file is an error that says where. */
export class HeaderReader {
  readonly fileSize: number
  readonly littleEndian: boolean
  readonly bigTiff: boolean
  readonly #bytes: Readable

  constructor(bytes: Readable, fileSize: number, littleEndian: boolean, bigTiff: boolean) {
    this.#bytes = bytes
    this.fileSize = fileSize
    this.littleEndian = littleEndian
    this.bigTiff = bigTiff
  }

  get uri(): string {
    return this.#bytes.uri
  }

  /** Bytes of the file. Throws `E_SOURCE`, before it reads, where the file ends before them. */
  async bytes(offset: number, length: number): Promise<Uint8Array> {
    if (offset + length > this.fileSize) {
      const message = `${this.uri}: the header at byte ${offset} is corrupt or cut short: the file ends at ${this.fileSize}`
      throw new SourceError(message, { uri: this.uri, offset, length })
    }
    return this.#bytes.read(offset, length)
  }

  async view(offset: number, length: number): Promise<DataView> {
    const bytes = await this.bytes(offset, length)
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}
