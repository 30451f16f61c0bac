import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { parsePam } from '../../src/formats/geotiff/pam.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { scratchDirectory } from '../cli/command.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'
import { tiffBytes } from './tiff-bytes.js'

/** What GDAL says of one file; see geotiff-pam-make.py. */
interface Said {
  readonly epsg: number | null
  readonly transform: readonly number[] | null
  readonly gcps: readonly (readonly number[])[]
  readonly metadata: Readonly<Record<string, string>>
  readonly domain: Readonly<Record<string, string>>
  readonly rpc: Readonly<Record<string, string>>
  readonly bands: readonly {
    readonly nodata: string | null
    readonly scale: number
    readonly offset: number
    readonly unit: string | null
    readonly description: string | null
    readonly color: string
    readonly colors: readonly (readonly number[])[] | null
    readonly metadata: Readonly<Record<string, string>>
    readonly mask: readonly number[]
  }[]
}

const kit = testKit(8)
const cases = [
  ...['full', 'bare', 'bands', 'some_bands', 'control', 'control_over_affine', 'crs_and_world_file', 'affine_and_world_file'],
  ...['damaged', 'other_dataset', 'hex_nodata', 'nan', 'rpc'],
]

describeWithPeers('a file .aux.xml beside a GeoTIFF, against GDAL', ['gdal-python'], () => {
  const directory = scratchDirectory()
  let all: Readonly<Record<string, Said>> = {}
  beforeAll(() => {
    const script = fileURLToPath(new URL('geotiff-pam-make.py', import.meta.url))
    all = JSON.parse(execFileSync(python, [script, directory], { encoding: 'utf8' })) as typeof all
  })

  it.each(cases)('%s: CRS, affine, control points, metadata, nodata, scale, colours and validity', async (name) => {
    const said = all[name] as Said
    const reader = await openReader(geotiffSource, join(directory, `${name}.tif`), {}, undefined, kit)
    const { spec, info } = reader.opened
    expect(spec.geobox?.crs?.epsg ?? null).toBe(said.epsg)
    const { a, b, c, d, e, f } = spec.geobox?.affine ?? { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }
    expect([c, a, b, f, d, e]).toEqual(said.transform ?? [0, 1, 0, 0, 0, 1])
    const points = (spec.attrs.gcps as { points?: { column: number; row: number; x: number; y: number }[] } | undefined)?.points ?? []
    expect(points.map(({ column, row, x, y }) => [column, row, x, y])).toEqual(said.gcps)
    const { domains = {}, color_table: colors = null, gcps: _, ...items } = spec.attrs
    expect(items).toEqual(said.metadata)
    expect((domains as Record<string, unknown>).DOM ?? {}).toEqual(said.domain)
    expect(colors).toEqual(said.bands[0]?.colors ?? null)
    const { data, valid } = await reader.read({ start: [0, 0, 0], stop: [2, 6, 8] })
    said.bands.forEach((band, at) => {
      const ours = spec.bands[at]
      const { scale, offset, unit, description } = band
      expect({ ...ours }).toMatchObject({ scale, offset, unit, description })
      if (at === 0 || band.color === 'red') expect(ours?.color).toBe(band.color)
      const statistics = Object.fromEntries(Object.entries(band.metadata).filter(([key]) => key.startsWith('STATISTICS_')))
      const others = Object.fromEntries(Object.entries(band.metadata).filter(([key]) => !key.startsWith('STATISTICS_')))
      expect(ours?.items ?? {}).toEqual(others)
      expect((info.statistics as Record<string, unknown> | undefined)?.[`${at + 1}`] ?? {}).toEqual(statistics)
      const mask = band.mask.map((value, pixel) => (Number.isNaN(data[48 * at + pixel]) ? 0 : value))
      expect(Array.from(valid.subarray(48 * at, 48 * at + 48)), `band ${at + 1}`).toEqual(mask)
    })
    const alike = new Set(said.bands.map(({ nodata }) => nodata)).size === 1
    const [{ nodata } = { nodata: null }] = said.bands
    expect(spec.bands.map((band) => band.nodata)).toEqual(
      alike ? [0, 1].map(() => (nodata === null ? null : Number(nodata))) : [null, null],
    )
    if (Object.keys(said.rpc).length > 0) expectRpc(info.rpc as Record<string, string>, said.rpc)
    else expect(info.rpc).toBe(undefined)
    await reader.close()
  })
})

function expectRpc(ours: Readonly<Record<string, string>>, gdal: Readonly<Record<string, string>>): void {
  const numbers = (texts: Readonly<Record<string, string>>, key: string): number[] => (texts[key] ?? '').trim().split(/\s+/).map(Number)
  for (const key of Object.keys(gdal)) if (!/^M(IN|AX)_/.test(key)) expect(numbers(ours, key), key).toEqual(numbers(gdal, key))
}

describe('a hostile .aux.xml', () => {
  const wrap = (inner: string): string => `<PAMDataset>${inner}</PAMDataset>`
  const long = 300_000
  const texts: Readonly<Record<string, string>> = {
    'elements that never close': wrap('<Metadata>'.repeat(long / 10)),
    'comments that never close': wrap('<!--'.repeat(long / 4)),
    'marks alone': wrap('<'.repeat(long)),
    'entities without end': wrap(`<Metadata><MDI key="a">${'&'.repeat(long)}</MDI></Metadata>`),
    'bands of strange numbers': wrap('<PAMRasterBand band="1e9"/><PAMRasterBand band="-1"/><PAMRasterBand band="x"/><PAMRasterBand/>'),
    'an affine without an inverse': wrap('<GeoTransform>0,0,0,0,0,0</GeoTransform>'),
    'an affine of infinities': wrap('<GeoTransform>1e999,1,0,0,0,1</GeoTransform>'),
    'a CRS that is none': wrap('<SRS>PROJCS["a'.padEnd(long, '[')),
    'names of prototypes': wrap('<Metadata domain="__proto__"><MDI key="__proto__">1</MDI></Metadata>'),
    'control points of NaN': wrap('<GCPList Projection="EPSG:4326"><GCP Pixel="NaN" Line="0" X="1" Y="1"/></GCPList>'),
    'many items': wrap(`<PAMRasterBand band="1"><Metadata>${'<MDI key="a">1</MDI>'.repeat(long / 20)}</Metadata></PAMRasterBand>`),
  }
  it.each(Object.keys(texts))('%s', (name) => {
    const start = process.cpuUsage()
    const pam = parsePam(texts[name] as string)
    expect(pam === null || pam.affine === null).toBe(true)
    const { user } = process.cpuUsage(start)
    expect(user / 1000).toBeLessThan(1500)
  })

  it('one that is larger than metadata get is left out', async () => {
    const directory = scratchDirectory()
    const path = join(directory, 'a.tif')
    writeFileSync(path, tiffBytes([{ width: 4, height: 4, dtype: 'uint8', pixels: new Uint8Array(16) }]))
    writeFileSync(`${path}.aux.xml`, `<PAMDataset><Metadata><MDI key="k">v</MDI></Metadata>${' '.repeat(17e6)}</PAMDataset>`)
    const reader = await openReader(geotiffSource, path, {}, undefined, kit)
    expect(reader.opened.info.auxXml).toBe(undefined)
    await reader.close()
  })
})
