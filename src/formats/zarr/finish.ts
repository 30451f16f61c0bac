import { join } from 'node:path'
import { chunkCount } from '../../array/chunk-grid.js'
import { InternalError, OutputError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import type { SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { atomicWriteSync } from '../../io/atomic-write.js'
import { namesIn, pathExists, publishDirectory, readIfThere } from '../../io/output-directory.js'
import { coordinateText, dataArrayText, rootText } from './array-metadata.js'
import { type CoordinateArray, coordinateArrays, coordinateBytes } from './coordinate-arrays.js'
import { arrayDirectory, keyStyle, shardOf, specOf } from './level-arrays.js'
import { type RawText, rawJson } from './metadata-text.js'
import type { ZarrOptions } from './options.js'
import { markOf, storeOf, temporaryOf } from './scratch.js'
import { assembleShards } from './shards.js'
import { storedChunkKey } from './stored-array.js'

const documentName = 'zarr.json'

/** Describes an array whose chunks are written, and makes shards of them; the last array of a store describes the store and gives it its name. */
export function finishStore(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: ZarrOptions,
  written: WrittenChunks,
  metadata: JsonObject,
): void {
  const store = storeOf(place)
  // The array itself comes last: it says that all of its levels are there.
  for (let level = levels.length - 1; level >= 0; level--) finishLevel(place, levels, level, options, written, metadata)
  if (!isComplete(store, options)) return
  writeDocument(place, store, rootText(documentsOf(store, options)))
  atomicWriteSync(markOf(place), new Uint8Array(0))
  publishDirectory(store, place.target, join(place.scratch, 'replaced'))
}

function finishLevel(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  level: number,
  options: ZarrOptions,
  written: WrittenChunks,
  metadata: JsonObject,
): void {
  const spec = specOf(levels, level)
  expectAllWritten(spec, level, written)
  const directory = arrayDirectory(place, options, level)
  const shard = shardOf(spec, options)
  if (shard !== null) {
    const array = { directory, spec, shard, indexAtStart: options.shardIndex === 'start', keys: keyStyle(options) }
    assembleShards(place, array, (chunk) => written.get(level, chunk))
  }
  for (const array of coordinateArrays(spec)) writeCoordinate(place, array)
  writeDocument(place, directory, dataArrayText(spec, options, metadata))
}

function expectAllWritten(spec: ArraySpec, level: number, written: WrittenChunks): void {
  const count = chunkCount(spec.chunks)
  for (let chunk = 0; chunk < count; chunk++) {
    if (written.get(level, chunk) === undefined) throw new InternalError(`chunk ${chunk} of ${count} of level ${level} was never written`)
  }
}

/** Arrays of one store share their coordinates: one that is there must be the same. */
function writeCoordinate(place: SinkPlace, array: CoordinateArray): void {
  const directory = join(storeOf(place), array.name)
  const key = join(
    directory,
    storedChunkKey(
      { keyPrefix: 'c', separator: '/' },
      array.dims.map(() => 0),
    ),
  )
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
