// Decoding tables for deflate's Huffman codes: one lookup in a primary table, a second in a subtable for long codewords.
//
// An entry of the literal/length table is 32 bits:
//   bits 0-5    how many bits it takes from the stream (within a subtable without the primary part)
//   bits 6-7    number of literals, 0 to 2; their values stand in bits 8-23, first one lowest
//   bits 24-31  the length of the match that follows these literals, 3 to 255; or LITERALS_ONLY, LONGEST or OTHER
// An entry whose length is OTHER has no literals, and has, as all entries of the distance table have,
//   bits 8-12   the number of extra bits behind it; distances: BUFFER_LOW + length of the codeword alone; pointers: index bits of the subtable
//   bits 13-14  0 a length or distance, else one of the kinds below
//   bits 15-31  (15-23) base of the length or distance; pointers: first entry of the subtable behind the primary table, halved
// A distance's bits 0-5 count its extra bits too.

/** Length of an entry that no match follows. */
export const LITERALS_ONLY: u32 = 0
/** Length of an entry whose other bits say what follows. */
export const OTHER: u32 = 1
/** Stands for the length 258. */
export const LONGEST: u32 = 2
/** The first length that stands for itself. */
export const FIRST_LENGTH: u32 = 3

/** Kind of the end-of-block symbol. */
export const END_OF_BLOCK: u32 = 1 << 13
/** Kind of a pointer to a subtable. */
export const SUBTABLE: u32 = 2 << 13
/** Kind of a codeword that no valid stream holds. */
export const INVALID: u32 = 3 << 13
/** Both bits of the kinds. */
export const KINDS: u32 = 3 << 13

/** Bits already taken that the decoder's buffer keeps below the next one, so that it needs no shift to index words. */
export const BUFFER_LOW: u32 = 2

/** Primary index bits of the literal/length table. */
export const LITLEN_BITS: u32 = 12
/** Primary index bits of the distance table. */
export const DISTANCE_BITS: u32 = 8
/** Index bits of the table of code lengths, which needs no subtables. */
export const PRECODE_BITS: u32 = 7

// A complete subtable of 2^n entries holds at least n + 1 codewords, so that the 288 and 32 symbols need at most 576 entries of at most
// three bits, and 512 of at most seven.
const LITLEN_ENTRIES: u32 = 4096 + 576
const DISTANCE_ENTRIES: u32 = 256 + 512

// They lie at constant addresses, which saves the decoder an addition in each step.
/** The literal/length table. */
export const litlenTable = memory.data(4 * (4096 + 576), 16)
/** The distance table; while a block's header is read, the table of code lengths. */
export const distanceTable = memory.data(4 * (256 + 512), 16)

// Entries of the symbols, without their codewords' lengths: litlens, distances, code lengths. Filled on the first use.
const symbolEntries = memory.data(4 * (288 + 32 + 19), 16)
const DISTANCES_AT: usize = 4 * 288
const PRECODES_AT: usize = 4 * (288 + 32)

// base << 8 | extra bits of the symbols 257..285 and of the distances 0..29 (RFC 1951 section 3.2.5).
const lengthBases = memory.data<u32>([
  0x300, 0x400, 0x500, 0x600, 0x700, 0x800, 0x900, 0xa00, 0xb01, 0xd01, 0xf01, 0x1101, 0x1302, 0x1702, 0x1b02, 0x1f02, 0x2303, 0x2b03,
  0x3303, 0x3b03, 0x4304, 0x5304, 0x6304, 0x7304, 0x8305, 0xa305, 0xc305, 0xe305, 0x10200,
])
const distanceBases = memory.data<u32>([
  0x100, 0x200, 0x300, 0x400, 0x501, 0x701, 0x902, 0xd02, 0x1103, 0x1903, 0x2104, 0x3104, 0x4105, 0x6105, 0x8106, 0xc106, 0x10107,
  0x18107, 0x20108, 0x30108, 0x40109, 0x60109, 0x8010a, 0xc010a, 0x10010b, 0x18010b, 0x20010c, 0x30010c, 0x40010d, 0x60010d,
])

function fillSymbols(): void {
  for (let i: u32 = 0; i < 288; i++) store<u32>(symbolEntries + (i << 2), litlenEntry(i))
  for (let i: u32 = 0; i < 32; i++) {
    const base = i < 30 ? load<u32>(distanceBases + (i << 2)) : 0
    const entry = i < 30 ? ((base >>> 8) << 15) | (base & 255) : INVALID
    store<u32>(symbolEntries + (i << 2), entry | (BUFFER_LOW << 8), DISTANCES_AT)
  }
  for (let i: u32 = 0; i < 19; i++) store<u32>(symbolEntries + (i << 2), i << 16, PRECODES_AT)
}

function litlenEntry(symbol: u32): u32 {
  if (symbol < 256) return (symbol << 8) | (1 << 6)
  if (symbol == 256) return (OTHER << 24) | END_OF_BLOCK
  if (symbol > 285) return (OTHER << 24) | INVALID
  const base = load<u32>(lengthBases + ((symbol - 257) << 2))
  if (base & 255) return (OTHER << 24) | ((base >>> 8) << 15) | ((base & 255) << 8)
  return symbol == 285 ? LONGEST << 24 : (base >>> 8) << 24
}

// Layout of the work memory: u16 counts by codeword length, u16 places by codeword length, u16 symbols by codeword length, and what may
// follow a literal in a merged entry.
const SORTED_AT: usize = 64
const SECONDS_AT: usize = SORTED_AT + 2 * 288
/** Bytes of work memory that the builders need, aligned to 8. */
export const BUILD_WORK_BYTES: usize = SECONDS_AT + 4 * 2048

/**
 * Builds the table of literals and lengths from `count` codeword lengths (bytes). `merged`: with as many symbols to an entry as fit, which
 * pays unless the block is short. Returns false for an over-subscribed code and for an incomplete one, except that a code of at most one
 * codeword of one bit is accepted, as zlib does; what such a code does not define decodes as INVALID.
 */
export function buildLitlens(lengths: usize, count: u32, merged: bool, work: usize): bool {
  const built = build(lengths, count, symbolEntries, 1, litlenTable, LITLEN_BITS, LITLEN_ENTRIES, OTHER << 24, work)
  if (built && merged) mergeEntries(work)
  return built
}

/** Builds the table of distances; arguments and result as buildLitlens. */
export function buildDistances(lengths: usize, count: u32, work: usize): bool {
  return build(lengths, count, symbolEntries + DISTANCES_AT, 0x101, distanceTable, DISTANCE_BITS, DISTANCE_ENTRIES, 0, work)
}

/** Builds the table of code lengths, whose entries carry the symbol in bits 16 and up. No incomplete code is accepted. */
export function buildPrecodes(lengths: usize, work: usize): bool {
  return build(lengths, 19, symbolEntries + PRECODES_AT, 1, distanceTable, PRECODE_BITS, 0, 0, work)
}

// An entry is its symbol's plus `unit` times the length of its codeword; `mark` is set in entries that are no symbol's. A code without
// room for subtables must be complete.
function build(
  lengths: usize,
  count: u32,
  symbols: usize,
  unit: u32,
  table: usize,
  tableBits: u32,
  capacity: u32,
  mark: u32,
  work: usize,
): bool {
  if (!load<u32>(symbolEntries)) fillSymbols()
  const sorted = work + SORTED_AT
  const state = sortByLength(lengths, count, work)
  const used = state & 0xffff
  const longest = state >>> 16
  let left: i32 = 1
  for (let length: u32 = 1; length <= 15; length++) {
    left = (left << 1) - <i32>load<u16>(work + (length << 1))
    if (left < 0) return false
  }
  if (left == 0) return fillTable(symbols, unit, table, tableBits, capacity, mark, work, longest)
  if (longest > 1 || !capacity) return false
  for (let i: u32 = 0; i < 1 << tableBits; i++) store<u32>(table + (i << 2), mark | INVALID | 1)
  if (used) {
    const only = load<u32>(symbols + (<usize>load<u16>(sorted) << 2)) + unit
    for (let i: u32 = 0; i < 1 << tableBits; i += 2) store<u32>(table + (i << 2), only)
  }
  return true
}

// Symbols in order of codeword length to `work`, and their counts by length. Returns longest << 16 | symbols used.
function sortByLength(lengths: usize, count: u32, work: usize): u32 {
  for (let i: usize = 0; i < 64; i += 16) v128.store(work + i, i64x2.splat(0))
  for (let i: u32 = 0; i < count; i++) {
    const at = work + ((<usize>load<u8>(lengths + i)) << 1)
    store<u16>(at, load<u16>(at) + 1)
  }
  store<u16>(work, 0)
  let next: u32 = 0
  let longest: u32 = 0
  for (let length: u32 = 1; length <= 15; length++) {
    store<u16>(work + (length << 1), <u16>next, 32)
    const symbols: u32 = load<u16>(work + (length << 1))
    if (symbols) longest = length
    next += symbols
  }
  // Symbols without a codeword go behind the others.
  store<u16>(work, <u16>next, 32)
  for (let i: u32 = 0; i < count; i++) {
    const at = work + ((<usize>load<u8>(lengths + i)) << 1)
    const place: u32 = load<u16>(at, 32)
    store<u16>(work + (place << 1), <u16>i, SORTED_AT)
    store<u16>(at, <u16>(place + 1), 32)
  }
  return (longest << 16) | next
}

// A complete code. Codewords come in canonical order, bit-reversed. While they are short, the table is as large as the current length needs
// and is doubled by copying; codewords longer than the index go to subtables.
function fillTable(
  symbols: usize,
  unit: u32,
  table: usize,
  tableBits: u32,
  capacity: u32,
  mark: u32,
  work: usize,
  longest: u32,
): bool {
  let codeword: u32 = 0
  let size: u32 = 1
  let at = work + SORTED_AT
  let length: u32 = 1
  for (; length <= tableBits; length++) {
    doubled(table, size << 2)
    size <<= 1
    for (let left: u32 = load<u16>(work + (length << 1)); left > 0; left--, at += 2) {
      store<u32>(table + (codeword << 2), load<u32>(symbols + (<usize>load<u16>(at) << 2)) + length * unit)
      codeword = nextCodeword(codeword, length)
    }
  }
  const mask: u32 = (1 << tableBits) - 1
  let prefix: u32 = 0xffffffff
  let start: u32 = 0
  let end: u32 = 1 << tableBits
  for (; length <= longest; length++) {
    for (let left: u32 = load<u16>(work + (length << 1)); left > 0; left--, at += 2) {
      if ((codeword & mask) != prefix) {
        prefix = codeword & mask
        start = end
        const bits = subtableBits(work, length, left, tableBits)
        end = start + (1 << bits)
        if (end > capacity) return false
        store<u32>(table + (prefix << 2), mark | (((start - mask - 1) >>> 1) << 15) | SUBTABLE | (bits << 8) | tableBits)
      }
      const entry = load<u32>(symbols + (<usize>load<u16>(at) << 2)) + (length - tableBits) * unit
      const step: u32 = 1 << (length - tableBits)
      for (let i = start + (codeword >>> tableBits); i < end; i += step) store<u32>(table + (i << 2), entry)
      codeword = nextCodeword(codeword, length)
    }
  }
  return true
}

// Copies the first bytes of a table, 4 or a multiple of 8, behind themselves.
@inline
function doubled(table: usize, bytes: usize): void {
  if (bytes < 16) {
    store<u64>(table + bytes, load<u64>(table))
  } else {
    for (let i: usize = 0; i < bytes; i += 16) v128.store(table + bytes + i, v128.load(table + i))
  }
}

// The canonical successor of a bit-reversed codeword: add one at its most significant end. After the last codeword the result is unchanged.
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

// Puts extra bits that fit into the index behind a length into its entry, then what follows a literal: another literal or a length.
function mergeEntries(work: usize): void {
  let codeword: u32 = 0
  let at = work + SORTED_AT
  let shortest: u32 = 0
  for (let length: u32 = 1; length <= LITLEN_BITS; length++) {
    for (let left: u32 = load<u16>(work + (length << 1)); left > 0; left--, at += 2) {
      if (!shortest) shortest = length
      const entry = load<u32>(litlenTable + (codeword << 2))
      if (entry >>> 24 == OTHER && !(entry & KINDS)) resolveLength(entry, codeword, length)
      codeword = nextCodeword(codeword, length)
    }
  }
  if (shortest && shortest << 1 <= LITLEN_BITS) mergeLiterals(work, shortest)
}

// Lengths that do not fit into an entry keep their extra bits in the stream.
function resolveLength(entry: u32, codeword: u32, length: u32): void {
  const extra = (entry >>> 8) & 31
  const taken = length + extra
  if (taken > LITLEN_BITS) return
  const base = (entry >>> 15) & 511
  for (let i = codeword; i < 1 << LITLEN_BITS; i += 1 << length) {
    const matched = base + ((i >>> length) & ((1 << extra) - 1))
    if (matched < 256) store<u32>(litlenTable + (i << 2), (matched << 24) | taken)
  }
}

function mergeLiterals(work: usize, shortest: u32): void {
  const most = LITLEN_BITS - shortest
  const seconds = work + SECONDS_AT
  let ready: u32 = 0
  let codeword: u32 = 0
  let at = work + SORTED_AT
  for (let length: u32 = shortest; length <= most; length++) {
    for (let left: u32 = load<u16>(work + (length << 1)); left > 0; left--, at += 2) {
      if (load<u16>(at) < 256) {
        if (!ready) ready = collectSeconds(seconds, 1 << (LITLEN_BITS - length))
        mergeBehind(codeword, length, seconds)
      }
      codeword = nextCodeword(codeword, length)
    }
  }
}

// The first `count` entries of the table as they are added to a literal's: values of literals one byte higher, others 0.
function collectSeconds(seconds: usize, count: u32): u32 {
  const ends = i32x4.splat(0xff0000ff)
  for (let i: usize = 0; i < <usize>count << 2; i += 16) {
    const v = v128.load(litlenTable + i)
    const moved = v128.or(v128.and(v, ends), i32x4.shl(v128.and(v, i32x4.splat(0xff00)), 8))
    const other = i32x4.eq(i32x4.shr_u(v, 24), i32x4.splat(OTHER))
    v128.store(seconds + i, v128.andnot(moved, other))
  }
  return count
}

// Adds to the entries of the literal with this codeword whatever follows it within the index.
function mergeBehind(codeword: u32, length: u32, seconds: usize): void {
  const room = LITLEN_BITS - length
  const first = load<u32>(litlenTable + (codeword << 2))
  const step: usize = 4 << length
  let to = litlenTable + (codeword << 2)
  if (room < 2) {
    for (let i: usize = 0; i < 2; i++, to += step) {
      const second = load<u32>(seconds + (i << 2))
      store<u32>(to, (second & 63) <= room ? first + second : first)
    }
    return
  }
  const end = seconds + (<usize>4 << room)
  for (let from = seconds; from < end; from += 16) {
    const v = v128.load(from)
    const fits = i32x4.le_u(v128.and(v, i32x4.splat(63)), i32x4.splat(room))
    const merged = i32x4.add(i32x4.splat(first), v128.and(v, fits))
    store<u32>(to, i32x4.extract_lane(merged, 0))
    to += step
    store<u32>(to, i32x4.extract_lane(merged, 1))
    to += step
    store<u32>(to, i32x4.extract_lane(merged, 2))
    to += step
    store<u32>(to, i32x4.extract_lane(merged, 3))
    to += step
  }
}
