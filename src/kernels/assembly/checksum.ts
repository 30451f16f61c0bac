/** Adler-32 (RFC 1950 section 9) of `length` bytes at `source`, continuing from `adler` (1 to begin). */
export function adler32(adler: u32, source: usize, length: usize): u32 {
  let a: u32 = adler & 0xffff
  let b: u32 = adler >>> 16
  let at = source
  let left = length
  while (left > 0) {
    // 5552 is the largest run for which b cannot overflow 32 bits.
    const run: usize = left < 5552 ? left : 5552
    const end = at + run
    while (at < end) {
      a += load<u8>(at++)
      b += a
    }
    a %= 65521
    b %= 65521
    left -= run
  }
  return (b << 16) | a
}
