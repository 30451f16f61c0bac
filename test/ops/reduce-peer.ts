import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Dtype, dtypes, type Element, type TypedArray } from '../../src/base/dtype.js'
import type { Statistic } from '../../src/graph/reduce.js'
import { python } from '../peers.js'

/** A reduction for numpy to do. */
export interface ReduceJob {
  readonly values: TypedArray
  readonly dtype: Dtype
  readonly mask: Uint8Array | null
  readonly shape: readonly number[]
  readonly axes: readonly number[]
  readonly statistic: Statistic
  readonly q?: number
  readonly ddof?: number
  readonly skipna?: boolean
}

/** What numpy makes of jobs: by result, its text, null where it has none. One process for all. */
export function numpyReduces(jobs: readonly ReduceJob[]): (string | null)[][] {
  const parts: Uint8Array[] = []
  const known = new Map<ArrayBufferView, number>()
  let size = 0
  const place = (array: TypedArray | null): number | null => {
    if (array === null) return null
    const before = known.get(array)
    if (before !== undefined) return before
    const at = size
    const padded = new Uint8Array(Math.ceil(array.byteLength / 8) * 8)
    padded.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    parts.push(padded)
    size += padded.length
    known.set(array, at)
    return at
  }
  const list = jobs.map(({ values, dtype, mask, shape, axes, statistic, q = 0.5, ddof = 0, skipna = true }) => {
    const { bytes, kind } = dtypes[dtype]
    const code = `<${kind === 'float' ? 'f' : kind === 'int' ? 'i' : 'u'}${bytes}`
    return { dtype: code, shape, at: place(values), mask: place(mask), axes, statistic, q, ddof, skipna }
  })
  const script = fileURLToPath(new URL('./reduce.py', import.meta.url))
  const input = Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...parts])
  return JSON.parse(execFileSync(python, ['-W', 'ignore', script], { input, maxBuffer: 1 << 28 }).toString())
}

/** How far floats may be from numpy's, which sums in another order: relative, of float64 and float32 results. */
const tolerances = { float64: 1e-12, float32: 1e-6 } as const

/** How a result differs from numpy's text of it; null where it does not. */
export function difference(dtype: Dtype, value: Element, valid: boolean, text: string | null): string | null {
  if (!valid || text === null) return valid || text !== null ? `${valid ? value : 'invalid'}, numpy has ${text}` : null
  if (typeof value === 'bigint') return value === BigInt(text) ? null : `${value}, numpy has ${text}`
  const expected = Number(text)
  const tolerance = dtype === 'float32' || dtype === 'float64' ? tolerances[dtype] : 0
  const near = Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected))
  return near || Object.is(value, expected) ? null : `${value}, numpy has ${text}`
}
