import { describe, expect, it } from 'vitest'
import { type Crs, checkedCrs, equalCrs, formatCrs } from '../../src/geo/crs.js'
import { transformNotes } from '../../src/geo/crs-notes.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { toProjJson, toWkt } from '../../src/geo/crs-text.js'
import { crsFromGeoKeys, type GeoKeys } from '../../src/geo/geokeys.js'
import { geoKeysOf } from '../../src/geo/geokeys-write.js'

/** GeoKeys as a reader finds them in the tags. */
function keysOf(crs: Crs): GeoKeys {
  const { directory, doubles, ascii } = geoKeysOf(crs)
  const keys = new Map<number, number | string | readonly number[]>()
  for (let at = 4; at < directory.length; at += 4) {
    const [key, place, count, value] = directory.slice(at, at + 4) as [number, number, number, number]
    if (place === 0) keys.set(key, value)
    else if (place === 34737) keys.set(key, ascii.slice(value, value + count - 1))
    else keys.set(key, doubles.slice(value, value + count))
  }
  return keys as GeoKeys
}

describe('a three-dimensional geographic CRS', () => {
  it.each([
    [4979, 4326],
    [4937, 4258],
    [7843, 7844],
  ])('EPSG:%d is shown by its code and keeps its third axis', (code, horizontal) => {
    const crs = parseCrs(code)
    expect([crs.epsg, formatCrs(crs)]).toEqual([horizontal, `EPSG:${code}`])
    expect(toWkt(crs)).toMatch(/CS\[ellipsoidal,\s*3\]/)
    expect(toWkt(crs)).toContain(`ID["EPSG",${code}]`)
    expect(toProjJson(crs)).toMatchObject({ type: 'GeographicCRS', coordinate_system: { axis: { length: 3 } }, id: { code } })
    expect(equalCrs(crs, parseCrs(horizontal))).toBe(true)
  })
  it('comes back from WKT 2, PROJJSON and GeoKeys, and as plain data', () => {
    const crs = parseCrs(4979)
    for (const read of [parseCrs(toWkt(crs)), parseCrs(toProjJson(crs)), crsFromGeoKeys(keysOf(crs)), checkedCrs({ ...crs })]) {
      expect(read).toMatchObject({ epsg: 4326, threeDimensional: { epsg: 4979 } })
      expect(formatCrs(read as Crs)).toBe('EPSG:4979')
    }
  })
  it('without a code is marked', () => {
    const text = toWkt(parseCrs(4979)).replace(/,\s*ID\["EPSG",4979\]/, '')
    const crs = parseCrs(text)
    expect(crs.threeDimensional).toEqual({ epsg: null })
    expect(formatCrs(crs)).toContain('ellipsoidal height')
    expect(parseCrs(toWkt(crs)).threeDimensional).toEqual({ epsg: null })
  })
  it('has heights that a plan says are not shifted', () => {
    expect(transformNotes(parseCrs(4979), parseCrs(32633))).toEqual(['heights (above the ellipsoid) are kept, not shifted'])
  })
})

describe('the vertical part of a compound CRS', () => {
  it.each([['EPSG:4326+3855'], ['EPSG:27700+5701'], ['EPSG:7415']])('of %s comes back from GeoKeys', (code) => {
    const crs = parseCrs(code)
    const read = crsFromGeoKeys(keysOf(crs))
    expect(read).toMatchObject({ epsg: crs.epsg, vertical: crs.vertical as object, notes: crs.notes as string[] })
    expect(equalCrs(read as Crs, crs)).toBe(true)
  })
  it('that has no code goes by its name', () => {
    const crs = parseCrs({
      ...parseCrs('EPSG:27700+5701'),
      vertical: { ...(parseCrs('EPSG:27700+5701').vertical as object), epsg: null, name: 'my height' },
    })
    expect(crsFromGeoKeys(keysOf(crs))).toMatchObject({ epsg: 27700, vertical: { name: 'my height', epsg: null } })
  })
})
