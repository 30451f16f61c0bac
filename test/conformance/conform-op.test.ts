import { describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import { stridesOf } from '../../src/array/strided-copy.js'
import { shapeOf } from '../../src/array/window.js'
import { UsageError } from '../../src/base/errors.js'
import { isJsonObject, type Json } from '../../src/base/json.js'
import type { OpDef } from '../../src/graph/op.js'
import { anyOp, conformOp, laws } from './conform-op.js'
import { inputOf, specOf } from './op-case.js'

/** A card with a halo: the sum of each pixel's valid neighbours within a radius along the last dim; invalid where the pixel itself is. */
const boxSum: OpDef<{ radius: number }, null> = {
  name: 'box-sum',
  version: 1,
  parse(params: Json) {
    if (!isJsonObject(params) || typeof params.radius !== 'number' || Object.keys(params).length !== 1) {
      throw new UsageError('box-sum: needs radius, and nothing else')
    }
    return { radius: params.radius }
  },
  infer: ([input]) => ({ ...input!, dtype: 'float64', moved: false }),
  prepare: () => null,
  stateBytes: () => 0,
  demand(out, _inputs, { radius }) {
    const x = out.start.length - 1
    return [[0, { start: out.start.with(x, out.start[x]! - radius), stop: out.stop.with(x, out.stop[x]! + radius) }]]
  },
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: false,
  leaf: false,
  simplify: () => null,
  run(out, inputs, { radius }) {
    const block = inputs.get(0)
    const width = shapeOf(out.window).at(-1)!
    const strides = block && stridesOf(shapeOf(block.window))
    for (let index = 0; index < out.data.length; index++) {
      out.data[index] = 0
      out.mask[index] = 0
      if (!block || !strides) continue
      let base = 0
      let rest = index
      for (let dim = strides.length - 1; dim >= 0; dim--) {
        const extent = out.window.stop[dim]! - out.window.start[dim]!
        if (dim < strides.length - 1) base += ((rest % extent) + out.window.start[dim]! - block.window.start[dim]!) * strides[dim]!
        rest = Math.floor(rest / extent)
      }
      const x = (index % width) + out.window.start.at(-1)!
      const first = Math.max(block.window.start.at(-1)!, x - radius)
      const last = Math.min(block.window.stop.at(-1)! - 1, x + radius)
      if (!isValidAt(block, base + x - block.window.start.at(-1)!)) continue
      out.mask[index] = 1
      for (let at = first; at <= last; at++) {
        const tap = base + at - block.window.start.at(-1)!
        if (isValidAt(block, tap)) out.data[index] = (out.data[index] as number) + Number(block.data[tap])
      }
    }
  },
}

const cases = [
  { name: 'uint16 2-D masked', params: { radius: 2 }, inputs: [inputOf(specOf(['y', 'x'], [11, 17], 'uint16'), { invalid: 0.2 })] },
  { name: 'int16 3-D clean', params: { radius: 1 }, inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 7, 9], 'int16'))] },
  { name: 'int64 nodata', params: { radius: 1 }, inputs: [inputOf(specOf(['y', 'x'], [5, 9], 'int64'), { invalid: 0.3, nodata: -9n })] },
]

conformOp(boxSum, cases)

/** Names of the laws that a card breaks in any of the cases. */
function broken(op: OpDef<{ radius: number }, null>): string[] {
  return Object.keys(laws).filter((law) =>
    cases.some((of) => {
      try {
        laws[law]?.(anyOp(op), of)
        return false
      } catch {
        return true
      }
    }),
  )
}

describe('the laws catch cards that break them', () => {
  it('a sound card breaks none', () => expect(broken(boxSum)).toEqual([]))

  it('a demand that is one pixel short', () => {
    const short = broken({
      ...boxSum,
      demand: (out, inputs, params, state) =>
        [...boxSum.demand(out, inputs, params, state)].map(([input, window]) => {
          const x = window.stop.length - 1
          return [input, { start: window.start, stop: window.stop.with(x, window.stop[x]! - 1) }] as const
        }),
    })
    expect(short).toContain('L1 sufficient')
    expect(short).toContain('L4 window-free')
  })

  it('a demand clipped to the input', () => {
    const clips = broken({
      ...boxSum,
      demand: (out, inputs, params, state) =>
        [...boxSum.demand(out, inputs, params, state)].map(
          ([input, window]) => [input, { start: window.start.map((start) => Math.max(0, start)), stop: window.stop }] as const,
        ),
    })
    expect(clips).toEqual(['L3 unclipped'])
  })

  it('a demand that shrinks as the window grows', () => {
    const shrinks = broken({
      ...boxSum,
      demand: (out, inputs, params, state) =>
        [...boxSum.demand(out, inputs, params, state)].map(([input, window]) =>
          window.stop[0]! - window.start[0]! > 4
            ? ([input, { ...window, stop: window.stop.with(0, window.stop[0]! - 1) }] as const)
            : [input, window],
        ),
    })
    expect(shrinks).toContain('L2 monotone')
  })

  it('one pixel that is not written, under an invalid one too', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      const last = out.data.at(-1)!
      boxSum.run(out, inputs, params, state, kit)
      out.data[out.data.length - 1] = last as never
    }
    expect(broken({ ...boxSum, run })).toContain('L6 writes all of out')
  })

  it('one mask byte that is not written', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      const last = out.mask.at(-1)!
      boxSum.run(out, inputs, params, state, kit)
      out.mask[out.mask.length - 1] = last
    }
    expect(broken({ ...boxSum, run })).toContain('L6 writes all of out')
  })

  it('reading pixels beyond the demand where the block has them', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => boxSum.run(out, inputs, { radius: params.radius + 1 }, state, kit)
    expect(broken({ ...boxSum, run })).toContain('L1 sufficient')
  })

  it('reading the garbage under invalid pixels', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      const block = inputs.get(0)
      const blind = block && { ...block, valid: null }
      boxSum.run(out, { get: () => blind }, params, state, kit)
    }
    const names = broken({ ...boxSum, run })
    expect(names).toContain('L9 forms of validity agree')
    expect(names).toContain('L8 absent is invalid')
  })

  it('arithmetic that changes where something else is masked', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      boxSum.run(out, inputs, params, state, kit)
      const valid = inputs.get(0)?.valid
      if (!(valid instanceof Uint8Array) || !valid.includes(0)) return
      for (let index = 0; index < out.data.length; index++) out.data[index] = ((out.data[index] as number) * 1.0000001) as never
    }
    expect(broken({ ...boxSum, run })).toContain('L9 own taps only')
  })

  it('writing past the end of out', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      boxSum.run(out, inputs, params, state, kit)
      new Uint8Array(kit.memory.buffer)[out.data.byteOffset + out.data.byteLength] = 1
    }
    expect(broken({ ...boxSum, run })).toContain('L4 window-free')
  })

  it('scratch beyond its bound', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      kit.scratch(4096)
      boxSum.run(out, inputs, params, state, kit)
    }
    expect(broken({ ...boxSum, run })).toContain('L6 writes all of out')
  })

  it('a result that depends on where the window begins', () => {
    const run: typeof boxSum.run = (out, inputs, params, state, kit) => {
      boxSum.run(out, inputs, params, state, kit)
      out.data[0] = ((out.data[0] as number) + 1e-9) as never
    }
    expect(broken({ ...boxSum, run })).toContain('L4 window-free')
  })

  it('params that are taken unread', () => {
    expect(broken({ ...boxSum, parse: (params) => params as { radius: number } })).toEqual(['L7 strict params'])
  })

  it('flags that claim too much', () => {
    expect(broken({ ...boxSum, elementwise: true, movesPixels: true, simplify: () => 'input' })).toEqual([
      'elementwise flag',
      'movesPixels flag',
      'simplify keeps bits',
    ])
  })
})
