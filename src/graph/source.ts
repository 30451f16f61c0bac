import type { Validity } from '../array/block.js'
import type { TypedArray } from '../base/dtype.js'
import type { Json, JsonObject } from '../base/json.js'
import type { Kit } from './op.js'
import type { ArraySpec } from './spec.js'

/** Bytes of one file of a source. */
export interface ByteRange {
  /** Index into the source's `files`. */
  readonly file: number
  /** Below 0: counted from the end of the file. */
  readonly offset: number
  /** -1: the whole file, which may be absent. */
  readonly length: number
  /** Whether the file may be absent, where that is no failure. */
  readonly mayBeAbsent?: true
  /** Whether it must come from the file again, whatever was kept of that: what came before was damaged. */
  readonly fresh?: true
}

/**
 * What a source must read of its files before it can locate tiles, such as the index of a shard. What it learns is kept within bounds that
 * `Source.libraryBytes` counts, and may be asked for again.
 */
export interface TileIndex {
  /** The range to read before a tile can be located; null where `locate` can answer. */
  wanted(tile: number): ByteRange | null
  /** Takes the bytes of the range wanted for a tile; null: the file is not there. Throws `E_SOURCE` for an index that is damaged. */
  learn(tile: number, bytes: Uint8Array | null): void
}

/** Where bytes come from. `read` fails with `E_SOURCE` naming uri, offset and length when fewer bytes are there than asked. */
export interface ByteSource {
  /** Without credentials or signatures: what errors and outputs may show. */
  readonly uri: string
  /** Path on this machine's disk, or null for remote and in-memory bytes. */
  readonly path: string | null
  size(): Promise<number>
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens the bytes behind a uri (path, file:, http:, https:, s3:, asset:). */
export interface OpenBytes {
  /** `wanted.whole`: all bytes will be read; then remote ones come in one request, and more than `mostBytes` are refused. */
  (uri: string, wanted?: { readonly whole: true; readonly mostBytes?: number }): Promise<ByteSource>
  /** Names directly below a uri of a store that can be listed, sorted; null where it cannot. Absent: local directories alone can be. */
  readonly list?: (uri: string) => Promise<string[] | null>
}

/** Size and time of change (files) or ETag (http) of each file: a run checks that a source is still what it was. */
export type Fingerprint = readonly { readonly size: number; readonly changed: string }[]

/** A source that has been opened on the main thread: all that is known before pixels are read. */
export interface OpenedSource<L = unknown> {
  /** Normalised options, as the recipe records them (which band, which overview level, which variable). */
  readonly options: JsonObject
  /** `spec.chunks` is the tiling as stored. */
  readonly spec: ArraySpec
  readonly fingerprint: Fingerprint
  /** All that a thread needs to locate and decode tiles: structured-cloneable, typed arrays welcome. */
  readonly layout: L
  /** Uris of the files, in the order of `ByteRange.file`. */
  readonly files: readonly string[]
  /**
   * Coarser versions of the same array in the source: width and height of each, finest first; without the base. `resampling` is the kernel that
   * the source says each was made with, in lower case; absent where it does not say.
   */
  readonly levels: readonly { readonly width: number; readonly height: number; readonly resampling?: string }[]
  /** Options under which the same source gives the latitudes and longitudes that alone place its pixels. Absent where a grid places them. */
  readonly positions?: { readonly latitudes: JsonObject; readonly longitudes: JsonObject; readonly names: string }
  /** What `info` prints beside the spec: driver, compression, interleave, tile size, overview sizes. */
  readonly info: JsonObject
}

/** Where a decoded tile goes: C order over the *nominal* chunk shape (edge tiles too; what lies outside the array is arbitrary). */
export interface TileSlot {
  readonly data: TypedArray
  /** One byte per element, like `data`; only where the source's `masked` is true. */
  readonly mask: Uint8Array | null
}

/** A source in a thread: finds and decodes tiles, synchronously, in the arena. */
export interface Source {
  /** Largest `length` that `locate` answers, summed over one tile's ranges. */
  readonly maxEncodedBytes: number
  /** Bytes that `decode` may ask of `kit.scratch` in all. */
  readonly decodeScratchBytes: number
  /** Bytes that it holds outside the arena: the memory of codec libraries. */
  readonly libraryBytes: number
  /** Whether tiles carry a mask of their own (mask band, alpha) that needs `TileSlot.mask`. */
  readonly masked: boolean
  /** Absent where `locate` can answer at once. */
  readonly index?: TileIndex
  /** The byte ranges of the tile with a C-order index in `spec.chunks`; empty for a tile that is not stored. */
  locate(tile: number): readonly ByteRange[]
  /**
   * Decodes a tile from its ranges (views of the arena, in `locate`'s order; none for a tile that is not stored) into `out`.
   * Answers the validity of the whole slot: null, `{ nodata }`, or `out.mask` filled. Throws `E_SOURCE` naming the tile, its offset and length.
   */
  decode(encoded: readonly Uint8Array[], tile: number, out: TileSlot, kit: Kit): Validity
}

/** The card of a source format. */
export interface SourceDef<L = unknown> {
  readonly name: string
  readonly version: number
  /** Whether a uri is of this format, by its name and its first bytes (up to 512; empty for a directory). */
  recognises(uri: string, head: Uint8Array): boolean
  /** Names of files of which a directory of this format holds one; absent for formats of single files. */
  readonly markers?: readonly string[]
  /** Whether the option `bands` picks bands by number, so that others are not read. */
  readonly picksBands?: boolean
  /**
   * Reads headers only. Throws `E_SOURCE`; `E_USAGE` for options that do not fit. With `mayLack` tiles may lie beyond the end of their file: where
   * they are decoded, `E_SOURCE` says so.
   */
  open(uri: string, options: Json, openBytes: OpenBytes, mayLack?: boolean): Promise<OpenedSource<L>>
  /** Makes the thread's side of an opened source. Loads what it needs (codecs), but reads no bytes of the source. */
  attach(layout: L): Promise<Source>
}

/** A source format of any layout: what a registry holds. The layout goes back to the same card, unseen. */
export type AnySource = Omit<SourceDef<never>, 'open'> & {
  open(uri: string, options: Json, openBytes: OpenBytes, mayLack?: boolean): Promise<OpenedSource>
}
