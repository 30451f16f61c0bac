import { describe, expect, it } from 'vitest'
import { readGeoJson } from '../../src/geo/geojson.js'
import { coverScratch, coverShapes } from '../../src/geo/rasterize-coverage.js'
import { indexShapes } from '../../src/geo/rasterize-index.js'
import { placeShapes } from '../../src/geo/shapes-place.js'
import { random } from '../conformance/random.js'

const box = { width: 37, height: 83, affine: { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, crs: null }

type Ring = readonly (readonly [number, number])[]

/** Star-shaped, so it does not cross itself. */
function star(rng: ReturnType<typeof random>, x: number, y: number, size: number): Ring {
  const corners = rng.int(3, 40)
  const points = Array.from({ length: corners }, (_, at): [number, number] => {
    const [angle, reach] = [(2 * Math.PI * (at + 0.8 * rng.next())) / corners, size * (0.2 + 0.8 * rng.next())]
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  })
  return [...points, points[0] as [number, number]]
}

const everything = { row: 0, column: 0, rows: box.height, columns: box.width }

function shares(rings: readonly Ring[], window = everything): Float64Array {
  return sharesOf({ type: 'Polygon', coordinates: rings }, window)
}

/** The share that any of several rings covers. */
function union(rings: readonly Ring[], window = everything): Float64Array {
  return sharesOf({ type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }, window)
}

function isInside(ring: Ring, x: number, y: number): boolean {
  let found = false
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]] as [readonly [number, number], readonly [number, number]]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) found = !found
  }
  return found
}

function sharesOf(geometry: object, window: typeof everything): Float64Array {
  const shapes = readGeoJson('test', geometry as never).features[0]?.shapes ?? []
  const made = new Float64Array(window.rows * window.columns)
  coverShapes(
    indexShapes(placeShapes(shapes, null, box)),
    { ...window, shares: made },
    new Float64Array(coverScratch(window.rows, window.columns)),
  )
  return made
}

/** The area of a ring in one pixel, by cutting it with the pixel's four sides (another way than the sums of edges). */
function areaIn(ring: Ring, column: number, row: number): number {
  const sides: [number, number, number][] = [
    [1, 0, -column],
    [-1, 0, column + 1],
    [0, 1, -row],
    [0, -1, row + 1],
  ]
  let points: (readonly [number, number])[] = ring.slice(0, -1)
  for (const [a, b, c] of sides) {
    const at = ([x, y]: readonly [number, number]): number => a * x + b * y + c
    points = points.flatMap((point, index) => {
      const before = points[(index + points.length - 1) % points.length] as readonly [number, number]
      const [here, there] = [at(point), at(before)]
      const t = there / (there - here)
      const crossing: readonly [number, number] = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])]
      return [...(here >= 0 !== there >= 0 ? [crossing] : []), ...(here >= 0 ? [point] : [])]
    })
  }
  return points.reduce((sum, [x, y], index) => {
    const [nx, ny] = points[(index + 1) % points.length] as readonly [number, number]
    return sum + (x * ny - nx * y) / 2
  }, 0)
}

describe('covered shares', () => {
  it('are the areas of the polygon cut by each pixel', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const rng = random(seed)
      const outer = star(rng, rng.next() * 37, rng.next() * 83, 3 + rng.next() * 30)
      const made = shares([seed % 2 === 0 ? outer : [...outer].reverse()])
      const off = made.map((share, at) => Math.abs(share - Math.abs(areaIn(outer, at % 37, Math.floor(at / 37)))))
      expect(Math.max(...off), `seed ${seed}`).toBeLessThan(2e-9)
    }
  })

  it('leave out holes, whichever way they run', () => {
    const outer: Ring = [
      [2, 2],
      [30.5, 2],
      [30.5, 70.25],
      [2, 70.25],
      [2, 2],
    ]
    const hole: Ring = [
      [10.5, 10.5],
      [20.25, 10.5],
      [20.25, 60],
      [10.5, 60],
      [10.5, 10.5],
    ]
    for (const each of [hole, [...hole].reverse()]) {
      const sum = shares([outer, each]).reduce((total, share) => total + share, 0)
      expect(sum).toBeCloseTo(28.5 * 68.25 - 9.75 * 49.5, 6)
    }
  })

  it('of overlapping polygons are those of their union', () => {
    const square = (x: number, y: number, size: number): Ring => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ]
    // Two halves of the same pixel, the same half twice, and what is left of it.
    expect(union([square(5.5, 5, 1), square(5.5, 5, 1)])[5 * 37 + 5]).toBe(0.5)
    expect(union([square(5.5, 5, 1), square(4.5, 5, 1)])[5 * 37 + 5]).toBe(1)
    expect(union([square(5.25, 5.25, 0.5), square(5.5, 5.5, 0.5)])[5 * 37 + 5]).toBeCloseTo(0.25 + 0.25 - 0.0625, 12)
    const triangle: Ring = [
      [5, 5],
      [6, 5],
      [5, 6],
      [5, 5],
    ]
    const other: Ring = [
      [6, 5],
      [6, 6],
      [5, 5],
      [6, 5],
    ]
    expect(union([triangle, other])[5 * 37 + 5]).toBeCloseTo(0.75, 12)
  })

  it('of several stars agree with points thrown at them', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const rng = random(seed)
      const stars = Array.from({ length: 5 }, () => star(rng, 10 + rng.next() * 6, 12 + rng.next() * 6, 2 + rng.next() * 5))
      const made = union(stars)
      const steps = 40
      for (let row = 8; row < 22; row++) {
        for (let column = 6; column < 20; column++) {
          let hits = 0
          for (let y = 0; y < steps; y++)
            for (let x = 0; x < steps; x++)
              if (stars.some((ring) => isInside(ring, column + (x + 0.5) / steps, row + (y + 0.5) / steps))) hits++
          expect(Math.abs((made[row * 37 + column] as number) - hits / steps ** 2), `seed ${seed}, ${column}, ${row}`).toBeLessThan(0.03)
        }
      }
    }
  })

  it('of overlapping polygons do not depend on the window, to the last bit', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const rng = random(seed)
      const stars = Array.from({ length: 12 }, () => star(rng, rng.next() * 37, rng.next() * 83, 4 + rng.next() * 20))
      const whole = union(stars)
      const [row, column] = [rng.int(0, 80), rng.int(0, 35)]
      const window = { row, column, rows: rng.int(1, 84 - row), columns: rng.int(1, 38 - column) }
      const part = union(stars, window)
      const cut = part.map((_, at) => whole[(row + Math.floor(at / window.columns)) * 37 + column + (at % window.columns)] as number)
      expect([...part], `seed ${seed}`).toEqual([...cut])
      expect(Math.max(...whole)).toBe(1)
      expect(Math.min(...whole)).toBe(0)
    }
  })

  it('do not depend on the window, to the last bit', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const rng = random(seed)
      const rings = [star(rng, 20, 40, 60), star(rng, 20, 40, 5)]
      const whole = shares(rings)
      const [row, column] = [rng.int(0, 80), rng.int(0, 35)]
      const window = { row, column, rows: rng.int(1, 84 - row), columns: rng.int(1, 38 - column) }
      const part = shares(rings, window)
      const cut = part.map((_, at) => whole[(row + Math.floor(at / window.columns)) * 37 + column + (at % window.columns)] as number)
      expect([...part], `seed ${seed}`).toEqual([...cut])
    }
  })

  it('is the union of rectangles, whose sides along rows touch, coincide or lie in one pixel', () => {
    const rng = random(77)
    // Few different coordinates, so that sides meet.
    const places = Array.from({ length: 9 }, () => Math.round(rng.next() * 240) / 20)
    const pick = (): [number, number] => {
      const [a, b] = [places[rng.int(0, 8)] as number, places[rng.int(0, 8)] as number]
      return a < b ? [a, b] : [b, a + 0.35]
    }
    for (let run = 0; run < 300; run++) {
      const boxes = Array.from({ length: rng.int(2, 5) }, () => [...pick(), ...pick()] as const)
      const made = union(
        boxes.map(
          ([x0, x1, y0, y1]): Ring => [
            [x0, y0],
            [x1, y0],
            [x1, y1],
            [x0, y1],
            [x0, y0],
          ],
        ),
        { row: 0, column: 0, rows: 14, columns: 14 },
      )
      made.forEach((share, at) => {
        const [row, column] = [Math.floor(at / 14), at % 14]
        const cut = (low: number, ...values: number[]) =>
          [...new Set([low, low + 1, ...values.filter((value) => value > low && value < low + 1)])].sort((a, b) => a - b)
        const [xs, ys] = [cut(column, ...boxes.flatMap((each) => each.slice(0, 2))), cut(row, ...boxes.flatMap((each) => each.slice(2)))]
        let area = 0
        for (let j = 1; j < ys.length; j++)
          for (let i = 1; i < xs.length; i++) {
            const [x, y] = [((xs[i] as number) + (xs[i - 1] as number)) / 2, ((ys[j] as number) + (ys[j - 1] as number)) / 2]
            if (!boxes.some(([x0, x1, y0, y1]) => x > x0 && x < x1 && y > y0 && y < y1)) continue
            area += ((xs[i] as number) - (xs[i - 1] as number)) * ((ys[j] as number) - (ys[j - 1] as number))
          }
        expect(Math.abs(share - area), `run ${run}, pixel ${row}, ${column}`).toBeLessThan(1e-8)
      })
    }
  })
})
