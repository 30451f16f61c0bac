import { isValidAt } from '../../src/array/block.js'
import { dtypes, type Element, isBigInt } from '../../src/base/dtype.js'
import type { MosaicMethod } from '../../src/ops/mosaic/params.js'
import type { OpInput } from '../conformance/op-case.js'

/** The valid values that inputs have at a pixel of a mosaic, in order. `places` are the mosaic's column and row of each input's first pixel. */
export function valuesAt(
  inputs: readonly OpInput[],
  places: readonly (readonly [column: number, row: number])[],
  plane: number,
  y: number,
  x: number,
): Element[] {
  return inputs.flatMap(({ spec, data, valid }, input) => {
    const [height, width] = spec.shape.slice(-2) as [number, number]
    const [column, row] = places[input] as readonly [number, number]
    if (x < column || y < row || x >= column + width || y >= row + height) return []
    const index = (plane * height + (y - row)) * width + (x - column)
    return isValidAt({ data, valid }, index) ? [data[index] as Element] : []
  })
}

/** What a method makes of the valid values at a pixel, in order; null where it is invalid. By definition, one pixel at a time. */
export function merged(method: MosaicMethod, dtype: OpInput['spec']['dtype'], values: readonly Element[]): Element | null {
  if (method === 'count') return values.length
  if (values.length === 0) return null
  if (method === 'first') return values[0] as Element
  if (method === 'last') return values[values.length - 1] as Element
  if (method === 'mean') return meanOf(dtype, values)
  return values.reduce((best, value) => (isBetter(value, best, method === 'min') ? value : best))
}

function isBetter(value: Element, than: Element, least: boolean): boolean {
  if (value === than) return Object.is(value, -0) === least && Object.is(than, -0) !== least
  return value < than === least
}

function meanOf(dtype: OpInput['spec']['dtype'], values: readonly Element[]): Element | null {
  if (dtypes[dtype].kind === 'float') {
    const mean = (values as number[]).slice(1).reduce((sum, value) => sum + value, values[0] as number) / values.length
    if (Number.isNaN(mean)) return null
    return dtype === 'float32' ? Math.fround(mean) : mean
  }
  // floor((2 sum + n) / (2 n)) in integers of any size.
  const n = BigInt(values.length)
  const above = values.reduce((sum: bigint, value) => sum + 2n * BigInt(value), n)
  const whole = above / (2n * n)
  const mean = above < 0n && whole * 2n * n !== above ? whole - 1n : whole
  return isBigInt(dtype) ? mean : Number(mean)
}
