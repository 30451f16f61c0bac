import { chunkCount } from '../../array/chunk-grid.js'
import { InternalError } from '../../base/errors.js'
import type { Codec } from '../../codecs/codec.js'
import type { ChunkRecord, SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import { Spool } from '../../io/spool.js'
import { instantiateKernels, reservedBytes } from '../../kernels/loader.js'
import { kernelModule } from '../../kernels/module.js'
import type { LevelPieces, Piece, Pieces } from './cog-layout.js'
import { tileSide } from './cog-levels.js'
import { bandCount, type CogOptions } from './cog-options.js'
import { isFramed, maskEffort } from './cog-tile.js'
import type { TileRecord } from './cog-writer.js'

/**
 * The tiles of all levels as the records of their chunks say. Bands in planes of their own have masks of their own, of which a TIFF holds
 * one: theirs are joined (valid in every band) into a spool of this thread, with the codec of masks.
 */
export function cogPieces(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: CogOptions,
  written: WrittenChunks,
  codec: Codec,
): LevelPieces[] {
  const join = isFramed(levels, options) || options.mask !== 'internal' ? null : new MaskJoiner(place, levels, options, codec)
  const all = levels.map(({ spec }, level): LevelPieces => {
    const count = chunkCount(spec.chunks)
    const record = (slot: number): TileRecord => recordOf(written.get(level, slot), level, slot)
    const mask: Pieces = { count, at: (slot) => maskPiece(record(slot)) }
    return { image: { count, at: record }, mask: options.mask !== 'internal' ? null : (join?.joined(mask) ?? mask) }
  })
  join?.close()
  return all
}

function recordOf(record: ChunkRecord | undefined, level: number, slot: number): TileRecord {
  if (record !== undefined) return record as TileRecord
  throw new InternalError(`tile ${slot} of level ${level} was never written, but the output is to be ended`)
}

function maskPiece({ spool, maskOffset, maskLength }: TileRecord): Piece {
  if (maskOffset !== undefined && maskLength !== undefined) return { spool, offset: maskOffset, length: maskLength }
  throw new InternalError(`a tile in ${spool}.spool was written without its mask`)
}

/** Decodes the masks of all bands at a place, keeps the bits that are set in all, and encodes them. In a small memory of its own. */
class MaskJoiner {
  private readonly spool: Spool
  private readonly codec: Codec
  private readonly bands: number
  private readonly memory: WebAssembly.Memory
  private readonly kernels: Record<string, unknown>
  private readonly maskBytes: number
  private top = reservedBytes

  constructor(place: SinkPlace, levels: readonly SinkLevel[], options: CogOptions, codec: Codec) {
    const base = (levels[0] as SinkLevel).spec
    this.spool = new Spool({ ...place, threadName: `${place.threadName}-masks` })
    this.codec = codec
    this.bands = bandCount(base)
    this.maskBytes = tileSide(base, options) ** 2 / 8
    const scratch = codec.encodeScratchBytes(this.maskBytes) + codec.decodeScratchBytes(this.maskBytes)
    const pages = Math.ceil((reservedBytes + 2 * codec.encodedBound(this.maskBytes) + 2 * this.maskBytes + scratch + 1024) / 65536)
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    this.kernels = instantiateKernels(this.memory, kernelModule())
  }

  joined(masks: Pieces): Pieces {
    const count = masks.count / this.bands
    const pieces: Piece[] = []
    for (let slot = 0; slot < count; slot++) {
      pieces.push(this.joinOne(Array.from({ length: this.bands }, (_, band) => masks.at(band * count + slot))))
    }
    return { count, at: (slot) => pieces[slot] as Piece }
  }

  close(): void {
    this.spool.close()
  }

  private joinOne(masks: readonly Piece[]): Piece {
    // A tile that is not stored is invalid throughout, and with it all bands.
    const blank = masks.find(({ length }) => length === 0)
    if (blank !== undefined) return blank
    const { memory, kernels, codec, maskBytes } = this
    const kit = { memory, kernels, scratch: (bytes: number) => this.take(bytes) }
    this.top = reservedBytes
    const joined = this.view(maskBytes).fill(0xff)
    const one = this.view(maskBytes)
    const encoded = this.view(codec.encodedBound(maskBytes))
    const free = this.top
    for (const { spool, offset, length } of masks) {
      this.top = free
      this.spool.read(spool, offset, encoded.subarray(0, length))
      codec.decode(encoded.subarray(0, length), one, kit)
      for (let at = 0; at < maskBytes; at++) joined[at] = (joined[at] as number) & (one[at] as number)
    }
    this.top = free
    const length = codec.encode(joined, encoded, maskEffort, kit)
    return { spool: this.spool.name, offset: this.spool.append(encoded.subarray(0, length)), length }
  }

  private view(bytes: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.take(bytes), bytes)
  }

  private take(bytes: number): number {
    const at = this.top
    this.top += Math.ceil(bytes / 16) * 16
    return at
  }
}
