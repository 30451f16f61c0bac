import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { concat, DataArray, Dataset, expr, GeoBox, index, slice } from '../../src/index.js'

const box = GeoBox.fromBounds([482000, 5395000, 482400, 5395200], { resolution: 10 }, 'EPSG:32633')
const onGrid = (geobox: GeoBox, name: string): DataArray<'y' | 'x'> =>
  DataArray.fromArray(new Float32Array(geobox.width * geobox.height).fill(2), {
    dims: ['y', 'x'],
    shape: [geobox.height, geobox.width],
    geobox,
    name,
  })
const red = onGrid(box, 'red')
const nir = onGrid(box, 'nir')
const coarse = onGrid(GeoBox.fromBounds([482000, 5395000, 482400, 5395200], { resolution: 20 }, 'EPSG:32633'), 'coarse')
const twice = concat([red, nir], { dim: 'time', labels: ['2021-06-14', '2021-06-14'] })
const days = concat([red, nir], { dim: 'time', labels: ['2021-06-14', '2021-07-02'] })
const polygon = (ring: readonly (readonly number[])[]) => ({ type: 'Polygon', coordinates: [ring] })
const corners = [
  [482000, 5395000],
  [482100, 5395000],
  [482100, 5395100],
]

describe('what is wrong is said with what to do', () => {
  it.each<[string, () => unknown, string]>([
    [
      'unlike grids',
      () => red.add(coarse),
      'pixels of 10 x 10 and 20 x 20. The nearest common grid is 40 x 20 px of 10 x 10 from (482000, 5395200) in EPSG:32633: bring the second onto it with b.reprojectMatch(a',
    ],
    ['unlike grids in an expression', () => expr('a + b', { a: red, b: coarse }), 'lie on different grids: pixels of 10 x 10 and 20 x 20'],
    [
      'a time',
      () => days.sel({ time: '2021-06-20' }),
      "time has no label in 2021-06-20; the nearest is 2021-06-14, use method 'nearest' to take it",
    ],
    ['a number', () => days.sel({ x: 482003 }), 'x has no label 482003; the nearest is 482005'],
    [
      'a time that is there twice',
      () => twice.sel({ time: '2021-06-14' }),
      '2 positions of time have the label 2021-06-14 (0, 1): take one with isel',
    ],
    ['a month with such a time', () => twice.reindex({ time: ['2021-06-14'] }), 'reindex: time has the label 2021-06-14 twice'],
    [
      'a name',
      () => expr('(nir - rad) / (nir + red)', { nir, red }),
      'there is no variable "rad": did you mean red? there are nir, red, at position 8 of "(nir - rad)',
    ],
    ['an index', () => index('ndvii', { nir, red }), 'index: there is no index "ndvii": did you mean ndvi'],
    ['a range', () => red.isel({ x: { from: 1 } as never }), 'isel: x is an object with from, expected a position, slice'],
    [
      'shapes that are no degrees',
      () => red.clip(polygon([...corners, corners[0] as number[]])),
      "give the shapes' CRS, as crs: 'EPSG:32633'",
    ],
    [
      'shapes in another CRS',
      () => red.clip(polygon([...corners, corners[0] as number[]]), { crs: 'EPSG:32631' }),
      'they do not meet. Is crs the CRS of the shapes?',
    ],
    [
      'latitudes first',
      () =>
        red.clip(
          polygon([
            [48.7, 14.7],
            [48.7, 14.8],
            [48.8, 14.8],
            [48.7, 14.7],
          ]),
        ),
      'longitude comes before latitude',
    ],
    [
      'an open ring',
      () => red.clip(polygon([...corners, [482000, 5395100]]), { crs: null }),
      'is not closed, [482000, 5395000] at its start and [482000, 5395100] at its end: close the ring',
    ],
    [
      'an open triangle',
      () => red.clip(polygon(corners), { crs: null }),
      'expected a ring of at least 4 positions, which ends where it starts',
    ],
    [
      "a file's name",
      () => red.clip('fields.geojson'),
      '"fields.geojson" is no JSON: give the document or its text, not the name of its file',
    ],
  ])('%s', (_, run, message) => expect(run).toThrow(message))

  it('variables of unlike grids are refused before anything is written', async () => {
    const path = join(tmpdir(), 'never.zarr')
    await expect(Dataset.of({ red, coarse }).toZarr(path)).rejects.toThrow(
      'red and coarse cannot be variables of one store, which share their coordinates: pixels of 10 x 10 and 20 x 20',
    )
    await expect(Dataset.of({ days, first: days.isel({ time: slice(0, 1) }) }).toZarr(path)).rejects.toThrow('time has 2 and 1 positions')
  })

  it('the wings of a bow tie are both inside, by the even-odd rule', async () => {
    const tie = polygon([
      [482000, 5395000],
      [482200, 5395200],
      [482200, 5395000],
      [482000, 5395200],
      [482000, 5395000],
    ])
    const inside = await red.clip(tie, { crs: null, drop: false }).count().compute()
    expect(Number(inside.values[0])).toBe(200)
  })

  it('an index by a name of the time', () => {
    expect(index('ndvi', { nir, red }).name).toBe('ndvi')
  })
})
