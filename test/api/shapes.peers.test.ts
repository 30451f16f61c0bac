import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { Affine, DataArray, GeoBox } from '../../src/index.js'
import { random } from '../conformance/random.js'
import { describeWithPeers } from '../peers.js'

const [width, height] = [210, 170]
// 100 m pixels around Prague.
const grid = GeoBox.of(width, height, Affine.of(100, 0, 450000, 0, -100, 5560000), 'EPSG:32633')

function scene(seed: number, whole: boolean) {
  const rng = random(seed)
  const values = Array.from({ length: width * height }, () => (whole ? rng.int(-5, 60) : rng.next() * 65 - 5))
  const valid = values.map(() => (rng.next() < 0.1 ? 0 : 1))
  const array = DataArray.fromArray(whole ? Int16Array.from(values) : Float64Array.from(values), {
    dims: ['y', 'x'],
    shape: [height, width],
    geobox: grid,
    mask: Uint8Array.from(valid),
  })
  return { values, valid, array }
}

function polygon(rng: ReturnType<typeof random>) {
  const [x, y] = [14.3 + rng.next() * 0.35, 50.03 + rng.next() * 0.16]
  const ring = (size: number): number[][] => {
    const corners = rng.int(3, 9)
    const points = Array.from({ length: corners }, (_, at) => {
      const [angle, reach] = [(2 * Math.PI * at) / corners, size * (0.3 + rng.next())]
      return [x + reach * Math.cos(angle), y + reach * 0.6 * Math.sin(angle)]
    })
    return [...points, points[0] as number[]]
  }
  return { type: 'Polygon', coordinates: [ring(0.12), ring(0.03)] }
}

function theirs(given: object): Record<string, never> {
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['test/api/shapes.py'], { input: JSON.stringify(given), maxBuffer: 2 ** 28 }).toString(),
  )
}

describeWithPeers('shapes', ['rasterio', 'numpy'], () => {
  it.each([
    [1, true, false],
    [2, false, true],
  ])(
    'give the statistics, samples and counts of rasterio and numpy (seed %i, whole %s, all touched %s)',
    async (seed, whole, allTouched) => {
      const { values, valid, array } = scene(seed, whole)
      const rng = random(seed + 100)
      const polygons = Array.from({ length: 25 }, () => polygon(rng))
      const points = Array.from(
        { length: 400 },
        () => [450000 + (1 + rng.next() * (width - 2)) * 100, 5560000 - (1 + rng.next() * (height - 2)) * 100] as [number, number],
      )
      const { b, d, ...steps } = grid.affine
      const transform = [steps.a, b, steps.c, d, steps.e, steps.f]
      const peer = theirs({ width, height, transform, epsg: 32633, values, valid, polygons, allTouched, bins: 13, points }) as unknown as {
        zones: Record<string, number>[]
        masks: number[]
        [key: string]: unknown
      }
      const features = {
        type: 'FeatureCollection',
        features: polygons.map((geometry, at) => ({ type: 'Feature', id: `z${at}`, properties: {}, geometry })),
      }
      const stats = ['count', 'sum', 'mean', 'min', 'max', 'std', 'median', 'majority', 'unique'] as const
      const rows = await array.zonalStats(features, { stats, allTouched })
      // Edges bend: which side of a centre they pass is known to 0.001 px alone.
      const unlike = rows.filter((row, at) => row.count !== peer.zones[at]?.count)
      expect(unlike.length).toBeLessThanOrEqual(5)
      rows.forEach((row, at) => {
        const other = peer.zones[at] as Record<string, number>
        expect(Math.abs((row.count as number) - (other.count as number))).toBeLessThanOrEqual(2)
        if (row.count !== other.count || row.count === 0) return
        for (const key of stats) {
          if (key === 'majority' && !whole) continue
          expect(row[key], `${row.zone} ${key}`).toBeCloseTo(other[key] as number, 9)
        }
      })
      const counted = await array.histogram({ bins: 13 })
      expect(counted.counts).toEqual(peer.histogram)
      for (const [at, edge] of counted.edges.entries()) expect(edge).toBeCloseTo((peer.edges as number[])[at] as number, 12)
      expect((await array.histogram({ bins: 7, range: [-3, 55.5] })).counts).toEqual(peer.ranged)
      expect((await array.histogram({ bins: [-10, 0, 1, 5.5, 80] })).counts).toEqual(peer.explicit)
      const plain = DataArray.fromArray(Float64Array.from(values), { dims: ['y', 'x'], shape: [height, width], geobox: grid })
      const near = await plain.sample(points)
      expect(near.map(({ value }) => value)).toEqual(peer.nearest)
      const linear = await plain.sample(points, { method: 'bilinear' })
      for (const [at, { value }] of linear.entries()) expect(value).toBeCloseTo((peer.bilinear as number[])[at] as number, 9)
    },
  )
})
