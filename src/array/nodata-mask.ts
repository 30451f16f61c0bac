import type { Element, TypedArray } from '../base/dtype.js'

/** Writes the mask (1 valid, 0 invalid) of `count` elements that are invalid where they are NaN or equal `nodata`; mask bytes are `stride` apart. */
export function maskNodata(
  { data, from, count }: { readonly data: TypedArray; readonly from: number; readonly count: number },
  nodata: Element,
  mask: Uint8Array,
  to: number,
  stride = 1,
): void {
  for (let index = 0, at = to; index < count; index++, at += stride) {
    const value = data[from + index] as Element
    mask[at] = value === value && value !== nodata ? 1 : 0
  }
}
