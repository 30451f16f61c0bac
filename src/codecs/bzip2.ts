import { SourceError } from '../base/errors.js'
import type { Codec } from './codec.js'
import { overflowCode, undecodable } from './fail.js'

/** The tables of one block of 900 kB. */
const libraryBytes = 8 * 1024 * 1024

/** Bzip2 streams, several behind one another as one, by the library seek-bzip. Decodes only. */
export async function loadBzip2(): Promise<Codec> {
  const { default: library } = await import('seek-bzip')
  return {
    name: 'bzip2',
    libraryBytes,
    decodeScratchBytes: () => 0,
    encodeScratchBytes: () => 0,
    encodedBound: (decodedBytes) => decodedBytes,
    decode(encoded, out) {
      let at = 0
      const output = {
        writeByte(byte: number): void {
          if (at === out.length) throw undecodable('bzip2', overflowCode, encoded.length, out.length)
          out[at++] = byte
        },
      }
      try {
        library.decode(Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length), output, true)
      } catch (cause) {
        if (cause instanceof SourceError) throw cause
        throw undecodable('bzip2', -2, encoded.length, out.length, cause)
      }
      return at
    },
    encode() {
      throw new SourceError('bzip2 streams are read, not written')
    },
  }
}
