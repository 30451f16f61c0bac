import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { gridMappingAttributes } from '../../src/formats/zarr/spatial-ref.js'
import type { Crs } from '../../src/geo/crs.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { runPython } from '../geo/pyproj.js'
import { describeWithPeers } from '../peers.js'
import { readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'

const rd =
  'PROJCS["mine",GEOGCS["my base",DATUM["my datum",SPHEROID["Bessel 1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",1],PARAMETER["central_meridian",5],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1]]'

/** [CRS, a longitude and latitude in it, whether CF has a name for its projection] */
const crss: readonly (readonly [text: string, lon: number, lat: number, cf: boolean])[] = [
  ['EPSG:4326', 14, 50, true],
  ['EPSG:32633', 14, 50, true],
  ['EPSG:32733', 14, -50, true],
  ['EPSG:3857', 14, 50, false],
  ['EPSG:3035', 14, 50, true],
  ['EPSG:3031', 14, -80, true],
  ['EPSG:3413', 14, 80, true],
  ['EPSG:2154', 3, 46, true],
  ['EPSG:6933', 14, 50, true],
  ['EPSG:5070', -90, 40, true],
  ['EPSG:3577', 130, -30, true],
  ['+proj=utm +zone=33 +datum=WGS84', 14, 50, true],
  ['+proj=sinu +lon_0=0 +R=6371007.181', 14, 50, true],
  ['+proj=laea +lat_0=10 +lon_0=20 +ellps=GRS80', 14, 50, true],
  ['+proj=aeqd +lat_0=10 +lon_0=20 +datum=WGS84', 14, 50, true],
  ['+proj=merc +lat_ts=20 +lon_0=3 +datum=WGS84', 14, 50, true],
  ['+proj=stere +lat_0=52 +lon_0=5 +k=0.9999 +datum=WGS84', 5, 52, true],
  ['+proj=geos +h=35785831 +lon_0=9.5 +sweep=y +datum=WGS84', 14, 50, true],
  ['+proj=longlat +a=6378200 +rf=298', 14, 50, true],
  [rd, 5.5, 52, true],
]

const place = `
import json, sys
import pyproj
out = []
for attributes, wkt, lon, lat in json.load(sys.stdin):
    crs = pyproj.CRS.from_user_input(wkt) if wkt else pyproj.CRS.from_cf(attributes)
    base = crs.geodetic_crs
    out.append(dict(xy=pyproj.Transformer.from_crs(base, crs, always_xy=True).transform(lon, lat)))
json.dump(out, sys.stdout)
`

interface Placed {
  readonly xy: readonly [number, number]
}

const boxOf = (crs: Crs): GeoBox => ({ width: 4, height: 3, affine: { a: 10, b: 0, c: 399960, d: 0, e: -10, f: 5200020 }, crs })

describeWithPeers('the CRS of a Zarr store', ['pyproj'], () => {
  const directory = temporaryDirectory()
  afterAll(directory.remove)
  const attributes = crss.map(([text]) => gridMappingAttributes(boxOf(parseCrs(text))))
  const byWkt = runPython(
    place,
    attributes.map(({ crs_wkt: wkt }, at) => [{}, wkt ?? parseCrs(crss[at]?.[0] ?? '').proj, crss[at]?.[1], crss[at]?.[2]]),
  ) as Placed[]

  it('is WKT with the code at its end, and pyproj reads it', () => {
    crss.forEach(([text], at) => {
      const code = /^EPSG:(\d+)/.exec(text)?.[1]
      if (attributes[at]?.crs_wkt === undefined) return
      expect(String(attributes[at]?.crs_wkt), text).toMatch(/^(PROJ|GEOG)(CS|CRS)\[/)
      expect(attributes[at]?.spatial_ref).toBe(attributes[at]?.crs_wkt)
      if (code !== undefined) expect(attributes[at]?.crs_wkt, text).toMatch(new RegExp(`"?EPSG"?,"?${code}"?\\]\\]$`))
    })
  })

  it("puts places by CF's parameters alone where it does by WKT", () => {
    const named = crss.flatMap((each, at) => (each[3] ? [at] : []))
    expect(attributes.flatMap(({ grid_mapping_name: name }, at) => (name === undefined ? [] : [at]))).toEqual(named)
    const request = named.map((at) => {
      const { crs_wkt: _, spatial_ref: __, ...own } = attributes[at] ?? {}
      return [own, null, crss[at]?.[1], crss[at]?.[2]]
    })
    const byCf = runPython(place, request) as Placed[]
    named.forEach((at, index) => {
      const [text] = crss[at] as (typeof crss)[number]
      const [x, y] = byCf[index]?.xy ?? []
      const [wktX, wktY] = byWkt[at]?.xy ?? []
      expect(Math.hypot((x as number) - (wktX as number), (y as number) - (wktY as number)), text).toBeLessThan(1e-6)
    })
  })

  it('comes back as exactly the value that was written', async () => {
    for (const [at, [text]] of crss.entries()) {
      const store = join(directory.path, `${at}.zarr`)
      const crs = parseCrs(text)
      const spec = testSpec({ dims: ['y', 'x'], shape: [3, 4], name: 'a', geobox: boxOf(crs) })
      await writeStore(store, [{ spec, data: counting('uint16', [3, 4]) }])
      expect((await readZarr(store)).reader.opened.spec.geobox?.crs, text).toEqual(crs)
    }
  })

  it('follows the WKT where somebody changed it', async () => {
    const store = join(directory.path, 'changed.zarr')
    const spec = testSpec({ dims: ['y', 'x'], shape: [3, 4], name: 'a', geobox: boxOf(parseCrs(rd)) })
    await writeStore(store, [{ spec, data: counting('uint16', [3, 4]) }])
    const { crs_wkt: other } = gridMappingAttributes(boxOf(parseCrs('EPSG:3035')))
    const path = join(store, 'zarr.json')
    const text = JSON.parse(readFileSync(path, 'utf8'))
    for (const [name, document] of Object.entries<{ attributes: object }>(text.consolidated_metadata.metadata)) {
      if (name === 'spatial_ref') Object.assign(document.attributes, { crs_wkt: other })
    }
    writeFileSync(path, JSON.stringify(text))
    expect((await readZarr(store)).reader.opened.spec.geobox?.crs?.epsg).toBe(3035)
  })
})
