import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SourceError } from '../../src/base/errors.js'
import { transformAccuracy } from '../../src/geo/crs-accuracy.js'
import { accuracyNote, transformNotes, transformWarnings } from '../../src/geo/crs-notes.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { registerGrid, unregisterGrid } from '../../src/geo/datum-grids.js'
import { readNtv2 } from '../../src/geo/ntv2.js'
import { describeWithPeers } from '../peers.js'
import { ntv2 } from './ntv2-file.js'
import { runPython } from './pyproj.js'

const lons: number[] = []
const lats: number[] = []
for (let lat = 48.5; lat < 60; lat += 0.37) {
  for (let lon = -9; lon < 8; lon += 0.61) {
    lons.push(lon)
    lats.push(lat)
  }
}

const program = `
import json, sys
import pyproj
path, lons, lats = json.load(sys.stdin)
t = pyproj.Transformer.from_pipeline('+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=hgridshift +grids=' + path + ' +step +proj=unitconvert +xy_in=rad +xy_out=deg')
keep = lambda values: [v if abs(v) < 1e300 else None for v in values]
there, back = t.transform(lons, lats), t.transform(lons, lats, direction='INVERSE')
json.dump([list(map(keep, there)), list(map(keep, back))], sys.stdout)
`

describeWithPeers('NTv2 grids move places as PROJ does', ['pyproj'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'ntv2-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  it.each([
    ['little', true],
    ['big', false],
  ] as const)('%s endian, there and back', (name, little) => {
    const path = join(folder, `${name}.gsb`)
    writeFileSync(path, ntv2(little))
    registerGrid(path, ntv2(little))
    const old = parseCrs(`+proj=longlat +ellps=airy +nadgrids=${name}.gsb`)
    const wgs84 = parseCrs('+proj=longlat +datum=WGS84')
    const answers = runPython(program, [path, lons, lats]) as (number | null)[][][]
    for (const [[from, to], wanted] of [
      [[old, wgs84], answers[0]!],
      [[wgs84, old], answers[1]!],
    ] as const) {
      const [xs, ys] = [Float64Array.from(lons), Float64Array.from(lats)]
      crsTransform(from, to)(xs, ys, xs.length)
      let moved = 0
      for (let i = 0; i < xs.length; i++) {
        const where = `${lons[i]}, ${lats[i]}`
        expect(Number.isNaN(xs[i]), where).toBe(wanted[0]![i] === null)
        if (wanted[0]![i] === null) continue
        moved++
        expect(Math.hypot(xs[i]! - wanted[0]![i]!, ys[i]! - wanted[1]![i]!), where).toBeLessThan(1e-10)
      }
      expect(moved).toBeGreaterThan(300)
    }
    unregisterGrid(path)
  })
})

describe('registered grids', () => {
  it('serve the codes that PROJ would use them for, and are said to be missing before', () => {
    const [old, wgs84] = [parseCrs(27700), parseCrs(4326)]
    expect(accuracyNote(old, wgs84)).toBe('transform accuracy ~2 m (grid uk_os_OSTN15_NTv2_OSGBtoETRS missing)')
    expect(transformAccuracy(old, wgs84)).toEqual({ metres: 2, missingGrids: ['uk_os_OSTN15_NTv2_OSGBtoETRS'], grids: [] })
    const before = [Float64Array.of(-3, 20), Float64Array.of(54, 54)] as const
    crsTransform(wgs84, old)(...before, 2)
    registerGrid('OSTN15_NTv2.gsb', ntv2(true))
    expect(accuracyNote(old, wgs84)).toBeNull()
    expect(transformAccuracy(old, wgs84)).toEqual({ metres: 1, missingGrids: [], grids: ['uk_os_OSTN15_NTv2_OSGBtoETRS'] })
    const after = [Float64Array.of(-3, 20), Float64Array.of(54, 54)] as const
    crsTransform(wgs84, old)(...after, 2)
    unregisterGrid('uk_os_ostn15_ntv2.gsb')
    unregisterGrid('OSTN15_NTv2')
    expect(Math.hypot(after[0][0]! - before[0][0]!, after[1][0]! - before[1][0]!)).toBeGreaterThan(1)
    // Outside the grid the plain shift serves.
    expect([after[0][1], after[1][1]]).toEqual([before[0][1], before[1][1]])
  })
  it('need no shift on their own datum, and none between codes on one datum', () => {
    expect(transformAccuracy(parseCrs(27700), parseCrs(4277))).toEqual({ metres: 0, missingGrids: [], grids: [] })
    expect(accuracyNote(parseCrs(32633), parseCrs(3857))).toBeNull()
    expect(transformWarnings(parseCrs(7405), parseCrs(32630))).toEqual([
      'transform accuracy ~2 m (grid uk_os_OSTN15_NTv2_OSGBtoETRS missing)',
    ])
    expect(transformNotes(parseCrs(7405), parseCrs(32630))).toEqual(['heights (ODN height) are kept, not shifted'])
  })
  it('must be whole files', () => {
    const bytes = ntv2(true)
    expect(() => readNtv2('a.gsb', bytes.slice(0, 100))).toThrow(SourceError)
    expect(() => readNtv2('a.gsb', bytes.slice(0, 3000))).toThrow('cut short at byte')
    expect(() => readNtv2('a.gsb', new Uint8Array(4000))).toThrow('NUM_OREC is missing at byte 0')
    expect(() => registerGrid('a.gsb', new TextEncoder().encode('II*'))).toThrow('not a whole NTv2 file')
  })
})
