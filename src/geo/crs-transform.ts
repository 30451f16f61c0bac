import type { Crs } from './crs.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { datumShift } from './crs-transform-datum.js'
import type { PointLoop } from './crs-transform-loop.js'
import { projectionOf } from './crs-transform-projection.js'

/**
 * Moves points from one CRS to another, in place: the first `count` of `xs` and `ys` (x is east or longitude; degrees where the CRS is
 * geographic). A point that has no image becomes NaN in both. Never throws, never prints; each point's result is a function of that point alone.
 */
export type CrsTransform = (xs: Float64Array, ys: Float64Array, count: number) => void

/** Makes the transform between two CRSs. Takes about 20 µs: keep it. Throws `E_CRS` where one of them cannot be computed. */
export function crsTransform(from: Crs, to: Crs): CrsTransform {
  if (from.proj === to.proj) return keepFinite
  const source = parseProjString(from.proj)
  const target = parseProjString(to.proj)
  if (samePlane(source, target)) return keepFinite
  const stages = stagesBetween(source, target)
  return (xs, ys, count) => {
    for (const stage of stages) stage(xs, ys, count)
    keepFinite(xs, ys, count)
  }
}

function stagesBetween(source: ProjDefinition, target: ProjDefinition): readonly PointLoop[] {
  const stages: PointLoop[] = []
  // A point at infinity would come back as the pole: projections only ever see finite numbers.
  if (source.projection !== 'longlat') stages.push(keepFinite)
  stages.push(projectionOf(source).inverse)
  const shift = datumShift(source, target)
  if (shift !== null) stages.push(shift)
  stages.push(projectionOf(target).forward)
  return stages
}

// Geographic CRSs of datums that count as the same have the same coordinates, to the last bit, whatever their ellipsoids.
function samePlane(one: ProjDefinition, other: ProjDefinition): boolean {
  if (one.text === other.text) return true
  const degrees = one.projection === 'longlat' && other.projection === 'longlat'
  const sameAxes = one.primeMeridian === other.primeMeridian && one.signs.join() === other.signs.join()
  return degrees && sameAxes && datumShift(one, other) === null
}

function keepFinite(xs: Float64Array, ys: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    // The sum of the differences is NaN where either is infinite or NaN, and 0 otherwise.
    const x = xs[i] as number
    const y = ys[i] as number
    if (x - x + (y - y) !== 0) {
      xs[i] = Number.NaN
      ys[i] = Number.NaN
    }
  }
}
