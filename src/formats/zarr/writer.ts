import type { Block, OutBlock } from '../../array/block.js'
import { chunkPosition, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow } from '../../array/strided-copy.js'
import { sameWindow, sizeOf, type Window } from '../../array/window.js'
import { dtypes, type Element, type TypedArray, viewOf } from '../../base/dtype.js'
import { InternalError, OutputError } from '../../base/errors.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import type { Kit } from '../../graph/op.js'
import type { ChunkRecord, SinkWriter } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { codecKernels } from '../../kernels/codec.js'
import type { ChunkCodec } from './chunk-codec.js'
import { arranged, transposed } from './chunk-decode.js'
import { type ChunkFiles, notStored } from './chunk-files.js'
import { elementBytes, storedFill } from './fill.js'

/** What a thread needs to write chunks of one array. */
export interface ChunkTarget {
  readonly files: ChunkFiles
  /** `spec.chunks` is the grid of chunks; in shards, that of the chunks inside. */
  readonly spec: ArraySpec
  /** Null for chunks that are stored as they are. */
  readonly codec: ChunkCodec | null
  /** Whether each chunk is followed by its CRC-32C. */
  readonly checksum: boolean
  /** Whether readers know what a chunk holds that is not stored. */
  readonly skipsFill: boolean
  /** Dim of the array that each dim of a stored chunk is; absent: the same. */
  readonly order?: readonly number[]
  /** Whether pixels other than 0 and 1 are refused. */
  readonly bool?: true
  /** Chunks of an array that is there already, which may say other things than its spec would; absent: what the spec says. */
  readonly stored?: {
    /** Extents of a chunk as stored, which may be longer than the array. */
    readonly chunk: readonly number[]
    /** What a chunk holds that is not stored, and what edge chunks are filled up with. */
    readonly fill: ScalarJson | null
  }
}

/** A thread's writer of one array. */
export type ArrayWriter = Omit<SinkWriter, 'write' | 'read'> & {
  write(chunk: number, block: Block, kit: Kit): ChunkRecord
  read(chunk: number, record: ChunkRecord, out: OutBlock, kit: Kit): void
}

/** Bytes of a CRC-32C behind a chunk. */
const checksumBytes = 4

/**
 * A thread's writer of one array. A chunk of nothing but the fill value is not stored: its record has 0 bytes, and so it is done all the same.
 */
export function arrayWriter({ files, spec, codec, checksum, skipsFill, stored, order, bool }: ChunkTarget): ArrayWriter {
  const { dtype } = spec
  const grid = spec.chunks
  const nodata = storedFill(spec)
  const chunkShape = stored?.chunk ?? grid.chunk
  const fill = scalarFromJson((stored === undefined ? nodata : stored.fill) ?? 0, dtype)
  const fillBytes = elementBytes(fill, dtype)
  const size = chunkShape.reduce((product, extent) => product * extent, 1)
  const rawBytes = size * dtypes[dtype].bytes
  const { encodedBytes, tailBytes, encodedRoom, encode } = encoder(codec, checksum, rawBytes)
  const codecBytes = codec === null ? 0 : Math.max(codec.codec.encodeScratchBytes(rawBytes), codec.codec.decodeScratchBytes(rawBytes))
  const nominal = (chunk: number): Window => {
    const start = chunkPosition(grid, chunk).map((at, dim) => at * (grid.chunk[dim] as number))
    return { start, stop: start.map((from, dim) => from + (chunkShape[dim] as number)) }
  }

  /** The whole chunk: the block itself where it is one, else the block amid fill. */
  const whole = (chunk: number, block: Block, kit: Kit): TypedArray => {
    if (sizeOf(block.window) === size) return block.data
    const padded = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
    padded.fill(fill as never)
    const { start } = block.window
    const shape = block.window.stop.map((stop, dim) => stop - (start[dim] as number))
    copyWindow({ data: block.data, start, shape }, { data: padded, start, shape: chunkShape }, block.window)
    return sameWindow(block.window, chunkWindow(grid, chunk)) ? padded : misplaced(chunk)
  }

  /** A chunk as its elements are stored, one behind the other. */
  const asStored = (data: TypedArray, kit: Kit): TypedArray => {
    if (order === undefined) return data
    const turned = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
    transposed(data, turned, order, chunkShape)
    return turned
  }

  return {
    libraryBytes: codec?.codec.libraryBytes ?? 0,
    scratchBytes: (order === undefined ? 1 : 2) * rawBytes + encodedBytes + codecBytes + 128,
    write(chunk, block, kit) {
      if (skipsFill && isSkippable(fill) && isAll(block.data, fillBytes)) return notStored
      if (bool === true) mustBeBool(block.data)
      return files.put(chunk, encode(bytesOf(asStored(whole(chunk, block, kit), kit)), kit))
    },
    read(chunk, record, out, kit) {
      out.valid = nodata === null ? null : { nodata: scalarFromJson(nodata, dtype) }
      if (record.bytes === 0) {
        out.data.fill(fill as never)
        return
      }
      const raw = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
      const rawView = bytesOf(raw)
      const encoded = encodedBytes === 0 ? rawView : encodedRoom(kit)
      const { length, path } = files.get(chunk, record, encoded)
      const body = encoded.subarray(0, Math.max(0, length - tailBytes))
      if (codec !== null) expectWhole(codec.codec.decode(body, rawView, kit), rawBytes, path)
      else {
        expectWhole(body.length, rawBytes, path)
        if (checksum) rawView.set(body)
      }
      const shape = out.window.stop.map((stop, dim) => stop - (out.window.start[dim] as number))
      const data = order === undefined ? raw : viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
      if (order !== undefined) arranged(raw, data, order, chunkShape, chunkShape)
      copyWindow({ data, start: nominal(chunk).start, shape: chunkShape }, { data: out.data, start: out.window.start, shape }, out.window)
    },
    flush: () => files.flush(),
    close: () => files.close(),
  }
}

/** What makes the stored bytes of chunks of so many raw ones, and where. */
function encoder(
  codec: ChunkCodec | null,
  checksum: boolean,
  rawBytes: number,
): { encodedBytes: number; tailBytes: number; encodedRoom(kit: Kit): Uint8Array; encode(raw: Uint8Array, kit: Kit): Uint8Array } {
  const tailBytes = checksum ? checksumBytes : 0
  const boundBytes = codec === null ? rawBytes : codec.codec.encodedBound(rawBytes)
  const encodedBytes = codec === null && !checksum ? 0 : boundBytes + tailBytes
  const encodedRoom = (kit: Kit): Uint8Array => new Uint8Array(kit.memory.buffer, kit.scratch(encodedBytes), encodedBytes)
  return {
    encodedBytes,
    tailBytes,
    encodedRoom,
    encode(raw, kit) {
      if (encodedBytes === 0) return raw
      const out = encodedRoom(kit)
      let length = raw.length
      if (codec === null) out.set(raw)
      else length = codec.codec.encode(raw, out.subarray(0, boundBytes), codec.level, kit)
      if (!checksum) return out.subarray(0, length)
      const sum = codecKernels(kit.kernels).crc32c(0, out.byteOffset, length)
      new DataView(out.buffer, out.byteOffset + length, checksumBytes).setUint32(0, sum, true)
      return out.subarray(0, length + checksumBytes)
    },
  }
}

function mustBeBool(data: TypedArray): void {
  const other = (data as Uint8Array).find((value) => value > 1)
  if (other === undefined) return
  throw new OutputError(`bool: a pixel is ${other}, and bool holds 0 and 1: compare first (as in a != 0), or write uint8`, { value: other })
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
