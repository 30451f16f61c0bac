import type { Block } from '../../array/block.js'
import { type Dtype, dtypes } from '../../base/dtype.js'
import { castsTo, castTo, dtypeOfPixels, type KernelKit, poison, roundToFloat32, type Working } from '../../kernels/elementwise.js'
import { type Rect, rectOf } from './halo.js'

/** Bytes behind a strip that kernels may read and write: they go on to the end of a vector. */
export const slackBytes = 64

/** Copies columns [from, to) of a row of the block's plane to a pointer, as a working type: NaN where invalid. */
export type ReadStrip = (row: number, from: number, to: number, target: number) => void

/** Scratch that {@link stripReader} needs at its pointer for strips of so many columns. */
export function readerBytes(columns: number): number {
  return columns * 8 + slackBytes
}

/** A reader of strips of one plane, which begins at element `at` of the block. `scratch` is a pointer to {@link readerBytes}. */
export function stripReader(kit: KernelKit, working: Working, block: Block, at: number, scratch: number): ReadStrip {
  const { data, valid } = block
  const dtype: Dtype = dtypeOfPixels({ data })
  const { bytes } = dtypes[dtype]
  const box: Rect = rectOf(block.window)
  const stride = box.x1 - box.x0
  const mask = valid instanceof Uint8Array ? valid : null
  const nodata = valid === null || valid instanceof Uint8Array ? undefined : valid.nodata
  const direct = castsTo(dtype, working)
  const cast = castTo(kit, direct ? working : 'float64', dtype, nodata)
  const round = direct ? null : roundToFloat32(kit)
  const spoil = mask === null ? null : poison(kit, working)
  return (row, from, to, target) => {
    const offset = at + (row - box.y0) * stride + from - box.x0
    const count = to - from
    cast(data.byteOffset + offset * bytes, round === null ? target : scratch, count)
    if (round !== null) round(scratch, target, count)
    if (mask !== null && spoil !== null) spoil(target, mask.byteOffset + offset, count)
  }
}
