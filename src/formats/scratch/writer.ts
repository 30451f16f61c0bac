import type { Validity } from '../../array/block.js'
import { maskNodata } from '../../array/nodata-mask.js'
import { dtypes, type TypedArray } from '../../base/dtype.js'
import { OutputError } from '../../base/errors.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import { ownBlosc } from '../../codecs/blosc.js'
import { crc32 } from '../../codecs/crc32.js'
import type { Kit } from '../../graph/op.js'
import type { ChunkRecord, SinkPlace, SinkWriter } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { Spool } from '../../io/spool.js'

/** What is put aside: `id` tells whether chunks that an earlier run put aside are of the same cut. */
export type ScratchOptions = {
  readonly id: string
  /** How validity is kept: as a mask, by a value that is in the pixels, or not at all since all are valid. */
  readonly validity: 'mask' | 'valid' | { readonly nodata: ScalarJson }
}

/** Bytes of scratch for writing or reading a chunk with its mask. */
export function scratchBytes(elements: number, elementBytes: number): number {
  const parts = [
    { codec: ownBlosc(elementBytes), bytes: elements * elementBytes },
    { codec: ownBlosc(1), bytes: elements },
  ]
  const codecs = parts.reduce((sum, { codec, bytes }) => sum + codec.encodedBound(bytes) + 2 * codec.encodeScratchBytes(bytes), 0)
  return codecs + elements + 1024
}

/**
 * A thread's writer: a chunk is a Blosc container of its pixels (cut short by the shape at the edges), and behind it one of its mask where some
 * pixels are invalid and no value says so.
 */
export function scratchWriter(place: SinkPlace, spec: ArraySpec, { id, validity }: ScratchOptions): SinkWriter {
  const { dtype } = spec
  const elements = spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  const spool = new Spool(place)
  const codec = ownBlosc(dtypes[dtype].bytes)
  const maskCodec = ownBlosc(1)
  const most = codec.encodedBound(elements * dtypes[dtype].bytes) + maskCodec.encodedBound(elements)
  const unmasked: Validity = typeof validity === 'object' ? { nodata: scalarFromJson(validity.nodata, dtype) } : null

  return {
    libraryBytes: 0,
    scratchBytes: scratchBytes(elements, dtypes[dtype].bytes),
    write(_level, _chunk, { data, valid }, kit): ChunkRecord {
      const at = kit.scratch(most)
      const out = new Uint8Array(kit.memory.buffer, at, most)
      const pixels = codec.encode(bytesOf(data), out, 0, kit)
      const mask = validity === 'mask' ? maskOf(data, valid, kit) : null
      const rest = out.subarray(pixels)
      const encoded = mask === null ? 0 : maskCodec.encode(mask, rest, 0, kit)
      const stored = out.subarray(0, pixels + encoded)
      return { spool: spool.name, from: spool.append(stored), bytes: stored.length, pixels, crc: crc32(stored), cut: id }
    },
    read(_level, chunk, { spool: name, from, bytes, pixels }, out, kit) {
      const stored = new Uint8Array(kit.memory.buffer, kit.scratch(most), Number(bytes))
      spool.read(String(name), Number(from), stored)
      const decoded = codec.decode(stored.subarray(0, Number(pixels)), bytesOf(out.data), kit)
      if (decoded !== out.data.byteLength) {
        throw new OutputError(
          `${place.target}: chunk ${chunk} that was put aside holds ${decoded} bytes instead of ${out.data.byteLength}`,
          {
            uri: place.target,
          },
        )
      }
      const isMasked = validity === 'mask' && Number(bytes) > Number(pixels)
      if (isMasked) maskCodec.decode(stored.subarray(Number(pixels)), out.mask, kit)
      out.valid = isMasked ? out.mask : unmasked
    },
    flush: () => spool.flush(),
    close: () => spool.close(),
  }
}

/** Mask bytes to be kept, in the arena; null where all pixels are valid. */
function maskOf(data: TypedArray, valid: Validity, kit: Kit): Uint8Array | null {
  if (valid === null || valid instanceof Uint8Array) return valid
  const mask = new Uint8Array(kit.memory.buffer, kit.scratch(data.length), data.length)
  maskNodata({ data, from: 0, count: data.length }, valid.nodata, mask, 0)
  return mask
}

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
