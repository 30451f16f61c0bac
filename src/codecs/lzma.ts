import { codecKernels } from '../kernels/codec.js'
import type { CodecKit } from './codec.js'
import { crc32 } from './crc32.js'
import { checkDecoded, overflowCode, undecodable } from './fail.js'
import type { PixelCodec } from './pixel-codec.js'

/** What the kernel's `lzmaScratchBytes()` answers, known before there is an instance. */
const scratchBytes = 32 * 1024

const headerBytes = 12
const footerBytes = 12
const checkBytes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64] as const
const filter = { delta: 0x03, lzma2: 0x21 } as const

/** LZMA as TIFF has it: an xz stream of LZMA2 blocks, with or without the delta filter. Checks of 32 bits are verified, others are not. */
export const lzmaCodec: PixelCodec = {
  name: 'LZMA',
  libraryBytes: 0,
  scratchBytes,
  isFinished: false,
  decode(encoded, out, _rows, kit) {
    const { blocks, check } = readIndex(encoded, out.length)
    let [at, written] = [headerBytes, 0]
    for (const { unpadded, size } of blocks) {
      if (size > out.length - written) throw undecodable('LZMA', overflowCode, encoded.length, out.length)
      const block = encoded.subarray(at, at + unpadded - (checkBytes[check] as number))
      const decoded = out.subarray(written, written + size)
      decodeBlock(block, decoded, kit)
      // Padding stands between a block's bytes and its check.
      at += Math.ceil(unpadded / 4) * 4
      if (check === 1) verify(encoded.subarray(at - 4, at), decoded)
      written += size
    }
    return written
  },
}

interface XzIndex {
  readonly blocks: readonly { readonly unpadded: number; readonly size: number }[]
  /** Kind of the check behind each block. */
  readonly check: number
}

/** Reads the index at the end of an xz stream (xz file format 1.1, section 4). */
function readIndex(encoded: Uint8Array, expectedBytes: number): XzIndex {
  let end = encoded.length
  while (end > 3 && encoded.subarray(end - 4, end).every((byte) => byte === 0)) end -= 4
  const fail = (code: number) => undecodable('LZMA', code, encoded.length, expectedBytes)
  const isXz = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0].every((byte, at) => encoded[at] === byte)
  if (!isXz) throw fail(-4)
  if (end < headerBytes + footerBytes || encoded[end - 2] !== 0x59 || encoded[end - 1] !== 0x5a) throw fail(-1)
  const footer = new DataView(encoded.buffer, encoded.byteOffset + end - footerBytes, footerBytes)
  const start = end - footerBytes - (footer.getUint32(4, true) + 1) * 4
  if (start < headerBytes || encoded[start] !== 0) throw fail(-2)
  const reader = new Numbers(encoded.subarray(start + 1, end - footerBytes), () => fail(-2))
  const count = reader.next()
  const blocks: { unpadded: number; size: number }[] = []
  let at = headerBytes
  // Each block is told in at least two bytes: a number that promises more ends at the end of the index.
  for (let block = 0; block < count; block++) {
    const [unpadded, size] = [reader.next(), reader.next()]
    at += Math.ceil(unpadded / 4) * 4
    if (at > start) throw fail(-2)
    blocks.push({ unpadded, size })
  }
  return { blocks, check: (encoded[7] as number) & 15 }
}

/** Numbers of seven bits a byte, the lowest first. */
class Numbers {
  readonly #bytes: Uint8Array
  readonly #fail: () => Error
  #at = 0

  constructor(bytes: Uint8Array, fail: () => Error) {
    this.#bytes = bytes
    this.#fail = fail
  }

  next(): number {
    let value = 0
    for (let factor = 1; factor < 2 ** 49; factor *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw this.#fail()
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
    throw this.#fail()
  }

  skip(count: number): void {
    this.#at += count
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0
  }
}

function decodeBlock(block: Uint8Array, out: Uint8Array, kit: CodecKit): void {
  const fail = () => undecodable('LZMA', -2, block.length, out.length)
  const headSize = ((block[0] ?? 0) + 1) * 4
  const flags = block[1] ?? 0
  if (headSize > block.length) throw fail()
  const reader = new Numbers(block.subarray(2, headSize - 4), fail)
  for (const stated of [0x40, 0x80]) if ((flags & stated) !== 0) reader.next()
  let distance = 0
  for (let left = flags & 3; left >= 0; left--) {
    const [id, properties] = [reader.next(), reader.next()]
    const isLast = left === 0
    if (id === filter.delta && !isLast) distance = reader.byte() + 1
    else if (id === filter.lzma2 && isLast) reader.skip(properties)
    else throw undecodable('LZMA', -2, block.length, out.length, new Error(`the xz filter ${id} is not supported`))
  }
  const coded = block.subarray(headSize)
  const scratch = kit.scratch(scratchBytes)
  const answer = codecKernels(kit.kernels).lzma2Decode(coded.byteOffset, coded.length, out.byteOffset, out.length, scratch)
  if (checkDecoded('LZMA', answer, block, out) < out.length) throw fail()
  for (let at = distance; distance > 0 && at < out.length; at++) out[at] = (out[at] as number) + (out[at - distance] as number)
}

function verify(stored: Uint8Array, out: Uint8Array): void {
  const expected = new DataView(stored.buffer, stored.byteOffset, stored.length).getUint32(0, true)
  if (expected !== crc32(out) >>> 0) throw undecodable('LZMA', -4, stored.length, out.length)
}
