import type { Block, OutBlock } from '../../array/block.js'
import { crc32 } from '../../codecs/crc32.js'
import type { Kit } from '../../graph/op.js'
import type { ChunkRecord, SinkLevel, SinkPlace, SinkWriter } from '../../graph/sink.js'
import { Spool } from '../../io/spool.js'
import type { CogOptions } from './cog-options.js'
import { type BandStatistics, blockStatistics } from './cog-statistics.js'
import { type CogCodecs, TileCoder } from './cog-tile.js'

/**
 * Where a chunk's tile and, where one is kept, mask tile lie in a spool: without size and repetition, which stand around them. `from` and
 * `bytes` say where all of it lies, `crc` is its CRC-32. `kept`: where the same pixels lie for reading back, when the tile itself does not hold them.
 */
export type TileRecord = {
  readonly spool: string
  readonly offset: number
  readonly length: number
  readonly maskOffset?: number
  readonly maskLength?: number
  readonly keptOffset?: number
  readonly keptLength?: number
  /** Of the bands in the tile, where they are asked for. */
  readonly statistics?: readonly BandStatistics[]
  readonly from: number
  readonly bytes: number
  readonly crc: number
}

/** The record of a tile that is not stored. */
const notStored: TileRecord = { spool: '', offset: 0, length: 0, from: 0, bytes: 0, crc: 0 }

/** Whether no pixel of a block is valid. Stops at the first that is. */
function isBlank({ data, valid }: Block): boolean {
  if (valid === null) return false
  if (valid instanceof Uint8Array) return !valid.includes(1)
  const { nodata } = valid
  for (let at = 0; at < data.length; at++) {
    const value = data[at]
    if (value === value && value !== nodata) return false
  }
  return true
}

/** A thread's side of a COG: encodes tiles and appends them to the thread's spool. */
export class CogWriter implements SinkWriter {
  private readonly spool: Spool
  private readonly coder: TileCoder
  private readonly sparse: boolean
  private readonly masked: boolean
  private readonly statisticsBands: number
  /** Whether a pixel is valid in all bands or none. */
  private readonly joined: boolean
  /** Levels that others are made of. */
  private readonly readBack: ReadonlySet<number>

  constructor(place: SinkPlace, levels: readonly SinkLevel[], options: CogOptions, codecs: CogCodecs) {
    this.spool = new Spool(place)
    this.coder = new TileCoder(levels, options, codecs)
    this.sparse = options.sparse
    this.masked = options.mask === 'internal'
    this.statisticsBands = options.statistics
    this.joined = options.mask !== 'none'
    this.readBack = new Set(levels.flatMap(({ made }) => (made === null ? [] : [made.input])))
  }

  get libraryBytes(): number {
    return this.coder.libraryBytes
  }

  get scratchBytes(): number {
    return this.coder.scratchBytes
  }

  write(level: number, _chunk: number, block: Block, kit: Kit): ChunkRecord {
    if (this.sparse && isBlank(block)) return this.masked ? { maskOffset: 0, maskLength: 0, ...notStored } : notStored
    const { bytes, at, length, maskAt, maskLength, keptAt, keptLength } = this.coder.encode(block, this.readBack.has(level), kit)
    const begin = this.spool.append(bytes)
    const record: TileRecord = { spool: this.spool.name, offset: begin + at, length, from: begin, bytes: bytes.length, crc: crc32(bytes) }
    return {
      ...(maskLength === 0 ? {} : { maskOffset: begin + maskAt, maskLength }),
      ...(level > 0 || this.statisticsBands === 0 ? {} : { statistics: blockStatistics(block, this.statisticsBands, this.joined) }),
      ...(keptLength === 0 ? {} : { keptOffset: begin + keptAt, keptLength }),
      ...record,
    }
  }

  flush(): void {
    this.spool.flush()
  }

  read(_level: number, _chunk: number, record: ChunkRecord, out: OutBlock, kit: Kit): void {
    const { spool, maskOffset = 0, maskLength = 0, ...tile } = record as TileRecord
    const { keptOffset: offset = tile.offset, keptLength: length = tile.length } = tile
    if (length === 0) {
      this.coder.blank(out)
      return
    }
    const fetch = (part: 0 | 1, into: Uint8Array): void => this.spool.read(spool, part === 0 ? offset : maskOffset, into)
    this.coder.decode([length, maskLength], fetch, out, kit)
  }

  close(): void {
    this.spool.close()
  }
}
