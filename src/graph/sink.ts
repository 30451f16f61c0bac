import type { Block, OutBlock } from '../array/block.js'
import type { Json, JsonObject } from '../base/json.js'
import type { Kit } from './op.js'
import type { Remark } from './remark.js'
import type { ArraySpec } from './spec.js'

/**
 * One resolution of an output. Level 0 is the array itself. A further level is a node over the *stored* pixels of `input`:
 * the planner adds it, and its input blocks come from `SinkWriter.read`.
 */
export interface SinkLevel {
  /** Shape, dtype and chunks (= tasks) of what is stored. */
  readonly spec: ArraySpec
  /** How the level is made; null for level 0. */
  readonly made: { readonly input: number; readonly op: string; readonly version: number; readonly params: Json } | null
}

/** Where a chunk was put: what a journal keeps, and what `end` needs. Plain JSON. */
export type ChunkRecord = JsonObject

/** Positioned writing for sinks, in any thread. Paths are relative to the target's scratch or final directory as the sink decides. */
export interface SinkPlace {
  /** The final path of the output, or the uri of a remote one. */
  readonly target: string
  /** A directory beside the target that belongs to this run, kept until the output is whole: spools, journal. */
  readonly scratch: string
  /** A name for this thread's own files in `scratch`, unique among all threads that ever wrote to it. */
  readonly threadName: string
}

/**
 * An output that lies in an object store rather than on this machine's disk. Sinks work in the scratch directory as ever, and what is whole goes
 * there from the main thread. Keys are below the output's uri, '' for itself. Throws `E_OUTPUT`, and `E_ABORTED` where the signal says so.
 */
export interface RemoteOutput {
  /** Puts one object in one step. */
  put(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void>
  /** Begins an object of so many bytes that is written from its beginning to its end. */
  stream(key: string, totalBytes: number, signal?: AbortSignal): Promise<RemoteStream>
}

/** An object on its way: it appears when `finish` is done; after `abort` nothing of it is left. */
export interface RemoteStream {
  /** Takes bytes; the caller's buffer is free again when this resolves. */
  write(bytes: Uint8Array): Promise<void>
  finish(): Promise<void>
  abort(): Promise<void>
}

/** A file in the scratch directory that is a part of the output as it stands. */
export interface FinishedFile {
  readonly path: string
  /** Where it belongs below the output's uri. */
  readonly key: string
  /** Whether further levels are made of it, so that it must stay. */
  readonly isReadBack: boolean
}

/** The thread's side of an output: encodes and writes chunks, synchronously. */
export interface SinkWriter {
  /** Bytes that `write` or `read` may ask of `kit.scratch` in all. */
  readonly scratchBytes: number
  /** Bytes that it holds outside the arena: the memory of codec libraries. */
  readonly libraryBytes: number
  /**
   * Encodes and stores one chunk. The block covers exactly the chunk's window (cut short by the shape at the edges), and values under
   * invalid pixels already are what is to be stored there (see ops/store.ts). Throws `E_OUTPUT`.
   */
  write(level: number, chunk: number, block: Block, kit: Kit): ChunkRecord
  /** Makes sure that everything written so far survives the process. */
  flush(): void
  /** Reads a stored chunk back; `out.window` is the chunk's window. Only called where a level's `made.input` needs it. */
  read(level: number, chunk: number, record: ChunkRecord, out: OutBlock, kit: Kit): void
  close(): void
}

/** What `end` gets: the records of all chunks, by level and C-order index. */
export interface WrittenChunks {
  get(level: number, chunk: number): ChunkRecord | undefined
}

/** The card of an output format. `O` are its options as normalised JSON. */
export interface SinkDef<O extends Json = Json> {
  readonly name: string
  readonly version: number
  /** Bytes that a run keeps for each chunk until `end` is done, its record included; 0 where `end` only asks whether there is one: then records of levels that nobody reads back are dropped. */
  chunkIndexBytes(options: O): number
  /** Normalised options for this array. Rejects unknown keys, bad values and dtypes that the format cannot hold (`E_USAGE`, `E_OUTPUT`). */
  parse(options: Json, spec: ArraySpec): O
  /**
   * The nodata value that stored pixels will carry where invalid (JSON scalar), by band; null where none is needed, because a mask is kept
   * or because `allValid` says that no pixel can be invalid. From these alone. Throws `E_USAGE` where invalid pixels could not be told.
   */
  storedNodata(spec: ArraySpec, options: O, allValid: boolean): readonly (number | string | null)[]
  /** Whether validity is kept beside the pixels rather than in them. */
  keepsMask(options: O): boolean
  /** Whether chunks wait in the scratch directory until the output is made of them at its end: the disk holds them twice then. */
  spools(options: O): boolean
  /** What the output cannot hold, or will say otherwise than the array: one sentence each, for the plan. From the spec alone. */
  notes(spec: ArraySpec, options: O): Promise<readonly Remark[]>
  /** The levels to write, as data. Level 0 first; a level's input precedes it. */
  levels(spec: ArraySpec, options: O): readonly SinkLevel[]
  /** Creates what must be there before chunks are written (directories, spools). On the main thread. Never touches the final output's name with half a file. */
  begin(place: SinkPlace, levels: readonly SinkLevel[], options: O): Promise<void>
  /**
   * Tells which chunks of an interrupted run still are as their records say: there, as long, and with the same checksum. On the main thread.
   * Every other chunk is written again.
   */
  survivors(place: SinkPlace, levels: readonly SinkLevel[], options: O): (level: number, chunk: number, record: ChunkRecord) => boolean
  /** The file that a chunk's record stands for, where it is finished: then a remote output has it at once. Null for chunks that wait in spools, are not stored, or are kept in memory. */
  chunkFile(
    place: SinkPlace,
    levels: readonly SinkLevel[],
    options: O,
    level: number,
    chunk: number,
    record: ChunkRecord,
  ): FinishedFile | null
  /** The writer for one thread; loads what it needs (codecs). */
  attach(place: SinkPlace, levels: readonly SinkLevel[], options: O): Promise<SinkWriter>
  /**
   * Makes the output whole, deterministically in the records, and puts it at `place.target` atomically. `metadata` is the recipe and its hash.
   * Lets the event loop turn after some MiB, and throws `E_ABORTED` there once the signal says so; what threads have written stays.
   * With `remote` the output goes there instead, what names it last; files of {@link chunkFile} are there already.
   */
  end(
    place: SinkPlace,
    levels: readonly SinkLevel[],
    options: O,
    written: WrittenChunks,
    metadata: JsonObject,
    signal?: AbortSignal,
    remote?: RemoteOutput | null,
  ): Promise<void>
}

/** A sink of any options: what a registry holds. Parsed options go back to the same card, unseen. */
export type AnySink = Omit<SinkDef<never>, 'parse'> & {
  parse(options: Json, spec: ArraySpec): Json
}
