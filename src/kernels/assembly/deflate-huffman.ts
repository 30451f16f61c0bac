// Length-limited Huffman codes for the deflate encoder.

// Bit-reversed bytes would need a table; codewords are at most 15 bits, so they are reversed by swapping groups.
@inline
function reverse16(value: u32): u32 {
  value = ((value & 0x5555) << 1) | ((value >>> 1) & 0x5555)
  value = ((value & 0x3333) << 2) | ((value >>> 2) & 0x3333)
  value = ((value & 0x0f0f) << 4) | ((value >>> 4) & 0x0f0f)
  return ((value & 0xff) << 8) | (value >>> 8)
}

/** Bytes of work memory that buildLengths needs, aligned to 4. */
export const HUFFMAN_WORK_BYTES: usize = 288 * 4 * 2 + 1024 + 128

/**
 * Codeword lengths (one byte a symbol) of at most `limit` bits for `count` (at most 288) u32 frequencies, each under 2^22. The code is
 * always complete: where fewer than two symbols occur, lengths of 1 are given to two symbols. Deterministic; ties go by symbol.
 */
export function buildLengths(frequencies: usize, count: u32, limit: u32, lengths: usize, work: usize): void {
  const keys = work
  const other = work + 288 * 4
  memory.fill(lengths, 0, count)
  let used: u32 = 0
  let largest: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const frequency = load<u32>(frequencies + (i << 2))
    if (!frequency) continue
    store<u32>(keys + (used++ << 2), (frequency << 9) | i)
    if (frequency > largest) largest = frequency
  }
  if (used < 2) {
    const only: u32 = used ? load<u32>(keys) & 511 : 0
    store<u8>(lengths + only, 1)
    store<u8>(lengths + (only ? 0 : 1), 1)
    return
  }
  const sorted = sortByFrequency(keys, other, used, largest, work + 288 * 8)
  const depths = sorted == keys ? other : keys
  for (let i: u32 = 0; i < used; i++) store<u32>(depths + (i << 2), load<u32>(sorted + (i << 2)) >>> 9)
  const counts = work + 288 * 8 + 1024
  countDepths(depths, used, limit, counts)
  // The rarest symbols get the longest codewords.
  let at = sorted
  for (let length = limit; length > 0; length--) {
    for (let left = load<u32>(counts + (length << 2)); left > 0; left--, at += 4) store<u8>(lengths + (load<u32>(at) & 511), <u8>length)
  }
}

// Radix sort of keys by their frequency (bits 9 and up), stable. Returns the one of the two arrays that holds the result.
function sortByFrequency(keys: usize, other: usize, count: u32, largest: u32, places: usize): usize {
  for (let shift: u32 = 9; largest > 0; shift += 8, largest >>>= 8) {
    memory.fill(places, 0, 1024)
    for (let i: u32 = 0; i < count; i++) {
      const place = places + (((load<u32>(keys + (i << 2)) >>> shift) & 255) << 2)
      store<u32>(place, load<u32>(place) + 1)
    }
    let next: u32 = 0
    for (let i: u32 = 0; i < 256; i++) {
      const here = load<u32>(places + (i << 2))
      store<u32>(places + (i << 2), next)
      next += here
    }
    for (let i: u32 = 0; i < count; i++) {
      const key = load<u32>(keys + (i << 2))
      const place = places + (((key >>> shift) & 255) << 2)
      const to = load<u32>(place)
      store<u32>(place, to + 1)
      store<u32>(other + (to << 2), key)
    }
    const swapped = keys
    keys = other
    other = swapped
  }
  return keys
}

// Number of codewords of each length. `a` holds `n` >= 2 frequencies, ascending, and is used up. The tree is built in place
// (A. Moffat, J. Katajainen: In-place calculation of minimum-redundancy codes, 1995), then lengths beyond the limit are folded back.
function countDepths(a: usize, n: u32, limit: u32, counts: usize): void {
  let root: u32 = 0
  let leaf: u32 = 0
  for (let next: u32 = 0; next < n - 1; next++) {
    let sum: u32 = 0
    for (let pick = 0; pick < 2; pick++) {
      if (leaf >= n || (root < next && load<u32>(a + (root << 2)) < load<u32>(a + (leaf << 2)))) {
        sum += load<u32>(a + (root << 2))
        store<u32>(a + (root++ << 2), next)
      } else sum += load<u32>(a + (leaf++ << 2))
    }
    store<u32>(a + (next << 2), sum)
  }
  // From parents to depths of the inner nodes; every level's inner nodes leave the rest of its places to leaves.
  memory.fill(counts, 0, 64)
  store<u32>(a + ((n - 2) << 2), 0)
  for (let i = <i32>n - 3; i >= 0; i--) store<u32>(a + (<usize>i << 2), load<u32>(a + (load<u32>(a + (<usize>i << 2)) << 2)) + 1)
  let node = <i32>n - 2
  let places: u32 = 1
  for (let depth: u32 = 0; places > 0; depth++) {
    let inner: u32 = 0
    while (node >= 0 && load<u32>(a + (<usize>node << 2)) == depth) {
      inner++
      node--
    }
    const at = counts + ((depth < limit ? depth : limit) << 2)
    store<u32>(at, load<u32>(at) + places - inner)
    places = inner << 1
  }
  limitLengths(counts, limit)
}

// Folding made the code over-subscribed: lengthen shorter codewords until it is complete.
function limitLengths(counts: usize, limit: u32): void {
  let total: u32 = 0
  for (let length: u32 = 1; length <= limit; length++) total += load<u32>(counts + (length << 2)) << (limit - length)
  for (; total > <u32>1 << limit; total--) {
    store<u32>(counts + (limit << 2), load<u32>(counts + (limit << 2)) - 1)
    let length = limit - 1
    while (!load<u32>(counts + (length << 2))) length--
    const at = counts + (length << 2)
    store<u32>(at, load<u32>(at) - 1)
    store<u32>(at, load<u32>(at, 4) + 2, 4)
  }
}

/** Canonical codewords for `count` lengths: u32 entries of the bit-reversed codeword with its length in bits 16 and up. */
export function buildCodewords(lengths: usize, count: u32, codewords: usize, work: usize): void {
  memory.fill(work, 0, 64)
  for (let i: u32 = 0; i < count; i++) {
    const at = work + (<usize>load<u8>(lengths + i) << 2)
    store<u32>(at, load<u32>(at) + 1)
  }
  store<u32>(work, 0)
  let codeword: u32 = 0
  let before: u32 = 0
  for (let length: u32 = 1; length <= 15; length++) {
    const at = work + (length << 2)
    codeword = (codeword + before) << 1
    before = load<u32>(at)
    store<u32>(at, codeword)
  }
  for (let i: u32 = 0; i < count; i++) {
    const length: u32 = load<u8>(lengths + i)
    const at = work + (length << 2)
    const here = load<u32>(at)
    store<u32>(at, here + 1)
    store<u32>(codewords + (i << 2), length ? (reverse16(here) >>> (16 - length)) | (length << 16) : 0)
  }
}
