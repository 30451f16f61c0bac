import type { Crs } from './crs.js'
import { recordOf, sharedBase } from './crs-build.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { sameDatum } from './crs-transform-datum.js'
import { gridNamed } from './datum-grids.js'

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
