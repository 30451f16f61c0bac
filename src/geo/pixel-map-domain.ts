import type { Crs } from './crs.js'
import { type CrsTransform, crsTransform } from './crs-transform.js'

// Projections that show the earth as an island, and whose inverse answers for the sea around it: with longitudes beyond 180, or a place on the rim.
const islands = new Set(
  [
    'aeqd',
    'aitoff',
    'apian',
    'bonne',
    'eck1',
    'eck2',
    'eck3',
    'eck4',
    'eck5',
    'eck6',
    'eqearth',
    'fahey',
    'gn_sinu',
    'gnom',
    'goode',
  ].concat(
    ['hammer', 'igh', 'kav5', 'kav7', 'mbtfpp', 'mbtfpq', 'mbtfps', 'moll', 'natearth', 'natearth2', 'nsper', 'ortho', 'patterson'],
    ['poly', 'putp2', 'robin', 'sinu', 'times', 'tobmerc', 'tpeqd', 'vandg', 'wag4', 'wag5', 'wag7', 'wink1', 'wink2', 'wintri'],
  ),
)

/**
 * A transform from a CRS that gives no image to points off the earth: those that do not come back, within `slack` units, from a trip to
 * degrees. For projections that need no such check it is the plain transform.
 */
export function onEarth(from: Crs, to: Crs, slack: number): CrsTransform {
  const plain = crsTransform(from, to)
  const name = /\+proj=(\w+)/.exec(from.proj)?.[1] ?? ''
  if (!islands.has(name)) return plain
  const degrees: Crs = { ...from, epsg: null, kind: 'geographic', metresPerUnit: 0, proj: geographicOf(from.proj), wkt: null }
  const there = crsTransform(from, degrees)
  const back = crsTransform(degrees, from)
  return (xs, ys, count) => {
    const [us, vs] = [xs.slice(0, count), ys.slice(0, count)]
    there(us, vs, count)
    back(us, vs, count)
    for (let i = 0; i < count; i++) {
      const near = Math.abs((us[i] as number) - (xs[i] as number)) <= slack && Math.abs((vs[i] as number) - (ys[i] as number)) <= slack
      if (near) continue
      xs[i] = Number.NaN
      ys[i] = Number.NaN
    }
    plain(xs, ys, count)
  }
}

/** The geographic CRS that a projected one is made from: its figure, datum and meridian. */
export function geographicOf(proj: string): string {
  const kept = proj.split(/\s+/).filter((word) => /^\+(a|b|R|rf|f|ellps|datum|towgs84|nadgrids|pm)(=|$)/.test(word))
  return ['+proj=longlat', ...kept, '+no_defs'].join(' ')
}
