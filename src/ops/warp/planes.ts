import type { Block, OutBlock } from '../../array/block.js'
import { stridesOf } from '../../array/strided-copy.js'
import { shapeOf } from '../../array/window.js'
import { type Dtype, dtypeOf, dtypes, type Element, isBigInt } from '../../base/dtype.js'
import { InternalError } from '../../base/errors.js'
import { anyInvalid, type KernelKit } from '../../kernels/elementwise.js'
import { type Box, dtypeCodes } from '../../kernels/warp.js'
import { rectOf } from './state.js'

/** How a kernel is told which pixels are valid: 0 all, 1 by nodata, 2 by mask. */
export type ValidityCode = 0 | 1 | 2

/** One plane of the source block and the plane of the output that it makes, as byte offsets in linear memory. */
export interface Plane {
  readonly src: number
  readonly srcMask: number
  readonly dst: number
  readonly dstMask: number
  readonly validity: ValidityCode
}

/** Everything about blocks that the kernels need, for all planes. */
export interface Planes {
  readonly planes: readonly Plane[]
  readonly dtype: Dtype
  readonly code: number
  readonly elementBytes: number
  readonly block: Box
  readonly srcStride: number
  readonly dstStride: number
  /** Whether validity is by nodata, for all planes. */
  readonly byNodata: boolean
  readonly nodata: number
  readonly nodataBits: bigint
}

/** Makes every pixel of an output invalid, and 0. */
export function fillAllInvalid(out: OutBlock): void {
  new Uint8Array(out.data.buffer, out.data.byteOffset, out.data.byteLength).fill(0)
  out.mask.fill(0)
  out.valid = out.mask
}

/** Makes every pixel of an output the nodata value that its source block has. */
export function fillNodata(out: OutBlock, { dtype, nodata, nodataBits }: Planes): void {
  const value = isBigInt(dtype)
    ? BigInt.asUintN(64, nodataBits)
    : dtype === 'float32' && Math.fround(nodata) !== nodata
      ? Number.NaN
      : nodata
  out.data.fill(value as never)
}

/** The error of a kernel that needed more than it was given. */
export function missing(op: string, block: Box): InternalError {
  const has = `y ${block.y0}..${block.y1}, x ${block.x0}..${block.x1}`
  return new InternalError(`${op}: the input block ${has} lacks a pixel that the window needs: its demand was too small`)
}

/** Planes of which only a part of the source block is to be read. */
export function withinBox(planes: Planes, part: Box): Planes {
  const { block, srcStride, elementBytes } = planes
  const x0 = Math.max(block.x0, part.x0)
  const y0 = Math.max(block.y0, part.y0)
  const box = { x0, y0, x1: Math.max(x0, Math.min(block.x1, part.x1)), y1: Math.max(y0, Math.min(block.y1, part.y1)) }
  const skipped = (y0 - block.y0) * srcStride + x0 - block.x0
  const moved = planes.planes.map((plane) => ({ ...plane, src: plane.src + skipped * elementBytes, srcMask: plane.srcMask + skipped }))
  return { ...planes, block: box, planes: moved }
}

/** Lines up the planes (every index of the leading dims) of an output and its source block. With `scan`, planes are looked through, and those that are all valid count as such. */
export function planesOf(out: OutBlock, block: Block, scan: KernelKit | null): Planes {
  const dtype = dtypeOf(block.data)
  if (dtype === undefined) throw new InternalError(`a block of ${block.data.constructor.name} has no dtype`)
  const elementBytes = dtypes[dtype].bytes
  const box = rectOf(block.window)
  const outShape = shapeOf(out.window)
  const outSize = (outShape.at(-1) as number) * (outShape.at(-2) as number)
  const nodata = nodataOf(block, dtype)
  const planes = leadingIndices(out).map((index, k) => {
    const from = planeOffset(block, index)
    const size = (box.x1 - box.x0) * (box.y1 - box.y0)
    const mask = block.valid instanceof Uint8Array ? block.valid.subarray(from, from + size) : null
    return {
      src: block.data.byteOffset + from * elementBytes,
      srcMask: mask?.byteOffset ?? 0,
      dst: out.data.byteOffset + k * outSize * elementBytes,
      dstMask: out.mask.byteOffset + k * outSize,
      validity: validityOf(block, nodata, from, size, mask, scan),
    }
  })
  return {
    planes,
    dtype,
    code: dtypeCodes[dtype],
    elementBytes,
    block: box,
    srcStride: box.x1 - box.x0,
    dstStride: outShape.at(-1) as number,
    byNodata: nodata !== null,
    nodata: nodata === null ? Number.NaN : Number(nodata),
    nodataBits: nodata === null ? 0n : bitsOf(nodata, dtype),
  }
}

function leadingIndices({ window }: OutBlock): number[][] {
  let indices: number[][] = [[]]
  for (let dim = 0; dim < window.start.length - 2; dim++) {
    const extent = { start: window.start[dim] as number, stop: window.stop[dim] as number }
    const along = Array.from({ length: extent.stop - extent.start }, (_, i) => extent.start + i)
    indices = indices.flatMap((index) => along.map((at) => [...index, at]))
  }
  return indices
}

function planeOffset({ window }: Block, index: readonly number[]): number {
  const strides = stridesOf(shapeOf(window))
  return index.reduce((offset, at, dim) => offset + (at - (window.start[dim] as number)) * (strides[dim] as number), 0)
}

/** The block's nodata value where a pixel could have it; null where validity is not by nodata, or the dtype cannot hold the value. */
function nodataOf({ valid }: Block, dtype: Dtype): Element | null {
  if (valid === null || valid instanceof Uint8Array) return null
  if (dtypes[dtype].kind === 'float') return valid.nodata
  const { min, max } = dtypes[dtype]
  if (valid.nodata < min || valid.nodata > max || valid.nodata !== valid.nodata) return null
  if (typeof valid.nodata === 'number' && !Number.isInteger(valid.nodata)) return null
  return isBigInt(dtype) ? BigInt(valid.nodata) : valid.nodata
}

function validityOf(
  block: Block,
  nodata: Element | null,
  from: number,
  size: number,
  mask: Uint8Array | null,
  scan: KernelKit | null,
): ValidityCode {
  const code = mask !== null ? 2 : nodata !== null ? 1 : 0
  if (scan === null || code === 0) return code
  return anyInvalid(scan, { data: block.data.subarray(from, from + size), valid: mask ?? block.valid }) ? code : 0
}

function bitsOf(value: Element, dtype: Dtype): bigint {
  const bytes = new DataView(new ArrayBuffer(8))
  // A value that float32 cannot hold equals no pixel; NaN is as invalid.
  if (dtype === 'float32') bytes.setFloat32(0, Math.fround(Number(value)) === Number(value) ? Number(value) : Number.NaN, true)
  else if (dtype === 'float64') bytes.setFloat64(0, Number(value), true)
  else bytes.setBigInt64(0, BigInt.asIntN(64, BigInt(value)), true)
  return bytes.getBigUint64(0, true)
}
