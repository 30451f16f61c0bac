import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chunkCount, chunkGrid, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { fullWindow, shapeOf, sizeOf } from '../../src/array/window.js'
import { allocate, type Dtype, type Element, isBigInt, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { scalarFromJson } from '../../src/base/scalar.js'
import { cogSink } from '../../src/formats/geotiff/sink.js'
import type { Crs } from '../../src/geo/crs.js'
import type { ChunkRecord, SinkLevel } from '../../src/graph/sink.js'
import { type ArraySpec, plainBand } from '../../src/graph/spec.js'
import { testKit } from '../kit.js'
import { python } from '../peers.js'

/** UTM zone 33 north, as the CRS reader gives it. */
export const utm33: Crs = {
  epsg: 32633,
  name: 'WGS 84 / UTM zone 33N',
  proj: '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
  kind: 'projected',
  metresPerUnit: 1,
  wkt: null,
}

/** Values of an array and one validity byte a pixel, in C order. */
export interface Level {
  readonly data: TypedArray
  readonly valid: Uint8Array
}

/** What to write, beside what a plain 10 m grid in UTM has. */
export interface Job {
  readonly dtype: Dtype
  readonly height: number
  readonly width: number
  readonly bands?: number
  readonly spec?: Partial<ArraySpec>
  readonly options?: JsonObject
  readonly metadata?: JsonObject
  /** Deals chunks to threads, and orders them. */
  readonly threads?: number
  readonly shuffle?: (chunks: { level: number; chunk: number }[]) => { level: number; chunk: number }[]
  readonly data?: (index: number) => Element
  readonly valid?: (index: number) => boolean
}

/** Spec of a job's array. `bands` absent: dims [y, x]. */
export function specOf({ dtype, height, width, bands, spec }: Job): ArraySpec {
  const shape = bands === undefined ? [height, width] : [bands, height, width]
  return {
    dims: bands === undefined ? ['y', 'x'] : ['band', 'y', 'x'],
    shape,
    dtype,
    chunks: chunkGrid(shape, shape),
    geobox: { width, height, affine: { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5100000 }, crs: utm33 },
    periodX: null,
    coords: { y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: new Array(bands ?? 1).fill(plainBand),
    categorical: false,
    moved: false,
    name: null,
    attrs: {},
    ...spec,
  }
}

/** A file that was written, and what should be in it. */
export interface Written {
  readonly path: string
  readonly levels: readonly SinkLevel[]
  readonly expected: readonly Level[]
  readonly records: ReadonlyMap<string, ChunkRecord>
}

const kit = testKit(64)
const root = mkdtempSync(join(tmpdir(), 'cog-'))
let files = 0

/** Removes all that was written. */
export function cleanUp(): void {
  rmSync(root, { recursive: true, force: true })
}

/** Writes a job as the engine would: chunk by chunk, overviews by a plain mean of two by two, with every promise on scratch checked. */
export async function writeCog(job: Job): Promise<Written> {
  const spec = specOf(job)
  const options = cogSink.parse(job.options ?? {}, spec)
  const levels = cogSink.levels(spec, options)
  const expected = pyramid(job, levels, cogSink.storedNodata(spec, options, false)[0] ?? null)
  const scratch = join(root, `scratch-${files}`)
  const path = join(root, `${files++}.tif`)
  mkdirSync(scratch)
  const place = (threadName: string) => ({ target: path, scratch, threadName })
  await cogSink.begin(place('main'), levels, options)
  const threads = job.threads ?? 1
  const writers = await Promise.all(Array.from({ length: threads }, (_, at) => cogSink.attach(place(`t${at}`), levels, options)))
  const records = new Map<string, ChunkRecord>()
  const all = levels.flatMap(({ spec: { chunks } }, level) => Array.from({ length: chunkCount(chunks) }, (_, chunk) => ({ level, chunk })))
  for (const [at, { level, chunk }] of (job.shuffle ?? ((list) => list))(all).entries()) {
    const writer = writers[at % threads]
    if (writer === undefined) throw new Error('no writer')
    kit.reset()
    const { data, valid } = expected[level] as Level
    const { shape, chunks, dtype } = (levels[level] as SinkLevel).spec
    const window = chunkWindow(chunks, chunk)
    const part = { data: allocate(dtype, sizeOf(window)), start: window.start, shape: shapeOf(window) }
    const mask = { data: new Uint8Array(sizeOf(window)), start: window.start, shape: shapeOf(window) }
    const origin = fullWindow(shape).start
    copyWindow({ data, start: origin, shape }, part, window)
    copyWindow({ data: valid, start: origin, shape }, mask, window)
    const block = kit.block(window, part.data, mask.data)
    kit.limitScratch(writer.scratchBytes)
    records.set(`${level}/${chunk}`, writer.write(level, chunk, block, kit))
  }
  for (const writer of writers) {
    writer.flush()
    writer.close()
  }
  const written = { get: (level: number, chunk: number) => records.get(`${level}/${chunk}`) }
  await cogSink.end(place('main'), levels, options, written, job.metadata ?? {})
  return { path, levels, expected, records }
}

/** Level 0 from the job, others by means of two by two valid pixels (the last row and column of odd sizes are left out). */
function pyramid(job: Job, levels: readonly SinkLevel[], nodata: string | number | null): Level[] {
  const all: Level[] = []
  for (const { spec } of levels) {
    const { dtype, shape } = spec
    const below = all.at(-1)
    const size = shape.reduce((product, extent) => product * extent, 1)
    const data = allocate(dtype, size)
    const valid = new Uint8Array(size).fill(1)
    const element = below === undefined ? seeded(job) : halves(below, levels[all.length - 1]?.spec as ArraySpec, spec)
    for (let index = 0; index < size; index++) {
      const value = element(index)
      data[index] = (value ?? (nodata === null ? (isBigInt(dtype) ? 0n : 0) : scalarFromJson(nodata, dtype))) as never
      if (value === null) valid[index] = 0
    }
    all.push({ data, valid })
  }
  return all
}

function seeded({ dtype, data, valid }: Job): (index: number) => Element | null {
  const value =
    data ?? ((index: number): Element => (isBigInt(dtype) ? BigInt((index * 37) % 251) * 9007199254740993n : (index * 37) % 113))
  return (index) => (valid === undefined || valid(index) ? value(index) : null)
}

function halves(below: Level, fine: ArraySpec, coarse: ArraySpec): (index: number) => Element | null {
  const [h, w] = fine.shape.slice(-2) as [number, number]
  const [height, width] = coarse.shape.slice(-2) as [number, number]
  return (index) => {
    const plane = Math.floor(index / (height * width))
    const y = Math.floor(index / width) % height
    const x = index % width
    const values: number[] = []
    for (const [dy, dx] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const at = plane * h * w + Math.min(h - 1, 2 * y + dy) * w + Math.min(w - 1, 2 * x + dx)
      if (below.valid[at] === 1) values.push(Number(below.data[at]))
    }
    if (values.length === 0) return null
    const mean = Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length)
    return isBigInt(coarse.dtype) ? BigInt(mean) : mean
  }
}

/** What GDAL's validator of COGs says of a file, all checks on. */
export function validate(path: string): string {
  const call = ['-m', 'osgeo_utils.samples.validate_cloud_optimized_geotiff', '--full-check=yes', path]
  try {
    return execFileSync(python, call, { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return `INVALID ${(error as { stdout: string }).stdout}`
  }
}

/** Runs a Python program that prints JSON. */
export function runPython<T>(program: string, ...args: string[]): T {
  return JSON.parse(execFileSync(python, ['-c', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })) as T
}
