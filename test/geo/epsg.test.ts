import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { type EpsgRecord, epsgCodes, findEpsg } from '../../src/geo/epsg.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

/** What pyproj makes of the points of a code's area of use with our PROJ string: forwards, and from there back to WGS 84. */
interface Golden {
  readonly code: number
  readonly lon: readonly number[]
  readonly lat: readonly number[]
  readonly x: readonly (number | null)[]
  readonly y: readonly (number | null)[]
  readonly lonBack: readonly (number | null)[]
  readonly latBack: readonly (number | null)[]
}

const program = `
import json, sys, warnings
import numpy as np, pyproj
warnings.filterwarnings('ignore')
out = []
for code, proj, (west, south, east, north) in json.load(sys.stdin):
    if east < west:
        east += 360
    lon, lat = np.meshgrid(np.linspace(west, east, 7)[1:-1], np.linspace(max(south, -89), min(north, 89), 7)[1:-1])
    lon, lat = (lon.ravel() + 180) % 360 - 180, lat.ravel()
    there = pyproj.Transformer.from_crs('+proj=longlat +datum=WGS84 +type=crs', proj + ' +no_defs +type=crs', always_xy=True)
    x, y = there.transform(lon, lat)
    lon_back, lat_back = there.transform(x, y, direction='INVERSE')
    keep = lambda values: [float(v) if abs(v) < 1e300 else None for v in values]
    out.append({'code': code, 'lon': list(lon), 'lat': list(lat), 'x': keep(x), 'y': keep(y), 'lonBack': keep(lon_back), 'latBack': keep(lat_back)})
json.dump(out, sys.stdout)
`

const all = process.env.RASTERLOOM_FULL === '1'
const codes = epsgCodes().filter((_, index) => all || index % 40 === 0)
const records = codes.map((code) => findEpsg(code)).filter((record): record is EpsgRecord => record !== null && 'proj' in record)

describeWithPeers('every EPSG code computes what PROJ computes', ['pyproj'], () => {
  it('in its area of use, there and back', { timeout: 600_000 }, () => {
    const goldens = runPython(
      program,
      records.map(({ code, proj, area }) => [code, proj, [area.west, area.south, area.east, area.north]]),
    ) as Golden[]
    const wgs84 = parseCrs(4326)
    const failures: string[] = []
    for (const golden of goldens) {
      const crs = parseCrs(golden.code)
      const x = Float64Array.from(golden.lon)
      const y = Float64Array.from(golden.lat)
      crsTransform(wgs84, crs)(x, y, x.length)
      const forward = worstOf(x, y, golden.x, golden.y)
      crsTransform(crs, wgs84)(x, y, x.length)
      const back = worstOf(x, y, golden.lonBack, golden.latBack)
      const metre = crs.kind === 'geographic' ? 1 / 111320 : 1 / crs.metresPerUnit
      if (!(forward < 0.1 * metre) || !(back < 2e-6)) failures.push(`${golden.code} ${crs.proj}: ${forward}, ${back}`)
    }
    expect(failures).toEqual([])
  })
})

function worstOf(x: Float64Array, y: Float64Array, ex: readonly (number | null)[], ey: readonly (number | null)[]): number {
  let worst = 0
  for (let i = 0; i < x.length; i++) {
    if (ex[i] === null || ex[i] === undefined) continue
    const across = Math.abs(x[i]! - ex[i]!)
    // The antimeridian is 180 and -180.
    const error = Math.hypot(Math.abs(across - 360) < 1e-6 ? across - 360 : across, y[i]! - ey[i]!)
    worst = Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error)
  }
  return worst
}
