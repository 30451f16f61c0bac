import { join } from 'node:path'
import type { Block } from '../../array/block.js'
import { chunkPosition, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow } from '../../array/strided-copy.js'
import { sameWindow, sizeOf, type Window } from '../../array/window.js'
import { dtypes, type Element, type TypedArray, viewOf } from '../../base/dtype.js'
import { InternalError, OutputError } from '../../base/errors.js'
import { scalarFromJson } from '../../base/scalar.js'
import { crc32 } from '../../codecs/crc32.js'
import type { Kit } from '../../graph/op.js'
import type { ChunkRecord, SinkWriter } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { writeWholeSync } from '../../io/atomic-write.js'
import { readBackSync } from '../../io/output-directory.js'
import type { ChunkCodec } from './chunk-codec.js'
import { elementBytes, storedFill } from './fill.js'

/** What a thread needs to write chunks of one array. */
export interface ChunkTarget {
  /** Directory of the array in the store being written. */
  readonly directory: string
  /** `spec.chunks` is the grid of stored chunks. */
  readonly spec: ArraySpec
  /** Null for chunks that are stored as they are. */
  readonly codec: ChunkCodec | null
}

/** Path of a chunk below its array: `c/0/3/1`, or `c` for an array without dims. */
export function chunkKey(position: readonly number[]): string {
  return ['c', ...position].join('/')
}

/**
 * A thread's writer: each chunk is one file. Its record tells whether it is whole, so that none needs a second name. A chunk of nothing but the fill value is not stored:
 * its record has 0 bytes, and so it is done all the same.
 */
export function chunkWriter({ directory, spec, codec }: ChunkTarget): SinkWriter {
  const { dtype } = spec
  const grid = spec.chunks
  const nodata = storedFill(spec)
  const fill = scalarFromJson(nodata ?? 0, dtype)
  const fillBytes = elementBytes(fill, dtype)
  const size = grid.chunk.reduce((product, extent) => product * extent, 1)
  const rawBytes = size * dtypes[dtype].bytes
  const encodedBytes = codec === null ? 0 : codec.codec.encodedBound(rawBytes)
  const codecBytes = codec === null ? 0 : Math.max(codec.codec.encodeScratchBytes(rawBytes), codec.codec.decodeScratchBytes(rawBytes))
  const pathOf = (chunk: number): string => join(directory, chunkKey(chunkPosition(grid, chunk)))
  const nominal = (chunk: number): Window => {
    const start = chunkPosition(grid, chunk).map((at, dim) => at * (grid.chunk[dim] as number))
    return { start, stop: start.map((from, dim) => from + (grid.chunk[dim] as number)) }
  }

  /** The whole chunk: the block itself where it is one, else the block amid fill. */
  const whole = (chunk: number, block: Block, kit: Kit): TypedArray => {
    if (sizeOf(block.window) === size) return block.data
    const padded = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
    padded.fill(fill as never)
    const { start } = block.window
    const shape = block.window.stop.map((stop, dim) => stop - (start[dim] as number))
    copyWindow({ data: block.data, start, shape }, { data: padded, start, shape: grid.chunk }, block.window)
    return sameWindow(block.window, chunkWindow(grid, chunk)) ? padded : misplaced(chunk)
  }

  return {
    libraryBytes: codec?.codec.libraryBytes ?? 0,
    scratchBytes: rawBytes + encodedBytes + codecBytes + 64,
    write(_level, chunk, block, kit): ChunkRecord {
      if (isSkippable(fill) && isAll(block.data, fillBytes)) return { bytes: 0 }
      const raw = bytesOf(whole(chunk, block, kit))
      let stored = raw
      if (codec !== null) {
        const out = new Uint8Array(kit.memory.buffer, kit.scratch(encodedBytes), encodedBytes)
        stored = out.subarray(0, codec.codec.encode(raw, out, codec.level, kit))
      }
      writeWholeSync(pathOf(chunk), stored)
      return { bytes: stored.length, crc: crc32(stored) }
    },
    read(_level, chunk, record, out, kit) {
      out.valid = nodata === null ? null : { nodata: fill }
      if (record.bytes === 0) {
        out.data.fill(fill as never)
        return
      }
      const raw = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
      const rawView = bytesOf(raw)
      const path = pathOf(chunk)
      if (codec === null) expectWhole(readBackSync(path, rawView), rawBytes, path)
      else {
        const encoded = new Uint8Array(kit.memory.buffer, kit.scratch(encodedBytes), encodedBytes)
        const length = readBackSync(path, encoded)
        expectWhole(codec.codec.decode(encoded.subarray(0, length), rawView, kit), rawBytes, path)
      }
      const shape = out.window.stop.map((stop, dim) => stop - (out.window.start[dim] as number))
      copyWindow(
        { data: raw, start: nominal(chunk).start, shape: grid.chunk },
        { data: out.data, start: out.window.start, shape },
        out.window,
      )
    },
    flush: () => {},
    close: () => {},
  }
}

function misplaced(chunk: number): never {
  throw new InternalError(`the block handed to the zarr sink does not cover chunk ${chunk}`)
}

function expectWhole(found: number, expected: number, path: string): void {
  if (found === expected) return
  throw new OutputError(`${path} holds ${found} bytes of pixels instead of ${expected}: it was changed while the run went on`, {
    uri: path,
  })
}

/** Readers in JavaScript round `fill_value`: a chunk is only left out where every reader knows the value exactly. */
function isSkippable(fill: Element): boolean {
  return typeof fill !== 'bigint' || BigInt(Number(fill)) === fill
}

/** Whether all elements have these bits: the first has, and each equals the one before it (one memory comparison). */
function isAll(data: TypedArray, element: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (bytes.length < element.length) return false
  if (!bytes.subarray(0, element.length).equals(element)) return false
  return bytes.subarray(element.length).equals(bytes.subarray(0, bytes.length - element.length))
}

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
