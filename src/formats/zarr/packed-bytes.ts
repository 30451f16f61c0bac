import { inflateRawSync } from 'node:zlib'
import { SourceError } from '../../base/errors.js'
import { crc32 } from '../../codecs/crc32.js'
import { headerBytes, type ZipMember } from './zip-directory.js'

/** How a member lies in the bytes that begin with its own header. */
export type Packing = Pick<ZipMember, 'method' | 'packedBytes' | 'bytes' | 'crc'>

/** The bytes of a member of a zip file, checked against its CRC-32. Throws `E_SOURCE` for what is damaged, or packed by another method than deflate. */
export function unpacked(found: Uint8Array, { method, packedBytes, bytes, crc }: Packing): Uint8Array {
  const view = new DataView(found.buffer, found.byteOffset, found.byteLength)
  if (found.length < headerBytes || view.getUint32(0, true) !== 0x04034b50) throw new SourceError('no member of a zip file begins there')
  const start = headerBytes + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + packedBytes > found.length)
    throw new SourceError(`it has ${packedBytes} bytes in the zip file, of which ${found.length - start} are there`)
  const packed = found.subarray(start, start + packedBytes)
  if (method !== 0 && method !== 8)
    throw new SourceError(`it is packed by the method ${method} of zip files; 0 (stored) and 8 (deflated) can be read`)
  const out = method === 0 ? packed : inflated(packed, bytes)
  if (out.length !== bytes) throw new SourceError(`it has ${out.length} bytes, ${bytes} are stated in the zip file`)
  const sum = crc32(out) >>> 0
  if (sum === crc) return out
  throw new SourceError(`its CRC-32 is ${sum.toString(16)}, but ${crc.toString(16)} is stated in the zip file`)
}

function inflated(packed: Uint8Array, bytes: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: bytes + 1 })
  } catch (cause) {
    throw new SourceError(`it cannot be inflated: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause })
  }
}
