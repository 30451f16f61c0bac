import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes } from '../../src/base/dtype.js'
import type { Resampling } from '../../src/ops/warp/kernels.js'
import type { Image } from '../conformance/conform-kernel.js'
import { random } from '../conformance/random.js'
import { testKit } from '../kit.js'
import { type Bend, runBent } from './bent-warp.js'

const narrow = ['uint8', 'int8', 'uint16', 'int16'] as const
const kernels = ['bilinear', 'cubic', 'cubicspline', 'lanczos'] as const
const side = 72
const turns = process.env.RASTERLOOM_FULL === '1' ? 40 : 3

function noise(dtype: Dtype, seed: number, holes: boolean): Image {
  const { int } = random(seed)
  const data = allocate(dtype, side * side)
  const valid = holes ? new Uint8Array(side * side).fill(1) : null
  for (let at = 0; at < data.length; at++) data[at] = int(Number(dtypes[dtype].min), Number(dtypes[dtype].max) + 1) as never
  for (let k = 0; valid !== null && k < 12; k++) {
    const [x, y, size] = [int(0, side), int(0, side), int(1, 9)]
    for (let j = y; j < Math.min(side, y + size); j++) valid.fill(0, j * side + x, j * side + Math.min(side, x + size))
  }
  return { width: side, height: side, dtype, data, valid }
}

/** Cubic and bilinear know a plain form, the others are widened by 1. */
function plainOf(kernel: Resampling): { x: number; y: number } | null {
  return kernel === 'cubic' || kernel === 'bilinear' ? null : { x: 1, y: 1 }
}

/** Every pixel of a run of many pixels at once, where taps of neighbours are shared, against the same pixel made alone, whose taps never are. */
function holdsAlone(kernel: Resampling, image: Image, bend: Bend, seed: number, count: number): void {
  const kit = testKit(16)
  const whole = runBent(kit, image, { x0: 0, y0: 0, x1: side, y1: side }, bend, kernel, plainOf(kernel))
  const { int } = random(seed)
  for (let turn = 0; turn < count; turn++) {
    const [x, y] = [int(0, side), int(0, side)]
    kit.reset()
    const one = runBent(kit, image, { x0: x, y0: y, x1: x + 1, y1: y + 1 }, bend, kernel, plainOf(kernel))
    const at = y * side + x
    const there = whole.mask[at] === 1 ? whole.data[at] : null
    expect({ kernel, bend, x, y, value: one.mask[0] === 1 ? one.data[0] : null }).toEqual({ kernel, bend, x, y, value: there })
  }
}

describe('pixels whose taps lie side by side', () => {
  for (const kernel of kernels) {
    for (const dtype of narrow) {
      it(`${kernel} ${dtype}: are the same as alone, on meshes of about one pixel to one`, () => {
        for (let turn = 0; turn < turns; turn++) {
          const { int } = random(100 + turn)
          const small = (): number => int(-30, 31) / 1000
          const bend: Bend = {
            u: [int(-400, 300) / 100, 1 + small() * (turn % 2), small(), small() / 1000],
            v: [int(-400, 300) / 100, small(), 1 + small() * (turn % 2), small() / 1000],
          }
          holdsAlone(kernel, noise(dtype, turn, turn % 3 > 0), bend, turn, 60)
        }
      })
    }

    it(`${kernel}: are the same as alone on a mesh whose cells reach too far to be held at once`, () => {
      const bend: Bend = { u: [-90, 3.1, 0.9, 0], v: [-90, 3.1, 1.23, 0] }
      holdsAlone(kernel, noise('uint16', 5, true), bend, 6, 200)
      holdsAlone(kernel, noise('uint8', 7, false), { u: bend.v, v: bend.u }, 8, 200)
    })
  }
})
