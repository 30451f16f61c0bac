import { methodUse } from './crs-methods.js'
import type { ProjDefinition } from './crs-proj-string.js'

/** How far numbers of two definitions may lie apart and still be the same. */
export interface SameTolerance {
  /** Of the inverse flattening; GRS 80 and WGS 84 are 1.5e-6 apart. */
  readonly inverseFlattening: number
  readonly degrees: number
  readonly metres: number
  /** Whether datum shifts count. */
  readonly shifts: boolean
}

/** For whether two CRSs are the same: rounding in the 15 digits of texts. */
export const sameTolerance: SameTolerance = { inverseFlattening: 1e-8, degrees: 1e-8, metres: 1e-5, shifts: true }

/** For whether a text agrees with the table's entry for its code: texts are rounded to arc-seconds' digits, and most do not write the shift. */
export const agreeTolerance: SameTolerance = { inverseFlattening: 1e-7, degrees: 5e-8, metres: 1e-3, shifts: false }

/** Whether two definitions have the same coordinates: the same figure of the earth, meridian, units, signs, method and parameters. */
export function sameDefinition(one: ProjDefinition, other: ProjDefinition, tolerance: SameTolerance): boolean {
  return (
    sameShape(one, other, tolerance) &&
    (!tolerance.shifts || sameShift(one, other)) &&
    Math.abs(one.primeMeridian - other.primeMeridian) < tolerance.degrees &&
    Math.abs(one.metresPerUnit - other.metresPerUnit) <= 1e-9 * one.metresPerUnit &&
    one.degreesPerUnit === other.degreesPerUnit &&
    one.signs.join() === other.signs.join() &&
    samePlane(one, other, tolerance)
  )
}

function sameShape(one: ProjDefinition, other: ProjDefinition, { inverseFlattening }: SameTolerance): boolean {
  if (Math.abs(one.a / other.a - 1) > 1e-10) return false
  if (one.flattening === 0 || other.flattening === 0) return one.flattening === other.flattening
  return Math.abs(1 / one.flattening - 1 / other.flattening) < inverseFlattening
}

function sameShift(one: ProjDefinition, other: ProjDefinition): boolean {
  if (one.nadgrids.join() !== other.nadgrids.join()) return false
  const [a, b] = [one.towgs84 ?? [], other.towgs84 ?? []]
  return Array.from({ length: 7 }, (_, k) => Math.abs((a[k] ?? 0) - (b[k] ?? 0)) < 1e-5).every(Boolean)
}

function samePlane(one: ProjDefinition, other: ProjDefinition, tolerance: SameTolerance): boolean {
  if (one.metresPerUnit === 0 || other.metresPerUnit === 0) {
    return one.projection === other.projection && sameParameters(one.parameters, other.parameters)
  }
  const isKnown = (definition: ProjDefinition): boolean => definition.projection !== 'ob_tran'
  if (!isKnown(one) || !isKnown(other)) return one.projection === other.projection && sameParameters(one.parameters, other.parameters)
  const [a, b] = [methodUse(one), methodUse(other)]
  if (a.name !== b.name) return false
  return a.parameters.every(({ measure, value }, index) => {
    const apart = Math.abs(value - (b.parameters[index]?.value ?? Number.NaN))
    // A meridian may be given as 350 degrees or as -10.
    if (measure === 'angle') return Math.min(apart, Math.abs(apart - 360)) < tolerance.degrees
    return apart < (measure === 'length' ? tolerance.metres : 1e-9)
  })
}

function sameParameters(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].every(
    (key) => (one.get(key) ?? '0') === (other.get(key) ?? '0') || Number(one.get(key) ?? 0) === Number(other.get(key) ?? 0),
  )
}
