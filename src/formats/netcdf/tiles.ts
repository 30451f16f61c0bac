import { type ChunkGrid, chunkIndex, chunkPosition, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow, stridesOf } from '../../array/strided-copy.js'
import { shapeOf, sizeOf } from '../../array/window.js'
import { dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import { isRasterloomError, SourceError } from '../../base/errors.js'
import { scalarFromJson } from '../../base/scalar.js'
import type { Kit } from '../../graph/op.js'
import type { ByteRange, Source } from '../../graph/source.js'
import { encodedBound, loadStep, type Step } from './filters.js'
import { entryOf, type NetcdfLayout, type Storage } from './storage.js'
import { validityOf } from './validity.js'

type Chunks = Extract<Storage, { kind: 'chunks' }>

/** The thread's side of a NetCDF variable. Loads the codecs that it needs. */
export async function netcdfTiles(layout: NetcdfLayout): Promise<Source> {
  const { dtype, chunk, storage } = layout
  const rawBytes = product(storage.kind === 'chunks' ? storage.chunk : chunk) * dtypes[dtype].bytes
  const filters = storage.kind === 'chunks' ? storage.filters : []
  const steps = await Promise.all(filters.map((filter) => loadStep(filter, dtype)))
  const validity = validityOf(layout.validity, dtype)
  const most = encodedBound(rawBytes)
  const isPlain = filters.length === 0
  const size = product(chunk)
  const isTurned = layout.order.some((dim, at) => dim !== at)
  const turnedBytes = isTurned ? size * dtypes[dtype].bytes : 0
  return {
    maxEncodedBytes: isPlain ? rawBytes : most,
    decodeScratchBytes: turnedBytes + (isPlain && storage.kind !== 'chunks' ? 0 : scratchBytes(layout, steps, rawBytes, most)),
    libraryBytes: Math.max(0, ...steps.map((step) => step.libraryBytes)) + tableBytes(storage),
    masked: validity.masked,
    locate: (tile) => rangesOf(layout, storedTile(layout, tile)),
    decode(encoded, tile, out, kit) {
      const own = storedTile(layout, tile)
      const data = isTurned ? viewOf(dtype, kit.memory.buffer, kit.scratch(turnedBytes), size) : out.data
      if (encoded.length === 0 && storage.kind !== 'inline') data.fill(scalarFromJson(layout.fill, dtype) as never)
      else {
        try {
          if (storage.kind === 'chunks') decodeChunk(layout, storage, steps, encoded[0] as Uint8Array, own, data, kit)
          else copyRuns(layout, storage.kind === 'inline' ? [inlinePart(layout, storage.bytes, own)] : encoded, data)
        } catch (cause) {
          throw isRasterloomError(cause) && cause.code === 'E_SOURCE' ? damaged(layout, own, cause) : cause
        }
      }
      if (isTurned) turn(layout, data, out.data)
      return validity.of(out.data, out.mask)
    },
  }
}

/** What a thread keeps of the places of chunks, or of pixels out of the header. */
function tableBytes(storage: Storage): number {
  if (storage.kind === 'inline') return storage.bytes.length
  return storage.kind === 'chunks' ? 28 * storage.table.tiles.length : 0
}

function scratchBytes({ dtype }: NetcdfLayout, steps: readonly Step[], rawBytes: number, most: number): number {
  const rooms = rawBytes + steps.length * most
  return rooms + steps.reduce((sum, step) => sum + step.scratchBytes(most), 0) + 64 * (steps.length + 2) + dtypes[dtype].bytes
}

function product(extents: readonly number[]): number {
  return extents.reduce((total, extent) => total * extent, 1)
}

/** The grid of tiles by the dims of the file. */
function gridOf({ shape, chunk }: NetcdfLayout): ChunkGrid {
  return { shape, chunk }
}

/** The tile by the dims of the file that is a tile of the array. */
function storedTile(layout: NetcdfLayout, tile: number): number {
  const { shape, chunk, order } = layout
  if (order.every((dim, at) => dim === at)) return tile
  const turned = { shape: order.map((dim) => shape[dim] as number), chunk: order.map((dim) => chunk[dim] as number) }
  const found = chunkPosition(turned, tile)
  const position = shape.map((_, dim) => found[order.indexOf(dim)] as number)
  return chunkIndex(gridOf(layout), position)
}

/** Brings a tile from the file's order of dims into the array's. */
function turn({ chunk, order }: NetcdfLayout, stored: TypedArray, out: TypedArray): void {
  const storedStrides = stridesOf(chunk)
  const strides = order.map((dim) => storedStrides[dim] as number)
  const extents = order.map((dim) => chunk[dim] as number)
  const inner = extents.length - 1
  const [columns, step] = [extents[inner] as number, strides[inner] as number]
  const at = extents.map(() => 0)
  for (let row = 0; row < out.length; row += columns) {
    let from = 0
    for (let dim = 0; dim < inner; dim++) from += (at[dim] as number) * (strides[dim] as number)
    for (let column = 0; column < columns; column++) out[row + column] = stored[from + column * step] as never
    for (let dim = inner - 1; dim >= 0; dim--) {
      if ((at[dim] = (at[dim] as number) + 1) < (extents[dim] as number)) break
      at[dim] = 0
    }
  }
}

/** Where the bytes of a tile are. What a tile of an array in one piece covers is one run of it. */
function rangesOf(layout: NetcdfLayout, tile: number): readonly ByteRange[] {
  const { storage, shape, dtype } = layout
  if (storage.kind === 'none' || storage.kind === 'inline') return []
  if (storage.kind === 'chunks') {
    const { offsets, lengths } = storage.table
    const entry = entryOf(storage.table, tile)
    return entry < 0 ? [] : [{ file: 0, offset: offsets[entry] as number, length: lengths[entry] as number }]
  }
  const { bytes } = dtypes[dtype]
  const window = chunkWindow(gridOf(layout), tile)
  if (storage.kind === 'contiguous') {
    const first = window.start.reduce((index, at, dim) => index * (shape[dim] as number) + at, 0)
    return [{ file: 0, offset: storage.offset + first * bytes, length: sizeOf(window) * bytes }]
  }
  const [from = 0, ...start] = window.start
  const [records = 1, ...rest] = shapeOf(window)
  const inside = start.reduce((index, at, dim) => index * (shape[dim + 1] as number) + at, 0) * bytes
  return Array.from({ length: records }, (_, record) => ({
    file: 0,
    offset: storage.offset + (from + record) * storage.stride + inside,
    length: product(rest) * bytes,
  }))
}

function inlinePart(layout: NetcdfLayout, all: Uint8Array, tile: number): Uint8Array {
  const { bytes } = dtypes[layout.dtype]
  const window = chunkWindow(gridOf(layout), tile)
  const first = window.start.reduce((index, at, dim) => index * (layout.shape[dim] as number) + at, 0)
  return all.subarray(first * bytes, (first + sizeOf(window)) * bytes)
}

/** Tiles of an array in one piece: a tile that the array cuts short is the first part of a whole one. */
function copyRuns({ dtype, bigEndian }: NetcdfLayout, runs: readonly Uint8Array[], data: TypedArray): void {
  const target = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  let at = 0
  for (const bytes of runs) {
    target.set(bytes, at)
    at += bytes.length
  }
  if (bigEndian) swapBytes(target, dtypes[dtype].bytes)
}

function decodeChunk(
  layout: NetcdfLayout,
  storage: Chunks,
  steps: readonly Step[],
  encoded: Uint8Array,
  tile: number,
  out: TypedArray,
  kit: Kit,
): void {
  const { dtype, chunk } = layout
  const size = product(storage.chunk)
  const rawBytes = size * dtypes[dtype].bytes
  const isDirect = storage.chunk.every((extent, dim) => extent === chunk[dim])
  const stored: TypedArray = isDirect ? out : viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
  const target = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength)
  const skipped = storage.table.skipped[entryOf(storage.table, tile)] as number
  const undone = steps.map((step, at) => ({ step, at })).filter(({ at }) => ((skipped >>> at) & 1) === 0)
  const most = encodedBound(rawBytes)
  let current = encoded
  for (let at = undone.length - 1; at >= 0; at--) {
    // What is done last may be put in its place at once.
    const room = at === 0 ? () => target : () => new Uint8Array(kit.memory.buffer, kit.scratch(most), most)
    current = (undone[at] as { step: Step }).step.undo(current, room, kit)
  }
  if (current.length !== rawBytes) throw new SourceError(`it decodes to ${current.length} bytes, ${rawBytes} were expected`)
  if (current.byteOffset !== target.byteOffset) target.set(current)
  if (layout.bigEndian) swapBytes(target, dtypes[dtype].bytes)
  if (isDirect) return
  const start = chunk.map(() => 0)
  copyWindow({ data: stored, start, shape: storage.chunk }, { data: out, start, shape: chunk }, { start, stop: chunk })
}

function swapBytes(bytes: Uint8Array, size: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (size === 2) buffer.swap16()
  else if (size === 4) buffer.swap32()
  else if (size === 8) buffer.swap64()
}

function damaged(layout: NetcdfLayout, tile: number, cause: Error): SourceError {
  const { uri } = layout
  const { offset = 0, length = 0 } = rangesOf(layout, tile)[0] ?? {}
  return new SourceError(
    `${uri}: chunk ${chunkPosition(gridOf(layout), tile).join(', ')} at byte ${offset} cannot be decoded: ${cause.message}`,
    { uri, tile, offset, length },
    { cause },
  )
}
