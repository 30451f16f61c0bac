import { CrsError } from '../base/errors.js'
import type { Crs } from './crs.js'
import { recordOf } from './crs-build.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { type DatumGrid, datumShift, sameDatum } from './crs-transform-datum.js'
import type { PointLoop } from './crs-transform-loop.js'
import { projectionOf } from './crs-transform-projection.js'
import { gridNamed } from './datum-grids.js'

/**
 * Moves points from one CRS to another, in place: the first `count` of `xs` and `ys` (x is east or longitude; degrees where the CRS is
 * geographic). A point that has no image becomes NaN in both. Never throws, never prints; each point's result is a function of that point alone.
 */
export type CrsTransform = (xs: Float64Array, ys: Float64Array, count: number) => void

/** Makes the transform between two CRSs. Takes about 20 µs: keep it. Throws `E_CRS` where one of them cannot be computed, or lacks its grid. */
export function crsTransform(from: Crs, to: Crs): CrsTransform {
  if (from.proj === to.proj) return keepFinite
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

/** How good a transform is. */
export interface TransformAccuracy {
  /** Metres by which places may be off, 0 where both CRSs are on one datum; null where it is not known. */
  readonly metres: number | null
  /** Grids that PROJ would use for better, and that are not registered. */
  readonly missingGrids: readonly string[]
  /** Registered grids that are used. */
  readonly grids: readonly string[]
}

/** How good the transform between two CRSs is: what the data set states for each one's shift to WGS 84, added up. */
export function transformAccuracy(from: Crs, to: Crs): TransformAccuracy {
  if (sharedBase(from, to) || (sameDatum(parseProjString(from.proj), parseProjString(to.proj)) && sharedDatum(from, to))) {
    return { metres: 0, missingGrids: [], grids: [] }
  }
  const ends = [from, to].map(accuracyOf)
  const known = ends.every(({ metres }) => metres !== null)
  return {
    metres: known ? ends.reduce((sum, { metres }) => sum + (metres ?? 0), 0) : null,
    missingGrids: ends.flatMap(({ missingGrids }) => missingGrids),
    grids: ends.flatMap(({ grids }) => grids),
  }
}

function sharedBase(from: Crs, to: Crs): boolean {
  const [one, other] = [recordOf(from), recordOf(to)]
  return one !== null && other !== null && one.geographic === other.geographic
}

// Datums that are taken for one another without a shift are still two.
function sharedDatum(from: Crs, to: Crs): boolean {
  const [one, other] = [recordOf(from), recordOf(to)]
  return one === null || other === null || one.geographic === other.geographic || (one.accuracyMetres === 0 && other.accuracyMetres === 0)
}

function accuracyOf(crs: Crs): TransformAccuracy {
  const record = recordOf(crs)
  const definition = parseProjString(crs.proj)
  if (record === null) {
    const names = definition.nadgrids.map((name) => name.replace('@', ''))
    const missing = names.filter((name) => gridNamed(name) === null)
    return { metres: isWgs84(definition) ? 0 : null, missingGrids: missing, grids: names.filter((name) => !missing.includes(name)) }
  }
  const { grid, accuracyMetres } = record
  if (grid === null) return { metres: accuracyMetres, missingGrids: [], grids: [] }
  const name = grid.names[0] as string
  if (grid.alone && gridNamed(...grid.names) !== null) return { metres: grid.accuracyMetres, missingGrids: [], grids: [name] }
  return { metres: accuracyMetres, missingGrids: [name], grids: [] }
}

function isWgs84({ text, towgs84, a }: ProjDefinition): boolean {
  return /\+datum=WGS84\b/.test(text) || (towgs84 === null && a === 6378137)
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
