import { InternalError } from '../base/errors.js'
import { loadBlosc } from './blosc.js'
import type { Codec, CodecKit } from './codec.js'
import { deflateCodec } from './deflate.js'
import { encodeLz4Block, lz4BlockBound, lz4BlockScratch } from './lz4.js'
import { loadZstd } from './zstd.js'

/** The compressors that containers can be written with. */
export type BloscCompressor = 'lz4' | 'zstd' | 'zlib'

/** What is done to elements before they are compressed. */
export type BloscShuffle = 'noshuffle' | 'shuffle' | 'bitshuffle'

/** Compressed at a time: as the kernel has it, whole elements of any size up to 8 bytes, and a multiple of 8 of them. */
const blockBytes = 262_144

const headBytes = 16

/** A compressor by its number in the header, and its own level for Blosc's 1 to 9. */
interface Inner {
  readonly number: number
  readonly bound: (bytes: number) => number
  readonly scratchBytes: number
  readonly libraryBytes: number
  encode(bytes: Uint8Array, out: Uint8Array, kit: CodecKit): number
}

async function innerOf(cname: BloscCompressor, level: number): Promise<Inner> {
  if (cname === 'lz4') return { number: 1, bound: lz4BlockBound, scratchBytes: lz4BlockScratch, libraryBytes: 0, encode: encodeLz4Block }
  const codec = cname === 'zlib' ? deflateCodec(1) : await loadZstd()
  // As c-blosc has it: zstd's 1, 3, 5 ... 15, and its highest for 9, which is 19 here.
  const own = cname === 'zlib' ? level : level === 9 ? 19 : 2 * level - 1
  return {
    number: cname === 'zlib' ? 3 : 4,
    bound: (bytes) => codec.encodedBound(bytes),
    scratchBytes: codec.encodeScratchBytes(blockBytes),
    libraryBytes: codec.libraryBytes,
    encode: (bytes, out, kit) => codec.encode(bytes, out, own, kit),
  }
}

/**
 * Blosc 1 containers (README_CHUNK_FORMAT of c-blosc) of elements of `typeSize` bytes by a compressor and a shuffle of choice, blocks of 256 KiB, one
 * stream each. `level` is Blosc's, 1 to 9; LZ4 has one. Decodes what {@link loadBlosc} does.
 */
export async function bloscEncoder(typeSize: number, cname: BloscCompressor, shuffle: BloscShuffle, level: number): Promise<Codec> {
  const [inner, reader] = await Promise.all([innerOf(cname, level), loadBlosc(typeSize)])
  const streamBound = inner.bound(blockBytes)
  const scratchBytes = blockBytes + streamBound + inner.scratchBytes + 256
  return {
    ...reader,
    libraryBytes: Math.max(reader.libraryBytes, inner.libraryBytes),
    encodeScratchBytes: () => scratchBytes,
    encodedBound: (decodedBytes) => decodedBytes + headBytes,
    encode(decoded, out, _level, kit) {
      if (out.length < decoded.length + headBytes)
        throw new InternalError(`blosc: ${out.length} bytes may not hold ${decoded.length} encoded`)
      const block = Math.max(1, Math.min(blockBytes, decoded.length))
      const shuffled = new Uint8Array(kit.memory.buffer, kit.scratch(blockBytes), blockBytes)
      const stream = new Uint8Array(kit.memory.buffer, kit.scratch(streamBound), streamBound)
      const shared = kit.scratch(inner.scratchBytes)
      const own: CodecKit = { memory: kit.memory, kernels: kit.kernels, scratch: () => shared }
      const view = new DataView(out.buffer, out.byteOffset, out.length)
      const blocks = Math.ceil(decoded.length / block)
      let at = headBytes + 4 * blocks
      let isStored = at > out.length
      for (let index = 0; index < blocks && !isStored; index++) {
        const part = shuffledBlock(decoded.subarray(index * block, (index + 1) * block), shuffled, typeSize, shuffle)
        const size = inner.encode(part, stream, own)
        const bytes = size < part.length ? stream.subarray(0, size) : part
        isStored = at + 4 + bytes.length > out.length
        if (isStored) break
        view.setUint32(headBytes + 4 * index, at, true)
        view.setUint32(at, bytes.length, true)
        out.set(bytes, at + 4)
        at += 4 + bytes.length
      }
      if (isStored) {
        out.set(decoded, headBytes)
        at = headBytes + decoded.length
      }
      const flags = (shuffle === 'shuffle' && typeSize > 1 ? 1 : 0) | (isStored ? 2 : 0) | (shuffle === 'bitshuffle' ? 4 : 0) | 16
      out.set([2, 1, flags | (inner.number << 5), typeSize])
      view.setUint32(4, decoded.length, true)
      view.setUint32(8, block, true)
      view.setUint32(12, at, true)
      return at
    },
  }
}

/** A block as it is compressed: in `room`, or as it is where nothing is to be done. */
function shuffledBlock(block: Uint8Array, room: Uint8Array, typeSize: number, shuffle: BloscShuffle): Uint8Array {
  const count = Math.floor(block.length / typeSize)
  const isPlain = shuffle === 'noshuffle' || (shuffle === 'shuffle' ? typeSize === 1 : count % 8 !== 0)
  if (isPlain) return block
  const out = room.subarray(0, block.length)
  if (shuffle === 'bitshuffle') shuffleBits(block, out, typeSize, count)
  else
    for (let byte = 0; byte < typeSize; byte++)
      for (let index = 0, from = byte, to = byte * count; index < count; index++, from += typeSize) out[to++] = block[from] as number
  // Bytes behind the last whole element stay where they are.
  out.set(block.subarray(count * typeSize), count * typeSize)
  return out
}

/** One row of bits for each bit of an element, eight elements to a byte, by transposing 8 x 8 bits (Hacker's Delight, 7-3). */
function shuffleBits(block: Uint8Array, out: Uint8Array, typeSize: number, count: number): void {
  const rowBytes = count / 8
  const byteAt = (at: number): number => block[at] as number
  for (let byte = 0; byte < typeSize; byte++) {
    const row = byte * 8 * rowBytes
    for (let group = 0, from = byte; group < rowBytes; group++, from += 8 * typeSize) {
      let low = byteAt(from) | (byteAt(from + typeSize) << 8) | (byteAt(from + 2 * typeSize) << 16) | (byteAt(from + 3 * typeSize) << 24)
      const next = from + 4 * typeSize
      let high = byteAt(next) | (byteAt(next + typeSize) << 8) | (byteAt(next + 2 * typeSize) << 16) | (byteAt(next + 3 * typeSize) << 24)
      low = swapped(swapped(low, 7, 0x00aa00aa), 14, 0x0000cccc)
      high = swapped(swapped(high, 7, 0x00aa00aa), 14, 0x0000cccc)
      const crossed = (low ^ ((low >>> 28) | (high << 4))) & 0xf0f0f0f0
      low ^= crossed
      high ^= crossed >>> 4
      for (let bit = 0; bit < 4; bit++) {
        out[row + bit * rowBytes + group] = low >>> (8 * bit)
        out[row + (bit + 4) * rowBytes + group] = high >>> (8 * bit)
      }
    }
  }
}

function swapped(word: number, distance: number, mask: number): number {
  const bits = (word ^ (word >>> distance)) & mask
  return word ^ bits ^ (bits << distance)
}
