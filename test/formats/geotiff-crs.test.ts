import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allocate } from '../../src/base/dtype.js'
import { open, slice } from '../../src/index.js'
import { scratchDirectory } from '../cli/command.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './cog-driver.js'
import { type TiffImage, tiffBytes } from './tiff-bytes.js'

const said = `
import json, sys
from osgeo import gdal
import rasterio
ds = gdal.Open(sys.argv[1])
crs = rasterio.open(sys.argv[1]).crs
print(json.dumps(dict(crs=crs.to_wkt() if crs else None, epsg=crs.to_epsg() if crs else None, wkt=ds.GetProjection(),
  transform=ds.GetGeoTransform(can_return_null=True), area=ds.GetMetadataItem('AREA_OR_POINT'),
  colors=[gdal.GetColorInterpretationName(ds.GetRasterBand(k + 1).GetColorInterpretation()) for k in range(ds.RasterCount)],
  gcps=[[g.GCPPixel, g.GCPLine, g.GCPX, g.GCPY, g.GCPZ] for g in ds.GetGCPs()],
  gcpEpsg=ds.GetGCPSpatialRef().GetAuthorityCode(None) if ds.GetGCPSpatialRef() else None)))
`

interface Said {
  readonly crs: string | null
  readonly epsg: number | null
  readonly wkt: string
  readonly transform: readonly number[] | null
  readonly area: string | null
  readonly colors: readonly string[]
  readonly gcps: readonly (readonly number[])[]
  readonly gcpEpsg: string | null
}

type Tags = NonNullable<TiffImage['tags']>

const placed: Tags = [
  [33550, 'double', [10, 10, 0]],
  [33922, 'double', [0, 0, 0, 500, 900, 0]],
]

/** GeoKeys of a projection method (31) that does not exist. */
const noSuchMethod: Tags = [...placed, [34735, 'short', [1, 1, 0, 4, 1024, 0, 1, 1, 2048, 0, 1, 4326, 3072, 0, 1, 32767, 3075, 0, 1, 31]]]

/** UTM zone 17 north on NAD83, whose datum only a code names. */
const datumByCode: Tags = [
  ...placed,
  [
    34735,
    'short',
    [1, 1, 0, 6, 1024, 0, 1, 1, 2048, 0, 1, 32767, 2050, 0, 1, 6269, 3072, 0, 1, 32767, 3074, 0, 1, 16017, 3076, 0, 1, 9001],
  ],
]

describeWithPeers('the CRS of a GeoTIFF, and its colours, in a COG made of it', ['gdal-python', 'rasterio'], () => {
  const directory = scratchDirectory()
  const write = (name: string, tags: Tags, more: Partial<TiffImage> = {}): string => {
    const { samples = 1, dtype = 'uint8' } = more
    const path = `${directory}/${name}.tif`
    writeFileSync(path, tiffBytes([{ width: 8, height: 6, dtype, pixels: allocate(dtype, 48 * samples).fill(1 as never), tags, ...more }]))
    return path
  }
  const converted = async (name: string, tags: Tags, more: Partial<TiffImage> = {}): Promise<Said> => {
    const target = `${directory}/${name}-cog.tif`
    await (await open(write(name, tags, more))).toCog(target, { workers: 0 })
    return runPython<Said>(said, target)
  }

  it('no CRS stays none: not "unnamed" of kind LOCAL_CS', async () => {
    expect(await converted('none', placed)).toMatchObject({ crs: null, wkt: '', transform: [500, 10, 0, 900, 0, -10] })
  })

  it('no CRS and pixels that are points', async () => {
    const point: Tags = [...placed, [34735, 'short', [1, 1, 0, 1, 1025, 0, 1, 2]]]
    expect(await converted('point', point)).toMatchObject({ crs: null, area: 'Point', transform: [495, 10, 0, 905, 0, -10] })
  })

  it('no georeference at all stays none', async () => {
    expect(await converted('bare', [])).toMatchObject({ crs: null, wkt: '', transform: null })
  })

  it('ground control points are an attribute, and go into a COG of the whole image', async () => {
    const points = [
      [0, 0, 0, 500, 900, 0],
      [8, 0, 0, 580, 910, 0],
      [0, 6, 0, 490, 840, 0],
    ]
    const keys: Tags = [
      [33922, 'double', points.flat()],
      [34735, 'short', [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32617]],
    ]
    const array = await open(write('gcps', keys))
    expect(array.crs).toBeNull()
    expect(array.attrs.gcps).toMatchObject({ crs: { epsg: 32617 }, points: points.map(([column, row, , x, y]) => ({ column, row, x, y })) })
    const { gcps, gcpEpsg, crs } = await converted('gcps', keys)
    expect({ gcps, gcpEpsg, crs }).toEqual({ gcps: points.map(([c, r, , x, y, z]) => [c, r, x, y, z]), gcpEpsg: '32617', crs: null })
    await array.isel({ x: slice(2, 6), y: slice(1, 4) }).toCog(`${directory}/part.tif`, { workers: 0 })
    const part = runPython<Said>(said, `${directory}/part.tif`)
    expect(part.gcps).toEqual(points.map(([c = 0, r = 0, , x, y, z]) => [c - 2, r - 1, x, y, z]))
  })

  it('a datum by code keeps its name', async () => {
    const { crs, epsg } = await converted('datum', datumByCode)
    expect(crs).toContain('"North_American_Datum_1983"')
    expect(epsg).toBe(26917)
  })

  it('what is not understood opens, converts with a note in the plan, and is told where a CRS is needed', async () => {
    const array = await open(write('method', noSuchMethod))
    expect(array.crs).toBeNull()
    expect(() => array.reproject(3857)).toThrow(/CRS is not known.*3075=31.*ProjMethod\) 31 is not supported.*crs: 'EPSG/)
    const plan = await array.plan({ to: `${directory}/method-cog.tif` })
    expect(String(plan)).toMatch(/warning: .*method-cog.tif: the source's CRS could not be read, so the file has none: .*3075=31/)
    expect(await converted('method', noSuchMethod)).toMatchObject({ crs: null, transform: [500, 10, 0, 900, 0, -10] })
  })

  it('a CRS that is given settles it', async () => {
    const array = await open(write('given', noSuchMethod), { crs: 'EPSG:32617' })
    expect(array.attrs).not.toHaveProperty('crs_problem')
    expect(String(await array.plan({ to: `${directory}/given-cog.tif` }))).not.toContain('note:')
    expect(array.reproject(3857).crs?.epsg).toBe(3857)
  })

  it('red, green and blue of 16 and 32 bits', async () => {
    const rgb: Tags = [...placed, [262, 'short', [2]]]
    for (const dtype of ['uint16', 'int32', 'float32'] as const) {
      const { colors } = await converted(`rgb-${dtype}`, rgb, { dtype, samples: 3 })
      expect(colors).toEqual(['Red', 'Green', 'Blue'])
    }
    const four = await converted('rgbn', [...rgb, [338, 'short', [0]]], { dtype: 'uint16', samples: 4 })
    expect(four.colors).toEqual(['Red', 'Green', 'Blue', 'Undefined'])
    const alpha = await converted('rgba', [...rgb, [338, 'short', [2]]], { dtype: 'uint16', samples: 4 })
    expect(alpha.colors).toEqual(['Red', 'Green', 'Blue'])
  })

  it('colours band by band', async () => {
    const item = (name: string, sample: number): string => `<Item name="COLORINTERP" sample="${sample}" role="colorinterp">${name}</Item>`
    const xml = `<GDALMetadata>${['Blue', 'Green', 'Red', 'Undefined'].map(item).join('')}</GDALMetadata>`
    const { colors } = await converted('bgr', [...placed, [42112, 'ascii', xml], [338, 'short', [0, 0, 0]]], { samples: 4 })
    expect(colors).toEqual(['Blue', 'Green', 'Red', 'Undefined'])
  })

  it('three bytes that the source calls grey and undefined stay so', async () => {
    const { colors } = await converted('grey', [...placed, [262, 'short', [1]], [338, 'short', [0, 0]]], { samples: 3 })
    expect(colors).toEqual(['Gray', 'Undefined', 'Undefined'])
  })
})
