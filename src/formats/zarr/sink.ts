import { join } from 'node:path'
import { chunkCount, chunkGrid, chunkPosition } from '../../array/chunk-grid.js'
import { InternalError, OutputError } from '../../base/errors.js'
import { crc32 } from '../../codecs/crc32.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { atomicWriteSync, makeDirectorySync } from '../../io/atomic-write.js'
import { namesIn, pathExists, publishDirectory, readIfThere } from '../../io/output-directory.js'
import { coordinateText, dataArrayText, rootText } from './array-metadata.js'
import { chunkCodec } from './chunk-codec.js'
import { type CoordinateArray, coordinateArrays, coordinateBytes } from './coordinate-arrays.js'
import { decideFill } from './fill.js'
import { type RawText, rawJson } from './metadata-text.js'
import { zarrNotes } from './notes.js'
import { parseZarrOptions, type ZarrOptions } from './options.js'
import { chunkKey, chunkWriter } from './writer.js'

const documentName = 'zarr.json'

/**
 * Zarr v3: a group with one array, its coordinate arrays, a grid mapping and consolidated metadata. Chunks are written into a store in
 * the scratch directory; `end` adds the metadata, the root's last, and renames the store to the target, which therefore is whole
 * whenever it is there. Several arrays go into one store when each names all of them in `group` and all share one target and
 * one scratch directory: the `end` that finds all arrays described publishes the store, the ones before it publish nothing.
 */
export const zarrSink: SinkDef<ZarrOptions> = {
  name: 'zarr',
  version: 1,
  chunkIndexBytes: 0,
  parse: parseZarrOptions,
  notes: zarrNotes,
  storedNodata(spec, options, allValid) {
    const fill = decideFill(spec, options, allValid)
    return spec.bands.map(() => fill)
  },
  keepsMask: () => false,
  levels: (spec, options) => [{ spec: storedSpec(spec, options), made: null }],
  async begin(place, _levels, options) {
    if (isPublished(place)) return
    makeDirectorySync(join(storeOf(place), options.variable))
    makeDirectorySync(temporaryOf(place))
  },
  survivors(place, levels, options) {
    const { spec } = levels[0] as SinkLevel
    if (isPublished(place)) return () => true
    const directory = join(storeOf(place), options.variable)
    return (_level, chunk, record) => isStored(join(directory, chunkKey(chunkPosition(spec.chunks, chunk))), record)
  },
  async attach(place, levels, options) {
    const { spec } = levels[0] as SinkLevel
    const codec = await chunkCodec(options.compress, options.level, spec.dtype)
    return chunkWriter({ directory: join(storeOf(place), options.variable), spec, codec })
  },
  async end(place, levels, options, written, metadata) {
    const { spec } = levels[0] as SinkLevel
    if (isPublished(place)) return
    expectAllWritten(spec, written)
    const store = storeOf(place)
    for (const array of coordinateArrays(spec)) writeCoordinate(place, array)
    writeDocument(place, join(store, options.variable), dataArrayText(spec, options, metadata))
    if (!isComplete(store, options)) return
    writeDocument(place, store, rootText(documentsOf(store, options)))
    atomicWriteSync(markOf(place), new Uint8Array(0))
    publishDirectory(store, place.target, join(place.scratch, 'replaced'))
  },
}

function storeOf({ scratch }: SinkPlace): string {
  return join(scratch, 'store')
}

function temporaryOf({ scratch }: SinkPlace): string {
  return join(scratch, 'unfinished')
}

function markOf({ scratch }: SinkPlace): string {
  return join(scratch, 'published')
}

/** Whether the store of this run stands at its target already: the run was killed after that, and is being resumed. */
function isPublished(place: SinkPlace): boolean {
  return pathExists(markOf(place)) && !pathExists(storeOf(place))
}

/** Whether a chunk's file is as its record says: of the same length and checksum; one of nothing but fill has none. */
function isStored(path: string, { bytes, crc }: ChunkRecord): boolean {
  if (bytes === 0) return true
  const found = readIfThere(path)
  return found !== null && found.length === bytes && crc32(found) === crc
}

function storedSpec(spec: ArraySpec, options: ZarrOptions): ArraySpec {
  const chunk = spec.dims.map((dim) => options.chunks[dim] as number)
  return { ...spec, name: options.variable, chunks: chunkGrid(spec.shape, chunk) }
}

function expectAllWritten(spec: ArraySpec, written: WrittenChunks): void {
  const count = chunkCount(spec.chunks)
  for (let chunk = 0; chunk < count; chunk++) {
    if (written.get(0, chunk) === undefined) throw new InternalError(`chunk ${chunk} of ${count} was never written`)
  }
}

/** Arrays of one store share their coordinates: one that is there must be the same. */
function writeCoordinate(place: SinkPlace, array: CoordinateArray): void {
  const directory = join(storeOf(place), array.name)
  const key = join(directory, chunkKey(array.dims.map(() => 0)))
  const bytes = coordinateBytes(array)
  const text = coordinateText(array)
  const there = readIfThere(join(directory, documentName))
  if (there !== null && !(there.toString('utf8') === text && readIfThere(key)?.equals(bytes) === true)) {
    throw new OutputError(
      `variables of one store must share their coordinates, but "${array.name}" differs between them: write them to two stores`,
      {
        uri: place.target,
        coordinate: array.name,
      },
    )
  }
  atomicWriteSync(key, bytes, temporaryOf(place))
  writeDocument(place, directory, text)
}

function writeDocument(place: SinkPlace, directory: string, text: string): void {
  atomicWriteSync(join(directory, documentName), Buffer.from(text, 'utf8'), temporaryOf(place))
}

function isComplete(store: string, { group, variable }: ZarrOptions): boolean {
  return (group ?? [variable]).every((name) => pathExists(join(store, name, documentName)))
}

/** The documents of all arrays in the store, by name: variables first, in their order, then coordinates. */
function documentsOf(store: string, { group, variable }: ZarrOptions): Record<string, RawText> {
  const names = new Set([...(group ?? [variable]), ...namesIn(store)])
  const found = [...names].map((name): [string, Buffer | null] => [name, readIfThere(join(store, name, documentName))])
  return Object.fromEntries(found.flatMap(([name, text]) => (text === null ? [] : [[name, rawJson(text.toString('utf8'))]])))
}
