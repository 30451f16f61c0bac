import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { gauss, hash } from '../fixtures/make/random.js'
import { createTiff, cutTile, emptyTile } from '../fixtures/make/tiff.js'

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

/** The scene's size in millions of pixels; 122 is a Sentinel-2 tile's 10 m band. */
export type SceneSize = 122 | 30 | 4

/** Sides in pixels of the scenes. */
export const SIDES: Readonly<Record<SceneSize, number>> = { 122: 10980, 30: 5490, 4: 2000 }

/** Changes whenever the pixels do; part of the cached file's name. */
export const SCENE_VERSION = 1

/** Smooth noise one row at a time: a uniform cubic B-spline over random coefficients. */
class SplineNoise {
  readonly #wavelength: number
  readonly #seed: number
  readonly #columns: Float64Array
  readonly #cell: Int32Array
  readonly #weights: Float64Array

  constructor(wavelength: number, width: number, seed: number) {
    this.#wavelength = wavelength
    this.#seed = seed
    this.#columns = new Float64Array(Math.ceil(width / wavelength) + 4)
    this.#cell = Int32Array.from({ length: width }, (_, x) => Math.floor(x / wavelength))
    this.#weights = new Float64Array(width * 4)
    for (let x = 0; x < width; x++) this.#weights.set(splineWeights(x / wavelength - this.#cell[x]!), x * 4)
  }

  /** Adds this noise times `strength` to row `y`. */
  addRow(row: Float64Array, y: number, strength: number): void {
    const cell = Math.floor(y / this.#wavelength)
    const down = splineWeights(y / this.#wavelength - cell)
    const columns = this.#columns
    for (let c = 0; c < columns.length; c++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += down[k]! * gauss(c, cell + k, this.#seed)
      columns[c] = sum * strength
    }
    const weights = this.#weights
    for (let x = 0; x < row.length; x++) {
      const c = this.#cell[x]!
      const w = x * 4
      const left = weights[w]! * columns[c]! + weights[w + 1]! * columns[c + 1]!
      row[x] = row[x]! + left + weights[w + 2]! * columns[c + 2]! + weights[w + 3]! * columns[c + 3]!
    }
  }
}

function splineWeights(t: number): [number, number, number, number] {
  const s = 1 - t
  return [(s * s * s) / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, (t * t * t) / 6]
}

/** White noise of a row, about normal, the same for the first pixels of a row however wide the scene is. */
function whiteRow(out: Float64Array, y: number, seed: number): void {
  let state = (hash(y, 1, seed) * 4294967295) | 1
  for (let x = 0; x < out.length; x++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    out[x] = ((state & 0xffff) + (state >>> 16) - 65535) / 26755
  }
}

/** Rows of noise averaged over 3 by 3 pixels; rows must be asked for in order. */
class Texture {
  readonly #rows: Float64Array[]
  readonly #width: number

  constructor(width: number) {
    this.#width = width
    this.#rows = [this.#smoothRow(-1), this.#smoothRow(0)]
  }

  #smoothRow(y: number): Float64Array {
    const white = new Float64Array(this.#width)
    whiteRow(white, y, SEED + 50)
    return white.map((value, x) => (value + (white[x - 1] ?? value) + (white[x + 1] ?? value)) / 3)
  }

  addRow(row: Float64Array, y: number, strength: number): void {
    this.#rows.push(this.#smoothRow(y + 1))
    const [above, here, below] = this.#rows as [Float64Array, Float64Array, Float64Array]
    for (let x = 0; x < row.length; x++) row[x] = row[x]! + (strength / 3) * (above[x]! + here[x]! + below[x]!)
    this.#rows.shift()
  }
}

/** Clears the swath's slanted edge and one small square hole for each cell of a coarse grid. */
function clearNodata(row: Uint16Array, y: number, size: number): void {
  row.fill(0, 0, Math.max(0, Math.round(0.191 * size - 0.15 * y)))
  const cellRow = Math.floor(y / HOLE_CELL_PX)
  for (let cell = 0; cell * HOLE_CELL_PX < size; cell++) {
    const side = 2 + Math.floor(29 * hash(cell, cellRow, SEED + 61))
    const top = cellRow * HOLE_CELL_PX + Math.floor((HOLE_CELL_PX - side) * hash(cell, cellRow, SEED + 62))
    const left = cell * HOLE_CELL_PX + Math.floor((HOLE_CELL_PX - side) * hash(cell, cellRow, SEED + 63))
    if (y >= top && y < top + side) row.fill(0, left, left + side)
  }
}

/** Gives the rows of a scene one after the other; the array given is used again for the next row. */
function* sceneRows(size: number): Generator<Uint16Array> {
  const octaves = OCTAVES.map(({ wavelength, strength }, i) => ({ noise: new SplineNoise(wavelength, size, SEED + i * 8), strength }))
  const patches = new SplineNoise(PATCH_PX, size, SEED + 90)
  const texture = new Texture(size)
  const sum = new Float64Array(size)
  const extra = new Float64Array(size)
  const row = new Uint16Array(size)
  for (let y = 0; y < size; y++) {
    sum.fill(1900)
    for (const { noise, strength } of octaves) noise.addRow(sum, y, strength)
    texture.addRow(sum, y, TEXTURE)
    patches.addRow(extra.fill(0), y, 6)
    for (let x = 0; x < size; x++) sum[x] = sum[x]! + 73 * Math.floor(extra[x]!)
    whiteRow(extra, y, SEED + 70)
    for (let x = 0; x < size; x++) row[x] = Math.min(15000, Math.max(1, sum[x]! + SENSOR * extra[x]!))
    clearNodata(row, y, size)
    yield row
  }
}

/** Writes a square uint16 scene in UTM 33N like a Sentinel-2 band: 512-pixel tiles, deflate, predictor 2, nodata 0 on 12 % of it. Kept if the file exists. */
export function ensureScene(path: string, size: number): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const place = { epsg: 32633, origin: ORIGIN, pixel: { x: RESOLUTION_M, y: RESOLUTION_M } }
  const layout = { width: size, height: size, tileSize: TILE, type: 'uint16', nodata: '0', overviews: [], level: LEVEL, ...place } as const
  const writer = createTiff(`${path}.partial`, layout)
  const level = writer.levels[0]!
  const strip = new Uint16Array(size * TILE)
  const tile = emptyTile(layout)
  let y = 0
  for (const row of sceneRows(size)) {
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
