import type { Dtype } from '../../base/dtype.js'
import { dtypes } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import { loadBlosc } from '../../codecs/blosc.js'
import type { Codec } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import { decodeLz4Block } from '../../codecs/lz4.js'
import type { Kit } from '../../graph/op.js'
import { fletcher32 } from './fletcher32.js'
import type { Filter } from './storage.js'

/** Undoes one filter: answers the decoded bytes, in `room` or as a part of what it got. */
export interface Step {
  readonly libraryBytes: number
  scratchBytes(decodedBytes: number): number
  /** `room` is where as many bytes as a chunk may have on the way can be put. */
  undo(bytes: Uint8Array, room: () => Uint8Array, kit: Kit): Uint8Array
}

/** Most bytes that filters may make of so many: more than any of them adds to what it cannot compress. */
export function encodedBound(rawBytes: number): number {
  return rawBytes + Math.ceil(rawBytes / 128) + 64 * 1024
}

/** Loads what undoes a filter. */
export async function loadStep(filter: Filter, dtype: Dtype): Promise<Step> {
  const plain = { libraryBytes: 0, scratchBytes: () => 0 }
  switch (filter.name) {
    case 'fletcher32':
      return { ...plain, undo: checked }
    case 'shuffle':
      return { ...plain, undo: (bytes, room, kit) => unshuffled(bytes, room, filter.elementBytes, kit) }
    case 'lz4':
      return { ...plain, undo: (bytes, room, kit) => lz4Blocks(bytes, room(), kit) }
    case 'blosc':
      return compressor(await loadBlosc(dtypes[dtype].bytes))
    default:
      return compressor(await loadCodec(filter.name, dtypes[dtype].bytes))
  }
}

function compressor(codec: Codec): Step {
  return {
    libraryBytes: codec.libraryBytes,
    scratchBytes: (decodedBytes) => codec.decodeScratchBytes(decodedBytes),
    undo(bytes, room, kit) {
      const out = room()
      return out.subarray(0, codec.decode(bytes, out, kit))
    },
  }
}

function checked(bytes: Uint8Array): Uint8Array {
  const length = bytes.length - 4
  if (length < 0) throw new SourceError('it is too short to hold a checksum')
  const own = bytes.subarray(0, length)
  const stored = new DataView(bytes.buffer, bytes.byteOffset + length, 4).getUint32(0, true)
  const found = fletcher32(own)
  // Libraries before 1.6.3 wrote the two halves with swapped bytes.
  const swapped = (((found & 0x00ff00ff) << 8) | ((found >>> 8) & 0x00ff00ff)) >>> 0
  if (stored === found || stored === swapped) return own
  throw new SourceError(`its fletcher32 checksum is ${found.toString(16)}, but ${stored.toString(16)} is stored`)
}

function unshuffled(bytes: Uint8Array, room: () => Uint8Array, size: number, kit: Kit): Uint8Array {
  if (size <= 1) return bytes
  const out = room()
  if (bytes.length > out.length) throw new SourceError(`it decodes to ${bytes.length} bytes, at most ${out.length} were expected`)
  const { unshuffle } = kit.kernels as unknown as { unshuffle(source: number, target: number, count: number, typeSize: number): void }
  const count = Math.floor(bytes.length / size)
  unshuffle(bytes.byteOffset, out.byteOffset, count, size)
  out.set(bytes.subarray(count * size), count * size)
  return out.subarray(0, bytes.length)
}

/** LZ4 as the filter of HDF5 has it: length and block size, then blocks with their lengths, all big-endian. What is as long as its block is not compressed. */
function lz4Blocks(bytes: Uint8Array, out: Uint8Array, kit: Kit): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const short = (): SourceError => new SourceError('its lz4 blocks end too early')
  if (bytes.length < 12) throw short()
  const total = view.getUint32(0) * 2 ** 32 + view.getUint32(4)
  const block = view.getUint32(8)
  if (total > out.length || block === 0) throw new SourceError(`it decodes to ${total} bytes, at most ${out.length} were expected`)
  for (let written = 0, at = 12; written < total; ) {
    if (at + 4 > bytes.length) throw short()
    const length = view.getUint32(at)
    const own = Math.min(block, total - written)
    if (at + 4 + length > bytes.length) throw short()
    const part = bytes.subarray(at + 4, at + 4 + length)
    if (length === own) out.set(part, written)
    else if (decodeLz4Block(part, out.subarray(written, written + own), kit) !== own) throw short()
    written += own
    at += 4 + length
  }
  return out.subarray(0, total)
}
