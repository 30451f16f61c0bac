import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CRS, concat, DataArray, GeoBox, slice } from '../../src/index.js'

const run = { workers: 0 }
const utm = CRS.parse('EPSG:32633')
const box = GeoBox.of(4, 3, { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, utm)

/** Values 0..11 on a grid of 3 x 4 pixels; 5 is nodata. */
function small() {
  return DataArray.fromArray(
    Uint16Array.from({ length: 12 }, (_, at) => at),
    { dims: ['y', 'x'], shape: [3, 4], geobox: box, nodata: 5, name: 'small' },
  )
}

describe('an array in memory', () => {
  it('knows its facts', () => {
    const array = small()
    expect(array.dims).toEqual(['y', 'x'])
    expect(array.shape).toEqual([3, 4])
    expect(array.dtype).toBe('uint16')
    expect(array.nodata).toBe(5)
    expect(array.crs?.epsg).toBe(32633)
    expect(array.bounds).toEqual({ left: 500000, bottom: 5399970, right: 500040, top: 5400000 })
    expect(array.resolution).toEqual({ x: 10, y: 10 })
    expect(array.coords.x).toEqual([500005, 500015, 500025, 500035])
    expect(array.coords.y).toEqual([5399995, 5399985, 5399975])
    expect(array.name).toBe('small')
    expect(array.encoding).toEqual({ scale: 1, offset: 0, unit: null, nodata: 5 })
    expect(array.chunks).toEqual({ y: 3, x: 4 })
  })

  it('gives its pixels, copied from what it was made of', () => {
    const values = Float32Array.of(1, 2, 3)
    const array = DataArray.fromArray(values, { dims: ['x'], shape: [3], mask: Uint8Array.of(1, 0, 7) })
    values.fill(9)
    expect(Array.from(array.values as ArrayLike<number>)).toEqual([1, 2, 3])
    expect(Array.from(array.valid ?? [])).toEqual([1, 0, 1])
    expect(Array.from(array.filled(-1) as ArrayLike<number>)).toEqual([1, -1, 3])
    const nd = array.toNdarray()
    expect([nd.get(0), nd.get(2), nd.shape, nd.dims]).toEqual([1, 3, [3], ['x']])
  })

  it('has no pixels while it is lazy, and says what to do', async () => {
    const lazy = small().add(1)
    expect(() => lazy.values).toThrow(/values: this array is lazy.*await array.compute\(\)/)
    expect(() => lazy.valid).toThrow(/compute/)
    expect(() => lazy.filled(0)).toThrow(/compute/)
    expect(() => lazy.toNdarray()).toThrow(/compute/)
    const made = await lazy.compute(run)
    expect(Array.from(made.values as ArrayLike<number>)).toEqual([1, 2, 3, 4, 5, expect.anything(), 7, 8, 9, 10, 11, 12])
    expect(Array.from(made.valid ?? [])).toEqual([1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1])
    expect(made.dtype).toBe('int32')
    expect(await made.compute(run)).toBe(made)
  })

  it('goes on in chains after compute, mask and all', async () => {
    const first = await small().mul(2).compute(run)
    const second = await first.sub(small()).isel({ y: 1 }).compute(run)
    expect(second.dims).toEqual(['x'])
    expect(Array.from(second.filled(-1) as ArrayLike<number>)).toEqual([4, -1, 6, 7])
  })

  it('keeps a valid pixel that equals the nodata value where a mask says so', async () => {
    const array = DataArray.fromArray(Uint8Array.of(0, 1, 2), { dims: ['x'], shape: [3], nodata: 1, mask: Uint8Array.of(1, 1, 0) })
    const made = await array.add(0).compute(run)
    expect(Array.from(made.filled(-9) as ArrayLike<number>)).toEqual([0, 1, -9])
  })

  it('holds 64-bit integers exactly', async () => {
    const array = DataArray.fromArray(BigInt64Array.of(1n, 2n ** 60n + 1n), { dims: ['x'], shape: [2] })
    expect(Array.from((await array.isel({ x: [1, 0] }).compute(run)).values as BigInt64Array)).toEqual([2n ** 60n + 1n, 1n])
    expect(() => array.filled(0)).toThrow(/as 0n/)
  })

  it('refuses what does not fit', () => {
    const make = (options: object) => () => DataArray.fromArray(new Uint8Array(6), { dims: ['y', 'x'], shape: [2, 3], ...options })
    expect(make({ shape: [2, 2] })).toThrow('a shape of [2, 2] needs 4 values, 6 were given')
    expect(make({ dims: ['x', 'x'] })).toThrow(/different names/)
    expect(make({ mask: new Uint8Array(5) })).toThrow(/the mask has 5 bytes/)
    expect(make({ geobox: box })).toThrow('the geobox has 3 rows and 4 columns; y and x have 2 and 3')
    expect(make({ coords: { z: [1] } })).toThrow(/the dims are y, x/)
    expect(make({ coords: { x: [1] } })).toThrow('1 labels for x, which has 3 positions')
    expect(make({ nodta: 0 })).toThrow('fromArray: unknown option "nodta" (did you mean "nodata"?)')
  })
})

describe('methods', () => {
  it('select by position and by label alike', async () => {
    const array = small()
    const part = await array.isel({ y: slice(1, null), x: slice(null, null, 2) }).compute(run)
    expect(Array.from(part.values as ArrayLike<number>)).toEqual([4, 6, 8, 10])
    expect(part.coords.x).toEqual([500005, 500025])
    const same = await array.sel({ y: slice(5399985, 5399975), x: [500005, 500025] }).compute(run)
    expect(Array.from(same.values as ArrayLike<number>)).toEqual([4, 6, 8, 10])
    const one = await array.sel({ y: 5399990, x: 500030 }, { method: 'nearest', tolerance: 5 }).compute(run)
    expect([one.shape, Array.from(one.values as ArrayLike<number>)]).toEqual([[], [3]])
  })

  it('clip to every pixel that a rectangle touches', async () => {
    const array = small()
    const clipped = array.clipBox(500010, 5399985, 500021, 5400000)
    expect(clipped.bounds).toEqual({ left: 500010, bottom: 5399980, right: 500030, top: 5400000 })
    expect(Array.from((await clipped.compute(run)).filled(0) as ArrayLike<number>)).toEqual([1, 2, 0, 6])
    expect(array.clipBox({ left: 500010, bottom: 5399985, right: 500021, top: 5400000 }).hash).toBe(clipped.hash)
    expect(array.clipBox([500010, 5399985, 500021, 5400000]).hash).toBe(clipped.hash)
    const degrees = CRS.transformBounds({ left: 500011, bottom: 5399986, right: 500019, top: 5399994 }, utm, CRS.parse(4326))
    expect(array.clipBox(degrees, { crs: 4326 }).bounds?.left).toBe(500010)
    expect(() => array.clipBox(0, 0, 10, 10)).toThrow(/miss the raster/)
    expect(() => array.clipBox(10, 0, 0, 10)).toThrow(/the order is west, south, east, north/)
    expect(() => array.clipBox(0, 0, 10, Number.NaN)).toThrow(/finite/)
  })

  it('resample by resolution, size or factor, from the first corner', () => {
    const array = small()
    expect(array.resample({ factor: 2 }).geobox).toMatchObject({ width: 2, height: 2, affine: { a: 20, e: -20, c: 500000, f: 5400000 } })
    expect(array.resample({ resolution: 5 }).shape).toEqual([6, 8])
    expect(array.resample({ size: { width: 2, height: 1 } }).bounds).toEqual(array.bounds)
    expect(() => array.resample({})).toThrow(/exactly one of resolution, size and factor, not none/)
    expect(() => array.resample({ factor: 2, resolution: 5 })).toThrow(/not several/)
    expect(() => array.resample({ factor: 0 })).toThrow(/positive/)
  })

  it('reproject onto grids, and onto those of other arrays', async () => {
    const array = small()
    const moved = array.reproject('EPSG:3857', { resolution: 10, snap: true })
    expect(moved.crs?.epsg).toBe(3857)
    expect((moved.bounds?.left ?? 1) % 10).toBe(0)
    expect(array.reproject(moved.geobox as GeoBox).hash).toBe(moved.hash)
    const back = moved.reprojectMatch(array, { nodata: 65535 })
    expect([back.geobox, back.nodata]).toEqual([array.geobox, 65535])
    expect(Array.from((await array.reprojectMatch(array).compute(run)).filled(0) as ArrayLike<number>)).toEqual([
      0, 1, 2, 3, 4, 0, 6, 7, 8, 9, 10, 11,
    ])
    expect(() => array.reproject(box, { resolution: 5 })).toThrow(/resolution was given beside a geobox/)
    expect(() => array.reproject('EPSG:3857', { resolution: 5, size: { width: 1, height: 1 } })).toThrow(/not both/)
    expect(() => array.reproject('EPSG:3857', { resampling: 'nearst' as 'near' })).toThrow(/nearst/)
    expect(() => DataArray.fromArray(new Uint8Array(1), { dims: ['x'], shape: [1] }).reproject('EPSG:3857')).toThrow(/no place on earth/)
    const nowhere = DataArray.fromArray(new Uint8Array(12), { dims: ['y', 'x'], shape: [3, 4], geobox: { ...box, crs: null } })
    expect(() => nowhere.reproject('EPSG:3857')).toThrow(/CRS is not known: give it when opening/)
  })

  it('cast, with a say where values may be lost', async () => {
    const array = small().div(2)
    expect(() => array.astype('uint8')).toThrow(expect.objectContaining({ code: 'E_DTYPE' }))
    const made = await array.astype('uint8', { rounding: 'nearest', overflow: 'clamp' }).compute(run)
    expect(Array.from(made.filled(99) as ArrayLike<number>)).toEqual([0, 1, 1, 2, 2, 99, 3, 4, 4, 5, 5, 6])
  })

  it('rename and describe without touching pixels', () => {
    const named = small()
      .rename('other')
      .assignAttrs({ a: 1 })
      .assignAttrs({ b: [2] })
    expect([named.name, named.attrs]).toEqual(['other', { a: 1, b: [2] }])
    expect(named.values).toEqual(small().values)
    expect(small().rename(null).name).toBeNull()
  })

  it('refuse attributes that JSON cannot hold', () => {
    expect(() => small().assignAttrs({ date: new Date() as never })).toThrow('assignAttrs: the attribute "date" is not JSON')
    expect(() => small().assignAttrs({ a: { b: Number.NaN } })).toThrow(/"a" is not JSON/)
  })

  it('ask for chunks without another hash', () => {
    const array = small().add(1)
    expect(array.chunk(2).chunks).toEqual({ y: 2, x: 2 })
    expect(array.chunk({ x: 3 }).chunks).toEqual({ y: 3, x: 3 })
    expect(array.chunk(2).hash).toBe(array.hash)
    expect(() => array.chunk({ z: 3 })).toThrow(/unknown option "z"/)
    expect(() => array.chunk(0)).toThrow(/at least 1/)
  })

  it('are the same graph where they say the same', () => {
    expect(small().add(1).hash).toBe(small().add(1).hash)
    expect(small().isel({ y: slice(0, 2) }).hash).toBe(small().isel({ y: slice(-3, -1) }).hash)
    expect(small().add(1).hash).not.toBe(small().add(2).hash)
  })

  it('refuse operands that are no arrays', () => {
    expect(() => small().add('1' as unknown as number)).toThrow('add: expected a number or a DataArray, not "1"')
  })
})

describe('concat', () => {
  it('stacks along a new dim with labels, and lays along one that is there', async () => {
    const stack = concat([small(), small().mul(1).astype('uint16', { overflow: 'clamp' })], {
      dim: 'time',
      labels: ['2021-06-14', '2021-07-09'],
    })
    expect(stack.dims).toEqual(['time', 'y', 'x'])
    expect(stack.coords.time).toEqual(['2021-06-14', '2021-07-09'])
    const july = await stack.sel({ time: '2021-07-09', y: 5399995 }).compute(run)
    expect(Array.from(july.values as ArrayLike<number>)).toEqual([0, 1, 2, 3])
    expect(stack.sel({ time: '2021' }).shape).toEqual([2, 3, 4])
    expect(() => concat([], { dim: 'time' })).toThrow(/empty/)
  })
})

describe('cards', () => {
  it('print what an array is and how it is made', () => {
    const text = inspect(
      small()
        .add(1)
        .isel({ y: slice(0, 2) }),
    )
    expect(text).toMatch(/^DataArray small \(y: 2, x: 4\) int32$/m)
    expect(text).toMatch(/^ {2}CRS +EPSG:32633/m)
    expect(text).toMatch(/^ {2}bounds +x 500000 to 500040, y 5399980 to 5400000$/m)
    expect(text).toMatch(/^ {4}isel y 0\.\.2\n {6}expr add\(\$0, 1\)\n {8}source memory, asset:/m)
  })

  it('show the pixels of an array in memory, or between what they lie', () => {
    expect(inspect(small())).toMatch(/^ {2}values +0, 1, 2, 3, 4, -, 6, 7, 8, 9, 10, 11$/m)
    const many = DataArray.fromArray(Float32Array.of(...Array(20).keys(), Number.NaN), { dims: ['x'], shape: [21] })
    expect(inspect(many)).toMatch(/^ {2}values +0 to 19, 20 of 21 valid$/m)
  })

  it('show nodes that are used twice once', () => {
    const a = small().mul(2)
    expect(inspect(a.sub(1).div(a))).toContain('(1) again')
  })

  it('escape what stands in HTML', () => {
    const html = small().rename('<b>&"').toHtml()
    expect(html).toContain('&lt;b&gt;&amp;&quot;')
    expect(html).not.toContain('<b>')
  })

  it('stay short for deep chains', () => {
    let array = small()
    for (let turn = 0; turn < 3000; turn++) array = array.rename(`n${turn}`)
    expect(inspect(array).split('\n').length).toBeLessThan(60)
    expect(array.hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('numbers that make no sense', () => {
  it('are called by their names', async () => {
    const array = small()
    expect(() => array.quantile(Number.NaN)).toThrow('quantile: q is NaN; give a number from 0 to 1')
    expect(() => array.resample({ factor: 2, scale: 0 })).toThrow(
      'scale must be {x, y}, output pixels per source pixel, both above 0; not {"x":0,"y":0}',
    )
    expect(() => array.resample({ factor: 2, minValidFraction: Number.POSITIVE_INFINITY })).toThrow(
      'minValidFraction must be a number from 0 to 1, not Infinity',
    )
    await expect(array.add(1).compute({ maxMemory: 512 })).rejects.toThrow(
      "maxMemory is 512 B, in which nothing runs: did you mean '512MB'?",
    )
    await expect(array.add(1).compute({ maxMemory: '8kB' })).rejects.toThrow(
      "maxMemory is 8 KiB, in which nothing runs: give some hundred megabytes, as '512MB'",
    )
  })
})
