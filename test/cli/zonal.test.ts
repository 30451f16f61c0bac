import { readFileSync, writeFileSync } from 'node:fs'
import { open, rasterize } from 'rasterloom'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B08.tif')
const ring = (x: number, y: number): number[][] => [
  [x, y],
  [x + 2000, y],
  [x + 2000, y + 2000],
  [x, y + 2000],
  [x, y],
]
const fields = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'a',
      properties: { crop: 'maize, late', mean: 1 },
      geometry: { type: 'Polygon', coordinates: [ring(485000, 5392000)] },
    },
    { type: 'Feature', id: 'b', properties: { crop: 'wheat' }, geometry: { type: 'Polygon', coordinates: [ring(486003, 5393002)] } },
  ],
}
const fast = ['--workers', '0']

beforeAll(() => writeFileSync(`${directory}/fields.geojson`, JSON.stringify(fields)))

describe('zonal', () => {
  test('prints what zonalStats answers', async () => {
    const { code, stdout, stderr } = await rasterloom(
      'zonal',
      source,
      'fields.geojson',
      '--zones-crs',
      'EPSG:32633',
      '--bands',
      '1',
      '--stats',
      'count,mean,median',
      ...fast,
    )
    expect([code, stderr]).toEqual([0, ''])
    const rows = await (await open(source, { bands: [1] })).zonalStats(fields as never, {
      crs: 'EPSG:32633',
      stats: ['count', 'mean', 'median'],
    })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(rows)))
  })

  test('writes CSV, and not over what is there', async () => {
    const words = ['zonal', source, 'fields.geojson', 'table.csv', '--zones-crs', 'EPSG:32633', '--bands', '1', '--scaled', ...fast]
    expect((await rasterloom(...words)).stdout).toBe('table.csv: 2 rows\n')
    const [head, first = '', second = ''] = readFileSync(`${directory}/table.csv`, 'utf8').split('\n')
    expect(head).toBe('zone,crop,property_mean,band,count,mean,min,max')
    expect(first).toMatch(/^a,"maize, late",1,B08,39928,0\.\d+,/)
    expect(second).toMatch(/^b,wheat,,/)
    const again = await rasterloom(...words)
    expect([again.code, again.stderr.includes('give --overwrite to replace it')]).toEqual([4, true])
  })

  test('takes the classes of a raster', async () => {
    const grid = await open(source, { band: 1 })
    await rasterize(fields as never, { like: grid, crs: 'EPSG:32633', value: 7 }).toCog(`${directory}/classes.tif`)
    const { code, stdout } = await rasterloom('zonal', source, 'classes.tif', '--stats', 'count', '--format', 'csv', ...fast)
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'zone,band,count'])
    expect(stdout).toMatch(/^7,/m)
  })

  test.each<[string, string[], string]>([
    ['shapes that are no degrees', ['fields.geojson'], 'give the CRS of the zones as --zones-crs EPSG:32633'],
    ['shapes beside', ['fields.geojson', '--zones-crs', 'EPSG:32631'], 'Is --zones-crs their CRS?'],
    ['a statistic', ['fields.geojson', '--stats', 'meen', '--zones-crs', 'EPSG:32633'], '--stats: "meen" is not known; there are count'],
    ['a file', ['nothing.geojson'], 'nothing.geojson: there is no such file'],
    ['an ending', ['fields.geojson', 'table.xlsx'], 'call it .json or .csv'],
    ['classes on another grid', [fixture('scene/B05.tif'), ...fast], 'with rasterloom convert'],
    ['what is for polygons', [source, '--by', 'crop'], '--by is for polygons'],
  ])('refuses %s', async (_, words, message) => {
    const { code, stderr } = await rasterloom('zonal', source, ...words)
    expect(stderr).toContain(message)
    expect(code).not.toBe(0)
  })
})
