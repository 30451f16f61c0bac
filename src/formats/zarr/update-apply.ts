import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chunkPosition } from '../../array/chunk-grid.js'
import { OutputError } from '../../base/errors.js'
import { isJsonObject } from '../../base/json.js'
import type { SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import { atomicWriteSync } from '../../io/atomic-write.js'
import { pathExists, readIfThere } from '../../io/output-directory.js'
import { Spool, type SpoolRecord } from '../../io/spool.js'
import type { Fields } from './document-text.js'
import { specOf } from './level-arrays.js'
import { whileLocked } from './store-lock.js'
import { storedChunkKey } from './stored-array.js'
import { identityOf, readDocument, storedArray } from './update-array.js'
import { updateCodec } from './update-codec.js'
import { type MergeTarget, mergePieces, type Pieces } from './update-merge.js'
import type { UpdateLevel, ZarrUpdate } from './update-options.js'
import { isMerged, knownMarkOf, mergedMarkOf, noteOf, piecesOf } from './update-place.js'
import { publishUpdate } from './update-publish.js'

/**
 * Puts the chunks of one variable into the store, and after the last variable of the run makes the change known to readers: labels, then what
 * describes the arrays, then the root's document. All of it under the store's lock, so that nothing that others write at the same time is lost.
 * Done twice it comes to the same. Throws `E_OUTPUT` where the store has become another one since the run was planned.
 */
export async function applyUpdate(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: ZarrUpdate,
  written: WrittenChunks,
  signal?: AbortSignal,
): Promise<void> {
  await whileLocked(place.target, signal, async () => {
    // A run that was killed after that may have left its lock, which this one has taken over.
    if (pathExists(knownMarkOf(place))) return
    const from = options.append === null ? null : appendStart(place, levels, options)
    if (!isMerged(place, options.variable)) {
      for (let level = levels.length - 1; level >= 0; level--) await mergeLevel(place, levels, level, options, from, written, signal)
      atomicWriteSync(mergedMarkOf(place, options.variable), new Uint8Array(0))
    }
    if (!options.group.every((variable) => isMerged(place, variable))) return
    await publishUpdate(place, levels, options, from)
    atomicWriteSync(knownMarkOf(place), new Uint8Array(0))
  })
}

/** The extent that the dim had when this run first touched the store: it is kept beside the pieces, for a run that goes on after it was killed. */
function appendStart(place: SinkPlace, levels: readonly SinkLevel[], options: ZarrUpdate): number {
  const along = specOf(levels, 0).dims.indexOf(options.append?.dim as string)
  const now = extentsOf(readDocument(place.target, options.variable, options.zarrFormat))[along] as number
  const kept = readIfThere(noteOf(place))
  if (kept === null) {
    atomicWriteSync(noteOf(place), Buffer.from(`${JSON.stringify({ from: now })}\n`))
    return now
  }
  const note: unknown = JSON.parse(kept.toString('utf8'))
  const from = isJsonObject(note) && typeof note.from === 'number' ? note.from : now
  const extent = specOf(levels, 0).shape[along] as number
  if (now === from || now === from + extent) return from
  throw new OutputError(
    `${place.target}: this append began at ${from} of ${options.append?.dim} and was interrupted, and the store has ${now} now: somebody else ` +
      'has appended to it since. Give overwrite to begin this append anew, behind those',
    { uri: place.target, resumable: false },
  )
}

function extentsOf(document: Fields): readonly number[] {
  return Array.isArray(document.shape) ? document.shape.map(Number) : []
}

async function mergeLevel(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  level: number,
  options: ZarrUpdate,
  from: number | null,
  written: WrittenChunks,
  signal?: AbortSignal,
): Promise<void> {
  const { path, start, identity, sharding } = options.levels[level] as UpdateLevel
  const spec = specOf(levels, level)
  const along = options.append === null ? -1 : spec.dims.indexOf(options.append.dim)
  const document = readDocument(place.target, path, options.zarrFormat)
  if (identityOf(document, along) !== identity) throw changed(place, path)
  const extents = extentsOf(document)
  const target: MergeTarget = {
    uri: join(place.target, path),
    directory: join(place.target, path),
    temporary: place.scratch,
    array: storedArray(path, document, options.zarrFormat),
    dtype: options.dtype,
    codec: await updateCodec(options),
    checksum: options.checksum,
    fill: options.fill,
    shape: extents.map((extent, dim) => (dim === along ? Math.max(extent, (from as number) + (spec.shape[dim] as number)) : extent)),
    start: start.map((each, dim) => (dim === along ? (from as number) : each)),
  }
  const spool = new Spool(place)
  const grid = { shape: spec.shape, chunk: spec.chunks.chunk.map((_, dim) => target.array.chunk[dim] as number) }
  const fileOf = (chunk: number): string =>
    join(piecesOf(place, options.variable, level), storedChunkKey(options, chunkPosition(grid, chunk)))
  const pieces: Pieces = {
    grid,
    record: (chunk) => written.get(level, chunk),
    file: (chunk) => (sharding === null ? fileOf(chunk) : null),
    encoded(chunk) {
      const record = written.get(level, chunk)
      if (record?.bytes === 0) return null
      if (sharding === null) return readFileSync(fileOf(chunk))
      const { spool: name, from: offset, bytes } = record as SpoolRecord
      const out = new Uint8Array(bytes)
      spool.read(name, offset, out)
      return out
    },
  }
  try {
    await mergePieces(target, pieces, signal)
  } finally {
    spool.close()
  }
}

function changed(place: SinkPlace, path: string): OutputError {
  return new OutputError(
    `${place.target}: "${path}" was written anew since this run was planned, and nothing of it was put in: run again`,
    {
      uri: place.target,
      changed: true,
    },
  )
}
