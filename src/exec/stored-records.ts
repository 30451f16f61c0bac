import type { ChunkRecord, WrittenChunks } from '../graph/sink.js'
import type { PlacedRecord } from './messages.js'

/** Records of written chunks, by output, level and chunk. */
export class ChunkRecords {
  readonly #byLevel = new Map<string, Map<number, ChunkRecord>>()

  set(output: number, level: number, chunk: number, record: ChunkRecord): void {
    const key = `${output}/${level}`
    let chunks = this.#byLevel.get(key)
    if (chunks === undefined) this.#byLevel.set(key, (chunks = new Map()))
    chunks.set(chunk, record)
  }

  /** How many records there are. */
  get size(): number {
    let size = 0
    for (const chunks of this.#byLevel.values()) size += chunks.size
    return size
  }

  get(output: number, level: number, chunk: number): ChunkRecord | undefined {
    return this.#byLevel.get(`${output}/${level}`)?.get(chunk)
  }

  /** The records of one output, as its sink's `end` wants them. */
  ofOutput(output: number): WrittenChunks {
    return { get: (level, chunk) => this.get(output, level, chunk) }
  }

  /** All records of one level, to be sent to a thread. */
  ofLevel(output: number, level: number): PlacedRecord[] {
    return [...(this.#byLevel.get(`${output}/${level}`) ?? [])].map(([chunk, record]) => [output, level, chunk, record])
  }
}
