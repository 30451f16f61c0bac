// Decoding tables for deflate's Huffman codes: one lookup in a primary table, a second in a subtable for long codewords.
//
// An entry is 32 bits:
//   bits 0-5    how many bits it takes from the stream (codeword and extra bits; within a subtable without the primary part)
//   bits 6-7    number of literals, 1 to 3; their values stand in bits 8-31, first one lowest
// and when that number is 0:
//   bits 8-13   length of the codeword alone, i.e. how far to shift for the extra bits (pointer to a subtable: its index bits)
//   bits 14-15  0 a length or distance, else one of the marks below
//   bits 16-31  base of the length or distance (pointer to a subtable: its first entry)

/** Mark of the end-of-block symbol. */
export const END_OF_BLOCK: u32 = 1 << 14
/** Mark of a pointer to a subtable. */
export const SUBTABLE: u32 = 2 << 14
/** Mark of a codeword that no valid stream holds. */
export const INVALID: u32 = 3 << 14
/** Both bits of the marks. */
export const MARKS: u32 = 3 << 14
/** The bits that count literals. */
export const LITERALS: u32 = 3 << 6

/** Primary index bits of the literal/length table. */
export const LITLEN_BITS: u32 = 11
/** Primary index bits of the distance table. */
export const DISTANCE_BITS: u32 = 8
/** Index bits of the table of code lengths, which needs no subtables. */
export const PRECODE_BITS: u32 = 7

/** Kinds of alphabet that buildTable knows. */
export const KIND_LITLEN: i32 = 0
/** The distance alphabet. */
export const KIND_DISTANCE: i32 = 1
/** The alphabet of code lengths; its entries carry the symbol in bits 16 and up. */
export const KIND_PRECODE: i32 = 2

// base << 8 | extra bits of the symbols 257..285 and of the distances 0..29 (RFC 1951 section 3.2.5).
const lengthBases = memory.data<u32>([
  0x300, 0x400, 0x500, 0x600, 0x700, 0x800, 0x900, 0xa00, 0xb01, 0xd01, 0xf01, 0x1101, 0x1302, 0x1702, 0x1b02, 0x1f02, 0x2303, 0x2b03,
  0x3303, 0x3b03, 0x4304, 0x5304, 0x6304, 0x7304, 0x8305, 0xa305, 0xc305, 0xe305, 0x10200,
])
const distanceBases = memory.data<u32>([
  0x100, 0x200, 0x300, 0x400, 0x501, 0x701, 0x902, 0xd02, 0x1103, 0x1903, 0x2104, 0x3104, 0x4105, 0x6105, 0x8106, 0xc106, 0x10107,
  0x18107, 0x20108, 0x30108, 0x40109, 0x60109, 0x8010a, 0xc010a, 0x10010b, 0x18010b, 0x20010c, 0x30010c, 0x40010d, 0x60010d,
])

function symbolEntry(kind: i32, symbol: u32): u32 {
  if (kind == KIND_PRECODE) return symbol << 16
  let base: u32 = 0
  if (kind == KIND_LITLEN) {
    if (symbol < 256) return (symbol << 8) | (1 << 6)
    if (symbol == 256) return END_OF_BLOCK
    if (symbol > 285) return INVALID
    base = load<u32>(lengthBases + ((symbol - 257) << 2))
  } else {
    if (symbol > 29) return INVALID
    base = load<u32>(distanceBases + (symbol << 2))
  }
  return ((base >>> 8) << 16) | (base & 255)
}

@inline
function withCodeword(entry: u32, length: u32): u32 {
  return entry & LITERALS ? entry + length : entry + length + (length << 8)
}

/** Bytes of work memory that buildTable needs. */
export const BUILD_WORK_BYTES: usize = 1024

/**
 * Fills `table` (u32 entries, room for `capacity` of them) from the `count` codeword lengths (bytes) at `lengths`.
 * Returns false for an over-subscribed code and for an incomplete one, except that a code of at most one codeword of one bit is accepted,
 * as zlib does; what such a code does not define decodes as INVALID. `work` is BUILD_WORK_BYTES of memory.
 */
export function buildTable(lengths: usize, count: u32, kind: i32, table: usize, tableBits: u32, capacity: u32, work: usize): bool {
  const counts = work
  const sorted = work + 64
  const state = sortByLength(lengths, count, counts, sorted)
  const used = state & 0xffff
  let longest = state >>> 16
  let left: i32 = 1
  for (let length: u32 = 1; length <= 15; length++) {
    left = (left << 1) - <i32>load<u16>(counts + (length << 1))
    if (left < 0) return false
  }
  if (left > 0) {
    if (longest > 1 || kind == KIND_PRECODE) return false
    for (let i: u32 = 0; i < (1 << tableBits); i++) store<u32>(table + (i << 2), INVALID | 1)
    if (used == 1) {
      const only = withCodeword(symbolEntry(kind, load<u16>(sorted)), 1)
      for (let i: u32 = 0; i < (1 << tableBits); i += 2) store<u32>(table + (i << 2), only)
    }
    return true
  }
  return fillTable(kind, table, tableBits, capacity, counts, sorted, longest)
}

// Symbols in order of codeword length to `sorted`, u16 counts by length to `counts`. Returns longest << 16 | symbols used.
function sortByLength(lengths: usize, count: u32, counts: usize, sorted: usize): u32 {
  memory.fill(counts, 0, 64)
  for (let i: u32 = 0; i < count; i++) {
    const at = counts + ((<usize>load<u8>(lengths + i)) << 1)
    store<u16>(at, load<u16>(at) + 1)
  }
  store<u16>(counts, 0)
  // The second 32 bytes hold where the next symbol of each length goes.
  let next: u32 = 0
  let longest: u32 = 0
  for (let length: u32 = 1; length <= 15; length++) {
    store<u16>(counts + (length << 1), <u16>next, 32)
    const symbols: u32 = load<u16>(counts + (length << 1))
    if (symbols) longest = length
    next += symbols
  }
  for (let i: u32 = 0; i < count; i++) {
    const length: u32 = load<u8>(lengths + i)
    if (!length) continue
    const at = counts + (length << 1)
    const place: u32 = load<u16>(at, 32)
    store<u16>(sorted + (place << 1), <u16>i)
    store<u16>(at, <u16>(place + 1), 32)
  }
  return (longest << 16) | next
}

// A complete code. Codewords come in canonical order, bit-reversed. While they are short, the table is as large as the current length needs
// and is doubled by copying; codewords longer than the index go to subtables.
function fillTable(kind: i32, table: usize, tableBits: u32, capacity: u32, counts: usize, sorted: usize, longest: u32): bool {
  let codeword: u32 = 0
  let size: u32 = 1
  let at = sorted
  let length: u32 = 1
  for (; length <= tableBits; length++) {
    memory.copy(table + (size << 2), table, size << 2)
    size <<= 1
    for (let left: u32 = load<u16>(counts + (length << 1)); left > 0; left--, at += 2) {
      store<u32>(table + (codeword << 2), withCodeword(symbolEntry(kind, load<u16>(at)), length))
      codeword = nextCodeword(codeword, length)
    }
  }
  if (longest <= tableBits) return true
  const mask: u32 = (1 << tableBits) - 1
  let prefix: u32 = 0xffffffff
  let start: u32 = 0
  let end: u32 = 1 << tableBits
  for (; length <= longest; length++) {
    for (let left: u32 = load<u16>(counts + (length << 1)); left > 0; left--, at += 2) {
      if ((codeword & mask) != prefix) {
        prefix = codeword & mask
        start = end
        const bits = subtableBits(counts, length, left, tableBits)
        end = start + (1 << bits)
        if (end > capacity) return false
        store<u32>(table + (prefix << 2), (start << 16) | SUBTABLE | (bits << 8) | tableBits)
        size = bits
      }
      const entry = withCodeword(symbolEntry(kind, load<u16>(at)), length - tableBits)
      const step: u32 = 1 << (length - tableBits)
      for (let i = start + (codeword >>> tableBits); i < end; i += step) store<u32>(table + (i << 2), entry)
      codeword = nextCodeword(codeword, length)
    }
  }
  return true
}

// The canonical successor of a bit-reversed codeword: add one at its most significant end. After the last codeword the result is 0.
@inline
function nextCodeword(codeword: u32, length: u32): u32 {
  const free = ~codeword & ((1 << length) - 1)
  if (!free) return codeword
  const bit: u32 = (<u32>0x80000000) >>> clz(free)
  return (codeword & (bit - 1)) | bit
}

// Index bits of the subtable that begins with a codeword of `length`, `left` of which are still to come.
function subtableBits(counts: usize, length: u32, left: u32, tableBits: u32): u32 {
  let bits = length - tableBits
  let room: i32 = (1 << bits) - left
  while (room > 0 && length < 15) {
    length++
    bits++
    room = (room << 1) - <i32>load<u16>(counts + (length << 1))
  }
  return bits
}

/** Merges runs of up to three literals whose codewords fit into one index together, so that a lookup yields them at once. */
export function mergeLiterals(table: usize, tableBits: u32): void {
  // Descending: the entries looked up have a smaller index (or are this one), so they are still single.
  for (let i: i32 = (1 << tableBits) - 1; i >= 0; i--) {
    const at = table + (<usize>i << 2)
    const first = load<u32>(at)
    if (!(first & LITERALS)) continue
    let bits = first & 63
    const second = load<u32>(table + ((<usize>i >>> bits) << 2))
    if (!(second & LITERALS) || bits + (second & 63) > tableBits) continue
    bits += second & 63
    let merged = (first & 0xff00) | ((second & 0xff00) << 8)
    const third = load<u32>(table + ((<usize>i >>> bits) << 2))
    if (third & LITERALS && bits + (third & 63) <= tableBits) {
      bits += third & 63
      merged |= ((third & 0xff00) << 16) | (1 << 6)
    }
    store<u32>(at, merged | (2 << 6) | bits)
  }
}
