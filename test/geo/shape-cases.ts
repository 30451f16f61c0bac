import type { GeoBox } from '../../src/geo/geobox.js'
import { readGeoJson } from '../../src/geo/geojson.js'
import { burnScratchBytes, burnShapes } from '../../src/geo/rasterize.js'
import { indexShapes } from '../../src/geo/rasterize-index.js'
import { placeShapes } from '../../src/geo/shapes-place.js'
import { random } from '../conformance/random.js'

/** A geometry as GeoJSON, in plain lists. */
export interface Geometry {
  readonly type: string
  readonly coordinates: unknown
}

/** Shapes on a grid, to be burned by two implementations. */
export interface BurnCase {
  readonly geometries: readonly Geometry[]
  readonly width: number
  readonly height: number
  /** a, b, c, d, e, f. */
  readonly transform: readonly [number, number, number, number, number, number]
  readonly allTouched: boolean
}

type Random = ReturnType<typeof random>

/** How coordinates are drawn: anywhere, on pixel centres, on pixel corners, or on either. */
const lattices: readonly ((rng: Random, extent: number) => number)[] = [
  (rng, extent) => (rng.next() * 1.4 - 0.2) * extent,
  (rng, extent) => rng.int(-3, extent + 3) + 0.5,
  (rng, extent) => rng.int(-3, extent + 3),
  (rng, extent) => rng.int(-6, 2 * extent + 6) / 2,
  (rng, extent) => rng.int(-30, 10 * extent + 30) / 10,
]

/** A seeded case: rings that cross themselves, holes, slivers, lines and points, in pixel units or on a grid of odd numbers. */
export function burnCase(seed: number): BurnCase {
  const rng = random(seed)
  const [width, height] = [rng.int(4, 90), rng.int(4, seed % 10 === 0 ? 500 : 150)]
  const transform = transforms[seed % transforms.length] as BurnCase['transform']
  const draw = lattices[rng.int(0, lattices.length)] as (typeof lattices)[number]
  const [a, b, c, d, e, f] = transform
  const point = (): [number, number] => {
    const [x, y] = [draw(rng, width), draw(rng, height)]
    return [c + x * a + y * b, f + x * d + y * e]
  }
  const ring = (): [number, number][] => {
    const points = Array.from({ length: rng.int(3, 12) }, point)
    // A sliver: there and back again, nearly.
    if (rng.next() < 0.2)
      points.splice(2, points.length, [(points[0] as number[])[0] as number, ((points[1] as number[])[1] as number) + 0.01])
    return [...points, points[0] as [number, number]]
  }
  const geometries = Array.from({ length: rng.int(1, 4) }, (): Geometry => {
    const kind = rng.next()
    if (kind < 0.1) return { type: 'Point', coordinates: point() }
    if (kind < 0.3) return { type: 'LineString', coordinates: Array.from({ length: rng.int(2, 8) }, point) }
    if (kind < 0.4) return { type: 'MultiPolygon', coordinates: [[ring()], [ring(), ring()]] }
    return { type: 'Polygon', coordinates: Array.from({ length: rng.int(1, 4) }, ring) }
  })
  return { geometries, width, height, transform, allTouched: rng.next() < 0.5 }
}

const transforms: readonly BurnCase['transform'][] = [
  [1, 0, 0, 0, 1, 0],
  [1, 0, 0, 0, -1, 0],
  [10, 0, 399960, 0, -10, 4500000],
  [0.25, 0, -3, 0, -0.25, 7],
]

/** The grid of a case. */
export function gridOf({ width, height, transform: [a, b, c, d, e, f] }: BurnCase): GeoBox {
  return { width, height, affine: { a, b, c, d, e, f }, crs: null }
}

/** What rasterloom makes of a window of a case: for each pixel the last geometry there, counted from 1. */
export function burned(given: BurnCase, window = { row: 0, column: 0, rows: given.height, columns: given.width }): Uint32Array {
  const shapes = given.geometries.map((geometry) => readGeoJson('test', geometry).features[0]?.shapes ?? [])
  const owners = shapes.flatMap((each, at) => each.map(() => at + 1))
  const index = indexShapes(placeShapes(shapes.flat(), null, gridOf(given)), given.allTouched)
  const pixels = new Uint32Array(window.rows * window.columns)
  const scratch = new Uint8Array(burnScratchBytes(window.rows, window.columns))
  burnShapes(index, { pixels, ...window }, { allTouched: given.allTouched, numbered: true }, scratch)
  return pixels.map((value) => (value === 0 ? 0 : (owners[value - 1] as number)))
}
