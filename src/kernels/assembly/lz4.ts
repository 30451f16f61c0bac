// The LZ4 block format. Error codes: -1 the source ends before the stream does, -2 corrupt, -3 more bytes than the capacity.

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2
const TOO_SMALL: i32 = -3

const HASH_BITS: u32 = 12
const LEAST_MATCH: usize = 4
// The format wants the last five bytes to be literals, and no match to begin in the last twelve.
const LAST_LITERALS: usize = 5
const MATCH_LIMIT: usize = 12

/** Bytes of work memory that lz4Encode needs, aligned to 2. */
export function lz4ScratchBytes(): i32 {
  return 2 << HASH_BITS
}

/** A target capacity that always suffices for lz4Encode of `length` bytes. */
export function lz4Bound(length: i32): i32 {
  return length + length / 255 + 16
}

/** Encodes `length` bytes as one LZ4 block and returns its size, or -3 when it would not fit. `scratch` may hold anything. */
export function lz4Encode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize): i32 {
  const end = source + length
  const outEnd = target + capacity
  let out = target
  let anchor = source
  if (<usize>length > MATCH_LIMIT) {
    memory.fill(scratch, 0, 2 << HASH_BITS)
    const limit = end - MATCH_LIMIT
    let at = source + 1
    while (true) {
      // Steps get longer where nothing matches. The table holds the low 16 bits of places, which is all that distances can tell.
      let tries: u32 = 1 << 6
      let distance: usize = 0
      while (at <= limit) {
        const slot = scratch + (hash5(at) << 1)
        const place = at - source
        distance = (place - load<u16>(slot)) & 0xffff
        store<u16>(slot, <u16>place)
        if (distance && load<u32>(at - distance) == load<u32>(at)) break
        at += tries++ >>> 6
      }
      if (at > limit) break
      while (at > anchor && at - distance > source && load<u8>(at - 1) == load<u8>(at - distance - 1)) at--
      const matched = matchLength(at, distance, end - LAST_LITERALS)
      out = putSequence(out, outEnd, anchor, at - anchor, distance, matched)
      if (!out) return TOO_SMALL
      at += matched
      anchor = at
      if (at <= limit) store<u16>(scratch + (hash5(at - 2) << 1), <u16>(at - 2 - source))
    }
  }
  out = putSequence(out, outEnd, anchor, end - anchor, 0, 0)
  return out ? <i32>(out - target) : TOO_SMALL
}

// A bucket by five bytes: of the many places that share four, those that share more are wanted.
@inline
function hash5(at: usize): usize {
  return <usize>(((load<u64>(at) << 24) * 0x9e3779b97f4a7c15) >>> (64 - HASH_BITS))
}

// Common bytes of two places, four of which are known to be equal, up to `end`.
@inline
function matchLength(at: usize, distance: usize, end: usize): usize {
  let to = at + LEAST_MATCH
  while (to + 8 <= end) {
    const difference = load<u64>(to) ^ load<u64>(to - distance)
    if (difference) return to - at + (<usize>ctz(difference) >>> 3)
    to += 8
  }
  while (to < end && load<u8>(to) == load<u8>(to - distance)) to++
  return to - at
}

// Literals and a match (none when `matched` is 0). Returns where the next one goes, 0 when this one does not fit.
function putSequence(out: usize, outEnd: usize, literals: usize, count: usize, distance: usize, matched: usize): usize {
  if (outEnd - out < count + count / 255 + matched / 255 + 5) {
    // The exact size, which only matters at the very end of the target.
    let size: usize = 1 + count
    if (count >= 15) size += (count - 15) / 255 + 1
    if (matched) size += 2
    if (matched >= 19) size += (matched - 19) / 255 + 1
    if (outEnd - out < size) return 0
  }
  const token = out++
  let high = count
  if (count >= 15) {
    high = 15
    out = putLength(out, count - 15)
  }
  // A match begins at least 12 bytes before the end of the source, so these loads stay inside.
  if (count <= 8 && outEnd - out >= 8 && matched) store<u64>(out, load<u64>(literals))
  else if (count <= 16 && outEnd - out >= 16 && matched) v128.store(out, v128.load(literals))
  else memory.copy(out, literals, count)
  out += count
  let low: usize = 0
  if (matched) {
    store<u16>(out, <u16>distance)
    out += 2
    low = matched - LEAST_MATCH
    if (low >= 15) {
      out = putLength(out, low - 15)
      low = 15
    }
  }
  store<u8>(token, <u8>((high << 4) | low))
  return out
}

function putLength(out: usize, rest: usize): usize {
  for (; rest >= 255; rest -= 255) store<u8>(out++, 255)
  store<u8>(out++, <u8>rest)
  return out
}

/** Decodes one LZ4 block and returns the number of bytes produced. Neither reads nor writes outside the two buffers. */
export function lz4Decode(source: usize, length: i32, target: usize, capacity: i32): i32 {
  const end = source + length
  const outEnd = target + capacity
  let at = source
  let out = target
  while (at < end) {
    const token: u32 = load<u8>(at++)
    let count: usize = token >>> 4
    if (count < 15 && end - at >= 16 && outEnd - out >= 16) {
      v128.store(out, v128.load(at))
    } else {
      if (count == 15) {
        at = takeLength(at, end, count)
        if (!at) return TRUNCATED
        count = takenLength
      }
      if (end - at < count) return TRUNCATED
      if (outEnd - out < count) return TOO_SMALL
      memory.copy(out, at, count)
    }
    at += count
    out += count
    if (at == end) return <i32>(out - target)
    if (end - at < 2) return TRUNCATED
    const distance: usize = load<u16>(at)
    at += 2
    if (!distance || distance > out - target) return CORRUPT
    let matched: usize = token & 15
    if (matched == 15) {
      at = takeLength(at, end, matched)
      if (!at) return TRUNCATED
      matched = takenLength
    }
    matched += LEAST_MATCH
    if (outEnd - out < matched) return TOO_SMALL
    if (distance >= 16 && outEnd - out >= matched + 16) copyWide(out, distance, matched)
    else copyNear(out, distance, matched)
    out += matched
  }
  return TRUNCATED
}

// A length and where the source goes on behind it; 0 when the source ends. No length can exceed 255 times the source.
let takenLength: usize = 0
function takeLength(at: usize, end: usize, length: usize): usize {
  while (at < end) {
    const byte: usize = load<u8>(at++)
    length += byte
    if (length > 0x7fffffff) return 0
    if (byte != 255) {
      takenLength = length
      return at
    }
  }
  return 0
}

@inline
function copyWide(to: usize, distance: usize, count: usize): void {
  const stop = to + count
  do {
    v128.store(to, v128.load(to - distance))
    to += 16
  } while (to < stop)
}

function copyNear(to: usize, distance: usize, count: usize): void {
  const stop = to + count
  if (distance == 1) {
    memory.fill(to, load<u8>(to - 1), count)
    return
  }
  if (distance >= 8) for (; to + 8 <= stop; to += 8) store<u64>(to, load<u64>(to - distance))
  for (; to < stop; to++) store<u8>(to, load<u8>(to - distance))
}
