// The bit writer of the deflate encoder, and what it writes at full speed: tokens and stored bytes.
import { DISTANCE_CODES, LITLEN_CODES, MATCH_CODES } from './deflate-layout'

// Fewer than eight bits wait between calls.
let waiting: u64 = 0
let waitingBits: u32 = 0
let outAt: usize = 0
let outEnd: usize = 0

/** Begins writing at `target`. */
export function beginBits(target: usize, end: usize): void {
  waiting = 0
  waitingBits = 0
  outAt = target
  outEnd = end
}

/** Writes the waiting bits out and returns where the next byte goes, or 0 when the target is full. */
export function endBits(): usize {
  if (waitingBits) {
    if (outAt >= outEnd) return 0
    store<u8>(outAt++, <u8>waiting)
    waitingBits = 0
    waiting = 0
  }
  return outAt
}

/** Bytes left in the target. */
export function roomLeft(): usize {
  return outEnd - outAt
}

/** Appends `count` bits, byte by byte. */
export function put(value: u64, count: u32): void {
  waiting |= value << waitingBits
  waitingBits += count
  while (waitingBits >= 8) {
    store<u8>(outAt++, <u8>waiting)
    waiting >>>= 8
    waitingBits -= 8
  }
}

/** Writes `length` bytes as stored blocks; the caller made sure that they fit. */
export function writeStored(source: usize, length: u32, isLast: bool): void {
  do {
    const part = length < 65535 ? length : 65535
    length -= part
    put(isLast && !length ? 1 : 0, 3)
    if (waitingBits) put(0, 8 - waitingBits)
    store<u16>(outAt, <u16>part)
    store<u16>(outAt, <u16>~part, 2)
    memory.copy(outAt + 4, source, part)
    outAt += part + 4
    source += part
  } while (length)
}

/**
 * Writes the tokens of a block, its last literals and its end. The caller made sure that everything fits, with eight bytes to spare for the
 * last store. As in countToken, up to three literals before each match are appended without a loop.
 */
export function emitTokens(source: usize, length: u32, tokens: usize, tokenCount: u32, work: usize): void {
  const codes = work + LITLEN_CODES
  let buffer = waiting
  let held = waitingBits
  let to = outAt
  let at = source
  for (const stop = tokens + (tokenCount << 3); tokens < stop; tokens += 8) {
    const token = load<u64>(tokens)
    let run = <u32>token & 0xffffff
    for (; run >= 4; run -= 4, at += 4) {
      const four = load<u32>(at)
      const a = load<u32>(codes + ((four & 255) << 2))
      const b = load<u32>(codes + (((four >>> 8) & 255) << 2))
      const c = load<u32>(codes + (((four >>> 16) & 255) << 2))
      const d = load<u32>(codes + ((four >>> 24) << 2))
      buffer |= <u64>(a & 0xffff) << held
      held += a >>> 16
      buffer |= <u64>(b & 0xffff) << held
      held += b >>> 16
      buffer |= <u64>(c & 0xffff) << held
      held += c >>> 16
      buffer |= <u64>(d & 0xffff) << held
      held += d >>> 16
      store<u64>(to, buffer)
      to += held >>> 3
      buffer >>>= held & 56
      held &= 7
    }
    const rest = load<u32>(at)
    const a = load<u32>(codes + ((rest & 255) << 2)) & -<u32>(run > 0)
    const b = load<u32>(codes + (((rest >>> 8) & 255) << 2)) & -<u32>(run > 1)
    const c = load<u32>(codes + (((rest >>> 16) & 255) << 2)) & -<u32>(run > 2)
    // Put together apart from the buffer, so that tokens wait for each other as little as possible.
    const bitsAb = (a >>> 16) + (b >>> 16)
    const ab = (a & 0xffff) | ((b & 0xffff) << (a >>> 16))
    buffer |= (<u64>ab | (<u64>(c & 0xffff) << bitsAb)) << held
    held += bitsAb + (c >>> 16)
    const matched = <u32>(token >>> 32) & 0xffff
    at += run + matched
    const match = load<u32>(work + MATCH_CODES + (matched << 2))
    const symbol = (<u32>token >>> 24) & 31
    const far = load<u32>(work + DISTANCE_CODES + (symbol << 2))
    const matchBits = (match & 255) + (far >>> 24)
    const extra = (<u32>(token >>> 48) - 1) & ((1 << ((far >>> 16) & 15)) - 1)
    const pair = <u64>(match >>> 8) | (<u64>((far & 0xffff) | (extra << ((far >>> 20) & 15))) << (match & 255))
    if (held + matchBits > 63) {
      store<u64>(to, buffer)
      to += held >>> 3
      buffer >>>= held & 56
      held &= 7
    }
    buffer |= pair << held
    held += matchBits
    store<u64>(to, buffer)
    to += held >>> 3
    buffer >>>= held & 56
    held &= 7
  }
  waiting = buffer
  waitingBits = held
  outAt = to
  emitRest(at, source + length, codes)
}

// The literals behind the last token, and the end of the block.
function emitRest(at: usize, end: usize, codes: usize): void {
  let buffer = waiting
  let held = waitingBits
  let to = outAt
  while (at <= end) {
    // 256 is the end of the block.
    for (const stop = at + 4; at < stop && at <= end; at++) {
      const code = load<u32>(codes + ((at < end ? <usize>load<u8>(at) : 256) << 2))
      buffer |= <u64>(code & 0xffff) << held
      held += code >>> 16
    }
    store<u64>(to, buffer)
    to += held >>> 3
    buffer >>>= held & 56
    held &= 7
  }
  waiting = buffer
  waitingBits = held
  outAt = to
}
