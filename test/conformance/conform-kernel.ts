import { describe, expect, it } from 'vitest'
import { isValidAt, type Validity } from '../../src/array/block.js'
import { allocate, type Dtype, dtypes, isBigInt, isInteger, type TypedArray } from '../../src/base/dtype.js'
import { type TestKit, testKit } from '../kit.js'
import { inputOf, specOf } from './op-case.js'
import { type Random, random } from './random.js'

/** A plane of pixels that a kernel reads. */
export interface Image {
  readonly width: number
  readonly height: number
  readonly dtype: Dtype
  readonly data: TypedArray
  readonly valid: Validity
}

/** A half-open rectangle of output pixels. */
export interface OutRect {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What a kernel made of a rectangle, copied out of the arena; `mask` is 1 where valid. */
export interface Made {
  readonly data: TypedArray
  readonly mask: Uint8Array
}

/** A kernel as the suite sees it: a way to run it, and what it is by definition. */
export interface KernelCase {
  readonly name: string
  readonly dtypes: readonly Dtype[]
  /** Extents of images that it is run over; odd ones belong here. */
  readonly sizes: readonly (readonly [width: number, height: number])[]
  /** Extent of the output for an image. */
  out(width: number, height: number): readonly [width: number, height: number]
  run(kit: TestKit, image: Image, rect: OutRect): Made
  /** The value of an output pixel in float64, unrounded; null where it is invalid; undefined where rounding of positions decides which. */
  reference(image: Image, x: number, y: number): number | null | undefined
  /** Greatest difference, as a share of the range of values, that rounding of positions and of sums in working precision explains. */
  readonly tolerance: number | ((dtype: Dtype) => number)
  /** Relative error of a constant in float64, where weights that sum to 1 but for their rounding are applied; 0 where not given. */
  readonly constantTolerance?: number
  /** Whether a constant stays what it is; it does where this is not given. */
  readonly keepsConstants?: boolean
  /** Greatest share of pixels that round the other way; 0.02 where not given. */
  readonly unequal?: number
}

/** Rectangles that are run on their own and compared with the whole. */
const windowCount = process.env.RASTERLOOM_FULL === '1' ? 300 : 60

/** Registers tests that hold a kernel to its scalar twin and to the invariants that all kernels keep. */
export function conformKernel(of: KernelCase): void {
  const kit = testKit(16)
  describe(`${of.name} keeps what kernels promise`, () => {
    for (const dtype of of.dtypes) {
      it(`${dtype}: equals its definition`, () => equalsTwin(of, kit, dtype))
      if (of.keepsConstants !== false) it(`${dtype}: a constant stays constant`, () => keepsConstants(of, kit, dtype))
      it(`${dtype}: any window gives the bits of the whole`, () => windowFree(of, kit, dtype))
      it(`${dtype}: masks of all kinds give the same`, () => masksAgree(of, kit, dtype))
    }
  })
}

function imageOf(dtype: Dtype, width: number, height: number, options: { seed: number; invalid: number; nodata?: number }): Image {
  const { seed, invalid } = options
  const spec = specOf(['y', 'x'], [height, width], dtype)
  const nodata = options.nodata === undefined ? {} : { nodata: isBigInt(dtype) ? BigInt(options.nodata) : options.nodata }
  const { data, valid } = inputOf(spec, { seed, invalid, range: rangeOf(dtype), ...nodata })
  return { width, height, dtype, data, valid }
}

/** Values that float64 holds, from one end of a narrow dtype to the other. */
function rangeOf(dtype: Dtype): readonly [number, number] {
  const { kind, min, max } = dtypes[dtype]
  if (kind === 'float') return [-1000, 1000]
  return [Math.max(Number(min), -100000), Math.min(Number(max), 100000)]
}

function wholeOf(of: KernelCase, kit: TestKit, image: Image): { made: Made; width: number; height: number } {
  const [width, height] = of.out(image.width, image.height)
  kit.reset()
  return { made: of.run(kit, image, { x0: 0, y0: 0, x1: width, y1: height }), width, height }
}

function equalsTwin(of: KernelCase, kit: TestKit, dtype: Dtype): void {
  let count = 0
  let unequal = 0
  let seed = 1
  for (const [w, h] of of.sizes) {
    for (const invalid of [0, 0.05, 0.6]) {
      const image = imageOf(dtype, w, h, { seed: seed++, invalid })
      const { made, width } = wholeOf(of, kit, image)
      for (let at = 0; at < made.mask.length; at++) {
        const expected = of.reference(image, at % width, Math.floor(at / width))
        if (expected === undefined) continue
        count++
        if (!agrees(of, dtype, made, at, expected, `${w} x ${h}, pixel ${at}`)) unequal++
      }
    }
  }
  // Noise over all of a 16-bit dtype, computed in float32: one pixel in a hundred lies so close to a half that it rounds the other way.
  expect(unequal / Math.max(1, count)).toBeLessThan(of.unequal ?? 0.02)
}

/** Fails where a pixel is further from its definition than rounding explains. Returns whether it is the same. */
function agrees(of: KernelCase, dtype: Dtype, { data, mask }: Made, at: number, expected: number | null, where: string): boolean {
  if (mask[at] !== (expected === null ? 0 : 1)) throw new Error(`${where}: valid is ${mask[at]}, by definition the value is ${expected}`)
  if (expected === null) return true
  const [low, high] = rangeOf(dtype)
  const rounding = isInteger(dtype) ? 0.5 : dtype === 'float32' ? Math.abs(expected) * 2 ** -23 : 0
  const tolerance = typeof of.tolerance === 'number' ? of.tolerance : of.tolerance(dtype)
  const gap = Math.abs(Number(data[at]) - expected)
  if (!(gap <= rounding + tolerance * (high - low) + 1e-9)) throw new Error(`${where}: ${data[at]}, by definition ${expected}`)
  return isInteger(dtype) ? Number(data[at]) === Math.floor(expected + 0.5) : gap <= rounding + 1e-9 * (high - low)
}

function keepsConstants(of: KernelCase, kit: TestKit, dtype: Dtype): void {
  const { min, max, kind } = dtypes[dtype]
  const values = kind === 'float' ? [0.1, -1e30, 12345.678] : [min, max, isBigInt(dtype) ? 7n : 7]
  for (const value of values) {
    for (const invalid of [0, 0.3]) {
      const image = imageOf(dtype, 37, 29, { seed: 5, invalid })
      image.data.fill(value as never)
      const { made } = wholeOf(of, kit, image)
      const constant = image.data[0]
      const slack = dtype === 'float64' ? Math.abs(Number(constant)) * (of.constantTolerance ?? 0) : 0
      for (let at = 0; at < made.mask.length; at++) {
        const same = made.data[at] === constant || Math.abs(Number(made.data[at]) - Number(constant)) < slack
        if (made.mask[at] === 1 && !same) throw new Error(`pixel ${at} of a constant ${constant} is ${made.data[at]}`)
      }
    }
  }
}

function randomRect(width: number, height: number, { next, int }: Random): OutRect {
  const [x0, y0] = [int(0, width), int(0, height)]
  return { x0, y0, x1: next() < 0.2 ? x0 + 1 : int(x0, width) + 1, y1: next() < 0.2 ? y0 + 1 : int(y0, height) + 1 }
}

function windowFree(of: KernelCase, kit: TestKit, dtype: Dtype): void {
  const rng = random(7)
  const [w, h] = of.sizes.at(-1) as readonly [number, number]
  const image = imageOf(dtype, w, h, { seed: 3, invalid: 0.1 })
  const { made, width, height } = wholeOf(of, kit, image)
  const bytes = dtypes[dtype].bytes
  const bytesAt = ({ data }: Made, at: number): Buffer => Buffer.from(data.buffer, data.byteOffset + at * bytes, bytes)
  for (let turn = 0; turn < windowCount; turn++) {
    const rect = randomRect(width, height, rng)
    kit.reset()
    const part = of.run(kit, image, rect)
    for (let y = rect.y0; y < rect.y1; y++) {
      for (let x = rect.x0; x < rect.x1; x++) {
        const [here, there] = [(y - rect.y0) * (rect.x1 - rect.x0) + x - rect.x0, y * width + x]
        const same = part.mask[here] === made.mask[there] && (part.mask[here] === 0 || bytesAt(part, here).equals(bytesAt(made, there)))
        if (!same) throw new Error(`${JSON.stringify(rect)}: pixel ${x}, ${y} is ${part.data[here]}, in the whole ${made.data[there]}`)
      }
    }
  }
}

function masksAgree(of: KernelCase, kit: TestKit, dtype: Dtype): void {
  const nodata = dtypes[dtype].kind === 'float' ? Number.NaN : 3
  const coded = imageOf(dtype, 37, 29, { seed: 11, invalid: 0.2, nodata })
  const mask = new Uint8Array(coded.data.length).map((_, at) => (isValidAt(coded, at) ? 1 : 0))
  const garbage = allocate(dtype, coded.data.length)
  for (let at = 0; at < garbage.length; at++) garbage[at] = (mask[at] === 1 ? coded.data[at] : isBigInt(dtype) ? 77n : 77) as never
  const one = wholeOf(of, kit, coded).made
  const two = wholeOf(of, kit, { ...coded, data: garbage, valid: mask }).made
  expect(two.mask).toEqual(one.mask)
  for (let at = 0; at < one.mask.length; at++) {
    if (one.mask[at] === 1 && one.data[at] !== two.data[at])
      throw new Error(`pixel ${at}: ${one.data[at]} by nodata, ${two.data[at]} by mask`)
  }
}
