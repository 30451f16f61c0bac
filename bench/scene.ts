import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Samples, TiffLayout } from '../fixtures/make/layout.js'
import { hash } from '../fixtures/make/random.js'
import { createTiff, cutTile, emptyTile } from '../fixtures/make/tiff.js'
import { SplineNoise, Texture, whiteRow } from './noise.js'

const SEED = 9000
const TILE = 512
const ORIGIN = { x: 399960, y: 5700000 }
const RESOLUTION_M = 10
/** zlib's level 6, GDAL's default, so that decoding costs what it costs on a file that GDAL wrote. */
const LEVEL = 6
/** Wavelengths in pixels and strengths in digital numbers of the smooth part. */
const OCTAVES = [2700, 1200, 520, 230, 100, 43, 19].map((wavelength, i) => ({ wavelength, strength: 1700 * 0.62 ** i }))
const PATCH_PX = 60
const TEXTURE = 74
const SENSOR = 14
const HOLE_CELL_PX = 634

/** Classes of a scene of classes, from 1; 0 is nodata. */
const CLASSES = 12
/** The share of single pixels of another class, as classifiers leave them. */
const STRAY_SHARE = 0.01

/** The scene's size in millions of pixels; 122 is a Sentinel-2 tile's 10 m band. */
export type SceneSize = 488 | 122 | 30 | 4

/** A scene's contents: a band of reflectances, another one of the same place, or classes of land cover. */
export type SceneKind = 'scene' | 'nir' | 'classes'

/** Sides in pixels of the scenes. */
export const SIDES: Readonly<Record<SceneSize, number>> = { 488: 21960, 122: 10980, 30: 5490, 4: 2000 }

/** Changes whenever the pixels do; part of the cached file's name. */
export const SCENE_VERSION = 1

/** Clears the swath's slanted edge and one small square hole for each cell of a coarse grid. */
function clearNodata(row: Samples, y: number, size: number): void {
  row.fill(0, 0, Math.max(0, Math.round(0.191 * size - 0.15 * y)))
  const cellRow = Math.floor(y / HOLE_CELL_PX)
  for (let cell = 0; cell * HOLE_CELL_PX < size; cell++) {
    const side = 2 + Math.floor(29 * hash(cell, cellRow, SEED + 61))
    const top = cellRow * HOLE_CELL_PX + Math.floor((HOLE_CELL_PX - side) * hash(cell, cellRow, SEED + 62))
    const left = cell * HOLE_CELL_PX + Math.floor((HOLE_CELL_PX - side) * hash(cell, cellRow, SEED + 63))
    if (y >= top && y < top + side) row.fill(0, left, left + side)
  }
}

/** Gives the rows of a band one after the other; the array given is used again for the next row. */
function* bandRows(size: number, seed: number): Generator<Uint16Array> {
  const octaves = OCTAVES.map(({ wavelength, strength }, i) => ({ noise: new SplineNoise(wavelength, size, seed + i * 8), strength }))
  const patches = new SplineNoise(PATCH_PX, size, seed + 90)
  const texture = new Texture(size, seed + 50)
  const sum = new Float64Array(size)
  const extra = new Float64Array(size)
  const row = new Uint16Array(size)
  for (let y = 0; y < size; y++) {
    sum.fill(1900)
    for (const { noise, strength } of octaves) noise.addRow(sum, y, strength)
    texture.addRow(sum, y, TEXTURE)
    patches.addRow(extra.fill(0), y, 6)
    for (let x = 0; x < size; x++) sum[x] = sum[x]! + 73 * Math.floor(extra[x]!)
    whiteRow(extra, y, seed + 70)
    for (let x = 0; x < size; x++) row[x] = Math.min(15000, Math.max(1, sum[x]! + SENSOR * extra[x]!))
    clearNodata(row, y, size)
    yield row
  }
}

/** Rows of classes: where two smooth fields cross whole numbers the patches end; single strays lie among them. */
function* classRows(size: number, seed: number): Generator<Uint8Array> {
  const fields = [230, 43].map((wavelength, i) => new SplineNoise(wavelength, size, seed + i * 8))
  const [coarse, fine] = [new Float64Array(size), new Float64Array(size)]
  const row = new Uint8Array(size)
  const classOf = (a: number, b: number): number => 1 + Math.floor(CLASSES * hash(a, b, seed + 30))
  for (let y = 0; y < size; y++) {
    fields[0]!.addRow(coarse.fill(0), y, 3)
    fields[1]!.addRow(fine.fill(0), y, 2)
    for (let x = 0; x < size; x++) {
      const stray = hash(x, y, seed + 40)
      row[x] = stray < STRAY_SHARE ? classOf(stray * 1e6, 0) : classOf(Math.floor(coarse[x]!), Math.floor(fine[x]!))
    }
    clearNodata(row, y, size)
    yield row
  }
}

/** Colours of the classes, without which nothing says that they are classes. */
function classPalette(): NonNullable<TiffLayout['palette']> {
  const shade = (index: number, part: number): number => Math.floor(256 * hash(index, part, SEED))
  return new Map(Array.from({ length: CLASSES }, (_, i) => [i + 1, [shade(i, 0), shade(i, 1), shade(i, 2)] as const]))
}

function rowsOf(kind: SceneKind, size: number): Generator<Samples> {
  if (kind === 'classes') return classRows(size, SEED + 300)
  return bandRows(size, kind === 'nir' ? SEED + 500 : SEED)
}

/** Writes a square scene in UTM 33N, kept if the file exists: 512-pixel tiles, deflate, predictor 2, nodata 0 on 12 % of it; uint16 like a Sentinel-2 band, classes uint8. */
export function ensureScene(path: string, kind: SceneKind, size: number): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const place = { epsg: 32633, origin: ORIGIN, pixel: { x: RESOLUTION_M, y: RESOLUTION_M } }
  const values = kind === 'classes' ? ({ type: 'uint8', palette: classPalette() } as const) : ({ type: 'uint16' } as const)
  const layout = { width: size, height: size, tileSize: TILE, nodata: '0', overviews: [], level: LEVEL, ...place, ...values }
  const writer = createTiff(`${path}.partial`, layout)
  const level = writer.levels[0]!
  const strip = kind === 'classes' ? new Uint8Array(size * TILE) : new Uint16Array(size * TILE)
  const tile = emptyTile(layout)
  let y = 0
  for (const row of rowsOf(kind, size)) {
    strip.set(row, (y % TILE) * size)
    y++
    if (y % TILE !== 0 && y !== size) continue
    const rows = ((y - 1) % TILE) + 1
    const first = Math.floor((y - 1) / TILE) * level.tilesAcross
    for (let t = 0; t < level.tilesAcross; t++) {
      cutTile(strip, { ...level, height: rows }, t, tile, TILE)
      writer.writeTile(0, first + t, tile)
    }
  }
  writer.close()
  renameSync(`${path}.partial`, path)
}
