import { dtypes } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import { crc32 } from '../../codecs/crc32.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkPlace } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { Spool } from '../../io/spool.js'
import { type ScratchOptions, scratchBytes, scratchWriter } from './writer.js'

/**
 * A sink of pixels that a run needs again, cut otherwise: large arrays on their way between two chunkings. Threads append chunks, compressed
 * fast, to spools in the scratch directory, which goes when the outputs are whole; records say where each chunk lies, so that an interrupted
 * run goes on with what is there.
 */
export const scratchSink: SinkDef<ScratchOptions> = {
  name: 'scratch',
  version: 1,
  chunkIndexBytes: () => scratchIndexBytes,
  parse(options: Json): ScratchOptions {
    if (isJsonObject(options) && typeof options.id === 'string') return options as ScratchOptions
    throw new UsageError('scratch: is for a run itself to put pixels aside, and no output')
  },
  storedNodata: (spec) => spec.bands.map(({ nodata }) => nodata),
  keepsMask: ({ validity }) => validity === 'mask',
  spools: () => false,
  notes: async () => [],
  levels: (spec) => [{ spec, made: null }],
  begin: async (place) => makeDirectorySync(place.scratch),
  survivors: (place, _levels, { id }) => survivors(place, id),
  chunkFile: () => null,
  attach: async (place, levels, options) => scratchWriter(place, (levels[0] as SinkLevel).spec, options),
  end: async () => {},
}

/** Bytes that a run keeps for each chunk put aside. */
export const scratchIndexBytes = 64

/** What the planner must know of a cut before it is chosen: the bytes of scratch that a thread takes for a chunk. */
export function scratchSinkBytes(spec: ArraySpec): number {
  const elements = spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  return scratchBytes(elements, dtypes[spec.dtype].bytes)
}

/** Whether a record's chunk lies whole in its spool, by length and checksum, and is of the same cut. */
function survivors(place: SinkPlace, id: string): (level: number, chunk: number, record: ChunkRecord) => boolean {
  return (_level, _chunk, { spool: name, from, bytes, crc, cut }) => {
    if (cut !== id || typeof name !== 'string' || typeof from !== 'number' || typeof bytes !== 'number') return false
    const spool = new Spool(place)
    try {
      const found = new Uint8Array(bytes)
      spool.read(name, from, found)
      return crc32(found) === crc
    } catch {
      return false
    } finally {
      spool.close()
    }
  }
}
