import { affine } from './affine.js'
import { type Footprint, footprint, type Hull } from './footprint.js'
import { type GeoBox, geobox, resolutionOf } from './geobox.js'
import type { Geolocation } from './geolocation.js'
import { type BoxLevel, boxSide, type Positions } from './geolocation-tree.js'
import type { PixelRect } from './mesh-cell.js'
import { pixelMap } from './pixel-map.js'

/** Bounds of x, y and z of directions from the centre of the earth: least of each, then greatest. */
type Box = readonly [number, number, number, number, number, number]

/** Metres in a degree, and the finest pixel in which degrees are counted. */
const degreeMetres = 111_000
const leastDegrees = 1e-6

/**
 * The footprint of a grid on an array that positions place. Nothing is sampled of them, which may jump anywhere: the places of a rectangle of pixels are bounded
 * by their CRS, and whatever cells lie near those are counted in.
 */
export function geolocationFootprint(dst: GeoBox, geolocation: Geolocation, positions: Positions): Footprint {
  const degrees = degreesPerPixel(dst)
  const [columns, rows] = [Math.ceil(360 / degrees), Math.ceil(180 / degrees)]
  const world = geobox(columns, rows, affine(360 / columns, 0, -180, 0, -180 / rows, 90), geolocation.crs)
  const places = footprint(pixelMap(dst, world, columns), dst.width, dst.height)
  const hull = (rect: PixelRect): Hull | null | 'all' => {
    const found = places.hull(rect)
    if (found === null || found === 'all') return found
    const { u0, v0, u1, v1, step } = found
    const east = (u: number): number => (u * 360) / columns - 180
    const north = (v: number): number => 90 - (v * 180) / rows
    // The corners of pixels lie half a diagonal from their centres.
    const [u, v] = [0.7072 * step.u + 1e-6, 0.7072 * step.v + 1e-6]
    const box = boxOf(east(u0 - u), east(u1 + u), Math.max(-90, north(v1 + v)), Math.min(90, north(v0 - v)))
    return cellsWithin(positions, box, geolocation)
  }
  return { hull, isEmpty: (column, row) => places.isEmpty(column, row), bytes: places.bytes }
}

function degreesPerPixel(dst: GeoBox): number {
  const { x, y } = resolutionOf(dst)
  const units = Math.min(x, y)
  const degrees = dst.crs?.kind === 'projected' ? (units * (dst.crs.metresPerUnit || 1)) / degreeMetres : units
  return Math.min(1, Math.max(leastDegrees, degrees))
}

/** Bounds of the directions between two longitudes and two latitudes. */
function boxOf(west: number, east: number, south: number, north: number): Box {
  const radians = Math.PI / 180
  const [low, high] = [Math.cos(south * radians), Math.cos(north * radians)]
  const [near, far] = [Math.min(low, high), south <= 0 && north >= 0 ? 1 : Math.max(low, high)]
  const [x0, x1] = extremes(west, east, 0)
  const [y0, y1] = extremes(west, east, 90)
  const least = (cosine: number): number => (cosine < 0 ? cosine * far : cosine * near)
  const most = (cosine: number): number => (cosine < 0 ? cosine * near : cosine * far)
  const slack = 1e-9
  const [bottom, top] = [Math.sin(south * radians), Math.sin(north * radians)]
  return [least(x0) - slack, least(y0) - slack, bottom - slack, most(x1) + slack, most(y1) + slack, top + slack]
}

/** Least and greatest cosine of the angles from a longitude to another, as seen from a third. */
function extremes(west: number, east: number, from: number): [number, number] {
  const [start, end] = [west - from, east - from]
  const cosines = [Math.cos((start * Math.PI) / 180), Math.cos((end * Math.PI) / 180)]
  const holds = (angle: number): boolean => Math.floor((end - angle) / 360) > Math.floor((start - angle) / 360) || start === angle
  return [holds(180) ? -1 : Math.min(...cosines), holds(0) ? 1 : Math.max(...cosines)]
}

/** Bounds, in pixels of the placed array, of all cells whose boxes meet one. A box that adds nothing to the bounds is not looked into. */
function cellsWithin({ boxes, levels, width, height }: Positions, wanted: Box, { affine: to }: Geolocation): Hull | null {
  let [left, top, right, bottom] = [width, height, 0, 0]
  const pending: number[] = [levels.length - 1, 0]
  while (pending.length > 0) {
    const own = pending.pop() as number
    const level = pending.pop() as number
    const { first, width: across } = levels[level] as BoxLevel
    const cells = boxSide ** (level + 1)
    const [column, row] = [own % across, Math.floor(own / across)]
    const [x0, y0] = [column * cells, row * cells]
    // Cells of two pixels each.
    const [x1, y1] = [Math.min(width, x0 + cells + 1), Math.min(height, y0 + cells + 1)]
    if (x0 >= left && y0 >= top && x1 <= right && y1 <= bottom) continue
    const at = 6 * (first + own)
    const [west, east] = [boxes[at] as number, boxes[at + 3] as number]
    if (west > wanted[3] || east < wanted[0]) continue
    if ((boxes[at + 1] as number) > wanted[4] || (boxes[at + 4] as number) < wanted[1]) continue
    if ((boxes[at + 2] as number) > wanted[5] || (boxes[at + 5] as number) < wanted[2]) continue
    if (level > 0) {
      const below = levels[level - 1] as BoxLevel
      for (let r = row * boxSide; r < Math.min(below.height, (row + 1) * boxSide); r++)
        for (let c = column * boxSide; c < Math.min(below.width, (column + 1) * boxSide); c++) pending.push(level - 1, r * below.width + c)
      continue
    }
    left = Math.min(left, x0)
    top = Math.min(top, y0)
    right = Math.max(right, x1)
    bottom = Math.max(bottom, y1)
  }
  return left < right ? placed({ u0: left, v0: top, u1: right, v1: bottom, step: { u: 0, v: 0 } }, to) : null
}

/** Bounds in pixels of positions as bounds in pixels of the array that they place: flips and steps too, as an inverse affine without rotation. */
function placed({ u0, v0, u1, v1, step }: Hull, { a, c, e, f }: Geolocation['affine']): Hull {
  const us = [(u0 - c) / a, (u1 - c) / a]
  const vs = [(v0 - f) / e, (v1 - f) / e]
  return { u0: Math.min(...us), v0: Math.min(...vs), u1: Math.max(...us), v1: Math.max(...vs), step }
}
