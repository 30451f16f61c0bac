import type { Crs } from '../../geo/crs.js'

/** Stand-in until geo/geokeys.ts is there. */
export function geoKeysOf(crs: Crs): { directory: number[]; doubles: number[]; ascii: string } {
  const projected = crs.kind === 'projected'
  const keys = [1024, 0, 1, projected ? 1 : 2, 1025, 0, 1, 1, projected ? 3072 : 2048, 0, 1, crs.epsg ?? 32767]
  return { directory: [1, 1, 0, 3, ...keys], doubles: [], ascii: '' }
}
