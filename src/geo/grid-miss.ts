import { type Footprint, footprint } from './footprint.js'
import type { GeoBox } from './geobox.js'
import { pixelMap } from './pixel-map.js'

/**
 * Whether no pixel of a grid comes from anywhere on a source: all of it would be invalid. Conservative: false where positions are too wild to
 * bound. `period` is that of the source's columns, null where they do not repeat.
 */
export function missesSource(target: GeoBox, source: GeoBox, { hull }: Pick<Footprint, 'hull'>, period: number | null): boolean {
  const found = hull({ x0: 0, y0: 0, x1: target.width, y1: target.height })
  if (found === 'all') return false
  if (found === null) return true
  // Pixels are wider than their centres.
  const { u0, v0, u1, v1, step } = found
  const beside = (from: number, to: number, reach: number, extent: number): boolean => to + reach <= 0 || from - reach >= extent
  return beside(v0, v1, step.v, source.height) || (period === null && beside(u0, u1, step.u, source.width))
}

/** The same, of two grids alone. Throws `E_CRS` where there is no way between their CRSs. */
export function gridsMiss(target: GeoBox, source: GeoBox, period: number | null): boolean {
  return missesSource(target, source, footprint(pixelMap(target, source, period), target.width, target.height), period)
}
