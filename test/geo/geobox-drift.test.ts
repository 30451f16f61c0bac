import { describe, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { GeoBox } from '../../src/index.js'
import { random } from '../conformance/random.js'

const origins = [
  affine(0.1, 0, 0.3, 0, -0.1, 0.7),
  affine(1 / 3600, 0, -180.00013888888887, 0, -1 / 3600, 59.99986111111111),
  affine(10, 0, 499980, 0, -10, 5300040),
  affine(300.0379266750948, 0, 101985, 0, -300.041782729805, 2826915),
  affine(0.07, 0.02, 1e7 / 3, 0.03, -0.11, -2e6 / 7),
]

/** One step of a chain: a grid, and the absolute place of its first pixel on the lattice it began on. */
interface At {
  readonly box: GeoBox
  readonly column: number
  readonly row: number
  readonly step: number
}

describe('grids never drift', () => {
  it('10,000 random chains of crop, pad, coarsen, merge, snap and flip keep the origin to the last bit', () => {
    const { int } = random(11)
    for (let chain = 0; chain < 10_000; chain++) {
      const base = GeoBox.of(240, 240, origins[chain % origins.length]!, null)
      let at: At = { box: base, column: 0, row: 0, step: 1 }
      for (let turn = int(1, 12); turn > 0; turn--) at = next(at, int)
      const { a, b, c, d, e, f } = base.affine
      const { box, column, row, step } = at
      const expected = [a * step, b * step, c + a * column + b * row, d * step, e * step, f + d * column + e * row]
      const got = [box.affine.a, box.affine.b, box.affine.c, box.affine.d, box.affine.e, box.affine.f]
      if (!got.every((value, i) => value === expected[i])) throw new Error(`chain ${chain}: ${got} instead of ${expected}`)
      // And by another way to the same pixels: straight from the first grid.
      if (step === 1) {
        const straight = GeoBox.crop(base, { start: [row, column], stop: [row + box.height, column + box.width] })
        if (!GeoBox.equals(box, straight)) throw new Error(`chain ${chain} differs from one crop`)
      }
    }
  })

  it('adding pixels and taking them off as plain arithmetic would drift', () => {
    // What the lattice is for.
    const there = 0.3 + 7 * 0.1
    expect(there - 7 * 0.1).not.toBe(0.3)
  })
})

function next({ box, column, row, step }: At, int: (low: number, high: number) => number): At {
  const kind = int(0, 6)
  if (kind === 0 && box.width > 8 && box.height > 8) {
    const [x0, y0] = [int(0, 4), int(0, 4)]
    const cropped = GeoBox.crop(box, { start: [y0, x0], stop: [int(y0 + 2, box.height), int(x0 + 2, box.width)] })
    return { box: cropped, column: column + x0 * step, row: row + y0 * step, step }
  }
  if (kind === 1) {
    const [left, top, right, bottom] = [int(0, 9), int(0, 9), int(0, 9), int(0, 9)]
    return { box: GeoBox.pad(box, { left, top, right, bottom }), column: column - left * step, row: row - top * step, step }
  }
  if (kind === 2 && step < 16 && box.width % 2 === 0 && box.height % 2 === 0) {
    return { box: GeoBox.zoomOut(box, 2), column, row, step: step * 2 }
  }
  if (kind === 3) {
    const other = GeoBox.translatePx(box, int(-5, 6), int(-5, 6))
    const both = GeoBox.union(box, other)
    const { start } = GeoBox.overlapRoi(both, box)
    return { box: both, column: column - start[1]! * step, row: row - start[0]! * step, step }
  }
  if (kind === 4) return { box: GeoBox.snapTo(GeoBox.translatePx(box, 0.3, -0.4), box), column, row, step }
  return { box: GeoBox.flipY(GeoBox.flipX(GeoBox.flipX(GeoBox.flipY(box)))), column, row, step }
}
