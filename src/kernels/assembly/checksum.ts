// Checksums of the stored formats: Adler-32 (zlib), CRC-32 (gzip, PNG) and CRC-32C (zarr, iSCSI).

// Eight tables of 256 u32 each ("slicing by eight"), filled on the first use.
const crc32Tables = memory.data(8192, 16)
const crc32cTables = memory.data(8192, 16)

/** Adler-32 (RFC 1950 section 9) of `length` bytes at `source`, continuing from `adler` (1 to begin). */
export function adler32(adler: u32, source: usize, length: usize): u32 {
  let a: u32 = adler & 0xffff
  let b: u32 = adler >>> 16
  let at = source
  let left = length
  while (left > 0) {
    // 5552 is the largest run for which b cannot overflow 32 bits; 5376 is the last multiple of 256 before it.
    const run: usize = left < 5376 ? left : 5376
    const end = at + run
    const wide = at + (run & ~15)
    while (at < wide) {
      const stop = at + 256 < wide ? at + 256 : wide
      b += a * <u32>(stop - at)
      // Sums of pairs of bytes; the sums of these sums, whose lanes hold 16 vectors, no more; and sums of the second bytes.
      let pairs = i16x8.splat(0)
      let earlier = i16x8.splat(0)
      let odd = i16x8.splat(0)
      for (; at < stop; at += 16) {
        const bytes = v128.load(at)
        earlier = i16x8.add(earlier, pairs)
        pairs = i16x8.add(pairs, i16x8.extadd_pairwise_i8x16_u(bytes))
        odd = i16x8.add(odd, i16x8.shr_u(bytes, 8))
      }
      // A byte counts as often as there are bytes from it to the end.
      const weighted = i32x4.sub(i32x4.dot_i16x8_s(pairs, i16x8(16, 14, 12, 10, 8, 6, 4, 2)), i32x4.dot_i16x8_s(odd, i16x8.splat(1)))
      a += laneSum(i32x4.dot_i16x8_s(pairs, i16x8.splat(1)))
      b += laneSum(i32x4.add(weighted, i32x4.shl(i32x4.extadd_pairwise_i16x8_u(earlier), 4)))
    }
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

@inline
function laneSum(v: v128): u32 {
  return i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3)
}

/** CRC-32 (RFC 1952 section 8, polynomial 0xedb88320) of `length` bytes at `source`, continuing from `crc` (0 to begin). */
export function crc32(crc: u32, source: usize, length: usize): u32 {
  return crcSliced(crc32Tables, 0xedb88320, crc, source, length)
}

/** CRC-32C (Castagnoli, polynomial 0x82f63b78) of `length` bytes at `source`, continuing from `crc` (0 to begin). */
export function crc32c(crc: u32, source: usize, length: usize): u32 {
  return crcSliced(crc32cTables, 0x82f63b78, crc, source, length)
}

function crcSliced(tables: usize, polynomial: u32, crc: u32, source: usize, length: usize): u32 {
  // The entry for byte 1 of any CRC table is not zero, so it tells whether the tables were filled.
  if (load<u32>(tables, 4) == 0) fillTables(tables, polynomial)
  let value = ~crc
  let at = source
  const end = source + length
  const wide = source + (length & ~7)
  while (at < wide) {
    const low = load<u32>(at) ^ value
    const high = load<u32>(at, 4)
    value =
      load<u32>(tables + ((low & 255) << 2), 7168) ^
      load<u32>(tables + (((low >>> 8) & 255) << 2), 6144) ^
      load<u32>(tables + (((low >>> 16) & 255) << 2), 5120) ^
      load<u32>(tables + ((low >>> 24) << 2), 4096) ^
      load<u32>(tables + ((high & 255) << 2), 3072) ^
      load<u32>(tables + (((high >>> 8) & 255) << 2), 2048) ^
      load<u32>(tables + (((high >>> 16) & 255) << 2), 1024) ^
      load<u32>(tables + ((high >>> 24) << 2))
    at += 8
  }
  while (at < end) value = (value >>> 8) ^ load<u32>(tables + (((value ^ load<u8>(at++)) & 255) << 2))
  return ~value
}

function fillTables(tables: usize, polynomial: u32): void {
  for (let i: u32 = 0; i < 256; i++) {
    let value = i
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    store<u32>(tables + (i << 2), value)
  }
  for (let i: u32 = 256; i < 2048; i++) {
    const previous = load<u32>(tables + ((i - 256) << 2))
    store<u32>(tables + (i << 2), (previous >>> 8) ^ load<u32>(tables + ((previous & 255) << 2)))
  }
}
