import { type Dtype, dtypes, type Element } from '../../base/dtype.js'
import type { Statistic } from '../../graph/reduce.js'

/** A part of a key: `bits` bits above `shift`. A key is a number that orders as the values of a dtype do. */
export interface Digit {
  readonly shift: number
  readonly bits: number
}

const widths: Readonly<Record<number, readonly number[]>> = { 1: [8], 2: [8, 8], 4: [11, 11, 10], 8: [11, 11, 11, 11, 10, 10] }

/** The digits by which a value is found, one pass over all pixels each, the first the highest. The mode is found in one pass. */
export function digitsOf(statistic: Statistic, dtype: Dtype): Digit[] {
  const { bytes } = dtypes[dtype]
  const bits = statistic === 'mode' ? [8 * bytes] : (widths[bytes] as readonly number[])
  let shift = 8 * bytes
  return bits.map((width) => ({ shift: (shift -= width), bits: width }))
}

/** Side of the leaves whose digits are counted together: so large that the counts are a small part of the pixels. */
export function digitSide(statistic: Statistic, dtype: Dtype): number {
  return statistic === 'mode' && dtypes[dtype].bytes > 1 ? 2048 : 1024
}

/** Words of 8 bytes that a leaf's counts take, two counts a word: of one prefix in the first pass, of two in those that follow. */
export function digitWords(pass: number, { bits }: Digit): number {
  return (2 ** bits / 2) * (pass === 0 ? 1 : 2)
}

/** The value of a key. */
export function valueOfKey(key: bigint, dtype: Dtype): Element {
  const { kind, bytes, min } = dtypes[dtype]
  if (kind !== 'float') return bytes === 8 ? key + BigInt(min) : Number(key) + Number(min)
  const top = 1n << BigInt(8 * bytes - 1)
  const bits = (key & top) === 0n ? BigInt.asUintN(8 * bytes, ~key) : key ^ top
  const view = new DataView(new ArrayBuffer(8))
  if (bytes === 4) view.setUint32(0, Number(bits))
  else view.setBigUint64(0, bits)
  return bytes === 4 ? view.getFloat32(0) : view.getFloat64(0)
}
