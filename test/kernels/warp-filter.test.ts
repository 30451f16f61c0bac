import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, isInteger, type TypedArray } from '../../src/base/dtype.js'
import { conformKernel, type Image, type KernelCase } from '../conformance/conform-kernel.js'
import { random } from '../conformance/random.js'
import { testKit } from '../kit.js'
import { type FilterName, filterReference } from '../reference/warp-filter.js'
import { type Bend, coarseBend, onEdge, planeOf, positionOf, runBent, turnedBend } from './bent-warp.js'

const names = Object.keys(dtypes) as Dtype[]
const narrow = ['uint8', 'int8', 'uint16', 'int16'] as const
const filters = ['cubic', 'cubicspline', 'lanczos'] as const

/** Cubic knows a plain form, the others are widened by 1. */
function plainOf(name: FilterName): { x: number; y: number } | null {
  return name === 'cubic' ? null : { x: 1, y: 1 }
}

function clamped(value: number | null | undefined, dtype: Dtype): number | null | undefined {
  if (typeof value !== 'number' || !isInteger(dtype)) return value
  return Math.min(Math.max(value, Number(dtypes[dtype].min)), Number(dtypes[dtype].max))
}

function caseOf(name: FilterName, bend: Bend, scale: { x: number; y: number } | null, label: string): KernelCase {
  const shrinks = bend === coarseBend
  return {
    name: `${name}${label}`,
    sizes: shrinks
      ? [[41, 38]]
      : [
          [31, 5],
          [73, 67],
        ],
    out: (width, height) => (shrinks ? [Math.ceil(width / 2), Math.ceil(height / 2)] : [width + 7, height + 5]),
    dtypes: names,
    run: (kit, image, rect) => runBent(kit, image, rect, bend, name, scale),
    reference(image, x, y) {
      const [u, v] = positionOf(bend, x, y)
      return onEdge(u, v, u - 0.5, v - 0.5) ? undefined : clamped(filterReference(planeOf(image), name, u, v, scale), image.dtype)
    },
    // Positions in float32, as for bilinear, under a kernel that is twice as steep; with few weights left all is exact.
    tolerance: shrinks ? 1e-7 : 2e-5,
    unequal: 0.06,
  }
}

for (const name of filters) conformKernel(caseOf(name, turnedBend, plainOf(name), ''))
for (const name of filters) conformKernel(caseOf(name, coarseBend, { x: 0.35, y: 0.6 }, ', stretched'))

const side = 96

/** Noise with a hole or two, so that most cells of an output are all valid and some are not. */
function sparse(dtype: Dtype): Image {
  const { int } = random(21)
  const data = allocate(dtype, side * side)
  const [low, high] = [Number(dtypes[dtype].min), Number(dtypes[dtype].max)]
  for (let at = 0; at < data.length; at++) data[at] = int(low, high + 1) as never
  const valid = new Uint8Array(side * side).fill(1)
  for (const at of [40 * side + 7, 41 * side + 60, 70 * side + 33]) valid[at] = 0
  return { width: side, height: side, dtype, data, valid }
}

function mirrored(data: TypedArray, width: number): TypedArray {
  const back = data.slice()
  for (let at = 0; at < data.length; at++) back[at] = data[at - (at % width) + width - 1 - (at % width)] as never
  return back
}

describe('filters of narrow integers', () => {
  for (const name of filters) {
    for (const dtype of narrow) {
      it(`${name} ${dtype}: a pixel is the same alone, in a row of any length and in a cell of clean pixels`, () => {
        const kit = testKit(16)
        const image = sparse(dtype)
        const whole = runBent(kit, image, { x0: 0, y0: 0, x1: side, y1: side }, turnedBend, name, plainOf(name))
        expect(whole.mask.reduce((sum, valid) => sum + valid, 0)).toBeGreaterThan(0.8 * side * side)
        const { int } = random(4)
        for (let turn = 0; turn < 80; turn++) {
          const [x0, y0] = [int(0, side), int(0, side)]
          const rect = { x0, y0, x1: Math.min(side, x0 + int(1, 12)), y1: Math.min(side, y0 + int(1, 4)) }
          kit.reset()
          const part = runBent(kit, image, rect, turnedBend, name, plainOf(name))
          const width = rect.x1 - x0
          for (let at = 0; at < part.mask.length; at++) {
            const there = (y0 + Math.floor(at / width)) * side + x0 + (at % width)
            expect([part.mask[at], part.mask[at] === 0 || part.data[at]]).toEqual([
              whole.mask[there],
              part.mask[at] === 0 || whole.data[there],
            ])
          }
        }
      })

      it(`${name} ${dtype}: mirrored pixels give a mirrored image, but for how halves are rounded`, () => {
        const kit = testKit(16)
        const image = { ...sparse(dtype), valid: null }
        // Quarters of pixels: float32 holds all positions.
        const bend: Bend = { u: [16.25, 0.5, 0, 0], v: [8.75, 0, 0.75, 0] }
        const back: Bend = { u: [side - 16.25 - 32, 0.5, 0, 0], v: bend.v }
        const rect = { x0: 0, y0: 0, x1: 64, y1: 64 }
        const one = runBent(kit, image, rect, bend, name, plainOf(name)).data
        kit.reset()
        const two = mirrored(runBent(kit, { ...image, data: mirrored(image.data, side) }, rect, back, name, plainOf(name)).data, 64)
        for (let at = 0; at < one.length; at++) expect(Math.abs(Number(one[at]) - Number(two[at]))).toBeLessThanOrEqual(1)
      })
    }
  }
})
