import { join } from 'node:path'
import { chunkCount } from '../../array/chunk-grid.js'
import { InternalError, OutputError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import type { RemoteOutput, SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { atomicWriteSync } from '../../io/atomic-write.js'
import { namesIn, pathExists, publishDirectory, readIfThere } from '../../io/output-directory.js'
import { type CoordinateArray, coordinateArrays } from './coordinate-arrays.js'
import { arrayDirectory, arrayPath, groupOf, keyStyle, shardOf, specOf } from './level-arrays.js'
import { arrayDocument, coordinateFiles, dataArrayFiles, documentNames, groupFiles, rootFiles, type StoreFile } from './metadata-files.js'
import { pyramidAttributes } from './multiscales.js'
import type { ZarrOptions } from './options.js'
import { keyIn, markOf, storeOf, temporaryOf } from './scratch.js'
import { assembleShards } from './shards.js'
import { uploadFile, uploadStore } from './upload.js'

/** Describes an array whose chunks are written, and makes shards of them; the last array of a store describes the store and gives it its name. */
export async function finishStore(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: ZarrOptions,
  written: WrittenChunks,
  metadata: JsonObject,
  remote: RemoteOutput | null,
  signal?: AbortSignal,
): Promise<void> {
  const store = storeOf(place)
  // The array itself comes last: it says that all of its levels are there.
  for (let level = levels.length - 1; level >= 0; level--)
    await finishLevel(place, levels, level, options, written, metadata, remote, signal)
  if (!isComplete(store, options)) return
  const attributes = { Conventions: 'CF-1.10', ...pyramidAttributes(levels, options) }
  const root = rootFiles(attributes, options.zarrFormat, documentsOf(store, options, levels.length))
  if (remote !== null) return uploadStore(place, levels, options, root, remote, signal)
  for (const file of root) writeFile(place, join(store, file.name), file)
  atomicWriteSync(markOf(place), new Uint8Array(0))
  publishDirectory(store, place.target, join(place.scratch, 'replaced'))
}

async function finishLevel(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  level: number,
  options: ZarrOptions,
  written: WrittenChunks,
  metadata: JsonObject,
  remote: RemoteOutput | null,
  signal?: AbortSignal,
): Promise<void> {
  const spec = specOf(levels, level)
  expectAllWritten(spec, level, written)
  const directory = arrayDirectory(place, options, level)
  const shard = shardOf(spec, options)
  if (shard !== null) {
    const deliver = remote === null ? null : (path: string) => uploadFile(remote, keyIn(place, path), path, signal)
    const array = { directory, spec, shard, indexAtStart: options.shardIndex === 'start', keys: keyStyle(options) }
    await assembleShards(place, array, (chunk) => written.get(level, chunk), deliver, signal)
  }
  for (const array of coordinateArrays(spec, options.bounds === true))
    writeCoordinate(place, join(groupOf(options, level), array.name), array, options)
  const group = groupOf(options, level)
  if (group !== '')
    for (const file of groupFiles({ Conventions: 'CF-1.10' }, options.zarrFormat))
      writeFile(place, join(storeOf(place), group, file.name), file)
  for (const file of dataArrayFiles(spec, options, metadata)) writeFile(place, join(directory, file.name), file)
}

function expectAllWritten(spec: ArraySpec, level: number, written: WrittenChunks): void {
  const count = chunkCount(spec.chunks)
  for (let chunk = 0; chunk < count; chunk++) {
    if (written.get(level, chunk) === undefined) throw new InternalError(`chunk ${chunk} of ${count} of level ${level} was never written`)
  }
}

/** Arrays of one store share their coordinates: one that is there must be the same. */
function writeCoordinate(place: SinkPlace, path: string, array: CoordinateArray, { zarrFormat }: ZarrOptions): void {
  const directory = join(storeOf(place), path)
  const files = coordinateFiles(array, zarrFormat)
  if (pathExists(join(directory, arrayDocument(zarrFormat)))) {
    if (files.every(({ name, bytes }) => readIfThere(join(directory, name))?.equals(bytes) === true)) return
    throw new OutputError(
      `variables of one store must share their coordinates, but "${array.name}" differs between them: write them to two stores`,
      { uri: place.target, coordinate: array.name },
    )
  }
  for (const file of files) writeFile(place, join(directory, file.name), file)
}

function writeFile(place: SinkPlace, path: string, { bytes }: StoreFile): void {
  atomicWriteSync(path, bytes, temporaryOf(place))
}

function isComplete(store: string, options: ZarrOptions): boolean {
  const isThere = (name: string): boolean => pathExists(join(store, arrayPath(options, name, 0), arrayDocument(options.zarrFormat)))
  return (options.group ?? [options.variable]).every(isThere)
}

/** The texts of all documents in the store by path: of each level the group, then variables in their order, then coordinates. */
function documentsOf(store: string, options: ZarrOptions, levels: number): Map<string, string> {
  const found = new Map<string, string>()
  // Those of the root or of a level, where a run that is resumed wrote them already, are no arrays.
  const documents = documentNames[options.zarrFormat]
  const take = (path: string): void => {
    for (const name of documents) {
      const bytes = readIfThere(join(store, path, name))
      if (bytes !== null) found.set(`${path}/${name}`, bytes.toString('utf8'))
    }
  }
  for (let level = 0; level < levels; level++) {
    const group = groupOf(options, level)
    if (group !== '') take(group)
    const names = new Set([...(options.group ?? [options.variable]), ...namesIn(join(store, group))])
    for (const name of names) if (!documents.includes(name)) take(arrayPath(options, name, level))
  }
  return found
}
