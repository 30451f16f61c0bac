import { describe, expect, it } from 'vitest'
import { Affine, coverage, DataArray, GeoBox, rasterize } from '../../src/index.js'

const utm = GeoBox.of(40, 30, Affine.of(10, 0, 500000, 0, -10, 5000000), 'EPSG:32633')
const degrees = (left: number, width = 36): GeoBox => GeoBox.of(width, 18, Affine.of(10, 0, left, 0, -10, 90), 'EPSG:4326')

function counting(geobox: GeoBox, bands = 1) {
  const { width, height } = geobox
  const values = Float32Array.from({ length: bands * width * height }, (_, at) => at)
  if (bands === 1) return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox })
  return DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [bands, height, width], geobox })
}

const corners = (left: number, bottom: number, right: number, top: number) => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
  [left, bottom],
]
const rectangle = (left: number, bottom: number, right: number, top: number) => ({
  type: 'Polygon',
  coordinates: [corners(left, bottom, right, top)],
})
const square = rectangle(500100, 4999800, 500200, 4999900)
const own = { crs: 'EPSG:32633' }

async function validAt(array: { compute(): Promise<{ valid: Uint8Array | null; shape: readonly number[] }> }): Promise<number[]> {
  const { valid, shape } = await array.compute()
  const size = shape.reduce((product, extent) => product * extent, 1)
  return Array.from({ length: size }, (_, at) => at).filter((at) => valid === null || valid[at] === 1)
}

describe('clip by GeoJSON', () => {
  it('keeps what is inside and drops the rest', async () => {
    const made = await counting(utm).clip(square, own).compute()
    expect(made.shape).toEqual([10, 10])
    expect(made.values[0]).toBe(10 * 40 + 10)
    expect(made.valid).toBeNull()
    expect(made.bounds).toEqual({ left: 500100, bottom: 4999800, right: 500200, top: 4999900 })
  })

  it('keeps the extent where drop is false, and the outside with invert', async () => {
    const inside = await validAt(counting(utm).clip(square, { ...own, drop: false }))
    const outside = await validAt(counting(utm).clip(square, { ...own, invert: true }))
    expect(inside.length).toBe(100)
    expect([...inside, ...outside].sort((a, b) => a - b)).toEqual(Array.from({ length: 1200 }, (_, at) => at))
  })

  it('drops what has no pixel, whatever the shape: a ring far from the corners, two parts', async () => {
    const parts = { type: 'MultiPolygon', coordinates: [square.coordinates, [corners(500301, 4999751, 500308, 4999759)]] }
    expect(counting(utm).clip(parts, own).shape).toEqual([15, 21])
    expect(counting(utm).clip({ type: 'Point', coordinates: [500305, 4999995] }, own).shape).toEqual([1, 1])
    const sliver = rectangle(500101, 4999801, 500104, 4999804)
    expect(() => counting(utm).clip(sliver, own)).toThrow('no pixel has its centre in the shapes')
    expect(counting(utm).clip(sliver, { ...own, allTouched: true }).shape).toEqual([1, 1])
  })

  it('takes every band alike, and still means the range of values with two numbers', async () => {
    const made = await counting(utm, 3).clip(square, own).compute()
    expect(made.shape).toEqual([3, 10, 10])
    expect(made.values[200]).toBe(2 * 1200 + 410)
    expect((await counting(utm).clip(3, 5).compute()).values.slice(0, 8)).toEqual(Float32Array.of(3, 3, 3, 3, 4, 5, 5, 5))
  })

  it('names both sides where the CRS is wrong', () => {
    expect(() => counting(utm).clip(square)).toThrow(
      /clip: the shapes' coordinates, \[500100, 4999800, 500200, 4999900\], are no degrees; GeoJSON .* \(CRS84\)\. The array, in EPSG:32633.*, covers \[500000, 4999700, 500400, 5000000\]: give the shapes' CRS, as crs: 'EPSG:32633'/,
    )
    expect(() => counting(utm).clip(rectangle(10, 50, 11, 51))).toThrow(
      /the shapes cover \[10, 50, 11, 51\] in EPSG:4326.*they do not meet/,
    )
    expect(() => counting({ ...utm, crs: null }).clip(square)).toThrow(/CRS is not known.*crs: null/)
    expect(counting({ ...utm, crs: null }).clip(square, { crs: null }).shape).toEqual([10, 10])
    expect(() => counting(utm).clip({ type: 'FeatureCollection', features: [] }, own)).toThrow('has no geometry')
    expect(() => counting(utm).clip(square, { ...own, drop: true, invert: true })).toThrow('leave drop out')
    expect(() => counting(utm).clip(square, { ...own, touched: true } as never)).toThrow('unknown option "touched"')
  })

  it('goes by the CRS that an old document names', () => {
    const named = { ...square, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32633' } } }
    expect(counting(utm).clip(named).shape).toEqual([10, 10])
    expect(counting(utm).clip(JSON.stringify(named)).shape).toEqual([10, 10])
  })

  it('meets a grid whichever way longitudes are counted', async () => {
    const pacific = { type: 'MultiPolygon', coordinates: [[corners(150, -20, 180, 20)], [corners(-180, -20, -150, 20)]] }
    const made = await counting(degrees(0)).clip(pacific).compute()
    expect([made.shape, made.valid]).toEqual([[4, 6], null])
    expect(made.bounds).toMatchObject({ left: 150, right: 210 })
    expect((await validAt(counting(degrees(-180)).clip(pacific))).length).toBe(24)
    // Columns beyond the side of a grid that goes round are clipped like those on its other side.
    const around = counting(degrees(-180)).clip(pacific, { drop: false }).clipBox(140, -30, 220, 30)
    expect([around.shape, (await validAt(around)).length]).toEqual([[6, 8], 24])
    // Web Mercator about the antimeridian: the shape in degrees is met on both of its sides.
    const fiji = GeoBox.fromBounds([-2e6, -2e6, 2e6, 2e6], { resolution: 50000 }, '+proj=merc +lon_0=180 +datum=WGS84')
    expect((await validAt(counting(fiji).clip({ ...pacific }, { drop: false }))).length).toBe(6400)
  })

  it('follows edges that bend: a parallel on a polar grid', async () => {
    const arctic = GeoBox.fromBounds([-4e6, -4e6, 4e6, 4e6], { resolution: 20000 }, 'EPSG:3413')
    const made = await validAt(counting(arctic).clip(rectangle(-180, 70, 180, 90), { drop: false }))
    const seventy = (
      await counting(arctic)
        .clip(rectangle(-180, 70, 180, 90))
        .compute()
    ).shape
    // All within the circle of 70 degrees north, whose radius there is 2,187,891 m or so.
    const radius = Math.sqrt((made.length * 4e8) / Math.PI)
    expect(Math.abs(radius - 2_187_891)).toBeLessThan(10_000)
    expect(seventy[0]).toBe(seventy[1])
  })

  it('is part of the recipe', async () => {
    const polygon = rectangle(500100, 4999800, 500200, 4999900)
    const made = rasterize(polygon, { geobox: utm, ...own, fill: null }).mul(2)
    const again = await DataArray.fromJSON(JSON.parse(JSON.stringify(made)))
    expect(again.hash).toBe(made.hash)
    expect(await validAt(again)).toEqual(await validAt(made))
  })
})

describe('mask and padBox', () => {
  it('keep pixels where a condition holds', async () => {
    const array = counting(utm)
    const kept = await validAt(array.mask(array.gt(1190)))
    expect(kept).toEqual([1191, 1192, 1193, 1194, 1195, 1196, 1197, 1198, 1199])
    const bands = await validAt(counting(utm, 2).mask(array.lt(2)))
    expect(bands).toEqual([0, 1, 1200, 1201])
    expect(() => array.mask(counting(utm, 2))).toThrow('the condition has the dim band')
    expect(() => array.mask(counting(degrees(0)))).toThrow('grid')
  })

  it('reach as far as a box, on the same lattice', async () => {
    const made = await counting(utm).padBox([499985, 4999700, 500200, 5000011]).compute()
    expect(made.shape).toEqual([32, 42])
    expect(made.bounds).toEqual({ left: 499980, bottom: 4999700, right: 500400, top: 5000020 })
    expect([made.valid?.[0], made.values[2 * 42 + 2]]).toEqual([0, 0])
    expect(counting(utm).padBox([500100, 4999800, 500200, 4999900]).shape).toEqual([30, 40])
  })
})

describe('rasterize and coverage', () => {
  const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry })
  const fields = {
    type: 'FeatureCollection',
    features: [feature({ crop: 3 }, square), feature({ crop: 300 }, rectangle(500150, 4999700, 500250, 4999850))],
  }

  it('burn attributes, the last on top, in the dtype that holds them', async () => {
    const made = await rasterize(fields, { like: counting(utm), ...own, attribute: 'crop' }).compute()
    expect(made.dtype).toBe('uint16')
    const count = (value: number) => [...made.values].filter((each) => each === value).length
    expect([count(3), count(300), count(0)]).toEqual([75, 150, 975])
    const sparse = await rasterize(fields, { geobox: utm, ...own, value: -1, fill: null }).compute()
    expect([sparse.dtype, [...(sparse.valid ?? [])].reduce((sum, each) => sum + each, 0)]).toEqual(['int8', 225])
    expect(() => rasterize(fields, { geobox: utm, ...own, attribute: 'name' })).toThrow(
      'features[0].properties.name is undefined, expected a number; the properties are crop',
    )
    expect(() => rasterize(fields, { ...own })).toThrow('give the grid as like (an array) or as geobox')
    expect(() => rasterize(fields, { geobox: utm, ...own, value: 256, dtype: 'uint8' })).toThrow('the value 256 is no uint8')
  })

  it('cover shares of pixels', async () => {
    const made = await coverage(rectangle(500105, 4999801, 500200, 4999900), { like: counting(utm), ...own, dtype: 'float64' }).compute()
    expect([...made.values].reduce((sum: number, value) => sum + Number(value), 0)).toBeCloseTo(94.05, 8)
    expect(made.values[19 * 40 + 10]).toBeCloseTo(0.45, 9)
    expect(() => coverage({ type: 'Point', coordinates: [1, 2] }, { like: counting(utm), ...own })).toThrow('a point has no area')
  })
})

describe('tables', () => {
  it('zonal statistics by classes, by a property, by band', async () => {
    const classes = rasterize(square, { like: counting(utm), ...own })
    const rows = await counting(utm).zonalStats(classes, { stats: ['count', 'sum'] })
    expect(rows.map(({ zone, count, sum }) => [zone, count, sum])).toEqual([
      [0, 1100, 659950],
      [1, 100, 59450],
    ])
    const two = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name: 'a' }, geometry: square },
        { type: 'Feature', properties: { name: 'a' }, geometry: rectangle(500000, 4999990, 500020, 5000000) },
        { type: 'Feature', properties: { name: 'b' }, geometry: rectangle(0, 0, 1, 1) },
      ],
    }
    const named = await counting(utm, 2).zonalStats(two, { ...own, by: 'name' })
    expect(named.map(({ zone, labels, count, min }) => [zone, labels.band, count, min])).toEqual([
      ['a', 1, 102, 0],
      ['a', 2, 102, 1200],
      ['b', 1, 0, null],
      ['b', 2, 0, null],
    ])
    await expect(counting(utm).zonalStats(two, { ...own, by: 'id' })).rejects.toThrow('its properties are name')
    await expect(counting(utm).zonalStats(two, { ...own, stats: ['mode' as never] })).rejects.toThrow('there are count, sum')
    await expect(counting(utm).zonalStats(rectangle(0, 0, 1, 1), own)).rejects.toThrow('they do not meet')
  })

  it('do not depend on the memory', async () => {
    const big = GeoBox.of(300, 700, Affine.of(1, 0, 0, 0, -1, 700), 'EPSG:32633')
    const values = Float64Array.from({ length: 210000 }, (_, at) => Math.sin(at) * 1e6)
    const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [700, 300], geobox: big })
    const zone = {
      type: 'Polygon',
      coordinates: [
        [
          [3, 5],
          [290, 40],
          [150, 690],
          [3, 5],
        ],
      ],
    }
    const stats = ['sum', 'std', 'mean'] as const
    const [wide] = await array.zonalStats(zone, { crs: null, stats })
    const [narrow] = await array.zonalStats(zone, { crs: null, stats, maxMemory: '120MB' })
    expect(narrow).toEqual(wide)
  })

  it('samples of pairs and GeoJSON, in the order given', async () => {
    const array = counting(utm, 2)
    const rows = await array.sample([
      [500395, 4999705],
      [500005, 4999995],
      [0, 0],
    ])
    expect(rows.map(({ point, labels, value }) => [point, labels.band, value])).toEqual([
      [0, 1, 1199],
      [0, 2, 2399],
      [1, 1, 0],
      [1, 2, 1200],
      [2, 1, null],
      [2, 2, null],
    ])
    const world = counting(degrees(0))
    const [row] = await world.sample({ type: 'Point', coordinates: [-5, 85] })
    expect(row?.value).toBe(35)
    await expect(array.sample(square, own)).rejects.toThrow('the GeoJSON has a polygon')
    await expect(array.sample([[1, Number.NaN]])).rejects.toThrow('point 0 is [1, NaN]')
  })

  it('refuses places of which none is on the array, where nobody said their CRS', async () => {
    const array = counting(utm)
    await expect(array.sample([[15, 45.1]])).rejects.toThrow(/none of the points lies on the array.*EPSG:32633.*crs: 'EPSG:4326'/s)
    await expect(
      array.profile(
        [
          [15, 45.1],
          [15.1, 45.2],
        ],
        { n: 3 },
      ),
    ).rejects.toThrow(/profile: none of the points/)
    expect((await array.sample([[15, 45.1]], { crs: 'EPSG:32633' }))[0]?.value).toBeNull()
  })

  it('profiles along a line', async () => {
    const array = counting(utm)
    const line = [
      [500005, 4999995],
      [500395, 4999995],
    ] as [number, number][]
    const rows = await array.profile(line)
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, at) => at))
    expect(rows.at(-1)).toMatchObject({ distance: 390, x: 500395, y: 4999995 })
    const bent = await array.profile([...line, [500395, 4999705]], { n: 3, method: 'bilinear' })
    expect(bent.map(({ distance }) => distance)).toEqual([0, 340, 680])
    expect(bent[1]?.value).toBeCloseTo(34, 5)
    await expect(array.profile(line, { n: 3, spacing: 4 })).rejects.toThrow('not both')
    await expect(array.profile(square, own)).rejects.toThrow('expected one LineString')
  })

  it('histograms', async () => {
    expect(await counting(utm).histogram({ bins: 4 })).toEqual({
      counts: [300, 300, 300, 300],
      edges: [0, 299.75, 599.5, 899.25, 1199],
      valid: 1200,
    })
    expect((await counting(utm).histogram({ bins: [0, 10, 20] })).counts).toEqual([10, 11])
    await expect(counting(utm).histogram({ bins: [3, 2] })).rejects.toThrow('ascending')
    await expect(counting(utm).histogram({ bins: 0 })).rejects.toThrow('bins is 0')
  })
})
