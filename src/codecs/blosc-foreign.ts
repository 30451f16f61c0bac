import { SourceError } from '../base/errors.js'
import type { Codec, CodecKit } from './codec.js'
import { deflateCodec } from './deflate.js'
import { undecodable } from './fail.js'
import { decodeLz4Block } from './lz4.js'
import { loadZstd } from './zstd.js'

/** The kernel's code for a container with another compressor or filter than its own. */
export const otherCodec = -5

/** The compressors that Blosc wraps, by their number in the header: those that the kernel leaves to libraries, and LZ4 for what is shuffled by bits. */
export type ForeignCodecs = ReadonlyMap<number, Pick<Codec, 'decode'>>

const names = ['BloscLZ', 'LZ4', 'Snappy', 'zlib', 'zstd']

/** Loads the codecs for foreign containers. */
export async function loadForeign(): Promise<ForeignCodecs> {
  return new Map<number, Pick<Codec, 'decode'>>([
    [1, { decode: decodeLz4Block }],
    [3, deflateCodec(1)],
    [4, await loadZstd()],
  ])
}

/** Scratch that {@link decodeForeign} asks for, beside the block that it is handed: what the codec of one stream needs. */
export const streamScratchBytes = 64 * 1024

interface Header {
  readonly shuffled: 'bytes' | 'bits' | null
  readonly split: boolean
  readonly typeSize: number
  readonly size: number
  readonly block: number
  readonly codec: Pick<Codec, 'decode'>
}

/**
 * Decodes a Blosc 1 container (README_CHUNK_FORMAT of c-blosc) whose streams are zstd or zlib; answers the bytes written. `scratch` points
 * to as many bytes as `out` holds, for a block before its shuffle is undone. Throws `E_SOURCE`.
 */
export function decodeForeign(codecs: ForeignCodecs, encoded: Uint8Array, out: Uint8Array, scratch: number, kit: CodecKit): number {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.length)
  const header = readHeader(codecs, view, out.length)
  if ((view.getUint8(2) & 2) !== 0) return takeCopy(header, encoded, out)
  const shuffled = new Uint8Array(kit.memory.buffer, scratch, header.block)
  // Every stream's codec asks for scratch anew: all of them share one piece.
  const shared = kit.scratch(streamScratchBytes)
  const inner: CodecKit = { ...kit, scratch: (bytes) => (bytes <= streamScratchBytes ? shared : kit.scratch(bytes)) }
  for (let from = 0, index = 0; from < header.size; from += header.block, index++) {
    const target = out.subarray(from, Math.min(from + header.block, header.size))
    const streams = header.shuffled !== null ? shuffled.subarray(0, target.length) : target
    const at = view.getUint32(16 + 4 * index, true)
    takeStreams(header, encoded, at, streams, target.length === header.block && header.split ? header.typeSize : 1, inner)
    if (header.shuffled === 'bytes') unshuffle(streams, target, header.typeSize)
    else if (header.shuffled === 'bits') unshuffleBits(streams, target, header.typeSize)
  }
  return header.size
}

function readHeader(codecs: ForeignCodecs, view: DataView, capacity: number): Header {
  const flags = view.getUint8(2)
  const [typeSize, size, block] = [view.getUint8(3), view.getUint32(4, true), view.getUint32(8, true)]
  const number = flags >>> 5
  const codec = codecs.get(number)
  if (codec === undefined) {
    throw new SourceError(
      `the blosc stream uses the compressor ${names[number] ?? number}, which is not available yet; LZ4, zstd and zlib are`,
    )
  }
  const blocks = Math.ceil(size / block)
  if (size > capacity) throw undecodable('blosc', -3, view.byteLength, capacity)
  if (block === 0 || block > size || typeSize === 0 || 16 + 4 * blocks > view.byteLength)
    throw undecodable('blosc', -2, view.byteLength, capacity)
  const split = (flags & 16) === 0 && typeSize <= 16 && Math.floor(block / typeSize) >= 128
  const shuffled = (flags & 4) !== 0 ? 'bits' : (flags & 1) !== 0 && typeSize > 1 ? 'bytes' : null
  return { shuffled, split, typeSize, size, block, codec }
}

/** The streams of one block, one behind the other, into `target`. A stream as long as its bytes is stored as it is. */
function takeStreams({ codec }: Header, encoded: Uint8Array, start: number, target: Uint8Array, streams: number, kit: CodecKit): void {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.length)
  const each = target.length / streams
  let at = start
  for (let stream = 0; stream < streams; stream++) {
    const packed = at + 4 <= encoded.length ? view.getUint32(at, true) : -1
    at += 4
    if (packed < 0 || at + packed > encoded.length) throw undecodable('blosc', -1, encoded.length, target.length)
    const bytes = encoded.subarray(at, at + packed)
    const out = target.subarray(stream * each, (stream + 1) * each)
    if (packed === each) out.set(bytes)
    else if (codec.decode(bytes, out, kit) !== each) throw undecodable('blosc', -2, encoded.length, target.length)
    at += packed
  }
}

/** Undoes the byte shuffle; bytes behind the last whole element were not shuffled. */
function unshuffle(source: Uint8Array, target: Uint8Array, typeSize: number): void {
  const count = Math.floor(source.length / typeSize)
  for (let byte = 0; byte < typeSize; byte++) {
    const plane = byte * count
    for (let i = 0, to = byte; i < count; i++, to += typeSize) target[to] = source[plane + i] as number
  }
  target.set(source.subarray(count * typeSize), count * typeSize)
}

/** Pixels that did not become smaller stand behind the header as they are. */
function takeCopy({ size }: Header, encoded: Uint8Array, out: Uint8Array): number {
  if (encoded.length < 16 + size) throw undecodable('blosc', -1, encoded.length, out.length)
  out.set(encoded.subarray(16, 16 + size))
  return size
}

/** Undoes the bit shuffle: one row of bits for each bit of an element. It is not done where elements are no multiple of 8. */
function unshuffleBits(source: Uint8Array, target: Uint8Array, typeSize: number): void {
  const count = Math.floor(source.length / typeSize)
  if (count % 8 !== 0) {
    target.set(source)
    return
  }
  const rowBytes = count / 8
  for (let byte = 0; byte < typeSize; byte++) {
    for (let at = 0; at < rowBytes; at++) {
      for (let within = 0, to = at * 8 * typeSize + byte; within < 8; within++, to += typeSize) {
        let value = 0
        for (let bit = 0; bit < 8; bit++) value |= (((source[(byte * 8 + bit) * rowBytes + at] as number) >>> within) & 1) << bit
        target[to] = value
      }
    }
  }
  target.set(source.subarray(count * typeSize), count * typeSize)
}
