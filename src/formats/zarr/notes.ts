import { wktOrNull } from '../../geo/crs-text.js'
import { asNotes, asWarnings, type Remark } from '../../graph/remark.js'
import type { ArraySpec } from '../../graph/spec.js'
import { labelsProblem } from './attribute-names.js'
import { cfParameters } from './cf-grid-mapping.js'

/** What a Zarr store will not hold of an array in a way that other readers know, one sentence each. */
export function zarrNotes(spec: ArraySpec): Remark[] {
  const problem = spec.attrs[labelsProblem]
  const lost = typeof problem === 'string' ? [`labels of the source could not be read, so the store has none of them: ${problem}`] : []
  return [...asWarnings(lost), ...gridNotes(spec)]
}

function gridNotes({ attrs, geobox }: ArraySpec): Remark[] {
  if (geobox === null) return []
  const { crs } = geobox
  const problem = attrs.crs_problem
  if (crs === null) {
    return typeof problem === 'string'
      ? asWarnings([`the source's CRS could not be read, so the store has none (crs_problem says why): ${problem}`])
      : []
  }
  const doubts = asWarnings(crs.warnings ?? [])
  if (wktOrNull(crs) !== null) return doubts
  const cf = 'grid_mapping_name' in cfParameters(crs) ? 'by CF parameters and ' : ''
  return [
    ...doubts,
    ...asNotes([`there is no WKT for the CRS "${crs.name}": it is written ${cf}as our own attribute, which other readers do not know`]),
  ]
}
