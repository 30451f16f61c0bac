import { join } from 'node:path'
import { chunkCount } from '../../array/chunk-grid.js'
import { InternalError, OutputError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import type { SinkPlace, WrittenChunks } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { atomicWriteSync } from '../../io/atomic-write.js'
import { namesIn, pathExists, publishDirectory, readIfThere } from '../../io/output-directory.js'
import { coordinateText, dataArrayText, rootText } from './array-metadata.js'
import { type CoordinateArray, coordinateArrays, coordinateBytes } from './coordinate-arrays.js'
import { type RawText, rawJson } from './metadata-text.js'
import type { ZarrOptions } from './options.js'
import { markOf, storeOf, temporaryOf } from './scratch.js'
import { chunkKey } from './writer.js'

const documentName = 'zarr.json'

/** Describes an array whose chunks are written; the last array of a store describes the store and gives it its name. */
export function finishStore(place: SinkPlace, spec: ArraySpec, options: ZarrOptions, written: WrittenChunks, metadata: JsonObject): void {
  expectAllWritten(spec, written)
  const store = storeOf(place)
  for (const array of coordinateArrays(spec)) writeCoordinate(place, array)
  writeDocument(place, join(store, options.variable), dataArrayText(spec, options, metadata))
  if (!isComplete(store, options)) return
  writeDocument(place, store, rootText(documentsOf(store, options)))
  atomicWriteSync(markOf(place), new Uint8Array(0))
  publishDirectory(store, place.target, join(place.scratch, 'replaced'))
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
