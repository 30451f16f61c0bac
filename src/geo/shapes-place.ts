import { CrsError } from '../base/errors.js'
import { invert } from './affine.js'
import { type Crs, formatCrs, sameCrs } from './crs.js'
import { crsTransform } from './crs-transform.js'
import { type Bounds, boundsOf, type GeoBox } from './geobox.js'
import { boundsImage } from './geobox-bounds.js'
import { isClockwise } from './ring-turn.js'
import type { Shape } from './shapes.js'
import { cutLine, cutRing, liesIn } from './shapes-cut.js'
import { EdgePlacer } from './shapes-densify.js'

/** Codes of shape types in {@link PlacedShapes}. */
export const placedTypes = { polygon: 0, line: 1, point: 2 } as const

/** Shapes in pixels of a grid (0, 0 is the outer corner of its first pixel), without those that lie beside it. */
export interface PlacedShapes {
  /** x, y, x, y, ... of all vertices. */
  readonly points: Float64Array
  /** First vertex of each ring, and the number of vertices at the end. */
  readonly rings: Uint32Array
  /** 1 for each ring that is a hole of its polygon. */
  readonly holes: Uint8Array
  /** First ring of each shape, and the number of rings at the end. */
  readonly shapes: Uint32Array
  readonly types: Uint8Array
  /** Which of the given shapes each is: in degrees one may stand in several turns. */
  readonly sources: Uint32Array
  readonly width: number
  readonly height: number
}

/** One shape on its way: its rings in pixels. */
interface Moved {
  readonly type: Shape['type']
  readonly source: number
  readonly rings: readonly (readonly number[])[]
  readonly holes: readonly number[]
}

/**
 * Shapes of a CRS (null: the grid's own) in pixels of a grid. Edges that bend on the way get more points (see `densifyErrorPx`). On a grid in
 * degrees shapes are met whichever way longitudes are counted. Throws `E_CRS` where a point near the grid has no place there.
 */
export function placeShapes(shapes: readonly Shape[], crs: Crs | null, box: GeoBox): PlacedShapes {
  const turn = turnOf(box)
  const isOwn = crs === null || box.crs === null || sameCrs(crs, box.crs)
  const place = isOwn ? placeOwn(box) : placeOther(crs, box.crs as Crs, box)
  const moved: Moved[] = []
  shapes.forEach((shape, source) => {
    const own = moveShape(shape, source, place)
    const bounds = ringBounds(own.rings)
    if (meets(bounds, box, 0, own.type)) moved.push(own)
    if (turn === null) return
    for (const times of turnsMeeting(bounds, box, turn)) {
      const [dx, dy] = [times * turn.x, times * turn.y]
      const shifted = { ...own, rings: own.rings.map((ring) => ring.map((value, at) => value + (at % 2 === 0 ? dx : dy))) }
      if (meets(ringBounds(shifted.rings), box, times, own.type)) moved.push(shifted)
    }
  })
  return packed(moved, box)
}

/** Rings all run clockwise where y points up: GDAL turns them so, and which pixels a level edge through their centres has hangs on it. */
function moveShape({ type, rings }: Shape, source: number, place: PlaceRing): Moved {
  const made: { ring: readonly number[]; hole: number }[] = rings.flatMap((ring, at) => {
    const turned = type !== 'polygon' || isClockwise(ring) ? ring : reversed(ring)
    return place(type, turned).map((part) => ({ ring: part, hole: type === 'polygon' && at > 0 ? 1 : 0 }))
  })
  return { type, source, rings: made.map(({ ring }) => ring), holes: made.map(({ hole }) => hole) }
}

function reversed(ring: readonly number[]): number[] {
  const out: number[] = []
  for (let at = ring.length - 2; at >= 0; at -= 2) out.push(ring[at] as number, ring[at + 1] as number)
  return out
}

/** A full turn of longitude in pixels; null for grids that are not in degrees. */
function turnOf({ affine, crs }: GeoBox): { x: number; y: number } | null {
  if (crs?.kind !== 'geographic') return null
  const { a, d } = invert(affine)
  return { x: 360 * a, y: 360 * d }
}

function turnsMeeting(bounds: Bounds, { width, height }: GeoBox, turn: { x: number; y: number }): number[] {
  if (!(bounds.left <= bounds.right)) return []
  // Along the axis that longitudes run along for the most part.
  const isWide = Math.abs(turn.x) >= Math.abs(turn.y)
  const [low, high, extent, step] = isWide ? [bounds.left, bounds.right, width, turn.x] : [bounds.bottom, bounds.top, height, turn.y]
  const ends = [-high / step, (extent - low) / step]
  const [first, last] = [Math.ceil(Math.min(...ends)), Math.floor(Math.max(...ends))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter((times) => times !== 0)
}

function ringBounds(rings: readonly (readonly number[])[]): Bounds {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      left = Math.min(left, ring[at] as number)
      right = Math.max(right, ring[at] as number)
      bottom = Math.min(bottom, ring[at + 1] as number)
      top = Math.max(top, ring[at + 1] as number)
    }
  }
  return { left, bottom, right, top }
}

/** Whether a shape may touch a pixel. In another turn, an end on the very edge of the grid belongs to the turn before. */
function meets({ left, bottom, right, top }: Bounds, { width, height }: GeoBox, times: number, type: Shape['type']): boolean {
  if (times !== 0 && type !== 'point' && !(right > 0 && left < width)) return false
  if (times !== 0 && type === 'point' && !(right >= 0 && left < width)) return false
  return right >= 0 && left <= width && top >= 0 && bottom <= height
}

/** A ring or line in pixels: in several parts where it was cut, none where nothing is left. */
type PlaceRing = (type: Shape['type'], ring: readonly number[]) => readonly (readonly number[])[]

/** In GDAL's order of evaluation, so that positions agree with it to the last bit. */
function placeOwn(box: GeoBox): PlaceRing {
  const { a, b, c, d, e, f } = invert(box.affine)
  return (_type, ring) => {
    const out: number[] = []
    for (let at = 0; at < ring.length; at += 2) {
      const [x, y] = [ring[at] as number, ring[at + 1] as number]
      out.push(c + x * a + y * b, f + x * d + y * e)
    }
    return [out]
  }
}

function placeOther(from: Crs, to: Crs, box: GeoBox): PlaceRing {
  const { a, b, c, d, e, f } = invert(box.affine)
  const toPixel = (xs: Float64Array, ys: Float64Array, count: number): void => {
    for (let i = 0; i < count; i++) {
      const [x, y] = [xs[i] as number, ys[i] as number]
      xs[i] = c + x * a + y * b
      ys[i] = f + x * d + y * e
    }
  }
  const near = nearBounds(box, from, to)
  const refuse = (x: number, y: number): never => {
    throw new CrsError(
      `the point [${x}, ${y}] in ${formatCrs(from)} has no place in ${formatCrs(to)}, the array's CRS: cut the shapes to where it is defined, or reproject them`,
    )
  }
  const placer = new EdgePlacer(crsTransform(from, to), toPixel, shortestEdge(near, box), refuse)
  return (type, ring) => cutRun(type, ring, near).map((part) => placer.placeRun(part))
}

function cutRun(type: Shape['type'], ring: readonly number[], near: readonly Bounds[]): readonly (readonly number[])[] {
  if (near.some((bounds) => liesIn(ring, bounds))) return [ring]
  if (type === 'point') return []
  return near.flatMap((bounds) => {
    if (type === 'line') return cutLine(ring, bounds)
    const cut = cutRing(ring, bounds)
    return cut.length === 0 ? [] : [cut]
  })
}

/** A tenth of a grid beyond its edges, in another CRS: what lies further out decides no pixel, and may have no image. */
const nearShare = 0.1

/** The rectangles in the shapes' CRS beyond which nothing matters: of longitudes one in each turn. */
function nearBounds(box: GeoBox, from: Crs, to: Crs): readonly Bounds[] {
  const endless = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }
  const image = boundsImage(boundsOf(box), to, from)
  if (image === null) return [{ ...endless, bottom: Number.NEGATIVE_INFINITY, top: Number.POSITIVE_INFINITY }]
  const east = image.left > image.right ? image.right + 360 : image.right
  const [x, y] = [nearShare * (east - image.left), nearShare * (image.top - image.bottom)]
  const near = { left: image.left - x, bottom: image.bottom - y, right: east + x, top: image.top + y }
  if (from.kind !== 'geographic') return [near]
  if (to.kind === 'geographic' || near.right - near.left >= 360) return [{ ...near, ...endless }]
  return [0, -360, 360].map((turn) => ({ ...near, left: near.left + turn, right: near.right + turn }))
}

/** About half a pixel in units of the shapes' CRS; 0 where that cannot be said. */
function shortestEdge([near]: readonly Bounds[], { width, height }: GeoBox): number {
  const { left, bottom, right, top } = near as Bounds
  const unit = Math.min(Number.isFinite(right - left) ? right - left : 360, top - bottom) / (1 + 2 * nearShare)
  const shortest = (0.5 * unit) / Math.max(1, Math.max(width, height))
  return Number.isFinite(shortest) ? shortest : 0
}

function packed(moved: readonly Moved[], { width, height }: GeoBox): PlacedShapes {
  const ringCount = moved.reduce((sum, { rings }) => sum + rings.length, 0)
  const points = new Float64Array(moved.reduce((sum, { rings }) => sum + rings.reduce((part, ring) => part + ring.length, 0), 0))
  const rings = new Uint32Array(ringCount + 1)
  const shapes = new Uint32Array(moved.length + 1)
  let [vertex, ring] = [0, 0]
  moved.forEach((shape, at) => {
    for (const each of shape.rings) {
      points.set(each, 2 * vertex)
      vertex += each.length / 2
      rings[++ring] = vertex
    }
    shapes[at + 1] = ring
  })
  const holes = Uint8Array.from(moved.flatMap((shape) => shape.holes))
  const types = Uint8Array.from(moved, ({ type }) => placedTypes[type])
  return { points, rings, holes, shapes, types, sources: Uint32Array.from(moved, ({ source }) => source), width, height }
}
