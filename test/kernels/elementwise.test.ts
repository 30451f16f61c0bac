import { describe, expect, it } from 'vitest'
import { isValidAt, type Validity } from '../../src/array/block.js'
import { type Dtype, dtypes, type Element, isBigInt, type TypedArray } from '../../src/base/dtype.js'
import { andMasks, anyInvalid, countInvalid, fillInvalid, maskOf, orMasks, replaceValue } from '../../src/kernels/elementwise.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { random } from '../conformance/random.js'
import { testKit } from '../kit.js'

/** Whether two lists hold the same values; NaN equals NaN. Long lists are slow to compare by matchers. */
function same(a: ArrayLike<Element>, b: ArrayLike<Element>): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false
  return true
}

const names = Object.keys(dtypes) as Dtype[]
// Around the widths of vectors, and around the 32 KiB between the early exits of scans.
const lengths = [0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 255, 4080, 4096, 4097, 33_000]
const kit = testKit(16)

/** Pixels of which some are nodata, and their mask by definition. */
function pixels(dtype: Dtype, length: number, nodata: Element, share: number): { data: TypedArray; expected: number[]; valid: Validity } {
  kit.reset()
  const { data } = inputOf(specOf(['x'], [length], dtype, { coords: {} }), { seed: length + 1, invalid: share, nodata })
  if (dtypes[dtype].kind === 'float') for (let index = 0; index < length; index += 5) data[index] = Number.NaN
  const block = kit.block({ start: [0], stop: [length] }, data, { nodata })
  return { ...block, expected: Array.from({ length }, (_, index) => (isValidAt(block, index) ? 1 : 0)) }
}

describe.each(names)('validity of %s', (dtype) => {
  const whole = isBigInt(dtype)
  const values: Element[] = whole
    ? [7n, dtypes[dtype].min, dtypes[dtype].max]
    : [7, 0, dtypes[dtype].min, dtypes[dtype].max, Number.NaN, 0.1]

  it('expands nodata into a mask of every length', () => {
    for (const nodata of values) {
      for (const length of lengths) {
        const { data, valid, expected } = pixels(dtype, length, nodata, 0.3)
        const mask = maskOf(kit, { data, valid }, kit.array('uint8', length).byteOffset)
        if (mask === null) expect(expected).not.toContain(0)
        else expect(same(mask, expected), `mask of ${length}`).toBe(true)
      }
    }
  })

  it('finds a single invalid pixel anywhere, and none where there is none', () => {
    const nodata = (whole ? 7n : 7) as Element
    for (const length of lengths) {
      const clean = pixels(dtype, length, nodata, 0)
      if (dtypes[dtype].kind === 'float') clean.data.fill(1 as never)
      expect(anyInvalid(kit, clean)).toBe(false)
      const { int } = random(length)
      for (const at of [0, length - 1, int(0, length + 1)]) {
        if (at < 0 || at >= length) continue
        const before = clean.data[at]
        clean.data[at] = nodata as never
        expect(anyInvalid(kit, clean), `${at} of ${length}`).toBe(true)
        clean.data[at] = before as never
      }
    }
  })

  it('fills under a mask and replaces values over it', () => {
    for (const length of lengths) {
      const nodata = (whole ? 7n : 7) as Element
      const { data, expected } = pixels(dtype, length, nodata, 0.3)
      const mask = kit.block({ start: [0], stop: [length] }, Uint8Array.from(expected), null).data as Uint8Array
      const three = (whole ? 3n : 3) as Element
      const target = [...data].map((value, index) => (expected[index] === 1 ? value : three))
      fillInvalid(kit, data, mask, three)
      expect(same(data, target), `fill of ${length}`).toBe(true)
      const next = (whole ? 4n : 4) as Element
      const threes = target.filter((value, index) => value === three && expected[index] === 1).length
      expect(replaceValue(kit, data, mask, three, next)).toBe(threes)
      const replaced = target.map((value, index) => (value === three && expected[index] === 1 ? next : value))
      expect(same(data, replaced), `replaced in ${length}`).toBe(true)
    }
  })
})

describe('masks', () => {
  it('are counted and joined at every length', () => {
    for (const length of [...lengths, 70_000]) {
      kit.reset()
      const { next } = random(length)
      const [a, b] = [0, 1].map(() => Uint8Array.from({ length }, () => (next() < 0.3 ? 0 : 1)))
      const [one, other] = [a!, b!].map((mask) => kit.block({ start: [0], stop: [length] }, mask, null).data as Uint8Array)
      expect(countInvalid(kit, one!)).toBe(a!.filter((byte) => byte === 0).length)
      andMasks(kit, one!, other!)
      const joined = a!.map((byte, index) => byte & (b![index] as number))
      expect(same(other!, joined), `both of ${length}`).toBe(true)
      other!.set(b!)
      orMasks(kit, one!, other!)
      const either = a!.map((byte, index) => byte | (b![index] as number))
      expect(same(other!, either), `either of ${length}`).toBe(true)
    }
  })

  it('nodata that no element can equal makes nothing invalid', () => {
    const data = kit.block({ start: [0], stop: [4] }, Uint8Array.of(0, 1, 255, 3), null).data
    for (const nodata of [-1, 256, 0.5, Number.NaN, 0n]) expect(maskOf(kit, { data, valid: { nodata } }, 0)).toBeNull()
    const floats = kit.block({ start: [0], stop: [2] }, Float32Array.of(0.1, 1), null).data
    expect(maskOf(kit, { data: floats, valid: { nodata: 0.1 } }, 0)).toBeNull()
    expect(anyInvalid(kit, { data: floats, valid: { nodata: Math.fround(0.1) } })).toBe(true)
  })
})
