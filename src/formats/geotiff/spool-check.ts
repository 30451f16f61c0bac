import { crc32 } from '../../codecs/crc32.js'
import type { ChunkRecord, SinkPlace } from '../../graph/sink.js'
import { Spool } from '../../io/spool.js'
import type { TileRecord } from './cog-writer.js'

/** Whether a record's tile lies whole in its spool, by length and checksum. A spool that is gone or too short holds none. */
export function spoolCheck(place: SinkPlace): (level: number, chunk: number, record: ChunkRecord) => boolean {
  return (_level, _chunk, record) => {
    const { spool: name, from, bytes, crc } = record as Partial<TileRecord>
    if (name === undefined || from === undefined || bytes === undefined || crc === undefined) return false
    if (bytes === 0) return true
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
