import type { OutBlock } from '../../array/block.js'
import { maskNodata } from '../../array/nodata-mask.js'
import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import type { ChunkRecord, SinkDef, SinkWriter } from '../../graph/sink.js'

/** No options. */
export type StageOptions = { readonly [name: string]: never }

/**
 * A sink of what a run itself needs before it can go on: small arrays, as results of reductions. Their pixels are in the records, as text, so that
 * every thread is told them, and the journal of an interrupted run keeps them.
 */
export const stageSink: SinkDef<StageOptions> = {
  name: 'stage',
  version: 1,
  // What is kept goes by the size of a chunk: the plan counts it.
  chunkIndexBytes: () => 1,
  parse(options: Json): StageOptions {
    if (isJsonObject(options) && Object.keys(options).length === 0) return {}
    throw new UsageError('stage: takes no options')
  },
  storedNodata: (spec) => spec.bands.map(() => null),
  keepsMask: () => true,
  spools: () => false,
  notes: async () => [],
  levels: (spec) => [{ spec, made: null }],
  begin: async () => {},
  survivors: () => () => true,
  chunkFile: () => null,
  attach: async () => writer,
  end: async () => {},
}

const writer: SinkWriter = {
  scratchBytes: 0,
  libraryBytes: 0,
  write(_level, _chunk, { data, valid }): ChunkRecord {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
    if (valid === null) return { data: bytes }
    const mask = valid instanceof Uint8Array ? valid : new Uint8Array(data.length)
    if (!(valid instanceof Uint8Array)) maskNodata({ data, from: 0, count: data.length }, valid.nodata, mask, 0)
    return { data: bytes, mask: Buffer.from(mask.buffer, mask.byteOffset, mask.byteLength).toString('base64') }
  },
  read(_level, _chunk, record, out: OutBlock): void {
    const { data } = out
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength).set(Buffer.from(String(record.data), 'base64'))
    if (record.mask === undefined) out.valid = null
    else out.mask.set(Buffer.from(String(record.mask), 'base64'))
  },
  flush: () => {},
  close: () => {},
}
