/** Words that can be added before sums of 32 bits overflow. */
const run = 360

/** Fletcher's checksum of 32 bits over big-endian words of 16, as HDF5 reckons it; an odd byte counts as the upper half of a word. */
export function fletcher32(bytes: Uint8Array): number {
  let [low, high] = [0, 0]
  const fold = (sum: number): number => (sum & 0xffff) + (sum >>> 16)
  const words = Math.ceil(bytes.length / 2)
  for (let word = 0; word < words; word++) {
    low += ((bytes[2 * word] as number) << 8) | (bytes[2 * word + 1] ?? 0)
    high += low
    if (word % run !== run - 1) continue
    low = fold(low)
    high = fold(high)
  }
  low = fold(fold(low))
  high = fold(fold(high))
  return ((high << 16) | low) >>> 0
}
