import { OutputError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import type { ChunkRecord, SinkDef, SinkPlace, SinkWriter } from '../../graph/sink.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { Spool } from '../../io/spool.js'

/** No options. */
export type SumsOptions = { readonly [name: string]: never }

/**
 * A sink of sums that levels of an output are made of, as they are in memory, in spools in the scratch directory. A run that goes on makes anew those that
 * it needs: they are small, but checking that all of them are whole would cost every run more than that.
 */
export const sumsSink: SinkDef<SumsOptions> = {
  name: 'sums',
  version: 1,
  chunkIndexBytes: () => sumsIndexBytes,
  parse(options: Json): SumsOptions {
    if (isJsonObject(options) && Object.keys(options).length === 0) return {}
    throw new UsageError('sums: is for a run itself to put sums aside, and no output')
  },
  storedNodata: (spec) => spec.bands.map(() => null),
  keepsMask: () => false,
  spools: () => false,
  notes: async () => [],
  levels: (spec) => [{ spec, made: null }],
  begin: async (place) => makeDirectorySync(place.scratch),
  survivors: () => () => false,
  chunkFile: () => null,
  attach: async (place) => writer(place),
  end: async () => {},
}

/** Bytes that a run keeps for each chunk of sums. */
export const sumsIndexBytes = 48

function writer(place: SinkPlace): SinkWriter {
  const spool = new Spool(place)
  return {
    libraryBytes: 0,
    scratchBytes: 0,
    write(_level, _chunk, { data }): ChunkRecord {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      return { spool: spool.name, from: spool.append(bytes), bytes: bytes.length }
    },
    read(level, chunk, { spool: name, from, bytes }, out) {
      const { data } = out
      if (bytes !== data.byteLength) {
        const message = `${place.target}: chunk ${chunk} of sums ${level} holds ${bytes} bytes instead of ${data.byteLength}`
        throw new OutputError(message, { uri: place.target })
      }
      spool.read(String(name), Number(from), new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
      out.valid = null
    },
    flush: () => {},
    close: () => spool.close(),
  }
}
