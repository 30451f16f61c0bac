import { describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import { fullWindow } from '../../src/array/window.js'
import { type Dtype, dtypes, isInteger } from '../../src/base/dtype.js'
import { overview } from '../../src/ops/overview.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { overviewReference } from '../reference/overview.js'

const convolutions = ['bilinear', 'cubic', 'cubicspline', 'lanczos', 'gauss', 'rms', 'med', 'q1', 'q3', 'sum'] as const

const dtypeNames: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64']

conformOp(overview, [
  {
    name: 'uint16 halved, nodata',
    params: { width: 14, height: 11, kernel: 'average' },
    inputs: [inputOf(specOf(['y', 'x'], [22, 28], 'uint16'), { invalid: 0.3, nodata: 9 })],
  },
  {
    name: 'uint8 halved, mask, bands',
    params: { width: 13, height: 6, kernel: 'average' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 12, 26], 'uint8'), { invalid: 0.2 })],
  },
  {
    name: 'float32 halved',
    params: { width: 9, height: 6, kernel: 'average' },
    inputs: [inputOf(specOf(['y', 'x'], [12, 18], 'float32'))],
  },
  {
    name: 'float32 odd',
    params: { width: 9, height: 6, kernel: 'average' },
    inputs: [inputOf(specOf(['y', 'x'], [13, 19], 'float32'), { invalid: 0.2, nodata: Number.NaN })],
    shift: [0, 0],
  },
  {
    name: 'int16 near odd',
    params: { width: 8, height: 6, kernel: 'near' },
    inputs: [inputOf(specOf(['y', 'x'], [13, 17], 'int16'), { invalid: 0.2, nodata: -7 })],
    shift: [0, 0],
  },
  {
    name: 'uint8 mode',
    params: { width: 5, height: 4, kernel: 'mode' },
    inputs: [inputOf(specOf(['y', 'x'], [13, 17], 'uint8'), { invalid: 0.2, range: [0, 3] })],
    shift: [0, 0],
  },
  {
    name: 'int64 halved',
    params: { width: 8, height: 6, kernel: 'average' },
    inputs: [inputOf(specOf(['y', 'x'], [12, 16], 'int64'), { invalid: 0.2, nodata: -7n })],
  },
  {
    name: 'one row',
    params: { width: 4, height: 1, kernel: 'max' },
    inputs: [inputOf(specOf(['y', 'x'], [1, 9], 'float64'), { invalid: 0.2 })],
    shift: [0, 0],
  },
  ...(['average', 'near', 'mode', 'max', 'bilinear', 'gauss'] as const).map((kernel, k) => ({
    name: `${dtypeNames[k]} ${kernel}, pixels of exactly 2 x 2, the last ones over the edge`,
    params: { width: 13, height: 8, kernel, factor: 2 },
    inputs: [inputOf(specOf(['y', 'x'], [15, 25], dtypeNames[k] as Dtype), { invalid: 0.2, seed: k + 1 })],
  })),
  {
    name: 'float32 mode, of 4 x 4',
    params: { width: 7, height: 4, kernel: 'mode', factor: 4 },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 15, 25], 'float32'), { invalid: 0.2, range: [0, 3] })],
  },
  ...convolutions.flatMap((kernel, k) =>
    [dtypeNames[k] as Dtype, dtypeNames[(k + 5) % 10] as Dtype].map((dtype, turn) => ({
      name: `${dtype} ${kernel}`,
      params: { width: 11 + turn, height: 9, kernel },
      inputs: [inputOf(specOf(['y', 'x'], [27, 25], dtype), turn === 0 ? {} : { invalid: 0.2, seed: k + 1 })],
      shift: [0, 0],
    })),
  ),
])

/** A card's output over everything, as numbers or null. */
function levelOf(input: OpInput, width: number, height: number, kernel: string): (number | null)[] {
  const result = runWindow(
    ready(anyOp(overview), { name: '', params: { width, height, kernel }, inputs: [input] }),
    fullWindow([height, width]),
  )
  return Array.from(result.mask, (valid, index) => (valid === 1 ? Number(result.data[index]) : null))
}

function expected(input: OpInput, width: number, height: number, kernel: string): (number | null)[] {
  const [h, w] = input.spec.shape as [number, number]
  const plane = {
    width: w,
    height: h,
    at: (x: number, y: number) => Number(input.data[y * w + x]),
    valid: (x: number, y: number) => isValidAt(input, y * w + x),
  }
  const round = (value: number): number =>
    isInteger(input.spec.dtype)
      ? Math.min(Math.floor(value + 0.5), Number(dtypes[input.spec.dtype].max))
      : input.spec.dtype === 'float32'
        ? Math.fround(value)
        : value
  return Array.from({ length: width * height }, (_, at) => {
    const value = overviewReference(kernel, plane, width, height, at % width, Math.floor(at / width))
    return value === null ? null : round(value)
  })
}

describe('overview equals its definition', () => {
  for (const dtype of dtypeNames) {
    for (const kernel of ['average', 'near', 'mode', 'min', 'max', 'rms', 'med', 'q1', 'q3']) {
      it(`${dtype} ${kernel}`, () => {
        let turn = 1
        for (const [w, h, width, height] of [
          [26, 14, 13, 7],
          [27, 15, 13, 7],
          [27, 15, 14, 8],
          [33, 9, 5, 3],
          [7, 1, 3, 1],
        ] as const) {
          for (const invalid of [0, 0.3, 0.97]) {
            const range = kernel === 'mode' ? { range: [0, 4] as const } : {}
            const input = inputOf(specOf(['y', 'x'], [h, w], dtype), { invalid, seed: turn++, ...range })
            const [ours, theirs] = [levelOf(input, width, height, kernel), expected(input, width, height, kernel)]
            ours.forEach((value, at) => {
              const other = theirs[at] as number | null
              if (value === null || other === null) {
                expect(value, `pixel ${at}`).toBe(other)
                return
              }
              // Sums in another order: a last bit of a float, a half that rounds the other way.
              const tolerance = kernel !== 'average' && kernel !== 'rms' ? 0 : isInteger(dtype) ? 0 : Math.abs(other) * 1e-6 + 1e-9
              expect(
                Math.abs(value - other),
                `pixel ${at}: ${value} and ${other} (${w} x ${h} to ${width} x ${height})`,
              ).toBeLessThanOrEqual(tolerance)
            })
          }
        }
      })
    }
  }

  it.each(['average', 'near', 'mode', 'min', 'max', 'rms', 'med', 'q1', 'q3'])(
    '%s of exactly so many pixels, the last ones over the edge',
    (kernel) => {
      let turn = 1
      for (const dtype of ['uint8', 'int32', 'float64', 'int64'] as const) {
        for (const [w, h, factor] of [
          [27, 15, 2],
          [26, 15, 2],
          [1, 9, 2],
          [27, 15, 4],
          [33, 5, 8],
        ] as const) {
          for (const invalid of [0, 0.4]) {
            const input = inputOf(specOf(['y', 'x'], [h, w], dtype), {
              invalid,
              seed: turn++,
              ...(kernel === 'mode' ? { range: [0, 4] as const } : {}),
            })
            const [width, height] = [Math.ceil(w / factor), Math.ceil(h / factor)]
            const params = { width, height, kernel, factor }
            const card = ready(anyOp(overview), { name: '', params, inputs: [input] })
            const { data, mask } = runWindow(card, fullWindow([height, width]))
            // The same ground, with pixels over the edge that are not valid.
            const plane = {
              width: width * factor,
              height: height * factor,
              at: (x: number, y: number) => Number(input.data[y * w + x]),
              valid: (x: number, y: number) => x < w && y < h && isValidAt(input, y * w + x),
            }
            mask.forEach((valid, at) => {
              const value = overviewReference(kernel, plane, width, height, at % width, Math.floor(at / width))
              expect(valid === 1, `${dtype} ${w} x ${h} by ${factor}: pixel ${at}`).toBe(value !== null)
              if (value === null) return
              const rounded = isInteger(dtype) ? Math.floor(value + 0.5) : value
              expect(Number(data[at]), `${dtype} ${w} x ${h} by ${factor}: pixel ${at}`).toBeCloseTo(rounded, isInteger(dtype) ? 1 : 6)
            })
          }
        }
      }
    },
  )

  it('pixels of exactly so many lie where they should, and no other extent will do', () => {
    const spec = specOf(['y', 'x'], [15, 27], 'uint8')
    const { affine } = { affine: spec.geobox?.affine }
    const { geobox, shape } = overview.infer([spec], { width: 14, height: 8, kernel: 'average', factor: 2 })
    expect(shape).toEqual([8, 14])
    if (affine !== undefined)
      expect(geobox?.affine).toEqual({ ...affine, a: affine.a * 2, b: affine.b * 2, d: affine.d * 2, e: affine.e * 2 })
    expect(() => overview.infer([spec], { width: 13, height: 7, kernel: 'average', factor: 2 })).toThrow('divided by 2, rounded up')
  })

  it('keeps constants, also 64-bit integers beyond 2^53', () => {
    const spec = specOf(['y', 'x'], [15, 27], 'int64')
    const input: OpInput = { spec, data: new BigInt64Array(15 * 27).fill(2n ** 62n + 1n), valid: null }
    for (const [width, height] of [
      [13, 7],
      [14, 8],
    ] as const) {
      const result = runWindow(
        ready(anyOp(overview), { name: '', params: { width, height, kernel: 'average' }, inputs: [input] }),
        fullWindow([height, width]),
      )
      expect(new Set(result.data as BigInt64Array)).toEqual(new Set([2n ** 62n + 1n]))
    }
  })

  it('averages 5 pixels into 3 by area', () => {
    const input: OpInput = { spec: specOf(['y', 'x'], [1, 5], 'float32'), data: Float32Array.of(0, 10, 20, 30, 40), valid: null }
    expect(levelOf(input, 3, 1, 'average')).toEqual([4, 20, 36])
  })

  it('refuses to average classes, and to enlarge', () => {
    const spec = { ...specOf(['y', 'x'], [8, 8], 'uint8'), categorical: true }
    expect(() => overview.infer([spec], { width: 4, height: 4, kernel: 'average' })).toThrow(/use near or mode/)
    expect(() => overview.infer([spec], { width: 9, height: 4, kernel: 'near' })).toThrow(/smaller/)
  })

  it('covers the same ground', () => {
    const { geobox } = overview.infer([specOf(['y', 'x'], [15, 27], 'uint8')], { width: 13, height: 7, kernel: 'near' })
    expect(geobox?.affine).toEqual({ a: (10 * 27) / 13, b: 0, c: 500000, d: 0, e: (-10 * 15) / 7, f: 5000000 })
  })
})
