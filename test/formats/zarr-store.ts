import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { chunkCount, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { shapeOf, sizeOf } from '../../src/array/window.js'
import { allocate, type Element, type TypedArray } from '../../src/base/dtype.js'
import type { Json, JsonObject } from '../../src/base/json.js'
import { zarrSink } from '../../src/formats/zarr/sink.js'
import type { ChunkRecord, SinkPlace } from '../../src/graph/sink.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { testKit } from '../kit.js'

const kit = testKit(32)

/** A temporary directory and how to remove it. */
export function temporaryDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'zarr-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** An array to be written. `data` holds what is to be stored, nodata included. */
export interface Written {
  readonly spec: ArraySpec
  readonly data: TypedArray
  readonly options?: JsonObject
  readonly metadata?: JsonObject
}

/** How a test departs from a plain run: watches after each `end`, leaves the scratch directory, or goes on with all chunks written. */
export interface StoreRun {
  readonly afterEach?: () => void
  readonly keepScratch?: boolean
  readonly onlyEnd?: boolean
  /** Ends the first array once under a signal that says stop, which must be heeded. */
  readonly stopFirst?: boolean
}

/** Writes arrays into one store, as the engine drives the sink: all begun, all chunks of all written, then each ended. */
export async function writeStore(
  target: string,
  arrays: readonly Written[],
  { afterEach = () => {}, keepScratch = false, onlyEnd = false, stopFirst = false }: StoreRun = {},
): Promise<void> {
  const place: SinkPlace = { target, scratch: `${target}.partial`, threadName: 'only' }
  mkdirSync(place.scratch, { recursive: true })
  const outputs = arrays.map(({ spec, options = {} }) => {
    const parsed = zarrSink.parse(options as Json, spec)
    const nodata = zarrSink.storedNodata(spec, parsed, false)
    const bands = spec.bands.map((band, at) => ({ ...band, nodata: nodata[at] ?? null }))
    return { parsed, levels: zarrSink.levels({ ...spec, bands }, parsed), records: new Map<number, ChunkRecord>() }
  })
  for (const [at, { parsed, levels, records }] of outputs.entries()) {
    await zarrSink.begin(place, levels, parsed)
    const writer = await zarrSink.attach(place, levels, parsed)
    const { chunks, dtype, shape } = (levels[0] as { spec: ArraySpec }).spec
    for (let chunk = 0; chunk < chunkCount(chunks); chunk++) {
      kit.reset()
      const window = chunkWindow(chunks, chunk)
      const piece = allocate(dtype, sizeOf(window))
      const source = { data: (arrays[at] as Written).data, start: shape.map(() => 0), shape }
      copyWindow(source, { data: piece, start: window.start, shape: shapeOf(window) }, window)
      if (onlyEnd) {
        records.set(chunk, { bytes: 1 })
        continue
      }
      records.set(chunk, writer.write(0, chunk, kit.block(window, piece, null), kit))
    }
    writer.close()
  }
  for (const [at, { parsed, levels, records }] of outputs.entries()) {
    const written = { get: (_level: number, chunk: number) => records.get(chunk) }
    if (stopFirst && at === 0) {
      await expect(zarrSink.end(place, levels, parsed, written, {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'E_ABORTED' })
      expect(existsSync(target)).toBe(false)
    }
    await zarrSink.end(place, levels, parsed, written, (arrays[at] as Written).metadata ?? {})
    afterEach()
  }
  if (!keepScratch) rmSync(place.scratch, { recursive: true, force: true })
}

/** 0, 1, 2, ... as a typed array. */
export function counting(dtype: ArraySpec['dtype'], shape: readonly number[]): TypedArray {
  const data = allocate(
    dtype,
    shape.reduce((product, extent) => product * extent, 1),
  )
  for (let i = 0; i < data.length; i++) data[i] = (dtype.endsWith('64') && dtype !== 'float64' ? BigInt(i) : i) as Element as never
  return data
}

/** All files of a store, under a uri that is no path of this machine. */
export function filesOf(store: string, uri: string): Map<string, Uint8Array> {
  const files = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [uri + path.slice(store.length), new Uint8Array(readFileSync(path))]
    }),
  )
}
