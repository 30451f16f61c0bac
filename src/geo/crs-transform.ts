import { CrsError } from '../base/errors.js'
import { remembered } from '../base/remembered.js'
import type { Crs } from './crs.js'
import { recordOf, sharedBase } from './crs-build.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { type DatumGrid, datumShift } from './crs-transform-datum.js'
import type { PointLoop } from './crs-transform-loop.js'
import { projectionOf } from './crs-transform-projection.js'
import { gridChanges, gridNamed } from './datum-grids.js'

/**
 * Moves points from one CRS to another, in place: the first `count` of `xs` and `ys` (x is east or longitude; degrees where the CRS is
 * geographic). A point that has no image becomes NaN in both. Never throws, never prints; each point's result is a function of that point alone.
 */
export type CrsTransform = (xs: Float64Array, ys: Float64Array, count: number) => void

const made = remembered<CrsTransform>(64)

/** The transform between two CRSs; between the same two it is made once. Throws `E_CRS` where one of them cannot be computed, or lacks its grid. */
export function crsTransform(from: Crs, to: Crs): CrsTransform {
  if (from.proj === to.proj) return keepFinite
  // What is said of a CRS in the table goes by its code.
  const key = `${from.epsg} ${from.id} ${from.proj}\n${to.epsg} ${to.id} ${to.proj}\n${gridChanges()}`
  return made(key, () => makeTransform(from, to))
}

function makeTransform(from: Crs, to: Crs): CrsTransform {
  const source = parseProjString(from.proj)
  const target = parseProjString(to.proj)
  // The table has a shift for each CRS's own area: between two on one geographic CRS there is none.
  const shift = sharedBase(from, to)
    ? null
    : datumShift({ definition: source, grid: gridOf(from, source) }, { definition: target, grid: gridOf(to, target) })
  if (samePlane(source, target, shift)) return keepFinite
  const stages = stagesBetween(source, target, shift)
  return (xs, ys, count) => {
    for (const stage of stages) stage(xs, ys, count)
    keepFinite(xs, ys, count)
  }
}

function stagesBetween(source: ProjDefinition, target: ProjDefinition, shift: PointLoop | null): readonly PointLoop[] {
  const stages: PointLoop[] = []
  // A point at infinity would come back as the pole: projections only ever see finite numbers.
  if (source.projection !== 'longlat') stages.push(keepFinite)
  stages.push(projectionOf(source).inverse)
  if (shift !== null) stages.push(shift)
  stages.push(projectionOf(target).forward)
  return stages
}

// Geographic CRSs of datums that count as the same have the same coordinates, to the last bit, whatever their ellipsoids.
function samePlane(one: ProjDefinition, other: ProjDefinition, shift: PointLoop | null): boolean {
  if (one.text === other.text) return true
  const degrees = one.projection === 'longlat' && other.projection === 'longlat' && one.degreesPerUnit === other.degreesPerUnit
  const sameAxes = one.primeMeridian === other.primeMeridian && one.signs.join() === other.signs.join()
  return degrees && sameAxes && shift === null
}

/** The grid that leads from a CRS's datum to WGS 84, of those that are registered; null where there is none. */
function gridOf(crs: Crs, definition: ProjDefinition): DatumGrid | null {
  for (const name of definition.nadgrids) {
    const grid = gridNamed(name)
    if (grid !== null) return { grid, inverse: false, required: !definition.nadgrids.some((each) => each.startsWith('@')) }
    if (!name.startsWith('@')) {
      throw new CrsError(
        `"${definition.text}": +nadgrids=${name} needs grid files; register it with registerGrid, or give +towgs84= instead`,
      )
    }
  }
  const better = recordOf(crs)?.grid ?? null
  const grid = better === null || !better.alone ? null : gridNamed(...better.names)
  return grid === null || better === null ? null : { grid, inverse: better.inverse, required: false }
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
