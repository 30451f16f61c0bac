import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { footprint } from '../../src/geo/footprint.js'
import { type GeoBox, geobox } from '../../src/geo/geobox.js'
import { periodOf } from '../../src/geo/geobox-turn.js'
import { measuredError } from '../../src/geo/mesh-error.js'
import { type PixelMap, pixelMap } from '../../src/geo/pixel-map.js'
import { random } from '../conformance/random.js'

interface Stored {
  readonly width: number
  readonly height: number
  readonly affine: readonly [number, number, number, number, number, number]
  readonly crs: string
}
interface Cases {
  readonly grids: Readonly<Record<string, Stored>>
  readonly cases: readonly { readonly id: string; readonly source: string; readonly target: string; readonly gcps?: unknown }[]
}
const { grids, cases } = JSON.parse(readFileSync(new URL('../../docs/images/earth/cases.json', import.meta.url), 'utf8')) as Cases

function boxOf(name: string): GeoBox {
  const { width, height, affine: numbers, crs } = grids[name]!
  return geobox(width, height, affine(...numbers), parseCrs(crs))
}

const maps = cases
  .filter(({ gcps }) => gcps === undefined)
  .map(({ id, source, target }) => {
    const [from, to] = [boxOf(source), boxOf(target)]
    return { id, to, map: pixelMap(to, from, periodOf(from)) }
  })
const general = maps.filter(({ map }) => map.kind === 'general')

describe('the mesh over the whole earth', () => {
  it.each([0.001, 0.125, 0])('errs by no more than %d px', (maxErrorPx) => {
    for (const { id, to, map } of general) {
      const { errorPx, pixels } = measuredError(map, maxErrorPx, to.width, to.height)
      if (maxErrorPx === 0) expect(errorPx, id).toBe(0)
      // What is measured at the nodes bounds a map without third derivatives; near a pole there are some.
      else expect(errorPx, id).toBeLessThan(1.5 * maxErrorPx)
      expect(pixels, id).toBeGreaterThan(0)
    }
  })
})

describe('footprints over the whole earth', () => {
  it('hold the source of every pixel of random windows', () => {
    const { int } = random(6)
    for (const { id, to, map } of maps) {
      const made = footprint(map, to.width, to.height)
      for (let turn = 0; turn < 12; turn++) {
        const [x0, y0] = [int(0, to.width), int(0, to.height)]
        const rect = { x0, y0, x1: Math.min(to.width, x0 + int(1, 70)), y1: Math.min(to.height, y0 + int(1, 70)) }
        mustHold(made.hull(rect), map, rect, id)
      }
    }
  })
})

function mustHold(
  hull: ReturnType<ReturnType<typeof footprint>['hull']>,
  map: PixelMap,
  rect: { x0: number; y0: number; x1: number; y1: number },
  id: string,
): void {
  if (hull === 'all') return
  const width = rect.x1 - rect.x0
  const us = Float64Array.from({ length: width * (rect.y1 - rect.y0) }, (_, at) => rect.x0 + (at % width) + 0.5)
  const vs = us.map((_, at) => rect.y0 + Math.floor(at / width) + 0.5)
  map.apply(us, vs, us.length)
  for (let at = 0; at < us.length; at++) {
    const [u, v] = [us[at]!, vs[at]!]
    if (Number.isNaN(u)) continue
    const where = `${id} ${JSON.stringify(rect)}: ${u}, ${v} in ${JSON.stringify(hull)}`
    if (hull === null) throw new Error(where)
    const turns = map.period === null ? [0] : [-map.period, 0, map.period]
    if (!turns.some((by) => u + by >= hull.u0 && u + by <= hull.u1) || v < hull.v0 || v > hull.v1) throw new Error(where)
  }
}
