import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { reproject } from '../../src/ops/reproject.js'
import { anyOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { crop, difference, type Result, randomWindow, ready, runWindow } from '../conformance/op-run.js'
import { random } from '../conformance/random.js'
import { world } from './warp-grids.js'

// Noise shrunk tenfold: where a kernel is not widened it stays noise, and shows as a block.
const noise = inputOf(specOf(['y', 'x'], [900, 1800], 'uint8', { geobox: world(1800, 900, -180), periodX: 1800 }))
const size = 120000
const affine = { a: size, b: 0, c: -17243959, d: 0, e: -size, f: 8392928 }
const geobox = { width: 288, height: 140, affine, crs: parseCrs('EPSG:8857') }

function card(more: object) {
  const params = { geobox, resampling: 'bilinear', ...more } as unknown as Json
  return ready(anyOp(reproject), { name: '', params, inputs: [noise] })
}

const whole = { start: [0, 0], stop: [140, 288] }

/** Standard deviations of the blocks of 32 x 32 px that have at least 16 valid pixels. */
function deviations({ data, mask }: Result): number[] {
  const found: number[] = []
  for (let top = 0; top < 140; top += 32) {
    for (let left = 0; left < 288; left += 32) {
      const values: number[] = []
      for (let y = top; y < Math.min(140, top + 32); y++) {
        for (let x = left; x < Math.min(288, left + 32); x++) if (mask[y * 288 + x] === 1) values.push(Number(data[y * 288 + x]))
      }
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      if (values.length >= 16) found.push(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length))
    }
  }
  return found
}

describe.each([{}, { maxErrorPx: 0 }])('noise onto a map of the earth, %j', (more) => {
  it('is as smooth at the rim as elsewhere', () => {
    const all = deviations(runWindow(card(more), whole)).sort((one, other) => one - other)
    const middle = all[Math.floor(all.length / 2)] as number
    expect(all.length).toBeGreaterThan(35)
    expect(middle).toBeLessThan(15)
    expect(all[0]).toBeGreaterThan(middle / 2.5)
    expect(all.at(-1)).toBeLessThan(middle * 2)
  })

  it('is the same by windows', () => {
    const at = card(more)
    const all = runWindow(at, whole)
    const rng = random(7)
    for (let turn = 0; turn < 12; turn++) {
      const window = randomWindow([140, 288], rng)
      expect(difference(runWindow(at, window), crop(all, window))).toBeNull()
    }
  })
})

it('exact positions give what interpolated ones give, but for little', () => {
  const [exact, near] = [runWindow(card({ maxErrorPx: 0 }), whole), runWindow(card({}), whole)]
  let differing = 0
  let worst = 0
  for (let at = 0; at < exact.data.length; at++) {
    expect(exact.mask[at]).toBe(near.mask[at])
    const gap = Math.abs(Number(exact.data[at]) - Number(near.data[at]))
    if (exact.mask[at] === 1 && gap > 2) differing++
    if (exact.mask[at] === 1) worst = Math.max(worst, gap)
  }
  // A cell whose scale is measured by itself and one that is measured with its neighbours widen a little differently.
  expect(worst).toBeLessThanOrEqual(6)
  expect(differing / exact.data.length).toBeLessThan(0.005)
})
