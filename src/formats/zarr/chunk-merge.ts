import type { Placed } from '../../array/strided-copy.js'
import { dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import { InternalError } from '../../base/errors.js'
import { scalarFromJson } from '../../base/scalar.js'
import type { Source } from '../../graph/source.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { ChunkCodec } from './chunk-codec.js'
import { notStored } from './chunk-files.js'
import { boundOf } from './chunk-steps.js'
import { MergeKit } from './merge-kit.js'
import type { StoredArray } from './stored-array.js'
import { layoutOf, zarrTiles } from './tiles.js'
import { type ArrayWriter, arrayWriter } from './writer.js'

/** How chunks of a stored array are decoded, changed and encoded again, one at a time. */
export interface ChunkMerger {
  /**
   * The bytes of a chunk with `put` having changed its pixels, which lie at `start` of the array; null for one of nothing but fill, which is not
   * stored. `stored` are its bytes as they are, null where there are none. The answer is void at the next call.
   */
  merged(stored: Uint8Array | null, start: readonly number[], put: (chunk: Placed) => void): Uint8Array | null
  /** Decodes a chunk of the same codecs into a view that is void after {@link merged}. */
  decoded(stored: Uint8Array | null): TypedArray
}

/** What is known of a stored array whose chunks are changed. */
export interface MergedArray {
  readonly uri: string
  readonly array: StoredArray
  readonly dtype: ArraySpec['dtype']
  readonly codec: ChunkCodec | null
  readonly checksum: boolean
  /** What a chunk holds that is not stored; null where the store does not say: then every chunk is stored. */
  readonly fill: string | number | null
}

/** Loads what decodes the chunks of an array. Throws `E_SOURCE` for chunks that are damaged: what cannot be read is not written over in part. */
export async function chunkMerger({ uri, array, dtype, codec, checksum, fill }: MergedArray): Promise<ChunkMerger> {
  const { chunk } = array
  const plain = { ...array, sharding: null, shape: chunk }
  const source: Source = await zarrTiles(layoutOf(plain, uri, { dtype, chunk, fill: fill ?? 0, nodata: null }))
  const size = chunk.reduce((product, extent) => product * extent, 1)
  const rawBytes = size * dtypes[dtype].bytes
  let encoded: Uint8Array | null = null
  const writer: ArrayWriter = arrayWriter({
    files: {
      put(_chunk, bytes) {
        encoded = bytes
        return {}
      },
      get: () => {
        throw new InternalError('a chunk that is being put together was read back')
      },
      flush: () => {},
      close: () => {},
    },
    spec: specOf(chunk, dtype),
    codec,
    checksum,
    skipsFill: fill !== null,
    stored: { chunk, fill },
  })
  const kit = new MergeKit()
  const roomOf = (bytes: number): number =>
    3 * rawBytes + bytes + 2 * boundOf(rawBytes) + 2 * source.decodeScratchBytes + writer.scratchBytes + 4096
  const decode = (stored: Uint8Array | null): TypedArray => {
    const out = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes + 64), size)
    if (stored === null) out.fill(scalarFromJson(fill ?? 0, dtype) as never)
    else {
      const bytes = kit.bytes(stored.length)
      bytes.set(stored)
      source.decode([bytes], 0, { data: out, mask: null }, kit)
    }
    return out
  }
  return {
    decoded(stored) {
      kit.reset(roomOf(stored?.length ?? 0))
      return decode(stored).slice()
    },
    merged(stored, start, put) {
      kit.reset(roomOf(stored?.length ?? 0))
      const data = decode(stored)
      put({ data, start, shape: chunk })
      encoded = null
      const record = writer.write(0, { window: { start: chunk.map(() => 0), stop: chunk }, data, valid: null }, kit)
      return record === notStored ? null : encoded
    },
  }
}

/** One chunk as an array of its own. */
function specOf(chunk: readonly number[], dtype: ArraySpec['dtype']): ArraySpec {
  return {
    dims: chunk.map((_, dim) => `dim_${dim}`),
    shape: chunk,
    dtype,
    chunks: { shape: chunk, chunk },
    geobox: null,
    periodX: null,
    coords: {},
    bands: [],
    categorical: false,
    moved: true,
    name: null,
    attrs: {},
  }
}
