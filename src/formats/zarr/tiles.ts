import type { Validity } from '../../array/block.js'
import { type ChunkGrid, chunkCount, chunkPosition } from '../../array/chunk-grid.js'
import { type Dtype, dtypes, type Element, isInteger, type TypedArray, viewOf } from '../../base/dtype.js'
import { isRasterloomError, SourceError } from '../../base/errors.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import type { Kit } from '../../graph/op.js'
import type { ByteRange, Source, TileSlot } from '../../graph/source.js'
import type { ByteCodec } from './byte-codec.js'
import { arranged, undone } from './chunk-decode.js'
import { boundOf, loadStep, type Step } from './chunk-steps.js'
import type { NestedShards, Sharding } from './codec-pipeline.js'
import { type NestedDecoder, nestedDecoder, undoneBytes } from './nested-shards.js'
import type { ReferenceTable } from './references.js'
import { type ShardReader, shardGrid, shardReader } from './shard-reader.js'
import { type StoredArray, storedChunkKey } from './stored-array.js'
import { type TileReferences, tileReferences } from './tile-references.js'
import { markValid, type ValidRule } from './valid-rule.js'

/** What a thread needs to find and decode chunks of one array. Plain JSON. */
export interface ZarrLayout {
  /** Uri of the array, without a slash at the end. */
  readonly uri: string
  readonly dtype: Dtype
  readonly shape: readonly number[]
  /** Extents of stored chunks, which may be longer than the array. */
  readonly storedChunk: readonly number[]
  /** Extents of the array's chunk grid. */
  readonly chunk: readonly number[]
  /** Value of chunks that are not stored. */
  readonly fill: ScalarJson
  readonly nodata: ScalarJson | null
  /** Which values are invalid, where `nodata` does not say it all; then tiles have masks. */
  readonly rule?: ValidRule
  readonly bigEndian: boolean
  readonly order: readonly number[]
  readonly codecs: readonly ByteCodec[]
  /** What chunks are, where they are shards that are decoded whole; absent: chunks. */
  readonly nested?: NestedShards
  /** Null where every chunk is a file. */
  readonly sharding: Sharding | null
  readonly keyPrefix: string
  readonly separator: string
  /** Where files are that are no files of their own; absent: every one is. */
  readonly references?: ReferenceTable
}

/** Most files of an array that can be listed. */
const maxListedFiles = 65_536

/** Uris of all files of chunks, or of shards, by C-order index. Throws `E_SOURCE` beyond 65,536. */
export function fileUris(layout: ZarrLayout): string[] {
  const files = filesOf(layout)
  return Array.from({ length: fileCount(layout) }, (_, file) => fileUri(layout, files, file))
}

/** How many files of chunks, or of shards, an array has. Throws `E_SOURCE` beyond 65,536. */
export function fileCount(layout: ZarrLayout): number {
  const count = chunkCount(filesOf(layout))
  if (count > maxListedFiles) {
    throw new SourceError(
      `${layout.uri}: has ${count} ${layout.sharding === null ? 'chunks' : 'shards'}; arrays of more than ${maxListedFiles} are not available yet`,
      { uri: layout.uri },
    )
  }
  return count
}

/** The uri of a file of an array by its C-order index. */
export function uriOfFile(layout: ZarrLayout, file: number): string {
  return fileUri(layout, filesOf(layout), file)
}

/** The grid of files: of chunks, or of shards. */
function filesOf(layout: ZarrLayout): ChunkGrid {
  const { storedChunk, sharding } = layout
  return sharding === null ? gridOf(layout) : shardGrid(gridOf(layout), storedChunk, sharding).shards
}

function fileUri(layout: ZarrLayout, files: ChunkGrid, file: number): string {
  return `${layout.uri}/${storedChunkKey(layout, chunkPosition(files, file))}`
}

function gridOf({ shape, chunk }: ZarrLayout): ChunkGrid {
  return { shape, chunk }
}

/** The thread's side of a Zarr array: each chunk is one whole file, which may be missing, or a part of a shard. Loads the codecs that the array needs. */
export async function zarrTiles(layout: ZarrLayout): Promise<Source> {
  const { dtype, codecs } = layout
  const size = product(layout.storedChunk)
  const rawBytes = size * dtypes[dtype].bytes
  const steps = await Promise.all(codecs.map((codec) => loadStep(codec, dtype)))
  const isDirect = sameExtents(layout.storedChunk, layout.chunk) && layout.order.every((dim, at) => dim === at)
  const fill = scalarFromJson(layout.fill, dtype)
  const same = validityOf(layout)
  const mark = layout.rule === undefined ? null : markValid(layout.rule, dtype)
  const validOf = ({ data, mask }: TileSlot): Validity => (mark === null || mask === null ? same : mark(data, mask))
  const storedExtents = layout.order.map((dim) => layout.storedChunk[dim] as number)
  const nested = layout.nested === undefined ? null : await nestedDecoder(layout.nested, storedExtents, dtype, fill)
  // Filters may make elements larger before they are compressed.
  const most = boundOf(Math.max(rawBytes, nested?.mostBytes ?? 0) * steps.reduce((factor, step) => factor * step.growth, 1))
  const between = Math.max(0, steps.length - (nested === null ? 1 : 0)) * most + (nested?.scratchBytes ?? 0)
  const codecBytes = steps.reduce((sum, step) => sum + step.scratchBytes(most), 0)
  const references = layout.references === undefined ? null : tileReferences(layout.references, most)
  const shards = shardsOf(layout, most, references)
  const fileRange = (tile: number): readonly ByteRange[] => references?.range(tile) ?? [{ file: tile, offset: 0, length: -1 }]
  return {
    maxEncodedBytes: Math.max(most, references?.mostBytes ?? 0),
    decodeScratchBytes: (isDirect ? 0 : rawBytes) + between + codecBytes + 64 * (steps.length + 1) + (references === null ? 0 : most + 64),
    libraryBytes: Math.max(nested?.libraryBytes ?? 0, ...steps.map((step) => step.libraryBytes)) + (shards?.keptBytes ?? 0),
    masked: mark !== null,
    ...(shards === null ? {} : { index: shards.index }),
    locate: shards?.locate ?? fileRange,
    decode(encoded, tile, out, kit) {
      let bytes: Uint8Array | undefined = encoded[0]
      if (references !== null && shards === null) bytes = taken(() => references.bytes(tile, encoded[0], kit), layout, tile)
      if (bytes === undefined) {
        out.data.fill(fill as never)
        return validOf(out)
      }
      try {
        decodeInto(
          layout,
          steps,
          nested,
          most,
          bytes,
          isDirect ? out.data : viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size),
          out,
          kit,
        )
      } catch (cause) {
        throw isRasterloomError(cause) && cause.code === 'E_SOURCE' ? damaged(layout, tile, bytes.length, cause) : cause
      }
      return validOf(out)
    },
  }
}

function shardsOf(layout: ZarrLayout, mostBytes: number, references: TileReferences | null): ShardReader | null {
  const { sharding, storedChunk } = layout
  if (sharding === null) return null
  const grid = shardGrid(gridOf(layout), storedChunk, sharding)
  const reader = shardReader(grid, sharding, mostBytes, (shard) => fileUri(layout, grid.shards, shard))
  return references === null ? reader : references.shards(reader, (tile) => grid.placeOf(tile).shard)
}

/** What is wrong with a tile's bytes, said of the tile. */
function taken<T>(take: () => T, layout: ZarrLayout, tile: number): T {
  try {
    return take()
  } catch (cause) {
    throw isRasterloomError(cause) && cause.code === 'E_SOURCE' ? damaged(layout, tile, 0, cause) : cause
  }
}

function decodeInto(
  layout: ZarrLayout,
  steps: readonly Step[],
  nested: NestedDecoder | null,
  most: number,
  bytes: Uint8Array,
  stored: TypedArray,
  out: TileSlot,
  kit: Kit,
): void {
  if (nested === null) undone(steps, most, bytes, stored, dtypes[layout.dtype].bytes, layout.bigEndian, kit)
  else nested.decode(undoneBytes(steps, most, bytes, kit), stored, kit)
  if (stored !== out.data) arranged(stored, out.data, layout.order, layout.storedChunk, layout.chunk)
}

function validityOf({ nodata, dtype }: ZarrLayout): Validity {
  if (nodata !== null) return { nodata: scalarFromJson(nodata, dtype) as Element }
  return isInteger(dtype) ? null : { nodata: Number.NaN }
}

function damaged(layout: ZarrLayout, tile: number, length: number, cause: Error): SourceError {
  const { sharding, storedChunk } = layout
  const file = sharding === null ? tile : shardGrid(gridOf(layout), storedChunk, sharding).placeOf(tile).shard
  const uri = fileUri(layout, filesOf(layout), file)
  return new SourceError(
    `${uri}: chunk ${chunkPosition(gridOf(layout), tile).join(', ')} cannot be decoded: ${cause.message}`,
    { uri, tile, offset: 0, length },
    { cause },
  )
}

function product(extents: readonly number[]): number {
  return extents.reduce((total, extent) => total * extent, 1)
}

function sameExtents(a: readonly number[], b: readonly number[]): boolean {
  return a.every((extent, dim) => extent === b[dim])
}

/** The layout of an array: `chunk` is the grid's, `fill` its value where nothing is stored. */
export function layoutOf(
  array: StoredArray,
  uri: string,
  fields: Pick<ZarrLayout, 'dtype' | 'chunk' | 'fill' | 'nodata' | 'rule'>,
): ZarrLayout {
  const { shape, bigEndian, order, codecs, sharding, keyPrefix, separator } = array
  const nested = array.nested === null ? {} : { nested: array.nested }
  return { uri, shape, storedChunk: array.chunk, bigEndian, order, codecs, ...nested, sharding, keyPrefix, separator, ...fields }
}
