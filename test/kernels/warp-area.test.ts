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

/** Patches of three classes with single pixels of others and, unless validity is not told, round holes. */
function patches(dtype: Dtype, told: 'not told' | 'by nodata' | 'by mask'): Image {
  const { int } = random(9)
  const [width, height] = [150, 83]
  const data = allocate(dtype, width * height)
  const mask = new Uint8Array(width * height).fill(1)
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const hole = told !== 'not told' && (x - 60) ** 2 + (y - 40) ** 2 < 300
    data[at] = (hole && told === 'by nodata' ? 7 : int(0, 150) === 0 ? int(0, 7) : 20 + (Math.floor(x / 31 + y / 90) % 3)) as never
    if (hole && told === 'by mask') mask[at] = 0
  }
  return { width, height, dtype, data, valid: told === 'by mask' ? mask : told === 'by nodata' ? { nodata: 7 } : null }
}

/** About one to one, a little smaller and larger, turned a little, upside down; beginning amid a cell and hanging over the edge. */
const patchBends: readonly (readonly [bend: Bend, x0: number, y0: number, columns: number])[] = [
  [{ u: [1.3, 1.013, 0.02, 1e-5], v: [2.2, -0.015, 1.021, -1e-5] }, 0, 0, 96],
  [{ u: [1.3, 1.013, 0.02, 1e-5], v: [2.2, -0.015, 1.021, -1e-5] }, 13, 5, 71],
  [{ u: [-9.3, 2.2, -0.05, 0], v: [90.2, 0.03, -1.9, 0] }, 0, 0, 80],
  [{ u: [20.3, 0.43, 0.01, 0], v: [12.2, 0.01, 0.47, 0] }, 3, 0, 93],
]

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

  for (const dtype of ['uint8', 'int8', 'uint16', 'int16'] as const) {
    for (const told of ['not told', 'by nodata', 'by mask'] as const) {
      it(`the mode of classes in patches is that of its definition, wherever a window begins: ${dtype}, validity ${told}`, () => {
        const image = patches(dtype, told)
        const plane = planeOf(image)
        for (const [bend, x0, y0, columns] of patchBends) {
          const rect = { x0, y0, x1: x0 + columns, y1: y0 + 40 }
          const { data, mask } = runBent(testKit(16), image, rect, bend, 'mode', null)
          for (let at = 0; at < data.length; at++) {
            const outline = outlineOf(bend, x0 + (at % columns), y0 + Math.floor(at / columns))
            if (onEdge(...outline.flat())) continue
            const is = areaReference(plane, 'mode', outline)
            if (is === null ? mask[at] !== 0 || data[at] !== 0 : mask[at] !== 1 || data[at] !== is)
              expect.fail(`pixel ${at} of ${columns} a row: not ${is}`)
          }
        }
      })
    }
  }
})
