import { type Dtype, dtypes, type Element, isBigInt } from '../../src/base/dtype.js'

/** How the reference rounds: as the op's params name it. */
export type ReferenceRounding = 'nearest' | 'even' | 'floor' | 'trunc'

/** A float64 number rounded to a whole one. Half to even is decided by exact comparison, not by adding halves. */
export function roundReference(value: number, rounding: ReferenceRounding): number {
  if (rounding === 'nearest') return Math.floor(value + 0.5)
  if (rounding === 'floor') return Math.floor(value)
  if (rounding === 'trunc') return Math.trunc(value)
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1
  return below % 2 === 0 ? below : below + 1
}

/** The cast of one valid element by definition; undefined is invalid. */
export function castReference(
  value: Element,
  dtype: Dtype,
  rounding: ReferenceRounding,
  overflow: 'clamp' | 'invalid' | null,
): Element | undefined {
  const { kind, min, max } = dtypes[dtype]
  if (kind === 'float') {
    // Number(bigint) and fround both round to nearest even; for float32 from bigint the two steps are undone below.
    const result = dtype === 'float64' ? Number(value) : typeof value === 'bigint' ? floatFromBigInt(value) : Math.fround(value)
    const beyond = typeof value === 'number' && Number.isFinite(value) && !Number.isFinite(result)
    if (!beyond || overflow === null) return result
    return overflow === 'clamp' ? Math.sign(result) * (max as number) : undefined
  }
  const whole = typeof value === 'bigint' ? value : roundReference(value, rounding)
  if (whole >= min && whole <= max) return isBigInt(dtype) ? BigInt(whole) : Number(whole) + 0
  if (overflow !== 'clamp') return undefined
  return whole < min ? min : max
}

/** The float32 next to a bigint, ties to even, by comparing exact distances. */
function floatFromBigInt(value: bigint): number {
  const guess = Math.fround(Number(value))
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, guess)
  const distance = (candidate: number): bigint => (BigInt(candidate) > value ? BigInt(candidate) - value : value - BigInt(candidate))
  let best = guess
  for (const step of [-1, 1]) {
    const neighbour = new DataView(new ArrayBuffer(4))
    neighbour.setInt32(0, bits.getInt32(0) + step)
    const candidate = neighbour.getFloat32(0)
    if (!Number.isInteger(candidate)) continue
    const [near, far] = [distance(candidate), distance(best)]
    if (near < far || (near === far && neighbour.getInt32(0) % 2 === 0)) best = candidate
  }
  return best
}
