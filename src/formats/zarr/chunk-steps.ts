import { type Dtype, dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import { loadBlosc } from '../../codecs/blosc.js'
import type { Codec } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import { fletcher32 } from '../../codecs/fletcher32.js'
import type { Kit } from '../../graph/op.js'
import { codecKernels } from '../../kernels/codec.js'
import { type ByteCodec, growthOf } from './byte-codec.js'

/** Undoes one codec: answers the decoded bytes, in `room` or as a part of what it got. */
export interface Step {
  readonly libraryBytes: number
  /** How many times as large the codec may make what it encodes. */
  readonly growth: number
  scratchBytes(decodedBytes: number): number
  /** `room` is of the size that is expected at the end, or makes as much as may be needed on the way. */
  decode(bytes: Uint8Array, room: Uint8Array | (() => Uint8Array), kit: Kit): Uint8Array
}

/** Loads what undoes a codec in an array of some dtype. */
export async function loadStep(codec: ByteCodec, dtype: Dtype): Promise<Step> {
  const plain = { libraryBytes: 0, growth: growthOf(codec), scratchBytes: () => 0 }
  switch (codec.name) {
    // Whoever asks for texts takes them out of the bytes.
    case 'vlen-utf8':
    case 'bitround':
      return { ...plain, decode: (bytes) => bytes }
    case 'crc32c':
      return { ...plain, decode: withoutChecksum }
    case 'shuffle':
      return { ...plain, decode: (bytes, room, kit) => unshuffled(bytes, roomFor(room, bytes.length), codec.elementBytes, kit) }
    case 'checksum':
      return { ...plain, decode: (bytes, room, kit) => checked(bytes, room, codec, kit) }
    case 'bits':
      return { ...plain, decode: unpackedBits }
    case 'half':
      return { ...plain, decode: (bytes, room, kit) => widened(bytes, room, codec.bigEndian, kit) }
    case 'cast':
      return { ...plain, decode: (bytes, room) => converted(bytes, room, codec, cast) }
    case 'delta':
      return { ...plain, decode: (bytes, room) => converted(bytes, room, codec, addUp) }
    case 'fixedscaleoffset':
      return { ...plain, decode: (bytes, room) => converted(bytes, room, codec, (stored, out) => unscale(stored, out, codec)) }
    case 'bzip2':
      return compressor(await (await import('../../codecs/bzip2.js')).loadBzip2())
    default:
      return compressor(codec.name === 'blosc' ? await loadBlosc(dtypes[dtype].bytes) : await loadCodec(codec.name, dtypes[dtype].bytes))
  }
}

function compressor(codec: Codec): Step {
  return {
    libraryBytes: codec.libraryBytes,
    growth: 1,
    scratchBytes: (decodedBytes) => codec.decodeScratchBytes(decodedBytes),
    decode(bytes, room, kit) {
      const out = typeof room === 'function' ? room() : room
      return out.subarray(0, codec.decode(bytes, out, kit))
    },
  }
}

/** Most bytes that a codec may make of so many: incompressible pixels in any of the codecs, each of which adds less than this. */
export function boundOf(rawBytes: number): number {
  return rawBytes + (rawBytes >>> 7) + 64 * 1024
}

function roomFor(room: Uint8Array | (() => Uint8Array), bytes: number): Uint8Array {
  const out = typeof room === 'function' ? room() : room
  if (bytes <= out.length) return out.subarray(0, bytes)
  throw new SourceError(`it decodes to ${bytes} bytes, at most ${out.length} were expected`)
}

function withoutChecksum(bytes: Uint8Array, _room: unknown, kit: Kit): Uint8Array {
  const length = bytes.length - 4
  if (length < 0) throw new SourceError('it is too short to hold a checksum')
  const stored = new DataView(bytes.buffer, bytes.byteOffset + length, 4).getUint32(0, true)
  const found = codecKernels(kit.kernels).crc32c(0, bytes.byteOffset, length) >>> 0
  if (found !== stored) throw new SourceError(`its crc32c is ${found.toString(16)}, but ${stored.toString(16)} is stored`)
  return bytes.subarray(0, length)
}

function unshuffled(bytes: Uint8Array, out: Uint8Array, size: number, kit: Kit): Uint8Array {
  const { unshuffle } = kit.kernels as unknown as { unshuffle(source: number, target: number, count: number, typeSize: number): void }
  const count = Math.floor(bytes.length / size)
  unshuffle(bytes.byteOffset, out.byteOffset, count, size)
  out.set(bytes.subarray(count * size), count * size)
  return out
}

/** Bytes without the checksum before or behind them, where the codecs that follow may look for numbers. */
function checked(
  bytes: Uint8Array,
  room: Uint8Array | (() => Uint8Array),
  { kind, atStart }: Extract<ByteCodec, { name: 'checksum' }>,
  kit: Kit,
): Uint8Array {
  if (bytes.length < 4) throw new SourceError('it is too short to hold a checksum')
  const [body, at] = atStart ? [bytes.subarray(4), 0] : [bytes.subarray(0, -4), bytes.length - 4]
  const stored = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true)
  const kernels = codecKernels(kit.kernels)
  const sums = {
    crc32: () => kernels.crc32(0, body.byteOffset, body.length),
    adler32: () => kernels.adler32(1, body.byteOffset, body.length),
    fletcher32: () => fletcher32(body),
  }
  const found = sums[kind]() >>> 0
  if (found !== stored) throw new SourceError(`its ${kind} is ${found.toString(16)}, but ${stored.toString(16)} is stored`)
  if (!atStart) return body
  const out = roomFor(room, body.length)
  out.set(body)
  return out
}

function unpackedBits(bytes: Uint8Array, room: Uint8Array | (() => Uint8Array)): Uint8Array {
  const count = (bytes.length - 1) * 8 - (bytes[0] ?? 0)
  if (count < 0 || (bytes[0] ?? 0) > 7) throw new SourceError('its packed bits say that more of them are none than there are')
  const out = roomFor(room, count)
  for (let at = 0; at < count; at++) out[at] = ((bytes[1 + (at >> 3)] as number) >> (7 - (at & 7))) & 1
  return out
}

function widened(bytes: Uint8Array, room: Uint8Array | (() => Uint8Array), bigEndian: boolean, kit: Kit): Uint8Array {
  const count = bytes.length >> 1
  const out = roomFor(room, count * 4)
  if (bigEndian) codecKernels(kit.kernels).swapBytes(bytes.byteOffset, count, 2)
  codecKernels(kit.kernels).widenHalves(bytes.byteOffset, out.byteOffset, count)
  return out
}

function cast(stored: TypedArray, out: TypedArray): void {
  out.set(stored as never)
}

/** Runs over the numbers of a chunk, from what is stored to what they were. */
function converted(
  bytes: Uint8Array,
  room: Uint8Array | (() => Uint8Array),
  { dtype, stored }: { readonly dtype: Dtype; readonly stored: Dtype },
  convert: (stored: TypedArray, out: TypedArray) => void,
): Uint8Array {
  const count = Math.floor(bytes.length / dtypes[stored].bytes)
  const out = roomFor(room, count * dtypes[dtype].bytes)
  convert(viewOf(stored, bytes.buffer, bytes.byteOffset, count), viewOf(dtype, out.buffer, out.byteOffset, count))
  return out
}

/** Sums of differences, each rounded or wrapped to the dtype, as numpy has them. */
function addUp(stored: TypedArray, out: TypedArray): void {
  if (out instanceof BigInt64Array || out instanceof BigUint64Array) {
    for (let i = 0, sum = 0n; i < out.length; i++) out[i] = sum = sum + (stored[i] as bigint)
    return
  }
  for (let i = 0; i < out.length; i++) out[i] = (i === 0 ? 0 : (out[i - 1] as number)) + (stored[i] as number)
}

/** value / scale + offset; in float32 where that is what is stored, as numpy reckons. */
function unscale(stored: TypedArray, out: TypedArray, { scale, offset }: { readonly scale: number; readonly offset: number }): void {
  const round = stored instanceof Float32Array ? Math.fround : (value: number): number => value
  for (let i = 0; i < out.length; i++) out[i] = round(round((stored[i] as number) / scale) + offset)
}
