import { CRS, DataArray, GeoBox } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { random } from '../conformance/random.js'
import { isFull, scratch } from '../engine/scratch.js'
import { measure } from './peak.js'

const MiB = 1024 * 1024
const here = scratch('mosaic-memory')

/** Four overlapping tiles of two zones, a whole that has 16 times the pixels of the other. */
const sizes = isFull ? [686, 2744] : [343, 1372]

async function writeTiles(side: number): Promise<void> {
  const places = [
    [300_000, 5_000_000, 32633],
    [300_000 + side * 9, 5_000_000, 32633],
    [300_000, 5_000_000 - side * 9, 32633],
    [770_000, 5_004_000, 32632],
  ] as const
  for (const [at, [x, y, epsg]] of places.entries()) {
    const { int } = random(at)
    const values = Uint16Array.from({ length: side * side }, (_, pixel) => (pixel % 97 === 0 ? 0 : 1000 + (pixel % side) + int(0, 40)))
    const geobox = GeoBox.of(side, side, { a: 10, b: 0, c: x, d: 0, e: -10, f: y }, CRS.parse(epsg))
    await DataArray.fromArray(values, { dims: ['y', 'x'], shape: [side, side], geobox, nodata: 0 }).toCog(here(`${side}-${at}.tif`))
  }
}

beforeAll(async () => {
  for (const side of sizes) await writeTiles(side)
}, 120_000)

describe.each([0, 2])('a mosaic of reprojected tiles, with %i workers', (workers) => {
  it('holds no more than it promises, and no more for 16 times the pixels', async () => {
    const peaks: number[] = []
    for (const side of sizes) {
      const grid = ['--crs', 'EPSG:3035', '--resolution', '10', '--tap', '--resampling', 'bilinear', '--method', 'mean']
      const run = ['--workers', String(workers), '--max-memory', '160MB', '--overwrite']
      const { code, stderr, promiseBytes, peakBytes } = await measure(['mosaic', here(`${side}-?.tif`), here('out.tif'), ...grid, ...run])
      expect(code, stderr).toBe(0)
      expect(promiseBytes / MiB).toBeLessThanOrEqual(160)
      expect(peakBytes / MiB).toBeLessThanOrEqual(promiseBytes / MiB)
      peaks.push(peakBytes / MiB)
    }
    // Small runs do not come to need all that they may hold.
    expect(peaks[1]).toBeLessThanOrEqual(160)
  }, 120_000)
})
