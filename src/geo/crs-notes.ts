import type { Crs } from './crs.js'
import { transformAccuracy } from './crs-accuracy.js'

/** What a plan prints of a transform: `transform accuracy ~2 m (grid uk_os_OSTN15 missing)`; null where no grid is missing. */
export function accuracyNote(from: Crs, to: Crs): string | null {
  const { metres, missingGrids } = transformAccuracy(from, to)
  if (missingGrids.length === 0) return null
  const names = missingGrids.length === 1 ? `grid ${missingGrids[0]} missing` : `grids ${missingGrids.join(', ')} missing`
  return metres === null
    ? `transform accuracy is not known (${names})`
    : `transform accuracy ~${Number(metres.toPrecision(2))} m (${names})`
}

/** What a plan says of a transform between two CRSs: heights that stay. */
export function transformNotes(from: Crs, to: Crs): string[] {
  return [...new Set([...(from.notes ?? []), ...(to.notes ?? [])])]
}

/** What a plan warns of in a transform between two CRSs: how good it is where a grid is missing, definitions that contradict their codes. */
export function transformWarnings(from: Crs, to: Crs): string[] {
  const accuracy = accuracyNote(from, to)
  return [...new Set([...(accuracy === null ? [] : [accuracy]), ...(from.warnings ?? []), ...(to.warnings ?? [])])]
}
