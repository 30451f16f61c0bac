import { chunkCount } from '../../array/chunk-grid.js'
import { InternalError, OutputError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import type { SinkLevel, WrittenChunks } from '../../graph/sink.js'
import type { CogOptions } from './cog-options.js'
import { imageIfd, maskIfd, type TilePlaces } from './cog-tags.js'
import { frameBytes, isFramed } from './cog-tile.js'
import type { TileRecord } from './cog-writer.js'
import { ghostArea } from './ghost.js'
import { encodeIfds, type Ifd, measureIfds } from './ifd.js'

/** A range of a spool that goes into the file as it is. */
export interface Piece {
  readonly spool: string
  readonly offset: number
  readonly length: number
}

/** A whole file, as what to write in order: its first bytes, then pieces of spools. */
export interface CogLayout {
  readonly head: Uint8Array
  readonly pieces: () => Generator<Piece>
  readonly totalBytes: number
}

/** Greatest size of a file whose offsets have 32 bits. */
const classicBytes = 2 ** 32 - 1

/**
 * Lays a COG out: directories (image, its mask, overviews from large to small, their masks), then tiles, smallest overview first, row by
 * row, each mask tile behind its image tile. Whether offsets need 64 bits is decided from the exact size.
 * Throws `E_OUTPUT` when they do and `bigtiff` is `'no'`.
 */
export function layoutCog(
  target: string,
  levels: readonly SinkLevel[],
  options: CogOptions,
  written: WrittenChunks,
  metadata: JsonObject,
): CogLayout {
  const tiles = levels.map(({ spec }, level) => new LevelTiles(level, chunkCount(spec.chunks), written, isFramed(levels, options)))
  const ifds = ifdsOf(levels, options, tiles, metadata)
  const ghost = isFramed(levels, options) ? ghostArea(options.mask === 'internal') : new Uint8Array(0)
  const tileBytes = tiles.reduce((sum, level) => sum + level.bytes, 0)
  const classic = measureIfds(ifds, ghost.length, false).end + tileBytes
  const big = options.bigtiff === 'yes' || (options.bigtiff === 'auto' && classic > classicBytes)
  if (!big && classic > classicBytes) {
    throw new OutputError(`${target} needs ${classic} bytes, a classic TIFF ends at 4 GiB: use bigtiff 'auto'`, { uri: target })
  }
  let at = measureIfds(ifds, ghost.length, big).end
  const smallestFirst = [...tiles].reverse()
  for (const level of smallestFirst) at = level.place(at)
  const pieces = function* (): Generator<Piece> {
    for (const level of smallestFirst) yield* level.pieces()
  }
  return { head: encodeIfds(ifds, ghost, big), pieces, totalBytes: at }
}

function ifdsOf(levels: readonly SinkLevel[], options: CogOptions, tiles: readonly LevelTiles[], metadata: JsonObject): Ifd[] {
  const image = (level: number): Ifd => imageIfd(levels, level, options, (tiles[level] as LevelTiles).image, metadata)
  const mask = (level: number): Ifd => maskIfd(levels, level, options, (tiles[level] as LevelTiles).mask)
  const all = levels.map((_, level) => level)
  const overviews = all.slice(1)
  if (options.mask === 'none') return all.map(image)
  return [image(0), mask(0), ...overviews.map(image), ...overviews.map(mask)]
}

/** The tiles of one level in the order of its chunks, which is that of the TileOffsets tag. */
class LevelTiles {
  readonly image: TilePlaces
  readonly mask: TilePlaces
  readonly bytes: number
  private readonly level: number
  private readonly count: number
  private readonly written: WrittenChunks
  private readonly frame: number

  constructor(level: number, count: number, written: WrittenChunks, framed: boolean) {
    this.level = level
    this.count = count
    this.written = written
    this.frame = framed ? frameBytes : 0
    this.image = { offsets: new Float64Array(count), sizes: new Float64Array(count) }
    this.mask = { offsets: new Float64Array(count), sizes: new Float64Array(count) }
    let bytes = 0
    for (let tile = 0; tile < count; tile++) bytes += this.piece(tile).length
    this.bytes = bytes
  }

  /** Gives the tiles their offsets from a place in the file on; answers where they end. */
  place(start: number): number {
    let at = start
    for (let tile = 0; tile < this.count; tile++) {
      const { offset, length, maskOffset = 0, maskLength = 0 } = this.record(tile)
      const piece = this.piece(tile)
      this.image.offsets[tile] = at + offset - piece.offset
      this.image.sizes[tile] = length
      this.mask.offsets[tile] = at + maskOffset - piece.offset
      this.mask.sizes[tile] = maskLength
      at += piece.length
    }
    return at
  }

  *pieces(): Generator<Piece> {
    for (let tile = 0; tile < this.count; tile++) yield this.piece(tile)
  }

  /** All that was appended for a tile: with its mask tile, and with what stands around both. */
  private piece(tile: number): Piece {
    const { spool, offset, length, maskOffset, maskLength = 0 } = this.record(tile)
    const end = maskOffset === undefined ? offset + length : maskOffset + maskLength
    return { spool, offset: offset - this.frame, length: end + 2 * this.frame - offset }
  }

  private record(tile: number): TileRecord {
    const record = this.written.get(this.level, tile)
    if (record === undefined)
      throw new InternalError(`tile ${tile} of level ${this.level} was never written, but the output is to be ended`)
    return record as TileRecord
  }
}
