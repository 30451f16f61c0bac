import { OutputError } from '../../base/errors.js'
import type { SinkLevel } from '../../graph/sink.js'
import type { CogOptions } from './cog-options.js'
import { type FileFacts, imageIfd, maskIfd, type TilePlaces } from './cog-tags.js'
import { frameBytes, isFramed } from './cog-tile.js'
import { ghostArea } from './ghost.js'
import { encodeIfds, type Ifd, measureIfds } from './ifd.js'

/** A range of a spool. */
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

/** Tiles by their slot in the TileOffsets tag. */
export interface Pieces {
  readonly count: number
  at(slot: number): Piece
}

/** The encoded tiles of one level. */
export interface LevelPieces {
  readonly image: Pieces
  readonly mask: Pieces | null
}

/** Greatest size of a file whose offsets have 32 bits. */
const classicBytes = 2 ** 32 - 1

/**
 * Lays a COG out: directories (image, its mask, overviews from large to small, their masks), then tiles, smallest overview first, row by
 * row; each mask tile behind its image tile, or in planar files all masks of a level behind its images. Whether offsets need 64 bits is decided from the exact size.
 * Throws `E_OUTPUT` when they do and `bigtiff` is `'no'`.
 */
export function layoutCog(
  target: string,
  levels: readonly SinkLevel[],
  options: CogOptions,
  pieces: readonly LevelPieces[],
  facts: FileFacts,
): CogLayout {
  const tiles = pieces.map((level) => new LevelTiles(level, isFramed(levels, options)))
  const ifds = ifdsOf(levels, options, tiles, facts)
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
  const inOrder = function* (): Generator<Piece> {
    for (const level of smallestFirst) yield* level.pieces()
  }
  return { head: encodeIfds(ifds, ghost, big), pieces: inOrder, totalBytes: at }
}

function ifdsOf(levels: readonly SinkLevel[], options: CogOptions, tiles: readonly LevelTiles[], facts: FileFacts): Ifd[] {
  const image = (level: number): Ifd => imageIfd(levels, level, options, (tiles[level] as LevelTiles).image, facts)
  const mask = (level: number): Ifd => maskIfd(levels, level, options, (tiles[level] as LevelTiles).mask)
  const all = levels.map((_, level) => level)
  const overviews = all.slice(1)
  if (options.mask !== 'internal') return all.map(image)
  return [image(0), mask(0), ...overviews.map(image), ...overviews.map(mask)]
}

/** A tile as its codec wrote it, and the slot of the tags that will say where it lies. */
interface Tile extends Piece {
  readonly places: TilePlaces
  readonly slot: number
}

/** The tiles of one level, and where they go. */
class LevelTiles {
  readonly image: TilePlaces
  readonly mask: TilePlaces
  /** Bytes in the file, sizes and repetitions included. */
  readonly bytes: number
  private readonly tiles: () => Generator<Tile>
  private readonly frame: number

  constructor({ image, mask }: LevelPieces, framed: boolean) {
    this.frame = framed ? frameBytes : 0
    this.image = emptyPlaces(image.count)
    this.mask = emptyPlaces(mask?.count ?? 0)
    const [images, masks] = [this.image, this.mask]
    this.tiles = function* () {
      for (let slot = 0; slot < image.count; slot++) {
        yield { places: images, slot, ...image.at(slot) }
        if (framed && mask !== null) yield { places: masks, slot, ...mask.at(slot) }
      }
      if (framed || mask === null) return
      for (let slot = 0; slot < mask.count; slot++) yield { places: masks, slot, ...mask.at(slot) }
    }
    this.bytes = this.place(0)
  }

  /** Gives the tiles their offsets from a place in the file on; answers where they end. */
  place(start: number): number {
    let at = start
    for (const { places, slot, length } of this.tiles()) {
      // Not stored: offset and size stay 0.
      if (length === 0) continue
      places.offsets[slot] = at + this.frame
      places.sizes[slot] = length
      at += length + 2 * this.frame
    }
    return at
  }

  /** The tiles in the order of the file, with what stands around them. */
  *pieces(): Generator<Piece> {
    for (const { spool, offset, length } of this.tiles()) {
      if (length === 0) continue
      yield { spool, offset: offset - this.frame, length: length + 2 * this.frame }
    }
  }
}

function emptyPlaces(count: number): TilePlaces {
  return { offsets: new Float64Array(count), sizes: new Float64Array(count) }
}
