import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/base/errors.js'
import { isel } from '../../src/ops/isel.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'

const yx = (dtype: 'uint16' | 'float64' | 'int64' = 'uint16') => specOf(['y', 'x'], [13, 17], dtype)
const cube = specOf(['band', 'y', 'x'], [3, 9, 11], 'uint8')

conformOp(isel, [
  {
    name: 'crop',
    params: { indexers: { y: { start: 2, stop: 11, step: 1 }, x: { start: 5, stop: 17, step: 1 } } },
    inputs: [inputOf(yx(), { invalid: 0.2 })],
  },
  {
    name: 'steps',
    params: { indexers: { y: { start: 1, stop: 13, step: 3 }, x: { start: 0, stop: 17, step: 2 } } },
    inputs: [inputOf(yx('int64'), { invalid: 0.2, nodata: 5n })],
  },
  {
    name: 'flip',
    params: { indexers: { y: { start: 12, stop: -1, step: -1 }, x: { start: 16, stop: 2, step: -2 } } },
    inputs: [inputOf(yx('float64'), { invalid: 0.2 })],
  },
  {
    name: 'a number and a range',
    params: { indexers: { band: 1, x: { start: 3, stop: 8, step: 1 } } },
    inputs: [inputOf(cube, { invalid: 0.1 })],
  },
  {
    name: 'lists',
    shift: [0, 1, 0],
    params: { indexers: { band: { indices: [2, 0, 2] }, x: { indices: [9, 1, 1, 4, 7] } } },
    inputs: [inputOf(cube, { invalid: 0.1 })],
  },
  { name: 'one pixel of a cube', params: { indexers: { band: 2, y: 3, x: 4 } }, inputs: [inputOf(cube)] },
  {
    name: 'everything',
    params: { indexers: { y: { start: 0, stop: 13, step: 1 } } },
    inputs: [inputOf(yx(), { invalid: 0.3, nodata: 0 })],
  },
])

describe('isel', () => {
  const run = (params: object, spec = cube) => {
    const input = inputOf(spec)
    const card = ready(isel as never, { name: '', params: params as never, inputs: [input] })
    return { ...card, result: runWindow(card, { start: card.out.shape.map(() => 0), stop: card.out.shape }), input }
  }

  it('picks what coordinate arithmetic says', () => {
    const { result, input, out } = run({ indexers: { band: { indices: [2, 0] }, y: { start: 8, stop: -1, step: -3 }, x: 4 } })
    expect(out.dims).toEqual(['band', 'y'])
    expect(out.shape).toEqual([2, 3])
    const expected = [2, 0].flatMap((band) => [8, 5, 2].map((y) => input.data[(band * 9 + y) * 11 + 4]))
    expect([...result.data]).toEqual(expected)
  })

  it('keeps the centres of picked pixels on earth', () => {
    const { out, input } = run({ indexers: { y: { start: 1, stop: 9, step: 3 }, x: { start: 10, stop: 1, step: -2 } } }, cube)
    const centre = (affine: { a: number; c: number; e: number; f: number }, column: number, row: number) => [
      affine.c + affine.a * (column + 0.5),
      affine.f + affine.e * (row + 0.5),
    ]
    const was = input.spec.geobox!.affine
    const is = out.geobox!.affine
    expect(centre(is, 0, 0)).toEqual(centre(was, 10, 1))
    expect(centre(is, 2, 2)).toEqual(centre(was, 6, 7))
    expect([out.geobox!.width, out.geobox!.height]).toEqual([5, 3])
  })

  it('moves a rotated grid along', () => {
    const rotated = { ...cube, geobox: { ...cube.geobox!, affine: { a: 8, b: 6, c: 100, d: 6, e: -8, f: 200 } } }
    const { out } = run({ indexers: { y: { start: 2, stop: 9, step: 1 }, x: { start: 3, stop: 11, step: 1 } } }, rotated)
    expect(out.geobox!.affine).toEqual({ a: 8, b: 6, c: 100 + 8 * 3 + 6 * 2, d: 6, e: -8, f: 200 + 6 * 3 - 8 * 2 })
  })

  it('gives the dim that stays regular labels when the other is dropped', () => {
    const { out } = run({ indexers: { y: 2, x: { start: 4, stop: 11, step: 2 } } })
    expect(out.geobox).toBeNull()
    expect(out.coords.x).toEqual({ kind: 'regular', start: 500000 + 10 * 4.5, step: 20 })
    expect(out.coords.y).toBeUndefined()
  })

  it('takes bands and labels along', () => {
    const bands = [1, 2, 3].map((nodata) => ({ ...cube.bands[0]!, nodata }))
    const { out } = run({ indexers: { band: { indices: [2, 0] } } }, { ...cube, bands })
    expect(out.bands.map((band) => band.nodata)).toEqual([3, 1])
    expect(out.coords.band).toEqual({ kind: 'inline', labels: [2, 0] })
    expect(run({ indexers: { band: 1 } }, { ...cube, bands }).out.bands).toEqual([bands[1]])
  })

  it('shortens chunks by the step', () => {
    const spec = specOf(['y', 'x'], [1000, 1000], 'uint8', { chunk: [512, 100] })
    const { chunks } = isel.infer(
      [spec],
      isel.parse({ indexers: { y: { start: 0, stop: 1000, step: 4 }, x: { start: 0, stop: 500, step: 1 } } }),
    )
    expect(chunks).toEqual({ shape: [250, 500], chunk: [128, 100] })
  })

  it('keeps the turn of a global grid only where all of it is kept', () => {
    const spec = { ...yx(), periodX: 17 }
    expect(isel.infer([spec], isel.parse({ indexers: { y: 1 } })).periodX).toBe(17)
    expect(isel.infer([spec], isel.parse({ indexers: { x: { start: 0, stop: 16, step: 1 } } })).periodX).toBeNull()
  })

  it('writes each selection in one way', () => {
    const normal = (indexer: unknown) => isel.parse({ indexers: { x: indexer as never } }).indexers.x
    expect(normal({ stop: 10, step: 3 })).toEqual({ start: 0, stop: 10, step: 3 })
    expect(normal({ stop: 12, step: 3 })).toEqual({ start: 0, stop: 10, step: 3 })
    expect(normal({ indices: [0, 3, 6, 9] })).toEqual({ start: 0, stop: 10, step: 3 })
    expect(normal({ indices: [4] })).toEqual({ start: 4, stop: 5, step: 1 })
    expect(normal({ start: 4, stop: 0, step: -9 })).toEqual({ start: 4, stop: 5, step: 1 })
    expect(normal({ indices: [2, 1, 0] })).toEqual({ start: 2, stop: -1, step: -1 })
  })

  it.each([
    [{ z: 1 }, 'there is no dim "z"; the array has band, y, x'],
    [{ x: 11 }, 'index 11 of x is out of range; x has 11 (0..10)'],
    [{ x: { start: 0, stop: 12, step: 1 } }, 'index 11 of x is out of range'],
    [{ x: { indices: [0, 5, 40] } }, 'index 40 of x'],
    [{ x: { start: 5, stop: 5, step: 1 } }, 'selects nothing'],
    [{ x: { start: 5, stop: 9, step: 0 } }, 'step is 0'],
    [{ x: { indices: [] } }, 'the list is empty'],
    [{ x: -1 }, '-1 is not an index'],
    [{ x: 1.5 }, '1.5 is not an index'],
    [{ x: { start: 0, end: 3 } }, 'unknown param "end"'],
  ])('refuses %j', (indexers, message) => {
    const attempt = () => isel.infer([cube], isel.parse({ indexers: indexers as never }))
    expect(attempt).toThrow(UsageError)
    expect(attempt).toThrow(message)
  })
})
