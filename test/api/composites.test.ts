import { describe, expect, it } from 'vitest'
import { DataArray, Dataset } from '../../src/index.js'
import { pick } from '../../src/ops/pick.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const cube = specOf(['time', 'y', 'x'], [5, 9, 11], 'int16')
const plane = specOf(['y', 'x'], [9, 11], 'int64')
conformOp(pick, [
  {
    name: 'in time, int64 index, nodata',
    params: { dim: 'time' },
    inputs: [inputOf(cube, { invalid: 0.1, nodata: 0 }), inputOf(plane, { range: [-1, 5], invalid: 0.1 })],
  },
  {
    name: 'several bands, one index, a mask',
    params: { dim: 'time' },
    inputs: [
      inputOf(specOf(['time', 'band', 'y', 'x'], [4, 2, 5, 7], 'float64'), { invalid: 0.1 }),
      inputOf(specOf(['y', 'x'], [5, 7], 'uint8'), { range: [0, 3] }),
    ],
  },
  { name: 'along x', params: { dim: 'x' }, inputs: [inputOf(cube), inputOf(specOf(['y'], [9], 'int16'), { range: [0, 10] })] },
])

const [times, bands, side] = [7, 2, 6]
const size = side * side
const values = Int16Array.from({ length: times * bands * size }, (_, at) => (at * 7919) % 1009)
const mask = Uint8Array.from(values, (value) => (value % 5 === 0 ? 0 : 1))
const scene = DataArray.fromArray(values, { dims: ['time', 'band', 'y', 'x'], shape: [times, bands, side, side], mask })
const marks = Float32Array.from({ length: times * size }, (_, at) => (at * 31) % 9)
const quality = DataArray.fromArray(marks, { dims: ['time', 'y', 'x'], shape: [times, side, side] })
const cover = DataArray.fromArray(
  Uint8Array.from({ length: size }, (_, at) => (at * 3) % 4),
  {
    ...{ dims: ['y', 'x'], shape: [side, side], name: 'cover' },
    mask: Uint8Array.from({ length: size }, (_, at) => (at === 5 ? 0 : 1)),
  },
)

describe('composites', () => {
  it('take the best pixel by a quality, all bands from one time', async () => {
    for (const order of ['max', 'min'] as const) {
      const made = await scene.bestPixel(quality, { order }).compute()
      expect([made.dims, made.dtype]).toEqual([['band', 'y', 'x'], 'int16'])
      for (let pixel = 0; pixel < size; pixel++) {
        let best = -1
        for (let time = 0; time < times; time++) {
          if ([0, 1].some((band) => mask[(time * bands + band) * size + pixel] === 0)) continue
          const [mark, known] = [marks[time * size + pixel] as number, marks[best * size + pixel] as number]
          if (best < 0 || (order === 'max' ? mark > known : mark < known)) best = time
        }
        for (let band = 0; band < bands; band++) {
          const at = band * size + pixel
          expect(made.valid === null || made.valid[at] === 1).toBe(best >= 0)
          if (best >= 0) expect(made.values[at]).toBe(values[(best * bands + band) * size + pixel])
        }
      }
    }
  })

  it('refuse a quality that does not fit', () => {
    expect(() => scene.bestPixel(cover)).toThrow('both arrays need the dim "time"')
    expect(() => scene.bestPixel(3 as never)).toThrow('the quality is 3')
    expect(() => scene.bestPixel(quality, { order: 'best' as never })).toThrow('expected max or min')
  })
})

describe('groups by classes', () => {
  it('reduce the pixels of each class, over the dims of the classes', async () => {
    const means = await scene
      .groupby(cover, { values: [0, 2, 3, 9] })
      .mean()
      .compute()
    expect([means.dims, means.shape, means.coords.cover]).toEqual([
      ['time', 'band', 'cover'],
      [times, bands, 4],
      [0, 2, 3, 9],
    ])
    const medians = await scene
      .groupby(cover, { values: [3], name: 'zone' })
      .median()
      .compute()
    expect(medians.dims).toEqual(['time', 'band', 'zone'])
    for (let plane = 0; plane < times * bands; plane++) {
      for (const [place, value] of [0, 2, 3, 9].entries()) {
        const own = Array.from({ length: size }, (_, at) => at).filter(
          (at) => at !== 5 && (at * 3) % 4 === value && mask[plane * size + at] === 1,
        )
        const numbers = own.map((at) => values[plane * size + at] as number)
        const at = plane * 4 + place
        expect(means.valid === null || means.valid[at] === 1).toBe(numbers.length > 0)
        if (numbers.length > 0) expect(means.values[at]).toBeCloseTo(numbers.reduce((sum, each) => sum + each, 0) / numbers.length, 9)
      }
    }
  })

  it('may be of classes in time, too, and of another order of dims', async () => {
    const classes = quality.transpose('x', 'time', 'y').rename('mark')
    const counts = await scene
      .groupby(classes, { values: [0, 1, 2, 3, 4, 5, 6, 7, 8] })
      .count()
      .compute()
    expect([counts.dims, counts.dtype]).toEqual([['band', 'mark'], 'uint32'])
    const all = mask.reduce((sum, each) => sum + each, 0)
    expect((counts.values as Uint32Array).reduce((sum, each) => sum + each, 0)).toBe(all)
  })

  it('say what is missing', () => {
    expect(() => scene.groupby(cover.add(1), {} as never).mean()).toThrow('name them, { values: [1, 2, 3] }, or read them')
    expect(() => cover.groupby(quality, { values: [1] })).toThrow('the classes have dims time, y, x, the array has y, x')
    expect(() => scene.groupby(cover, { values: [1, 1] })).toThrow('a class is named twice')
    expect(() => scene.groupby(cover.astype('int64'), { values: [1] })).toThrow('cast them with astype, to int32')
    expect(() => scene.groupby(cover, { values: [1], name: 'time' })).toThrow('the array has a dim time already')
  })
})

describe('datasets', () => {
  const coords = { time: Array.from({ length: times }, (_, at) => new Date(Date.UTC(2021, at, 10))) }
  const a = DataArray.fromArray(marks, { dims: ['time', 'y', 'x'], shape: [times, side, side], coords })
  const data = Dataset.of({ a, b: a.mul(2), height: cover })

  it('are reduced directly, each variable over the dims that it has', async () => {
    const means = data.mean('time')
    expect([means.vars.a.dims, means.vars.height.dims]).toEqual([
      ['y', 'x'],
      ['y', 'x'],
    ])
    const { vars } = await means.compute()
    const single = await a.mean({ dim: 'time' }).compute()
    expect(vars.a.values).toEqual(single.values)
    expect(Array.from(vars.b.values as Float32Array)).toEqual(Array.from(single.values as Float32Array, (value) => value * 2))
    expect((await data.max().compute()).vars.height.values).toEqual(Uint8Array.of(3))
    expect((await data.quantile(0.25, ['y', 'x']).compute()).vars.a.dims).toEqual(['time'])
    expect(() => data.mean('tme')).toThrow('mean: no variable has a dim "tme"; there are time, y, x')
    expect(() => data.mean({ dims: 'time' } as never)).toThrow('unknown option "dims" (did you mean "dim"?)')
  })

  it('are grouped, resampled and windowed', async () => {
    const seasons = data.groupby('time.quarter').sum()
    expect([seasons.vars.a.dims, seasons.vars.height.dims]).toEqual([
      ['quarter', 'y', 'x'],
      ['y', 'x'],
    ])
    const whole = await seasons.compute()
    expect(whole.vars.a.values).toEqual((await a.groupby('time.quarter').sum().compute()).values)
    expect(data.resampleTime('P2M').median().vars.b.shape).toEqual([4, side, side])
    expect(data.rolling({ time: 3 }).mean().vars.a.shape).toEqual([times, side, side])
    expect(data.coarsen({ y: 2, x: 3 }).max().vars.height.shape).toEqual([3, 2])
    expect(data.groupby(cover, { values: [1, 2] }).mean().vars.a.dims).toEqual(['time', 'cover'])
    expect(data.anomaly('time.quarter').vars.a.dims).toEqual(['time', 'y', 'x'])
    expect(() => data.groupby('tme.month').mean()).toThrow('groupby: no variable has a dim "tme"')
  })

  it('arrays take a dim by itself, too', async () => {
    expect((await a.sum('time').compute()).values).toEqual((await a.sum({ dim: 'time' }).compute()).values)
    expect(a.sum(['y', 'x']).dims).toEqual(['time'])
    expect(() => a.sum('tme' as never)).toThrow('there is no dim "tme"')
  })
})
