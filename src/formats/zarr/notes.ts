import type { ArraySpec } from '../../graph/spec.js'

/** What a Zarr store will not hold of an array, one sentence each. */
export function zarrNotes({ attrs, geobox }: ArraySpec): string[] {
  const problem = attrs.crs_problem
  if (geobox === null || geobox.crs !== null || typeof problem !== 'string') return []
  return [`the source's CRS could not be read, so the store has none (crs_problem says why): ${problem}`]
}
