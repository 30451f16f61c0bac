// TIFF LZW (TIFF 6.0 section 13): most significant bit first, codes widen one entry early. Old files (least significant bit first, no early
// change) are recognised by their first two bytes and decoded too.
//
// The decoder keeps no strings: the string of a dictionary entry stands in the output already, where the code before it was written,
// so an entry is a pointer and a length.
//
// Error codes: -1 the source ends before the stream does, -2 corrupt, -3 more bytes than the capacity (decoder: the target is filled).

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2
const TOO_SMALL: i32 = -3

const CLEAR: u32 = 256
const END: u32 = 257
const FIRST: u32 = 258
const MAX_BITS: u32 = 12
// The encoder clears when this entry would be next, one short of what twelve bits can name.
const LAST_ENTRY: u32 = 4094

// Decoder: 4096 entries of pointer and length, then the 256 one-byte strings. Encoder: the hash table.
const LITERALS_AT: usize = 4096 * 8
const SCRATCH_BYTES: usize = LITERALS_AT + 256 + 16
const HASH_BITS: u32 = 13

/** Bytes of work memory that lzwDecode and lzwEncode need, aligned to 8. */
export function lzwScratchBytes(): i32 {
  return <i32>(SCRATCH_BYTES > 4 << HASH_BITS ? SCRATCH_BYTES : 4 << HASH_BITS)
}

/** A target capacity that always suffices for lzwEncode of `length` bytes. */
export function lzwBound(length: i32): i32 {
  // At most 12 bits a byte, one clear code in some 3,800, and a store of 4 bytes beyond the last code.
  return length + (length >>> 1) + (length >>> 10) + 32
}

/**
 * Decodes a TIFF LZW stream and returns the number of bytes produced. A stream that fills the target need not hold an end code;
 * bytes behind the end code are ignored.
 */
export function lzwDecode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize): i32 {
  const oldStyle = length >= 2 && load<u8>(source) == 0 && load<u8>(source, 1) & 1
  const bitsTotal: u64 = <u64>length << 3
  const wideLimit: u64 = length >= 8 ? <u64>(length - 8) << 3 : 0
  const hasWide = length >= 8
  // The entry number at which codes of the current width end.
  const early: u32 = oldStyle ? 0 : 1
  const end = target + capacity
  fillLiterals(scratch)
  let out = target
  let position: u64 = 0
  let width: u32 = 9
  let widenAt: u32 = (1 << 9) - early
  let entries: u32 = FIRST
  let previous: usize = 0
  let previousLength: u32 = 0
  while (true) {
    if (position + width > bitsTotal) return out == end ? capacity : TRUNCATED
    let code: u32
    if (hasWide && position <= wideLimit) {
      const word = load<u64>(source + <usize>(position >>> 3))
      code = oldStyle
        ? <u32>(word >>> (position & 7)) & ((1 << width) - 1)
        : <u32>((bswap<u64>(word) << (position & 7)) >>> (64 - width))
    } else code = codeNearEnd(source, <usize>length, position, width, !!oldStyle)
    position += width
    if (code == CLEAR) {
      width = 9
      widenAt = (1 << 9) - early
      entries = FIRST
      previousLength = 0
      continue
    }
    if (code == END) return <i32>(out - target)
    if (previousLength) {
      // Written before it is looked up: a code may name the very entry that it completes.
      if (entries < 4096) {
        store<u32>(scratch + (entries << 3), <u32>previous)
        store<u32>(scratch + (entries << 3), previousLength + 1, 4)
        entries++
        if (entries == widenAt && width < MAX_BITS) {
          width++
          widenAt = (1 << width) - early
        }
      }
      if (code >= entries) return CORRUPT
    } else if (code > 255) return CORRUPT
    const from: usize = load<u32>(scratch + (code << 3))
    const count = load<u32>(scratch + (code << 3), 4)
    previous = out
    previousLength = count
    if (end - out >= count + 32) out = copyString(out, from, count)
    else {
      const room = end - out < <usize>count ? end - out : <usize>count
      for (let i: usize = 0; i < room; i++) store<u8>(out + i, load<u8>(from + i))
      if (room < count) return TOO_SMALL
      out += count
    }
  }
}

// Writes up to 16 bytes beyond the string. Source and target overlap by at most the last byte.
@inline
function copyString(to: usize, from: usize, count: usize): usize {
  const end = to + count
  const last = from + count - 1
  v128.store(to, v128.load(from))
  while (to + 16 < end) {
    to += 16
    from += 16
    v128.store(to, v128.load(from))
  }
  store<u8>(end - 1, load<u8>(last))
  return end
}

function fillLiterals(scratch: usize): void {
  for (let i: u32 = 0; i < 256; i++) {
    store<u8>(scratch + LITERALS_AT + i, <u8>i)
    store<u32>(scratch + (i << 3), <u32>(scratch + LITERALS_AT + i))
    store<u32>(scratch + (i << 3), 1, 4)
  }
}

// A code in the last eight bytes.
function codeNearEnd(source: usize, length: usize, position: u64, width: u32, oldStyle: bool): u32 {
  const first = <usize>(position >>> 3)
  let word: u64 = 0
  for (let i: usize = 0; i < 3; i++) {
    const byte: u64 = first + i < length ? load<u8>(source + first + i) : 0
    word |= byte << (oldStyle ? i << 3 : 16 - (i << 3))
  }
  const skip = <u32>position & 7
  return <u32>(oldStyle ? word >>> skip : word >>> (24 - skip - width)) & ((1 << width) - 1)
}

// The encoder's output: `pending` bits of `held`, lowest last.
let held: u64 = 0
let pending: u32 = 0
let outAt: usize = 0

/** Encodes `length` bytes as TIFF LZW and returns the size, or -3 when `capacity` (better lzwBound(length)) is too small. */
export function lzwEncode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize): i32 {
  const limit = target + capacity
  if (capacity < 16) return TOO_SMALL
  held = 0
  pending = 0
  outAt = target
  let width: u32 = 9
  let entries: u32 = FIRST
  emit(CLEAR, 9)
  memory.fill(scratch, 0, 4 << HASH_BITS)
  let at = source
  const end = source + length
  if (at < end) {
    let prefix: u32 = load<u8>(at++)
    while (at < end) {
      const key = (prefix << 8) | load<u8>(at++)
      let slot = (key * 0x9e3779b1) >>> (32 - HASH_BITS)
      let entry = load<u32>(scratch + (slot << 2))
      while (entry && entry >>> 12 != key) {
        slot = (slot + 1) & ((1 << HASH_BITS) - 1)
        entry = load<u32>(scratch + (slot << 2))
      }
      if (entry) {
        prefix = entry & 4095
        continue
      }
      if (limit - outAt < 16) return TOO_SMALL
      emit(prefix, width)
      prefix = key & 255
      store<u32>(scratch + (slot << 2), (key << 12) | entries)
      entries++
      if (entries == LAST_ENTRY) {
        emit(CLEAR, MAX_BITS)
        memory.fill(scratch, 0, 4 << HASH_BITS)
        entries = FIRST
        width = 9
      } else if (entries >>> width) width++
    }
    if (limit - outAt < 16) return TOO_SMALL
    emit(prefix, width)
    entries++
    if (entries == LAST_ENTRY) {
      emit(CLEAR, MAX_BITS)
      width = 9
    } else if (entries >>> width) width++
  }
  emit(END, width)
  for (; pending > 0; pending = pending > 8 ? pending - 8 : 0) {
    const shift = pending > 8 ? pending - 8 : 0
    store<u8>(outAt++, <u8>(pending > 8 ? held >>> shift : held << (8 - pending)))
  }
  return <i32>(outAt - target)
}

@inline
function emit(code: u32, width: u32): void {
  held = (held << width) | code
  pending += width
  if (pending >= 32) {
    pending -= 32
    store<u32>(outAt, bswap<u32>(<u32>(held >>> pending)))
    outAt += 4
  }
}
