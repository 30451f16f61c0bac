import type { OutBlock } from '../../array/block.js'
import { chunkGrid } from '../../array/chunk-grid.js'
import { isInteger } from '../../base/dtype.js'
import { InternalError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import type { SinkDef, SinkLevel, SinkWriter } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { fromChunkRecord, toChunkRecord } from './record.js'

/** Side of a chunk where none is asked for: compact, so that its pixels come of few tiles. */
const chunkSide = 512

/** The options of the memory sink: extents of a chunk by dim. */
export type MemoryOptions = {
  readonly chunks: { readonly [dim: string]: number }
}

/**
 * A sink that keeps pixels instead of writing them. Its records are the pixels, cloneable to another thread but no JSON: this is the one
 * sink that cannot be resumed. A `MemoryResult` makes an array of them.
 */
export const memorySink: SinkDef<MemoryOptions> = {
  name: 'memory',
  version: 1,
  chunkIndexBytes: () => 0,
  parse: parseOptions,
  storedNodata: (spec) => spec.bands.map(({ nodata }) => nodata ?? (isInteger(spec.dtype) ? null : 'NaN')),
  notes: async () => [],
  keepsMask: () => true,
  spools: () => false,
  levels(spec, options) {
    const chunk = spec.dims.map((dim) => options.chunks[dim] as number)
    return [{ spec: { ...spec, chunks: chunkGrid(spec.shape, chunk) }, made: null }]
  },
  begin: async () => {},
  survivors: () => () => false,
  chunkFile: () => null,
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
  const usual = (at: number): number => (at < spec.shape.length - 2 ? 1 : chunkSide)
  const extent = (dim: string, at: number): number =>
    Math.max(1, Math.min((given[dim] as number | undefined) ?? usual(at), spec.shape[at] as number))
  return { chunks: Object.fromEntries(spec.dims.map((dim, at) => [dim, extent(dim, at)])) }
}

function memoryWriter(spec: ArraySpec): SinkWriter {
  return {
    scratchBytes: 0,
    libraryBytes: 0,
    write: (_level, _chunk, block) => toChunkRecord(block),
    read(_level, _chunk, record, out: OutBlock) {
      const { data, valid } = fromChunkRecord(record)
      if (out.data.byteLength !== data.length)
        throw new InternalError(
          `a chunk of ${data.length} bytes was kept for a window of ${spec.dtype} pixels that needs ${out.data.byteLength}`,
        )
      new Uint8Array(out.data.buffer, out.data.byteOffset, out.data.byteLength).set(data)
      if (valid instanceof Uint8Array) out.mask.set(valid)
      out.valid = valid instanceof Uint8Array ? out.mask : valid
    },
    flush: () => {},
    close: () => {},
  }
}
