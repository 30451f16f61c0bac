import { chunkCount, chunkGrid, chunkWindow } from '../../array/chunk-grid.js'
import { type Dtype, dtypes, type Element, type TypedArray, viewOf } from '../../base/dtype.js'
import { isRasterloomError, SourceError } from '../../base/errors.js'
import { type ScalarJson, scalarToJson } from '../../base/scalar.js'
import type { ByteRange, Source } from '../../graph/source.js'
import { loadStep, type Step } from './chunk-steps.js'
import { readFill } from './fill.js'
import { MergeKit } from './merge-kit.js'
import { shardGrid, shardReader } from './shard-reader.js'
import type { ZarrStore } from './store.js'
import { type StoredArray, storedChunkKey } from './stored-array.js'
import { type FixedTextType, fixedTexts, vlenTexts } from './text-type.js'
import { layoutOf, zarrTiles } from './tiles.js'

/** Files that are fetched at the same time. */
const atOnce = 16

/** Most bytes of the texts of one chunk. */
const mostTextBytes = 2 ** 27

/** What finds the bytes of a chunk, and what they hold. */
interface ChunkReader {
  readonly source: Pick<Source, 'index' | 'locate'>
  /** All elements of a chunk, over its whole extent; null for a chunk that is not stored. */
  decode(bytes: Uint8Array | null, chunk: number): readonly ScalarJson[]
}

/**
 * All values of a small array of one dim without a fault, numbers or texts, by the codecs that pixels have. Chunks that are not stored are the fill
 * value. Throws `E_SOURCE` for bytes that are damaged.
 */
export async function storedValues(store: ZarrStore, array: StoredArray): Promise<readonly ScalarJson[]> {
  const { source, decode } = await readerOf(store, array)
  const grid = chunkGrid(array.shape, array.chunk)
  const files = fileReader(store, array)
  const count = chunkCount(grid)
  const values: ScalarJson[] = []
  for (let first = 0; first < count; first += atOnce) {
    const chunks = Array.from({ length: Math.min(atOnce, count - first) }, (_, at) => first + at)
    const found = await Promise.all(chunks.map((chunk) => bytesOf(source, chunk, files)))
    for (const [at, bytes] of found.entries()) {
      const { start, stop } = chunkWindow(grid, first + at)
      const own = decode(bytes, first + at)
      for (let index = 0; index < (stop[0] as number) - (start[0] as number); index++) values.push(own[index] as ScalarJson)
    }
  }
  return values
}

function readerOf(store: ZarrStore, array: StoredArray): Promise<ChunkReader> {
  const { text } = array
  const uri = `${store.root}/${array.path}`
  if (text === null) return numberReader(array, uri)
  return text.kind === 'vlen' ? vlenReader(array, uri) : fixedTextReader(array, uri, text)
}

async function numberReader(array: StoredArray, uri: string): Promise<ChunkReader> {
  const dtype = array.dtype as Dtype
  const { source, decode } = await tileReader(array, uri, dtype, readFill(array.fill, dtype) ?? 0)
  return { source, decode: (bytes, chunk) => Array.from(decode(bytes, chunk) as Iterable<Element>, scalarToJson) }
}

/** Texts of one length are read as the bytes that they are made of. */
async function fixedTextReader(array: StoredArray, uri: string, text: FixedTextType): Promise<ChunkReader> {
  const { shape, chunk, sharding } = array
  const wide = (extents: readonly number[]): number[] => extents.map((extent) => extent * text.bytes)
  const asBytes = { ...array, shape: wide(shape), chunk: wide(chunk), sharding: sharding && { ...sharding, shard: wide(sharding.shard) } }
  const { source, decode } = await tileReader(asBytes, uri, 'uint8', 0)
  const fill = fillText(array)
  return {
    source,
    decode(bytes, index) {
      if (bytes === null) return Array.from({ length: chunk[0] as number }, () => fill)
      return ofChunk(array, uri, index, () => fixedTexts(decode(bytes, index) as Uint8Array, text))
    },
  }
}

/** The text that a chunk holds which is not stored. In version 2 bytes stand as base64. */
function fillText({ fill, text, zarrFormat }: StoredArray): string {
  if (typeof fill !== 'string') return ''
  return text?.kind === 'utf8' && zarrFormat === 2 ? Buffer.from(fill, 'base64').toString('utf8').replace(/\0+$/, '') : fill
}

/** Elements of chunks by the decoder of pixels, on the main thread. The answer is void once the next chunk is decoded. */
async function tileReader(
  array: StoredArray,
  uri: string,
  dtype: Dtype,
  fill: ScalarJson,
): Promise<{ source: Source; decode(bytes: Uint8Array | null, chunk: number): TypedArray }> {
  const { chunk } = chunkGrid(array.shape, array.chunk)
  const source = await zarrTiles(layoutOf(array, uri, { dtype, chunk, fill, nodata: null }))
  const size = chunk.reduce((product, extent) => product * extent, 1)
  const kit = new MergeKit()
  return {
    source,
    decode(bytes, index) {
      const length = bytes?.length ?? 0
      kit.reset(size * dtypes[dtype].bytes + length + source.decodeScratchBytes + 4096)
      const data = viewOf(dtype, kit.memory.buffer, kit.scratch(size * dtypes[dtype].bytes + 64), size)
      const encoded = bytes === null ? [] : [kit.bytes(length)]
      if (bytes !== null) encoded[0]?.set(bytes)
      source.decode(encoded, index, { data, mask: null }, kit)
      return data
    },
  }
}

/** Texts of different lengths: how many bytes they take is only known when they are decoded. */
async function vlenReader(array: StoredArray, uri: string): Promise<ChunkReader> {
  const { sharding } = array
  const steps = await Promise.all(array.codecs.map((codec) => loadStep(codec, 'uint8')))
  const kit = new MergeKit()
  const count = array.chunk[0] as number
  const fill = fillText(array)
  const source =
    sharding === null
      ? wholeFiles
      : shardReader(
          shardGrid(chunkGrid(array.shape, array.chunk), array.chunk, sharding),
          sharding,
          mostTextBytes,
          (shard) => `${uri}/${storedChunkKey(array, [shard])}`,
        )
  return {
    source,
    decode(bytes, index) {
      if (bytes === null) return Array.from({ length: count }, () => fill)
      return ofChunk(array, uri, index, () => vlenTexts(decodedTexts(steps, bytes, kit), count))
    },
  }
}

const wholeFiles: Pick<Source, 'locate'> = { locate: (chunk) => [{ file: chunk, offset: 0, length: -1 }] }

/** Bytes of unknown length, with more and more room. */
function decodedTexts(steps: readonly Step[], bytes: Uint8Array, kit: MergeKit): Uint8Array {
  for (let room = 4 * bytes.length + 65536; ; room *= 4) {
    const scratch = steps.reduce((sum, step) => sum + step.scratchBytes(room) + room + 64, 0)
    kit.reset(bytes.length + scratch + 4096)
    let current = kit.bytes(bytes.length)
    current.set(bytes)
    try {
      for (const step of [...steps].reverse()) current = step.decode(current, () => kit.bytes(room), kit)
      return current
    } catch (error) {
      const isShort = isRasterloomError(error) && error.fields.overflow === true
      if (!isShort || 4 * room > mostTextBytes) throw error
    }
  }
}

/** What is wrong with the bytes of a chunk, said of the chunk. */
function ofChunk<T>({ chunk }: StoredArray, uri: string, index: number, take: () => T): T {
  try {
    return take()
  } catch (cause) {
    if (!isRasterloomError(cause) || cause.code !== 'E_SOURCE' || cause.fields.uri !== undefined) throw cause
    const from = index * (chunk[0] as number)
    throw new SourceError(
      `${uri}: its texts from ${from} on cannot be decoded: ${cause.message}`,
      { uri, tile: index, offset: 0 },
      { cause },
    )
  }
}

/** Takes files whole, each once: labels are small, and shards of them too. */
function fileReader(store: ZarrStore, array: StoredArray): (range: ByteRange) => Promise<Uint8Array | null> {
  const files = new Map<number, Promise<Uint8Array | null>>()
  const uri = `${store.root}/${array.path}`
  return async ({ file, offset, length }) => {
    let found = files.get(file)
    const key = storedChunkKey(array, array.shape.length === 0 ? [] : [file])
    if (found === undefined) files.set(file, (found = store.bytes(`${array.path}/${key}`)))
    const bytes = await found
    if (bytes === null || length < 0) return bytes
    const from = offset < 0 ? bytes.length + offset : offset
    if (from >= 0 && from + length <= bytes.length) return bytes.subarray(from, from + length)
    throw new SourceError(`${uri}/${key}: ends early: it has ${bytes.length} bytes, ${length} at ${offset} are wanted`, {
      uri: `${uri}/${key}`,
      offset,
      length,
    })
  }
}

async function bytesOf(
  { index, locate }: ChunkReader['source'],
  chunk: number,
  read: (range: ByteRange) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  // Shards that are read at the same time may push the index of one another out.
  for (let wanted = index?.wanted(chunk) ?? null; wanted !== null; wanted = index?.wanted(chunk) ?? null)
    index?.learn(chunk, await read(wanted))
  const range = locate(chunk)[0]
  return range === undefined ? null : read(range)
}
