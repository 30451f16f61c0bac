import { describe, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { type Footprint, footprint } from '../../src/geo/footprint.js'
import { geobox } from '../../src/geo/geobox.js'
import type { PixelRect } from '../../src/geo/mesh-cell.js'
import { type PixelMap, pixelMap } from '../../src/geo/pixel-map.js'
import { type Random, random } from '../conformance/random.js'

const columns = 360
const world = geobox(columns, 180, affine(1, 0, -180, 0, -1, 90), parseCrs('EPSG:4326'))
const turns = [-2, -1, 0, 1, 2]

/** Bounds of the corners of a pixel, those of u on the turn that is nearest to the first; null where one has no image. */
function cornersOf(map: PixelMap, x: number, y: number): [u0: number, v0: number, u1: number, v1: number] | null {
  const us = Float64Array.of(x, x + 1, x, x + 1)
  const vs = Float64Array.of(y, y, y + 1, y + 1)
  map.apply(us, vs, 4)
  if (us.some(Number.isNaN)) return null
  const near = us.map((u) => u + columns * Math.round(((us[0] as number) - u) / columns))
  return [Math.min(...near), Math.min(...vs), Math.max(...near), Math.max(...vs)]
}

/** A pixel of a window whose corners lie outside the window's hull and the reach that a step gives it; null where there is none. */
function pixelOutside(found: Footprint, map: PixelMap, rect: PixelRect): string | null {
  const hull = found.hull(rect)
  if (hull === 'all') return null
  const [x, y] = [0.7072 * (hull?.step.u ?? 0) + 1e-3, 0.7072 * (hull?.step.v ?? 0) + 1e-3]
  for (let row = rect.y0; row < rect.y1; row++) {
    for (let column = rect.x0; column < rect.x1; column++) {
      const corners = cornersOf(map, column, row)
      if (corners === null) continue
      const [u0, v0, u1, v1] = corners
      if (hull === null) return `${column}, ${row} has a source, the window has none`
      const along =
        hull.u1 - hull.u0 + 2 * x >= columns ||
        turns.some((turn) => u0 + turn * columns >= hull.u0 - x && u1 + turn * columns <= hull.u1 + x)
      if (!along || v0 < hull.v0 - y || v1 > hull.v1 + y) return `${column}, ${row}: ${corners} outside ${JSON.stringify(hull)}`
    }
  }
  return null
}

/** A polar grid whose pole lies somewhere within it, or near. */
function polarMap({ next, int }: Random): { map: PixelMap; width: number; height: number } {
  const [width, height] = [int(20, 140), int(20, 140)]
  const [sizeX, sizeY] = [2e4 + 1e5 * next(), 2e4 + 1e5 * next()]
  const crs = parseCrs(['EPSG:3995', 'EPSG:3031', 'EPSG:3413'][int(0, 3)] as string)
  const grid = geobox(
    width,
    height,
    affine(sizeX, 0, -(next() * 1.2 - 0.1) * width * sizeX, 0, -sizeY, (next() * 1.2 - 0.1) * height * sizeY),
    crs,
  )
  return { map: pixelMap(grid, world, columns), width, height }
}

describe('footprints about poles', () => {
  it('hold the boxes of corners of the pixels of every window', () => {
    for (let seed = 1; seed <= (process.env.RASTERLOOM_FULL === '1' ? 1000 : 60); seed++) {
      const from = random(seed)
      const { map, width, height } = polarMap(from)
      const found = footprint(map, width, height)
      for (let round = 0; round < 6; round++) {
        const [x0, y0] = [from.int(0, width), from.int(0, height)]
        const rect = { x0, y0, x1: from.int(x0 + 1, width + 1), y1: from.int(y0 + 1, height + 1) }
        expect(pixelOutside(found, map, rect), `seed ${seed}, window ${JSON.stringify(rect)}`).toBeNull()
      }
    }
  }, 600_000)
})
