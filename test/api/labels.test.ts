import { describe, expect, it } from 'vitest'
import { resolveLabels } from '../../src/api/labels.js'
import { slice } from '../../src/api/select-slice.js'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import { type ArraySpec, type Coord, plainBand } from '../../src/graph/spec.js'

const days = ['2021-03-11', '2021-04-10', '2021-06-04', '2021-06-14', '2021-06-14T12:00:00', '2021-07-09']

function spec(extra: Partial<ArraySpec> = {}): ArraySpec {
  const time: Coord = {
    kind: 'inline',
    labels: days.map((day) => Date.parse(day.includes('T') ? `${day}Z` : day) / 1000),
    unit: 'seconds since 1970-01-01',
  }
  const shape = [6, 3, 10, 20]
  return {
    dims: ['time', 'band', 'y', 'x'],
    shape,
    dtype: 'uint16',
    chunks: chunkGrid(shape, shape),
    geobox: { width: 20, height: 10, affine: { a: 10, b: 0, c: 500, d: 0, e: -10, f: 1000 }, crs: null },
    periodX: null,
    coords: { time, band: { kind: 'inline', labels: [4, 3, 8] }, y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: ['red', 'green', 'nir'].map((description) => ({ ...plainBand, description })),
    categorical: false,
    moved: true,
    name: null,
    attrs: {},
    ...extra,
  }
}

const sel = (indexers: Record<string, unknown>, options = {}) => resolveLabels(spec(), indexers, options)

describe('numbers', () => {
  it('finds pixel centres', () => {
    expect(sel({ x: 505, y: 995 })).toEqual({ x: 0, y: 0 })
    expect(sel({ x: 695, y: 905 })).toEqual({ x: 19, y: 9 })
  })

  it('names the nearest label where there is none', () => {
    expect(() => sel({ x: 507 })).toThrow(/x has no label 507; the nearest is 505, use method 'nearest'/)
  })

  it('takes the nearest, within the tolerance', () => {
    expect(sel({ x: 512, y: 902 }, { method: 'nearest' })).toEqual({ x: 1, y: 9 })
    expect(sel({ x: 512 }, { method: 'nearest', tolerance: 3 })).toEqual({ x: 1 })
    // Of two that are equally near the greater label, as pandas takes it: x grows, y falls.
    expect(sel({ x: 510, y: 990 }, { method: 'nearest' })).toEqual({ x: 1, y: 0 })
    expect(sel({ x: -1e9, y: -1e9 }, { method: 'nearest' })).toEqual({ x: 0, y: 9 })
    expect(sel({ x: 1e9, y: 1e9 }, { method: 'nearest' })).toEqual({ x: 19, y: 0 })
    expect(() => sel({ x: 512 }, { method: 'nearest', tolerance: 2 })).toThrow(/further than the tolerance 2/)
    expect(() => sel({ x: 512 }, { tolerance: 2 })).toThrow(/is for method/)
    expect(() => sel({ x: 512 }, { method: 'pad' })).toThrow(/there is 'nearest'/)
    expect(() => sel({ x: 512 }, { methd: 'nearest' })).toThrow(/unknown option "methd"/)
  })

  it('includes both ends of a range, in either order, on a descending axis too', () => {
    expect(sel({ x: slice(505, 525) })).toEqual({ x: { start: 0, stop: 3, step: 1 } })
    expect(sel({ y: slice(975, 995) })).toEqual({ y: { start: 0, stop: 3, step: 1 } })
    expect(sel({ y: slice(995, 975) })).toEqual({ y: { start: 0, stop: 3, step: 1 } })
    expect(sel({ y: slice(976, 994) })).toEqual({ y: { start: 1, stop: 2, step: 1 } })
    expect(sel({ y: slice(975) })).toEqual({ y: { start: 2, stop: 10, step: 1 } })
    expect(sel({ y: slice(null, 975) })).toEqual({ y: { start: 0, stop: 3, step: 1 } })
    expect(sel({ x: slice(505, 695, 2) })).toEqual({ x: { start: 0, stop: 20, step: 2 } })
    expect(() => sel({ x: slice(506, 514) })).toThrow(/no label of x lies between 506 and 514/)
  })

  it('agrees with a search through all labels, for seeded ranges', () => {
    let seed = 7
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
    const centres = Array.from({ length: 10 }, (_, row) => 1000 - 10 * (row + 0.5))
    for (let turn = 0; turn < 300; turn++) {
      const [a, b] = [890 + random() * 120, 890 + random() * 120].map((value) => (random() < 0.3 ? Math.round(value / 5) * 5 : value)) as [
        number,
        number,
      ]
      const expected = centres.flatMap((y, row) => (y >= Math.min(a, b) && y <= Math.max(a, b) ? [row] : []))
      if (expected.length === 0) {
        expect(() => sel({ y: slice(a, b) })).toThrow()
        continue
      }
      expect(sel({ y: slice(a, b) }), `${a} ${b}`).toEqual({ y: { start: expected[0], stop: (expected.at(-1) as number) + 1, step: 1 } })
    }
  })

  it('takes lists', () => {
    expect(sel({ x: [525, 505] })).toEqual({ x: [2, 0] })
  })

  it('has none on a rotated grid', () => {
    const rotated = spec({ geobox: { width: 20, height: 10, affine: { a: 10, b: 1, c: 0, d: 1, e: -10, f: 0 }, crs: null } })
    expect(() => resolveLabels(rotated, { x: 5 })).toThrow(/rotated/)
  })
})

describe('times', () => {
  it('a day or an instant names one time', () => {
    expect(sel({ time: '2021-04-10' })).toEqual({ time: 1 })
    expect(sel({ time: '2021-06-14T12:00' })).toEqual({ time: 4 })
    expect(sel({ time: new Date('2021-06-14') })).toEqual({ time: 3 })
  })

  it('a year or a month keeps all times in it', () => {
    expect(sel({ time: '2021-06' })).toEqual({ time: { start: 2, stop: 5, step: 1 } })
    expect(sel({ time: '2021-04' })).toEqual({ time: { start: 1, stop: 2, step: 1 } })
    expect(sel({ time: '2021' })).toEqual({ time: { start: 0, stop: 6, step: 1 } })
  })

  it('ranges of partial texts include the whole last period', () => {
    expect(sel({ time: slice('2021-04', '2021-06-14') })).toEqual({ time: { start: 1, stop: 5, step: 1 } })
    expect(sel({ time: slice('2021-06', null) })).toEqual({ time: { start: 2, stop: 6, step: 1 } })
    expect(sel({ time: slice('2021-06-14', '2021-04') })).toEqual({ time: { start: 1, stop: 5, step: 1 } })
  })

  it('says what is there', () => {
    expect(() => sel({ time: '2021-06-14' })).toThrow(/2 labels of time lie in 2021-06-14/)
    expect(() => sel({ time: '2021-05' })).toThrow(
      /no label in 2021-05; the nearest is 2021-04-10, use method .nearest. to take it. Labels: 2021-03-11, 2021-04-10/,
    )
    expect(() => sel({ time: 'May' })).toThrow(/is not a time/)
    expect(() => sel({ time: 3 })).toThrow(/is not a time/)
  })

  it('takes the nearest', () => {
    expect(sel({ time: '2021-06-01' }, { method: 'nearest' })).toEqual({ time: 2 })
    expect(() => sel({ time: '2021-05-01' }, { method: 'nearest', tolerance: 86400e3 })).toThrow(/the nearest is 2021-04-10/)
    expect(sel({ time: '2021-06-01' }, { method: 'nearest', tolerance: '60D' })).toEqual({ time: 2 })
    expect(() => sel({ time: '2021-05-01' }, { method: 'nearest', tolerance: '12h' })).toThrow(/no label within 12h of 2021-05-01/)
    expect(() => sel({ time: '2021-05-01' }, { method: 'nearest', tolerance: 'soon' })).toThrow(
      /along times a duration such as '2D', '12h' or/,
    )
    expect(() => sel({ x: 512 }, { method: 'nearest', tolerance: '2D' })).toThrow(/'2D' is a duration, give a number/)
  })
})

describe('bands', () => {
  it('go by description, or by the number that they have in the file', () => {
    expect(sel({ band: 'nir' })).toEqual({ band: 2 })
    expect(sel({ band: 8 })).toEqual({ band: 2 })
    expect(sel({ band: ['nir', 4] })).toEqual({ band: [2, 0] })
    expect(sel({ band: slice('green', 'nir') })).toEqual({ band: { start: 1, stop: 3, step: 1 } })
    expect(() => sel({ band: 'swir' })).toThrow('there is no band "swir"; did you mean "nir"? Bands: 4 "red", 3 "green", 8 "nir"')
    expect(() => sel({ band: 1 })).toThrow(/there is no band 1/)
  })

  it('without labels, go by number from 1', () => {
    const plain = spec({ coords: {}, bands: [plainBand, plainBand, plainBand] })
    expect(resolveLabels(plain, { band: 3 })).toEqual({ band: 2 })
    expect(() => resolveLabels(plain, { band: 0 })).toThrow('there is no band 0. Bands: 1, 2, 3')
  })
})
