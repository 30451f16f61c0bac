import { expect, it } from 'vitest'
import type { Crs } from '../../src/geo/crs.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { type EpsgRecord, epsgCodes, esriCodes, findEpsg } from '../../src/geo/epsg.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'
import { randoms } from './random.js'

/** What pyproj makes of a lattice in the area of use of a code, as [x, y] lists with null where it has no image. */
interface Golden {
  readonly label: string
  /** On the code's own datum, in the unit of its geographic CRS. */
  readonly base: Points
  readonly plane: Points
  readonly baseAgain: Points
  /** On WGS 84, and PROJ's best operation to the code. */
  readonly world: Points
  readonly shifted: Points
}
type Points = readonly (readonly (number | null)[])[]

const program = `
import json, sys, warnings
import numpy as np, pyproj
warnings.filterwarnings('ignore')
pyproj.network.set_network_enabled(False)
keep = lambda points: [[float(v) if abs(v) < 1e300 else None for v in values] for values in points]
out = []
for label, base, (west, south, east, north) in json.load(sys.stdin):
    crs, geographic = pyproj.CRS(label), pyproj.CRS(base)
    if east < west:
        east += 360
    lon, lat = np.meshgrid(np.linspace(west, east, 7)[1:-1], np.linspace(max(south, -89), min(north, 89), 7)[1:-1])
    world = (lon.ravel() + 180) % 360 - 180, lat.ravel()
    # Our x is always the easting or westing.
    turn = (lambda p: p[::-1]) if [axis.direction for axis in crs.axis_info[:2]] == ['south', 'west'] else (lambda p: p)
    to_base = pyproj.Transformer.from_crs(4326, geographic, always_xy=True)
    own = to_base.transform(*world)
    try:
        there = pyproj.Transformer.from_crs(geographic, crs, always_xy=True)
        plane = there.transform(*own)
        again = there.transform(*plane, direction='INVERSE')
    except pyproj.exceptions.ProjError:
        continue
    try:
        # Where PROJ knows no operation it takes coordinates over as they are: nothing to compare with.
        shifted = pyproj.Transformer.from_crs(4326, crs, always_xy=True, allow_ballpark=False).transform(*world)
    except pyproj.exceptions.ProjError:
        shifted = plane[0] * np.inf, plane[1] * np.inf
    out.append({'label': label, 'base': keep(own), 'plane': keep(turn(plane)), 'baseAgain': keep(again), 'world': keep(world), 'shifted': keep(turn(shifted))})
json.dump(out, sys.stdout)
`

const all = process.env.RASTERLOOM_FULL === '1'
const random = randoms(3)
// All that are not transverse Mercator or Lambert conformal are few: most of them are in.
const isRare = (proj: string): boolean => !/\+proj=(?:tmerc|utm|lcc|longlat)/.test(proj)
const records = [...epsgCodes().map((code) => findEpsg(code)), ...esriCodes().map((code) => findEpsg(code, 'ESRI'))].filter(
  (record): record is EpsgRecord => record !== null && 'proj' in record && (all || random() < (isRare(record.proj) ? 0.4 : 0.04)),
)

// Metres, there; and back, where PROJ's series for the inverse are not ours.
const there = 1e-3
const back = 1e-3

// Maps of the world on series that PROJ's inverse answers for with places that do not lead back: ours answers nothing, or the right place.
const lost = new Set(['ESRI:53021', 'ESRI:54021', 'ESRI:53028', 'ESRI:54028'])
// PROJ takes several operations within the area, other ones there than back.
const mixed = new Set(['EPSG:22092'])

describeWithPeers('every code computes what PROJ computes', ['pyproj'], () => {
  const label = ({ authority, code }: EpsgRecord): string => `${authority}:${code}`
  const keyed = (key: string): string => (key.startsWith('E') ? `ESRI:${key.slice(1)}` : `EPSG:${key}`)
  it('in its area of use, to a millimetre on its own datum and to the stated accuracy from WGS 84', { timeout: 600_000 }, () => {
    const goldens = runPython(
      program,
      records.map((record) => [label(record), keyed(record.geographic), Object.values(record.area)]),
    ) as Golden[]
    expect(goldens.length).toBeGreaterThan(200)
    const byLabel = new Map(records.map((record) => [label(record), record]))
    const failures: string[] = []
    for (const { label: name, base, plane, baseAgain, world, shifted } of goldens) {
      const record = byLabel.get(name) as EpsgRecord
      const [crs, geographic] = [parseCrs(name), parseCrs(keyed(record.geographic))]
      const unit = crs.kind === 'geographic' ? 111320 * (crs.proj.includes('units=grad') ? 0.9 : 1) : crs.metresPerUnit
      const forward = worst(geographic, crs, base, plane, unit, crs.kind === 'geographic')
      const inverse = worst(crs, geographic, plane, baseAgain, 111320, true)
      const whole = worst(parseCrs(4326), crs, world, shifted, unit, crs.kind === 'geographic')
      const limit = Math.max(record.accuracyMetres ?? Number.POSITIVE_INFINITY, record.accuracyMetres === 0 ? there : 1.2)
      const isBack = inverse < back || lost.has(name)
      if (!(forward < there) || !isBack || !(whole < limit + 0.5 || mixed.has(name))) {
        failures.push(`${name} ${crs.proj}: ${forward} m, back ${inverse} m, from WGS 84 ${whole} m of ${record.accuracyMetres}`)
      }
    }
    expect(failures).toEqual([])
  })
})

/** Largest distance in metres between our images and PROJ's; infinite where just one has none. */
function worst(from: Crs, to: Crs, points: Points, wanted: Points, metresPerUnit: number, isAngle: boolean): number {
  const [xs, ys] = points.map((values) => Float64Array.from(values, (value) => value ?? Number.NaN)) as [Float64Array, Float64Array]
  const lats = ys.slice()
  crsTransform(from, to)(xs, ys, xs.length)
  let largest = 0
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [wanted[0]?.[i], wanted[1]?.[i]]
    if (x === null || y === null || x === undefined || y === undefined) continue
    // The antimeridian is 180 and -180; a pole has all longitudes.
    const dx = isAngle ? ((((xs[i]! - x) % 360) + 540) % 360) - 180 : xs[i]! - x
    const scale = isAngle ? Math.cos((Math.abs(y) * Math.PI) / 180) : 1
    const distance = Math.hypot(dx * scale, ys[i]! - y) * metresPerUnit
    largest = Math.max(largest, Number.isNaN(distance) && !Number.isNaN(lats[i]!) ? Number.POSITIVE_INFINITY : distance)
  }
  return largest
}
