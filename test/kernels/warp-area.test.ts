import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, isInteger } from '../../src/base/dtype.js'
import { conformKernel, type Image, type KernelCase } from '../conformance/conform-kernel.js'
import { random } from '../conformance/random.js'
import { testKit } from '../kit.js'
import { type AreaName, areaReference, type Outline } from '../reference/warp-area.js'
import { type Bend, coarseBend, onEdge, planeOf, positionOf, runBent, turnedBend } from './bent-warp.js'

const names = Object.keys(dtypes) as Dtype[]
const kernels: readonly AreaName[] = ['average', 'rms', 'sum', 'mode', 'min', 'max', 'med', 'q1', 'q3']

function outlineOf(bend: Bend, x: number, y: number): Outline {
  return [positionOf(bend, x, y, 0, 0), positionOf(bend, x, y, 1, 0), positionOf(bend, x, y, 1, 1), positionOf(bend, x, y, 0, 1)]
}

function clamped(value: number | null, dtype: Dtype): number | null {
  if (value === null || !isInteger(dtype)) return value
  return Math.min(Math.max(value, Number(dtypes[dtype].min)), Number(dtypes[dtype].max))
}

/** Boxes of up to 2 x 2 and 3 x 3 pixels, of a few more, and of many. */
const bends: readonly (readonly [words: string, bend: Bend, shrink: number])[] = [
  ['as small as one of the source', turnedBend, 1],
  ['of a few of the source', coarseBend, 2],
  ['of many of the source', { u: [44.3, -7.6, 1.2, 1e-3], v: [39.2, 0.4, -5.3, 1e-3] }, 6],
]

/** All where boxes are of all the shapes that four pixels at a time may have, and some more. */
function dtypesOf(shrink: number): readonly Dtype[] {
  if (shrink === 2) return names
  return shrink === 1 ? ['uint8', 'uint16', 'int16', 'float32'] : ['int8', 'uint16']
}

/** Means of at most 3 x 3 pixels of narrow integers are computed in float32, all others and all sums in float64; ranks move pixels. */
function toleranceOf(name: AreaName, dtype: Dtype, shrink: number): number {
  const isSingle = name === 'average' && shrink <= 2 && isInteger(dtype) && dtypes[dtype].bytes <= 2
  if (isSingle) return 1e-7
  return name === 'average' || name === 'rms' || name === 'sum' ? 1e-9 : 0
}

function caseOf(name: AreaName, [words, bend, shrink]: (typeof bends)[number]): KernelCase {
  return {
    name: `${name} of what a pixel covers, ${words}`,
    sizes: [
      [13, 5],
      [41, 38],
    ],
    out: (width, height) => [Math.ceil(width / shrink), Math.ceil(height / shrink)],
    dtypes: dtypesOf(shrink),
    run: (kit, image, rect) => runBent(kit, image, rect, bend, name, null),
    reference(image, x, y) {
      const outline = outlineOf(bend, x, y)
      return onEdge(...outline.flat()) ? undefined : clamped(areaReference(planeOf(image), name, outline), image.dtype)
    },
    tolerance: (dtype) => toleranceOf(name, dtype, shrink),
    keepsConstants: name !== 'rms' && name !== 'sum',
  }
}

for (const bend of bends) for (const name of kernels) conformKernel(caseOf(name, bend))

const side = 64

/** Whole numbers below a bound in an image without holes. */
function noise(dtype: Dtype, below: number): Image {
  const { int } = random(8)
  const data = allocate(dtype, side * side)
  for (let at = 0; at < data.length; at++) data[at] = int(0, below) as never
  return { width: side, height: side, dtype, data, valid: null }
}

/** A bend of an upright grid: `size` source pixels a pixel, from a corner. */
function upright(size: number, from: number): Bend {
  return { u: [from, size, 0, 0], v: [from, 0, size, 0] }
}

function totalOf(data: ArrayLike<number | bigint>): number {
  return Array.from(data, Number).reduce((sum, value) => sum + value, 0)
}

describe('areas', () => {
  it('the mean of an image stays its mean, and its sum its sum', () => {
    const kit = testKit(16)
    const image = noise('float64', 1000)
    const rect = { x0: 0, y0: 0, x1: 24, y1: 24 }
    const whole = totalOf(image.data)
    // The last pixel ends where the image does: 24 pixels of 64 / 24.
    expect(totalOf(runBent(kit, image, rect, upright(side / 24, 0), 'average', null).data) / 576).toBeCloseTo(whole / side ** 2, 9)
    kit.reset()
    expect(totalOf(runBent(kit, image, rect, upright(side / 24, 0), 'sum', null).data)).toBeCloseTo(whole, 6)
  })

  it('the sum of a constant is the constant times the area, its rms its size', () => {
    const kit = testKit(16)
    const image = noise('int32', 1)
    image.data.fill(-40 as never)
    const rect = { x0: 2, y0: 1, x1: 17, y1: 19 }
    const sums = runBent(kit, image, rect, upright(2.5, 3), 'sum', null).data
    expect(new Set(Array.from(sums, Number))).toEqual(new Set([-250]))
    kit.reset()
    expect(new Set(Array.from(runBent(kit, image, rect, upright(2.5, 3), 'rms', null).data, Number))).toEqual(new Set([40]))
  })

  for (const [classes, label] of [
    [2, 'two classes'],
    [5, 'five classes'],
    [200, 'many classes'],
    [1, 'one class'],
  ] as const) {
    it(`the mode of 4 x 4 bytes is that of its definition: ${label}`, () => {
      const kit = testKit(16)
      const image = noise('uint8', classes)
      const bend = upright(4, 0)
      const { data } = runBent(kit, image, { x0: 0, y0: 0, x1: 16, y1: 16 }, bend, 'mode', null)
      for (let at = 0; at < data.length; at++) {
        expect(data[at]).toBe(areaReference(planeOf(image), 'mode', outlineOf(bend, at % 16, Math.floor(at / 16))))
      }
    })
  }
})
