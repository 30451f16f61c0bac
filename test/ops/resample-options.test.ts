import { describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import type { Json } from '../../src/base/json.js'
import { reproject } from '../../src/ops/reproject.js'
import { testKit } from '../kit.js'
import { gridSpec, runOp } from './run-op.js'
import { inUtm } from './warp-grids.js'

const kit = testKit(16)
const fine = inUtm(4, 4, 10, 0)
const whole = inUtm(1, 1, 40, 0)

/** A warp of 4 x 4 pixels, or others, onto one of 40 m by default. */
function warped(
  data: Int32Array | Float32Array | BigInt64Array,
  params: Record<string, Json>,
  nodata: number | null = null,
  source = fine,
) {
  const dtype = data instanceof Int32Array ? 'int32' : data instanceof Float32Array ? 'float32' : 'int64'
  const held = { spec: gridSpec(source as never, dtype), data, valid: nodata === null ? null : { nodata } }
  const result = runOp(kit, reproject as never, { geobox: whole as unknown as Json, maxErrorPx: 0, ...params }, held)
  return { ...result, at: (i: number) => (isValidAt(result, i) ? result.data[i] : null) }
}

const ramp = Float32Array.from({ length: 16 }, (_, i) => i)
const mostlyHoles = Float32Array.from(ramp, (value, i) => (i % 4 === 0 ? value + 1 : -1))

describe('minValidFraction', () => {
  it('of the covered area for kernels of areas', () => {
    for (const resampling of ['average', 'mode', 'max', 'q1', 'sum', 'rms']) {
      expect(warped(mostlyHoles, { resampling, minValidFraction: 0.25 }, -1).at(0), resampling).not.toBeNull()
      expect(warped(mostlyHoles, { resampling, minValidFraction: 0.26 }, -1).at(0), resampling).toBeNull()
    }
  })

  it('what lies beyond the array is not valid', () => {
    const half = inUtm(1, 1, 40, -20)
    expect(warped(ramp, { geobox: half as unknown as Json, resampling: 'average', minValidFraction: 0.25 }).at(0)).toBe(2.5)
    expect(warped(ramp, { geobox: half as unknown as Json, resampling: 'average', minValidFraction: 0.3 }).at(0)).toBeNull()
  })

  it('of the weights for kernels of points', () => {
    const data = Float32Array.from(ramp, (value, i) => (i === 0 ? -1 : value))
    const geobox = inUtm(1, 1, 10, 5) as unknown as Json
    for (const resampling of ['bilinear', 'cubicspline']) {
      expect(warped(data, { geobox, resampling }, -1).at(0), resampling).not.toBeNull()
      expect(warped(data, { geobox, resampling, minValidFraction: 0.99 }, -1).at(0), resampling).toBeNull()
    }
  })
})

describe('exactness', () => {
  it('a mode keeps neighbours beyond the digits of float32 and float64 apart', () => {
    const data = Int32Array.from({ length: 16 }, (_, i) => (i % 3 === 0 ? 16777216 : 16777217))
    expect(warped(data, { resampling: 'mode' }).at(0)).toBe(16777217)
    const wide = BigInt64Array.from({ length: 16 }, (_, i) => 2n ** 60n + (i % 3 === 0 ? 1n : 0n))
    expect(warped(wide, { resampling: 'mode' }).at(0)).toBe(2n ** 60n)
  })

  it('of equal shares the value met first', () => {
    const data = Int32Array.from([2, 2, 7, 7, 2, 2, 7, 7, 7, 7, 2, 2, 7, 7, 2, 2])
    expect(warped(data, { resampling: 'mode' }).at(0)).toBe(2)
  })

  it('a sum keeps totals on a turned grid', () => {
    const geobox = { width: 12, height: 12, affine: { a: 6, b: 3, c: 499975, d: 2.5, e: -7, f: 5000010 }, crs: fine.crs } as unknown as Json
    const result = warped(ramp, { geobox, resampling: 'sum' })
    const total = Array.from(result.data as Float32Array).reduce((sum, value, i) => sum + (isValidAt(result, i) ? value : 0), 0)
    expect(total).toBeCloseTo(120, 3)
  })
})

describe('classes', () => {
  it('are not mixed unless that is asked for', () => {
    const spec = { ...gridSpec(fine as never, 'uint8'), categorical: true }
    const params = (more: Record<string, Json>) => reproject.parse({ geobox: whole as unknown as Json, ...more })
    expect(() => reproject.infer([spec], params({ resampling: 'average' }))).toThrow(/use near or mode/)
    expect(reproject.infer([spec], params({ resampling: 'average', allowAveraging: true })).dtype).toBe('uint8')
    expect(reproject.infer([spec], params({ resampling: 'mode' })).dtype).toBe('uint8')
  })
})
