// Entropy-coded bits of a JPEG scan (ITU-T T.81 annex F.2.2) and its Huffman codes.
//
// A table: 512 entries of 16 bits by the next nine bits (length << 8 | symbol; 0 for a longer code); then by length, from 0 to 17, the
// greatest code (32 bits; -1 for none) and what is added to a code to find its symbol; then the symbols.

const PEEK: u32 = 9
const GREATEST_AT: usize = 512 * 2
const SHIFT_AT: usize = GREATEST_AT + 18 * 4
const SYMBOLS_AT: usize = SHIFT_AT + 18 * 4

/** What a code that stands in no table decodes to. */
export const NO_SYMBOL: i32 = -1

/** Bytes of one Huffman table. */
export function jpegTableBytes(): i32 {
  return <i32>SYMBOLS_AT + 256
}

/**
 * Makes the table of a code: `lengths` are the numbers of codes of 1 to 16 bits (a byte each), `symbols` follow one another. Returns 0, or -2
 * for lengths that no code has.
 */
export function jpegBuildTable(lengths: usize, symbols: usize, count: i32, table: usize): i32 {
  memory.fill(table, 0, SYMBOLS_AT + 256)
  memory.copy(table + SYMBOLS_AT, symbols, count)
  let code: u32 = 0
  let at: i32 = 0
  for (let length: u32 = 1; length <= 16; length++) {
    const many: i32 = load<u8>(lengths + length - 1)
    store<i32>(table + SHIFT_AT + (length << 2), at - <i32>code)
    if (code + many > <u32>1 << length || at + many > count) return -2
    for (let i = 0; i < many; i++) {
      if (length <= PEEK) fillEntries(table, code, length, load<u8>(symbols + at))
      code++
      at++
    }
    store<i32>(table + GREATEST_AT + (length << 2), many > 0 ? <i32>code - 1 : -1)
    code <<= 1
  }
  return 0
}

function fillEntries(table: usize, code: u32, length: u32, symbol: u32): void {
  const first = code << (PEEK - length)
  const entries: u32 = 1 << (PEEK - length)
  for (let i: u32 = 0; i < entries; i++) store<u16>(table + ((first + i) << 1), <u16>((length << 8) | symbol))
}

let held: u64 = 0
let count: u32 = 0
// Bits of `held` that stand for none: zeros behind the last byte before a marker.
let padded: u32 = 0
let at: usize = 0
let stop: usize = 0

/** Begins with the bits at a byte. */
export function beginBits(from: usize, end: usize): void {
  at = from
  stop = end
  emptyBits()
}

function emptyBits(): void {
  held = 0
  count = 0
  padded = 0
}

/** Whether more bits were taken than there are. */
@inline
export function isBeyondEnd(): bool {
  return padded > count
}

/** The first byte of the next marker, or the end. */
export function nextMarker(): usize {
  while (at + 1 < stop) {
    if (load<u8>(at) == 0xff && load<u8>(at, 1) != 0 && load<u8>(at, 1) != 0xff) return at
    at++
  }
  return stop
}

/** Goes on behind the next marker, if it is one of restart. */
export function skipRestart(): bool {
  const marker = nextMarker()
  if (marker == stop || (load<u8>(marker, 1) & 0xf8) != 0xd0) return false
  at = marker + 2
  emptyBits()
  return true
}

function refill(): void {
  while (count <= 48) {
    let byte: u64 = 0
    if (at < stop && load<u8>(at) != 0xff) byte = load<u8>(at++)
    else if (at + 1 < stop && load<u8>(at, 1) == 0) {
      byte = 0xff
      at += 2
    } else padded += 8
    held = (held << 8) | byte
    count += 8
  }
}

/** The next `bits` bits, at most 16. */
@inline
export function takeBits(bits: u32): u32 {
  if (count < bits) refill()
  count -= bits
  return <u32>(held >> count) & ((1 << bits) - 1)
}

/** A value of `bits` bits in JPEG's code for signed numbers. */
@inline
export function takeSigned(bits: u32): i32 {
  if (bits == 0) return 0
  const value = <i32>takeBits(bits)
  return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value
}

/** The next symbol of a table, or NO_SYMBOL. */
@inline
export function takeSymbol(table: usize): i32 {
  if (count < 16) refill()
  const entry: u32 = load<u16>(table + ((<u32>(held >> (count - PEEK)) & 511) << 1))
  if (entry != 0) {
    count -= entry >> 8
    return entry & 255
  }
  return takeLong(table)
}

function takeLong(table: usize): i32 {
  for (let length: u32 = PEEK + 1; length <= 16; length++) {
    const code = <i32>(<u32>(held >> (count - length)) & ((1 << length) - 1))
    if (code > load<i32>(table + GREATEST_AT + (length << 2))) continue
    count -= length
    return load<u8>(table + SYMBOLS_AT + code + load<i32>(table + SHIFT_AT + (length << 2)))
  }
  return NO_SYMBOL
}
