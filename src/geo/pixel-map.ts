import { CrsError } from '../base/errors.js'
import { type Affine, compose, invert } from './affine.js'
import type { CrsTransform } from './crs-transform.js'
import { boundsOf, type GeoBox, resolutionOf } from './geobox.js'
import { localOriginPx, precisionOf } from './geobox-precision.js'
import { turningTo } from './geobox-turn.js'
import { onEarth } from './pixel-map-domain.js'

/** Continuous pixel coordinates of one grid as continuous pixel coordinates of another; the centre of pixel (0, 0) is (0.5, 0.5). */
export interface PixelMap {
  /** `affine` where both grids have the same CRS and no longitude jumps between them, else `general`. */
  readonly kind: 'affine' | 'general'
  /** The composed affine of an `affine` map, for scales and hulls; `apply` is the exact evaluation. Null for a `general` map. */
  readonly matrix: Affine | null
  /** Columns after which the source grid repeats, so that positions that differ by it are the same place; null where it does not repeat. */
  readonly period: number | null
  /**
   * Maps the first `count` points in place. A point without image becomes NaN in both; so does one more than 5e8 pixels away.
   * Each result is a function of its own point, in GDAL's order of evaluation.
   */
  apply(xs: Float64Array, ys: Float64Array, count: number): void
}

/** Beyond this many pixels a coordinate counts as having no image: 32-bit pixel indices would overflow. */
export const farPx = 5e8

/** Whether coordinates of two CRSs are the same numbers. Two grids without a CRS share one. Throws `E_CRS` where just one has none. */
export function shareCrs(a: GeoBox, b: GeoBox): boolean {
  if (a.crs === null && b.crs === null) return true
  if (a.crs === null || b.crs === null) {
    const which = a.crs === null ? 'the target grid' : 'the array'
    throw new CrsError(`${which} has no CRS, the other has "${(a.crs ?? b.crs)?.name}": give both one, or neither`)
  }
  return a.crs.proj === b.crs.proj
}

/**
 * The map from pixels of `dst` to pixels of `src`: dst affine, CRS, inverse of the src affine. `period` is the number of columns after
 * which `src` repeats, where it goes round the earth.
 * Throws `E_CRS` where there is no way between the CRSs, `E_GRID` where the src affine has no inverse.
 */
export function pixelMap(dst: GeoBox, src: GeoBox, period: number | null = null): PixelMap {
  const isCoarse = precisionOf(src).errorPx > localOriginPx || precisionOf(dst).errorPx > localOriginPx
  const origin = isCoarse ? { x: src.affine.c, y: src.affine.f } : null
  const inverse = invert(origin === null ? src.affine : movedBy(src.affine, origin))
  if (shareCrs(dst, src)) {
    const turning = period === null ? turningTo(src, longitudesOf(dst)) : { kind: 'none' as const }
    const turned = turning.kind === 'all' ? movedBy(dst.affine, { x: -turning.degrees, y: 0 }) : dst.affine
    const outward = origin === null ? turned : movedBy(turned, origin)
    if (turning.kind === 'each') {
      return { kind: 'general', matrix: null, period, apply: chain(outward, turnedTo(turning.around - (origin?.x ?? 0)), inverse) }
    }
    return { kind: 'affine', matrix: compose(inverse, outward), period, apply: chain(outward, null, inverse) }
  }
  // shareCrs has thrown where either is null.
  const between = dst.crs === null || src.crs === null ? [] : [onEarth(dst.crs, src.crs, slackOf(dst))]
  const turning = period === null ? turningTo(src, longitudesAfter(dst, src)) : { kind: 'none' as const }
  if (turning.kind !== 'none') between.push(turnedTo(turning.around))
  if (origin !== null) between.push(movedTo(origin))
  return { kind: 'general', matrix: null, period, apply: chain(dst.affine, inOrder(between), inverse) }
}

// What a trip to degrees and back may move a point by: a ten-thousandth of a pixel, and a millimetre for what is computed by iteration.
function slackOf(dst: GeoBox): number {
  const { x, y } = resolutionOf(dst)
  return 1e-4 * Math.min(x, y) + 1e-3
}

function longitudesOf(box: GeoBox): { west: number; east: number } {
  const { left, right } = boundsOf(box)
  return { west: left, east: right }
}

// Projections answer with longitudes from -180 to 180, which need no turn to a grid within them; those of another geographic CRS stay as they are.
function longitudesAfter(dst: GeoBox, src: GeoBox): { west: number; east: number } {
  if (dst.crs?.kind === 'geographic') return longitudesOf(dst)
  const { left, right } = boundsOf(src)
  const middle = (left + right) / 2
  return left >= -180 && right <= 180 ? { west: middle, east: middle } : { west: -180, east: 180 }
}

function turnedTo(around: number): CrsTransform {
  return (xs, _ys, count) => {
    for (let i = 0; i < count; i++) {
      const x = xs[i] as number
      xs[i] = x - 360 * Math.floor((x - around) / 360 + 0.5)
    }
  }
}

function inOrder(stages: readonly CrsTransform[]): CrsTransform {
  return (xs, ys, count) => {
    for (const stage of stages) stage(xs, ys, count)
  }
}

// Where float64 is coarse against a pixel, coordinates count from the source's first corner: differences of near numbers are exact. Elsewhere
// the order of evaluation is GDAL's, with which ties agree to the last bit.
function movedBy(affine: Affine, { x, y }: { readonly x: number; readonly y: number }): Affine {
  return { ...affine, c: affine.c - x, f: affine.f - y }
}

function movedTo({ x, y }: { readonly x: number; readonly y: number }): CrsTransform {
  const back: Affine = { a: 1, b: 0, c: -x, d: 0, e: 1, f: -y }
  return (xs, ys, count) => affinePoints(back, xs, ys, count)
}

function chain(outward: Affine, between: CrsTransform | null, inward: Affine): PixelMap['apply'] {
  return (xs, ys, count) => {
    affinePoints(outward, xs, ys, count)
    between?.(xs, ys, count)
    affinePoints(inward, xs, ys, count)
    dropFar(xs, ys, count)
  }
}

function affinePoints({ a, b, c, d, e, f }: Affine, xs: Float64Array, ys: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = xs[i] as number
    const y = ys[i] as number
    xs[i] = c + x * a + y * b
    ys[i] = f + x * d + y * e
  }
}

function dropFar(xs: Float64Array, ys: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    if (Math.abs(xs[i] as number) < farPx && Math.abs(ys[i] as number) < farPx) continue
    xs[i] = Number.NaN
    ys[i] = Number.NaN
  }
}

/**
 * Moves positions by whole turns so that each lies within half a turn of the first that is finite: neighbours that the seam of a map
 * parts come together again. Does nothing for a map without period.
 */
export function unwrap({ period }: PixelMap, us: Float64Array, count: number): void {
  if (period === null) return
  let origin = Number.NaN
  for (let i = 0; i < count; i++) {
    const u = us[i] as number
    if (u !== u) continue
    if (origin !== origin) origin = u
    us[i] = u + period * Math.round((origin - u) / period)
  }
}
