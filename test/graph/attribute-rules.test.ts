import { describe, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { DataArray, nodeOf } from '../../src/api/data-array.js'
import { GeoBox } from '../../src/api/geo-names.js'
import { slice } from '../../src/api/select-slice.js'
import type { JsonObject } from '../../src/base/json.js'
import { attributeRules } from '../../src/graph/attribute-rules.js'

/** One attribute of each row of the table, and some that nothing makes untrue. */
const attrs: JsonObject = {
  STATISTICS_MEAN: '4',
  histogram: '1,2,3',
  valid_range: [0, 100],
  flag_values: [1, 2],
  color_table: [[0, 0, 0]],
  domains: {
    RPC: { LINE_OFF: '3' },
    GEOLOCATION: { X_BAND: '1' },
    TILING_SCHEME: { NAME: 'GoogleMapsCompatible' },
    IMAGERY: { ACQUISITIONDATETIME: '2021-06-14T10:00:00' },
  },
  TIFFTAG_DATETIME: '2021:06:14 10:00:00',
  platform: 'sentinel-2a',
}

const always = ['IMAGERY', 'TIFFTAG_DATETIME', 'platform']

function array(categorical = false): DataArray<string> {
  const geobox = GeoBox.fromTransform({ a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5000000 }, { width: 8, height: 8 }, 'EPSG:32633')
  return DataArray.fromArray(new Uint8Array(64), { dims: ['y', 'x'], shape: [8, 8], geobox, attrs, categorical }) as DataArray<string>
}

/** Names that an array still has, those of domains among them. */
function names({ attrs: { domains, ...others } }: DataArray<string>): string[] {
  return [...Object.keys(others), ...Object.keys((domains as JsonObject | undefined) ?? {})].sort()
}

const all = ['STATISTICS_MEAN', 'histogram', 'valid_range', 'flag_values', 'color_table', 'RPC', 'GEOLOCATION', 'TILING_SCHEME']

const cases: readonly (readonly [operation: string, make: (of: DataArray<string>) => DataArray<string>, kept: readonly string[]])[] = [
  ['assignNodata', (of) => of.assignNodata(7), all],
  ['a crop', (of) => of.isel({ x: slice(2, 6), y: slice(1, 5) }), ['valid_range', 'flag_values', 'color_table', 'RPC']],
  ['every other pixel', (of) => of.isel({ x: [2, 6] } as never), ['valid_range', 'flag_values', 'color_table']],
  ['near', (of) => of.reproject('EPSG:3857', { resampling: 'near' }), ['valid_range', 'flag_values', 'color_table']],
  ['bilinear', (of) => of.reproject('EPSG:3857', { resampling: 'bilinear' }), []],
  ['average', (of) => of.resample({ factor: 2, resampling: 'average' }), []],
  ['a wider dtype', (of) => of.astype('int16'), ['flag_values', 'color_table', 'RPC', 'GEOLOCATION']],
]

describe('metadata that operations make untrue', () => {
  it.each(cases)('%s', (_name, make, kept) => {
    expect(names(make(array()))).toEqual([...kept, ...always].sort())
  })

  it('classes keep their names and colours through mode', () => {
    const kept = names(array(true).resample({ factor: 2, resampling: 'mode' }))
    expect(kept).toEqual(['flag_values', 'color_table', 'valid_range', ...always].sort())
  })

  it('decoding leaves nothing that holds for stored numbers; arithmetic leaves nothing at all', () => {
    const decoded = applyOp('decode', { scale: 0.5, offset: 1 }, [nodeOf(array())])
    expect(Object.keys(decoded.spec.attrs).sort()).toEqual(['TIFFTAG_DATETIME', 'domains', 'platform'])
    expect(Object.keys(decoded.spec.attrs.domains as JsonObject)).toEqual(['RPC', 'GEOLOCATION', 'IMAGERY'])
    expect(decoded.spec.bands[0]).toMatchObject({ scale: 1, offset: 0 })
    const sum = array().add(3)
    expect(sum.attrs).toEqual({})
    expect(sum.bands[0]).toMatchObject({ scale: 1, offset: 0, unit: null, nodata: null })
  })

  it('what is said of an array by hand stays, whatever it was made by', () => {
    const said = array()
      .add(3)
      .assignAttrs({ valid_range: [3, 103], flag_meanings: 'a b' })
    const stored = applyOp('store', { nodata: null }, [nodeOf(said)])
    expect(Object.keys(stored.spec.attrs).sort()).toEqual(['flag_meanings', 'valid_range'])
  })

  it('items of bands go the same way', () => {
    const { spec } = nodeOf(array())
    const items = { STATISTICS_MAXIMUM: '9', wavelength: '665' }
    const bands = spec.bands.map((band) => ({ ...band, items }))
    const cropped = applyOp('isel', { indexers: { x: { start: 0, stop: 4, step: 1 } } }, [
      applyOp('relabel', { bands } as never, [nodeOf(array())]),
    ])
    expect(cropped.spec.bands[0]?.items).toEqual({ wavelength: '665' })
  })

  it('every row of the table is looked at here', () => {
    const seen = [...all, ...always]
    expect(attributeRules.filter(({ name }) => !seen.some((one) => name.test(one))).map(({ about }) => about)).toEqual([])
  })
})
