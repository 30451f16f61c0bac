import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { turnsOf } from '../../src/array/turns.js'
import { concat, type DataArray, open } from '../../src/index.js'
import { tiffBytes } from '../formats/tiff-bytes.js'

const window = (start: number, stop: number) => ({ start: [3, start], stop: [5, stop] })

describe('a window over an array that goes round', () => {
  test.each([
    ['within', 2, 9, [[2, 9, 0]]],
    ['the whole', 0, 10, [[0, 10, 0]]],
    [
      'over the left edge',
      -3,
      4,
      [
        [7, 10, -10],
        [0, 4, 0],
      ],
    ],
    [
      'over the right edge',
      8,
      13,
      [
        [8, 10, 0],
        [0, 3, 10],
      ],
    ],
    ['a turn further on', 12, 15, [[2, 5, 10]]],
    [
      'more than a turn',
      -1,
      11,
      [
        [9, 10, -10],
        [0, 10, 0],
        [0, 1, 10],
      ],
    ],
  ])('%s', (_, start, stop, turns) => {
    expect(turnsOf(window(start, stop), 1, 10, 10)).toEqual(
      turns.map(([from, to, shift]) => ({ stored: window(from as number, to as number), shift })),
    )
  })

  test('columns that an array has twice are read where the window names them', () => {
    expect(turnsOf(window(9, 11), 1, 11, 10)).toEqual([{ stored: window(9, 11), shift: 0 }])
    expect(turnsOf(window(9, 12), 1, 11, 10)).toEqual([
      { stored: window(9, 10), shift: 0 },
      { stored: window(0, 2), shift: 10 },
    ])
  })
})

describe('a raster of the whole earth', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rasterloom-seam-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const [width, height] = [72, 36]
  const pixelAt = (x: number, y: number): number => ((x * 2654435761 + y * 40503) >>> 7) % 1000

  /** The same earth, cut open at another meridian. */
  async function earth(west: number): Promise<DataArray<'y' | 'x'>> {
    const pixels = new Float32Array(width * height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) pixels[y * width + x] = pixelAt((x + (west + 180) / 5) % width, y)
    }
    const tags = [
      [33550, 'double', [5, 5, 0]],
      [33922, 'double', [0, 0, 0, west, 90, 0]],
      // GeoKeys: geographic, pixels are areas, EPSG:4326, degrees.
      [34735, 'short', [1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1, 9102]],
    ] as const
    const path = join(directory, `${west}.tif`)
    writeFileSync(path, tiffBytes([{ width, height, dtype: 'float32', pixels, tile: [32, 16], compression: 8, tags }]))
    return open(path, { band: 1 })
  }

  function validityOf({ valid, shape }: DataArray): Uint8Array {
    return valid ?? new Uint8Array(shape.reduce((product, extent) => product * extent, 1)).fill(1)
  }

  const pacific = '+proj=laea +lat_0=0 +lon_0=180 +datum=WGS84'
  // Not symmetric: no pixel lies on the edge between two of the source.
  const bounds = [-6.1e6, -6.2e6, 6.3e6, 6.4e6] as const

  test.each(['near', 'bilinear'] as const)('%s: its pixels do not depend on where it is cut open', async (resampling) => {
    for (const [crs, edges] of [
      [pacific, bounds],
      ['EPSG:3031', [-4.1e6, -4.2e6, 4.3e6, 4.4e6]],
      ['EPSG:3857', [-2.0031e7, -1.51e7, 2.0037e7, 1.52e7]],
    ] as const) {
      const results = await Promise.all(
        [-180, 0, -90].map(async (west) => {
          const array = (await earth(west)).reproject(crs, { bounds: edges, size: { width: 90, height: 80 }, resampling, maxErrorPx: 0 })
          return array.compute({ workers: 0 })
        }),
      )
      for (const other of results.slice(1)) {
        expect(validityOf(other)).toEqual(validityOf(results[0] as DataArray))
        const [a, b] = [results[0]?.values as Float32Array, other.values as Float32Array]
        const far = a.reduce((most, value, at) => Math.max(most, Number.isNaN(value) ? 0 : Math.abs(value - (b[at] as number))), 0)
        // Positions from another origin differ in their last digits.
        expect(far).toBeLessThan(resampling === 'near' ? 1e-9 : 0.01)
      }
    }
  })

  test('ops between the source and the warp hand the seam on', async () => {
    const plain = await earth(-180)
    const grid = { bounds, size: { width: 60, height: 60 }, resampling: 'bilinear', maxErrorPx: 0 } as const
    const doubled = await plain.add(plain).reproject(pacific, grid).compute({ workers: 0 })
    const twice = await concat([plain, plain], { dim: 'time', labels: ['2021-01-01', '2022-01-01'] })
      .isel({ time: 1 })
      .mul(2)
      .reproject(pacific, grid)
      .compute({ workers: 0 })
    expect(twice.values).toEqual(doubled.values)
    expect(doubled.valid === null || doubled.valid.every((each) => each === 1)).toBe(true)
  })
})
