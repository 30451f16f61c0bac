import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/array/block.js'
import type { Json } from '../../src/base/json.js'
import { declare } from '../../src/ops/declare.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const bands = (count: number) => specOf(['band', 'y', 'x'], [count, 7, 9], 'int16')
const plane = specOf(['y', 'x'], [7, 9], 'uint8')

conformOp(declare, [
  { name: 'a value becomes invalid', params: { nodata: 3 }, inputs: [inputOf(bands(2), { range: [0, 6] })] },
  { name: 'what is invalid is filled', params: { fill: [5, null] }, inputs: [inputOf(bands(2), { invalid: 0.4, range: [0, 6] })] },
  {
    name: 'both, by band, over a nodata',
    params: { fill: [0, 1], nodata: [2, 0] },
    inputs: [inputOf(bands(2), { invalid: 0.4, nodata: -1, range: [0, 6] })],
  },
  {
    name: 'a mask of values',
    params: { fill: 0 },
    inputs: [inputOf(bands(3), { invalid: 0.2 }), inputOf(plane, { seed: 5, range: [0, 2] })],
  },
  {
    name: 'a mask by its validity, bands last',
    params: { mask: 'validity' },
    inputs: [inputOf(specOf(['y', 'x', 'band'], [6, 5, 3], 'float32')), inputOf(specOf(['y', 'x'], [6, 5], 'uint8'), { invalid: 0.5 })],
  },
  {
    name: 'int64',
    params: { nodata: '-9007199254740993' },
    inputs: [inputOf(specOf(['y', 'x'], [4, 5], 'int64'), { invalid: 0.3 })],
  },
  { name: 'nothing', params: {}, inputs: [inputOf(bands(1), { invalid: 0.3 })] },
])

describe('declare', () => {
  const spec = specOf(['y', 'x'], [1, 4], 'uint8')
  const window = { start: [0, 0], stop: [1, 4] }
  const block: Block = { window, data: Uint8Array.of(0, 1, 2, 3), valid: Uint8Array.of(1, 1, 0, 1) }

  /** Values and validity over all four pixels; an invalid one is null. */
  function pixels(params: Json, inputs: readonly (Block | undefined)[]): (number | null)[] {
    const parsed = declare.parse(params)
    const specs = inputs.map(() => spec)
    const out = { window, data: new Uint8Array(4), mask: new Uint8Array(4), valid: null as Block['valid'] }
    out.valid = out.mask
    const blocks = { get: (at: number) => inputs[at] }
    declare.run(out, blocks, parsed, declare.prepare(specs, parsed, {} as never), {} as never)
    return [...out.data].map((value, at) => (out.mask[at] === 1 ? value : null))
  }

  it('fills first and then takes the nodata out', () => {
    expect(pixels({ fill: 3, nodata: 3 }, [block])).toEqual([0, 1, null, null])
  })

  it('keeps what a mask has', () => {
    const mask: Block = { window, data: Uint8Array.of(255, 0, 1, 1), valid: null }
    expect(pixels({ fill: 9 }, [block, mask])).toEqual([0, null, 9, 3])
    expect(pixels({ fill: 9, mask: 'validity' }, [block, mask])).toEqual([0, 1, 9, 3])
    expect(pixels({ fill: 9 }, [block, undefined])).toEqual([null, null, null, null])
  })

  it('fills where there is nothing at all', () => {
    expect(pixels({ fill: 7 }, [undefined])).toEqual([7, 7, 7, 7])
  })

  it('refuses values that the dtype cannot hold, and masks of other extents', () => {
    expect(() => declare.infer([spec], declare.parse({ nodata: -1 }))).toThrow('declare: nodata -1 is no uint8')
    expect(() => declare.infer([spec, specOf(['y', 'x'], [1, 5], 'uint8')], declare.parse({}))).toThrow("the mask's dim x")
  })
})
