import { isValidAt } from '../../src/array/block.js'
import type { Json } from '../../src/base/json.js'
import { reproject } from '../../src/ops/reproject.js'
import type { TestKit } from '../kit.js'
import type { Raster } from './rasters.js'
import { type Filled, gridSpec, runOp } from './run-op.js'

/** How far pixels may be from another program's: floats counted in order, or an absolute or a relative gap. */
export type Gap = { readonly ulps: number } | { readonly abs: number } | { readonly rel: number }

/** A raster warped to the grid of another, every position exact. */
export function warpTo(kit: TestKit, source: Raster, onto: Raster, params: Record<string, Json>): Filled {
  const spec = gridSpec(source.geobox, source.dtype, source.shape[0])
  const valid = source.nodata === null ? null : { nodata: source.nodata }
  const given = { geobox: onto.geobox as unknown as Json, maxErrorPx: 0, ...params }
  return runOp(kit, reproject as never, given, { spec, data: source.data, valid })
}

/** Indices of pixels that are further from another program's than allowed. Invalid pixels are its nodata, or 0. */
export function pixelsBeyond(ours: Filled, theirs: Raster, gap: Gap): number[] {
  const indices = Array.from({ length: theirs.data.length }, (_, i) => i)
  return indices.filter((i) => {
    const a = isValidAt(ours, i) ? Number(ours.data[i]) : (theirs.nodata ?? 0)
    return beyond(a, Number(theirs.data[i]), gap)
  })
}

function beyond(a: number, b: number, gap: Gap): boolean {
  if (Number.isNaN(a) && Number.isNaN(b)) return false
  if ('ulps' in gap) return Math.abs(order(a) - order(b)) > gap.ulps
  return !(Math.abs(a - b) <= ('abs' in gap ? gap.abs : gap.rel * Math.abs(b)))
}

/** Bits of a float32 as a number that counts floats in order. */
function order(value: number): number {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, value)
  const whole = bits.getInt32(0)
  return whole < 0 ? -0x80000000 - whole : whole
}
