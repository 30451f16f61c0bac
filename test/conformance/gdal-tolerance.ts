/** How far pixels may be off, in the words of the cases' index. */
export type Tolerance = keyof typeof tolerances

/** The largest magnitude of the expected pixels around one: what rounding is relative to, where terms cancel. */
function around(expected: ArrayLike<number>, k: number, width: number): number {
  let largest = 0
  for (const row of [k - width, k, k + width]) {
    for (const at of [row - 1, row, row + 1]) largest = Math.max(largest, Math.abs(expected[at] ?? 0) || 0)
  }
  return largest
}

/** The distance to the next float32. */
function ulp32(value: number): number {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, Math.abs(value))
  bits.setInt32(0, bits.getInt32(0) + 1)
  return bits.getFloat32(0) - Math.abs(Math.fround(value))
}

type Allowed = (expected: ArrayLike<number>, k: number, width: number) => number

const relative =
  (share: number): Allowed =>
  (expected, k, width) =>
    share * around(expected, k, width)
const absolute =
  (gap: number): Allowed =>
  () =>
    gap
const ulps =
  (count: number): Allowed =>
  (expected, k) =>
    count * ulp32(expected[k] as number)

const tolerances = {
  exact: absolute(0),
  // Pixels whose centre lies on a pixel's edge would be ties; there are none.
  'exact but ties': absolute(0),
  '1 DN': absolute(1),
  '1 ulp32': ulps(1),
  '2 ulp32': ulps(2),
  'rel 1e-5': relative(1e-5),
  'rel 1e-6': relative(1e-6),
  'rel 1e-12': relative(1e-12),
  '1e-4 abs': absolute(1e-4),
  '1e-3 abs': absolute(1e-3),
  // Noise of 0 to 100 changes by at most 100 a pixel.
  'approx on: 0.125 px': absolute(0.125 * 100),
} as const satisfies Record<string, Allowed>

/** Largest difference that a case allows at a pixel. */
export function allowed(tolerance: Tolerance, expected: ArrayLike<number>, k: number, width: number): number {
  return tolerances[tolerance](expected, k, width)
}
