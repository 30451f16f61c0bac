/** Words that can be added up before the sums must be brought back below 2^16. */
const run = 360

/** The fletcher32 checksum of HDF5: over big-endian words of two bytes, an odd last byte as a high one. */
export function fletcher32(bytes: Uint8Array): number {
  let [sum1, sum2] = [0, 0]
  const words = bytes.length >> 1
  for (let word = 0; word < words; ) {
    const stop = Math.min(words, word + run)
    for (; word < stop; word++) {
      sum1 += ((bytes[2 * word] as number) << 8) | (bytes[2 * word + 1] as number)
      sum2 += sum1
    }
    sum1 = (sum1 & 0xffff) + (sum1 >>> 16)
    sum2 = (sum2 & 0xffff) + (sum2 >>> 16)
  }
  if (bytes.length % 2 === 1) {
    sum1 += (bytes[bytes.length - 1] as number) << 8
    sum2 += sum1
    sum1 = (sum1 & 0xffff) + (sum1 >>> 16)
    sum2 = (sum2 & 0xffff) + (sum2 >>> 16)
  }
  sum1 = (sum1 & 0xffff) + (sum1 >>> 16)
  sum2 = (sum2 & 0xffff) + (sum2 >>> 16)
  return ((sum2 << 16) | sum1) >>> 0
}
