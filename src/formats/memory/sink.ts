import type { Block, OutBlock } from '../../array/block.js'
import { chunkCount, chunkGrid, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow } from '../../array/strided-copy.js'
import { shapeOf, sizeOf } from '../../array/window.js'
import { allocate, dtypes, type Element, isInteger, type TypedArray, viewOf } from '../../base/dtype.js'
import { InternalError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkWriter, WrittenChunks } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { rowBands } from './runs.js'

/** The options of the memory sink: extents of a chunk by dim. */
export type MemoryOptions = {
  readonly chunks: { readonly [dim: string]: number }
}

/** A chunk's pixels as they cross a thread: its elements' bytes in C order over its window, and one byte per element of validity, or null where all are valid. */
export interface MemoryRecord {
  readonly data: Uint8Array
  readonly mask: Uint8Array | null
}

/**
 * A sink that keeps pixels instead of writing them. Its records are the pixels, cloneable to another thread but no JSON: this is the one
 * sink that cannot be resumed. {@link assemble} makes an array of them.
 */
export const memorySink: SinkDef<MemoryOptions> = {
  name: 'memory',
  version: 1,
  parse: parseOptions,
  storedNodata: (spec) => spec.bands.map(({ nodata }) => nodata ?? (isInteger(spec.dtype) ? null : 'NaN')),
  notes: () => [],
  keepsMask: () => true,
  levels(spec, options) {
    const chunk = spec.dims.map((dim) => options.chunks[dim] as number)
    return [{ spec: { ...spec, chunks: chunkGrid(spec.shape, chunk) }, made: null }]
  },
  begin: async () => {},
  survivors: () => () => false,
  attach: async (_place, levels) => memoryWriter((levels[0] as SinkLevel).spec),
  end: async () => {},
}

function parseOptions(options: Json, spec: ArraySpec): MemoryOptions {
  if (!isJsonObject(options)) throw new UsageError('memory: options must be an object')
  const unknown = Object.keys(options).find((key) => key !== 'chunks')
  if (unknown !== undefined) throw new UsageError(`memory: unknown option "${unknown}"; known is chunks`)
  const given = options.chunks ?? {}
  if (!isJsonObject(given))
    throw new UsageError(`memory: chunks is ${JSON.stringify(given)}, expected extents by dim like { "y": 512, "x": 512 }`)
  for (const [dim, extent] of Object.entries(given)) {
    if (!spec.dims.includes(dim))
      throw new UsageError(`memory: chunks names the dim "${dim}"; the array's dims are ${spec.dims.join(', ')}`)
    if (typeof extent !== 'number' || !Number.isInteger(extent) || extent < 1) {
      throw new UsageError(`memory: chunks.${dim} is ${JSON.stringify(extent)}, expected a whole number of at least 1`)
    }
  }
  const usual = rowBands(spec.shape, dtypes[spec.dtype].bytes)
  const extent = (dim: string, at: number): number =>
    Math.max(1, Math.min((given[dim] as number | undefined) ?? (usual[at] as number), spec.shape[at] as number))
  return { chunks: Object.fromEntries(spec.dims.map((dim, at) => [dim, extent(dim, at)])) }
}

function memoryWriter(spec: ArraySpec): SinkWriter {
  return {
    scratchBytes: 0,
    write: (_level, _chunk, block) => toChunkRecord({ data: bytesOf(block.data).slice(), mask: maskOf(block) }),
    read(_level, _chunk, record, out: OutBlock) {
      const { data, mask } = fromChunkRecord(record)
      bytesOf(out.data).set(data)
      out.valid = mask === null ? null : out.mask
      if (mask !== null) out.mask.set(mask)
      if (out.data.byteLength !== data.length)
        throw new InternalError(
          `a chunk of ${data.length} bytes was kept for a window of ${spec.dtype} pixels that needs ${out.data.byteLength}`,
        )
    },
    flush: () => {},
    close: () => {},
  }
}

/** A block's validity as bytes of its own; null where all pixels are valid. */
function maskOf({ data, valid }: Pick<Block, 'data' | 'valid'>): Uint8Array | null {
  if (valid === null) return null
  if (valid instanceof Uint8Array) return valid.includes(0) ? valid.slice() : null
  let mask: Uint8Array | null = null
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as Element
    if (value === value && value !== valid.nodata) continue
    mask ??= new Uint8Array(data.length).fill(1)
    mask[i] = 0
  }
  return mask
}

// The contract of sinks calls records JSON, because journals keep them. Ours never meet a journal, and binary JSON of a whole array would
// cost its size several times over: these two casts are the one place that says so.
function toChunkRecord(record: MemoryRecord): ChunkRecord {
  return record as unknown as ChunkRecord
}

function fromChunkRecord(record: ChunkRecord): MemoryRecord {
  return record as unknown as MemoryRecord
}

/** The pixels of a whole array out of the records of its chunks, in C order; `mask` is null where all are valid. Throws `E_INTERNAL` for a chunk without a record. */
export function assemble(levels: readonly SinkLevel[], records: WrittenChunks): { data: TypedArray; mask: Uint8Array | null } {
  const { dtype, shape, chunks } = (levels[0] as SinkLevel).spec
  const origin = shape.map(() => 0)
  const data = allocate(
    dtype,
    shape.reduce((product, extent) => product * extent, 1),
  )
  let mask: Uint8Array | null = null
  for (let chunk = 0; chunk < chunkCount(chunks); chunk++) {
    const record = records.get(0, chunk)
    if (record === undefined) throw new InternalError(`chunk ${chunk} was never computed`)
    const window = chunkWindow(chunks, chunk)
    const from = { start: window.start, shape: shapeOf(window) }
    const piece = fromChunkRecord(record)
    const elements = aligned(piece.data, dtypes[dtype].bytes)
    copyWindow(
      { ...from, data: viewOf(dtype, elements.buffer, elements.byteOffset, sizeOf(window)) },
      { data, start: origin, shape },
      window,
    )
    if (piece.mask === null) continue
    mask ??= new Uint8Array(data.length).fill(1)
    copyWindow({ ...from, data: piece.mask }, { data: mask, start: origin, shape }, window)
  }
  return { data, mask }
}

/** The bytes where elements of this size can be viewed: a clone may lie anywhere in a shared buffer. */
function aligned(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : bytes.slice()
}

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
