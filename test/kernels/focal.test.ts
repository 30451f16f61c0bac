import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import type { OpDef } from '../../src/graph/op.js'
import { terrainKernels } from '../../src/kernels/terrain.js'
import { fillNodata } from '../../src/ops/fill-nodata.js'
import { focal } from '../../src/ops/focal.js'
import { terrain } from '../../src/ops/terrain.js'
import { anyOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, specOf } from '../conformance/op-case.js'
import { expand, ready, runWindow, sharedKit } from '../conformance/op-run.js'
import { random } from '../conformance/random.js'
import { around, filledAt, type Plane, slopeAt } from '../reference/focal.js'

const [width, height] = [31, 23]

function input(invalid: number, seed = 1): OpInput {
  return inputOf(specOf(['y', 'x'], [height, width], 'float32'), { invalid, seed, range: [0, 100] })
}

function planeOf({ data, valid }: OpInput): Plane {
  const mask = expand(data, valid)
  return { width, height, values: Array.from(data as Float32Array, (value, at) => (mask[at] === 1 ? value : Number.NaN)) }
}

function run(card: OpDef, params: Json, of: OpInput): Float64Array {
  const { data, mask } = runWindow(ready(card, { name: '', params, inputs: [of] }), { start: [0, 0], stop: [height, width] })
  return Float64Array.from(data as Float32Array, (value, at) => (mask[at] === 1 ? value : Number.NaN))
}

describe('angles', () => {
  it('are those of Math.atan2, to the last bit of float32 but for roundings', () => {
    const kit = sharedKit()
    const { next } = random(8)
    const count = 20000
    const [gx, gy, out] = [kit.array('float32', count), kit.array('float32', count), kit.array('float32', count)]
    const job = kit.array('float64', 3)
    job.set([1, 1, 1] as never)
    for (let at = 0; at < count; at++) {
      gx[at] = (next() - 0.5) * 10 ** (next() * 16 - 8)
      gy[at] = next() < 0.1 ? 0 : (next() - 0.5) * 10 ** (next() * 16 - 8)
    }
    const { terrainAspect, terrainSlope } = terrainKernels(kit.kernels)
    terrainSlope(0, gx.byteOffset, gy.byteOffset, count, job.byteOffset, out.byteOffset)
    let off = 0
    for (let at = 0; at < count; at++) {
      const steep = Math.sqrt((gx[at] as number) ** 2 + (gy[at] as number) ** 2)
      if (out[at] !== Math.fround((Math.atan(steep) * 180) / Math.PI)) off++
    }
    expect(off).toBeLessThanOrEqual(1)
    terrainAspect(1, 0, gx.byteOffset, gy.byteOffset, count, job.byteOffset, out.byteOffset)
    for (let at = 0; at < count; at++) {
      const angle = Math.fround(Math.atan2(gy[at] as number, gx[at] as number) / (Math.PI / 180))
      const turned = Math.fround(angle < 0 ? angle + 360 : angle)
      if (Math.abs((out[at] as number) - (turned === 360 ? 0 : turned)) > 4e-5)
        throw new Error(`${gy[at]}, ${gx[at]}: ${out[at]}, not ${turned}`)
    }
  })
})

describe('neighbourhoods against their definitions', () => {
  it('slope', () => {
    const of = input(0.05)
    const plane = planeOf(of)
    const slopes = run(anyOp(terrain), { measure: 'slope' }, of)
    for (let at = 0; at < slopes.length; at++) {
      const expected = slopeAt(plane, at % width, Math.floor(at / width), 10)
      if (Number.isNaN(expected)) expect(slopes[at]).toBeNaN()
      else expect(slopes[at]).toBeCloseTo(expected, 3)
    }
  })

  const kernel = [
    [0, 1, 1],
    [1, 1, 0],
    [0, 1, 0],
  ]
  const middleOf = (values: readonly number[]): number => {
    const sorted = [...values].sort((a, b) => a - b)
    return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2
  }
  const twins: Readonly<Record<string, (values: readonly number[]) => number>> = {
    median: middleOf,
    max: (values) => Math.max(...values),
    min: (values) => Math.min(...values),
    range: (values) => Math.max(...values) - Math.min(...values),
    sum: (values) => values.reduce((sum, value) => sum + value, 0),
    mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
    count: (values) => values.length,
  }
  it.each(Object.keys(twins))('%s', (statistic) => {
    for (const weights of [kernel, [[1, 1]].map((row) => [...row, 1, 1, 1, 1, 1])]) {
      const of = input(0.3)
      const plane = planeOf(of)
      const results = run(anyOp(focal), { statistic, kernel: weights, minCount: 1 }, of)
      for (let at = 0; at < results.length; at++) {
        const values = around(plane, at % width, Math.floor(at / width), weights)
        if (values.length === 0) expect(results[at]).toBeNaN()
        else expect(results[at]).toBeCloseTo((twins[statistic] as (values: readonly number[]) => number)(values), 3)
      }
    }
  })

  it('filled holes', () => {
    for (const [invalid, most] of [
      [0.3, 5],
      [0.9, 7.5],
    ] as const) {
      const of = input(invalid)
      const plane = planeOf(of)
      const results = run(anyOp(fillNodata), { maxDistance: most }, of)
      for (let at = 0; at < results.length; at++) {
        if (!Number.isNaN(plane.values[at] as number)) expect(results[at]).toBe(plane.values[at])
        else {
          const [low, high] = filledAt(plane, at % width, Math.floor(at / width), most)
          if (Number.isNaN(low)) expect(results[at]).toBeNaN()
          else
            expect(
              (results[at] as number) >= low - 1e-3 && (results[at] as number) <= high + 1e-3,
              `${results[at]} in ${low}..${high}`,
            ).toBe(true)
        }
      }
    }
  })
})
