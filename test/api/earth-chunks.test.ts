import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { DataArray, GeoBox, open, type Resampling } from '../../src/index.js'

const folder = mkdtempSync(join(tmpdir(), 'earth-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [width, height] = [180, 90]
const values = Uint16Array.from({ length: width * height }, (_, at) => 1000 + ((at * 7919) % 50000))
const world = (west: number): GeoBox => GeoBox.of(width, height, affine(2, 0, west, 0, -2, 90), 4326)
const raster = (geobox: GeoBox): DataArray<'y' | 'x'> =>
  DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox, nodata: 0 })
const pacific = GeoBox.fromBounds([120, -60, 260, 60], { resolution: 1.3 }, 4326)
const pole = GeoBox.fromBounds([-5e6, -5e6, 5e6, 5e6], { resolution: 100000 }, 3413)
const part = GeoBox.of(width, height, affine(0.2, 0, 162, 0, -0.2, 9), 4326)

// [name, source, target]
const cases: readonly (readonly [string, GeoBox, GeoBox])[] = [
  ['a window over the seam of -180', world(-180), pacific],
  ['a window over the seam of 0', world(0), GeoBox.translatePx(pacific, -120, 0)],
  ['the pole', world(-180), pole],
  ['a part of the circle, at both ends of the map', part, world(-180)],
]

it.each(cases)('%s: the same bytes by whatever chunks', async (name, source, target) => {
  for (const resampling of ['near', 'bilinear', 'cubic'] as Resampling[]) {
    const warped = raster(source).reproject(target, { resampling })
    const whole = (await warped.compute({ workers: 0 })).filled(0)
    expect(whole.some((value) => value !== 0)).toBe(true)
    for (const chunks of [17, 64]) {
      const path = join(folder, `${name.replaceAll(' ', '-')}-${resampling}-${chunks}.zarr`)
      await warped.toZarr(path, { chunks: { y: chunks, x: chunks + 9 }, workers: 0 })
      const stored = await (await open(path)).compute({ workers: 0 })
      expect(stored.filled(0), `${resampling} ${chunks}`).toEqual(whole)
    }
  }
})

it('a window over the seam is the two halves side by side', async () => {
  const shifted = await raster(world(-180)).reproject(world(0)).compute({ workers: 0 })
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const there = y * width + ((x + width / 2) % width)
      if (shifted.values[y * width + x] !== values[there]) throw new Error(`${x}, ${y}`)
    }
  }
})
