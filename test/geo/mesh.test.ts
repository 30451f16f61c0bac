import { describe, expect, it } from 'vitest'
import { tablesLength, walkMesh } from '../../src/geo/mesh.js'
import { type MeshCell, noSource, type PixelRect, rootPx } from '../../src/geo/mesh-cell.js'
import { type PixelMap, pixelMap } from '../../src/geo/pixel-map.js'
import { random } from '../conformance/random.js'
import { atPole, inMercator, inUtm, laea, world } from '../ops/warp-grids.js'

/** Positions of all pixels of a rectangle as the mesh has them, and how many cells of each kind there are. */
function positions(
  map: PixelMap,
  maxErrorPx: number,
  rect: PixelRect,
): { us: Float64Array; vs: Float64Array; kinds: Record<string, number> } {
  const width = rect.x1 - rect.x0
  const us = new Float64Array(width * (rect.y1 - rect.y0)).fill(Number.NaN)
  const vs = us.slice()
  const kinds: Record<string, number> = {}
  const tables = new Float64Array(tablesLength(rect.x0, rect.x1, 'centres'))
  walkMesh(map, { lattice: 'centres', maxErrorPx, isEmpty: () => false }, rect, tables, (cells) => {
    for (const cell of cells) {
      kinds[cell.kind] = (kinds[cell.kind] ?? 0) + 1
      for (let y = Math.max(rect.y0, cell.row * rootPx); y < Math.min(rect.y1, (cell.row + 1) * rootPx); y++) {
        for (let x = Math.max(rect.x0, cell.column * rootPx); x < Math.min(rect.x1, (cell.column + 1) * rootPx); x++) {
          const at = (y - rect.y0) * width + x - rect.x0
          ;[us[at], vs[at]] = positionIn(cell, x - cell.column * rootPx, y - cell.row * rootPx, tables)
        }
      }
    }
  })
  return { us, vs, kinds }
}

function positionIn(cell: MeshCell, x: number, y: number, tables: Float64Array): [number, number] {
  if (cell.kind === 'empty') return [Number.NaN, Number.NaN]
  if (cell.kind === 'table') {
    const at = cell.table + y * rootPx + x
    return [tables[at] as number, tables[at + rootPx * rootPx] as number]
  }
  const [s, t] = [x + 0.5, y + 0.5]
  const along = ({ at, dx, dy, dxy }: typeof cell.u): number => at + dx * s + dy * t + dxy * s * t
  return [cell.baseU + along(cell.u), cell.baseV + along(cell.v)]
}

function exact(map: PixelMap, rect: PixelRect): { us: Float64Array; vs: Float64Array } {
  const width = rect.x1 - rect.x0
  const us = new Float64Array(width * (rect.y1 - rect.y0)).map((_, at) => rect.x0 + (at % width) + 0.5)
  const vs = us.map((_, at) => rect.y0 + Math.floor(at / width) + 0.5)
  map.apply(us, vs, us.length)
  return { us, vs }
}

function worst(map: PixelMap, maxErrorPx: number, rect: PixelRect, period = 0): number {
  const [a, b] = [positions(map, maxErrorPx, rect), exact(map, rect)]
  let error = 0
  for (let at = 0; at < b.us.length; at++) {
    if (Number.isNaN(b.us[at])) {
      expect(a.us[at]).toBe(noSource)
      continue
    }
    const gap = (a.us[at] as number) - (b.us[at] as number)
    const turns = period === 0 ? 0 : period * Math.round(gap / period)
    error = Math.max(error, Math.hypot(gap - turns, (a.vs[at] as number) - (b.vs[at] as number)))
  }
  return error
}

const rect = { x0: 5, y0: 37, x1: 350, y1: 300 }

describe('walkMesh', () => {
  it('stays within a thousandth of a pixel from UTM to Mercator, with one cell kind', () => {
    const map = pixelMap(inMercator(400, 400), inUtm(400, 400, 10, 0))
    expect(worst(map, 0.001, rect)).toBeLessThan(0.001)
    expect(positions(map, 0.001, rect).kinds).toEqual({ bilinear: 11 * 9 })
  })

  it.each([1e-3, 1e-5, 1e-7])('refines until the error is %f px', (maxErrorPx) => {
    const map = pixelMap(
      { ...inMercator(400, 400), crs: laea, affine: { a: 300, b: 0, c: 4700000, d: 0, e: -300, f: 2480000 } },
      inUtm(70, 60, 200, 0),
    )
    expect(worst(map, maxErrorPx, rect)).toBeLessThan(1.5 * maxErrorPx)
  })

  it('is exact for every pixel at 0, and where the map is affine', () => {
    const map = pixelMap(inMercator(400, 400), inUtm(400, 400, 10, 0))
    expect(worst(map, 0, rect)).toBe(0)
    expect(worst(pixelMap(inUtm(400, 400, 7, 3, 2), inUtm(400, 400, 10, 0)), 0.001, rect)).toBe(0)
  })

  it('is exact near the pole, and joins what the antimeridian parts', () => {
    const [dst, src] = [atPole(400, 400, 20000), world(720, 360, -180)]
    expect(worst(pixelMap(dst, src), 0.001, rect)).toBeLessThan(0.0015)
    expect(worst(pixelMap(dst, src, 720), 0.001, rect, 720)).toBeLessThan(0.0015)
  })

  it('knows pixel by pixel where there is no source', () => {
    // The rim of the earth in this projection crosses the window; beyond it there is nothing.
    const around = { ...inMercator(400, 400), crs: laea, affine: { a: 60000, b: 0, c: -12000000, d: 0, e: -60000, f: 12000000 } }
    const map = pixelMap(around, world(720, 360, -180), 720)
    const window = { x0: 0, y0: 0, x1: 256, y1: 128 }
    expect(worst(map, 0.001, window, 720)).toBeLessThan(0.0015)
    expect(positions(map, 0.001, window).us.filter((u) => u === noSource).length).toBeGreaterThan(1000)
  })

  it('gives a pixel the same bits whatever the window', () => {
    const map = pixelMap(
      { ...inMercator(400, 400), crs: laea, affine: { a: 900, b: 0, c: 4700000, d: 0, e: -900, f: 2480000 } },
      inUtm(70, 60, 200, 0),
    )
    const whole = positions(map, 1e-4, rect)
    const { int } = random(4)
    for (let turn = 0; turn < 60; turn++) {
      const [x0, y0] = [int(rect.x0, rect.x1), int(rect.y0, rect.y1)]
      const part = { x0, y0, x1: int(x0, rect.x1) + 1, y1: int(y0, rect.y1) + 1 }
      const { us, vs } = positions(map, 1e-4, part)
      for (let at = 0; at < us.length; at++) {
        const width = part.x1 - part.x0
        const there = (part.y0 + Math.floor(at / width) - rect.y0) * (rect.x1 - rect.x0) + part.x0 + (at % width) - rect.x0
        if (us[at] !== whole.us[there] || vs[at] !== whole.vs[there])
          throw new Error(`${JSON.stringify(part)}: ${us[at]}, in the whole ${whole.us[there]}`)
      }
    }
  })
})
