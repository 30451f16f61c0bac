// The bit writer of the deflate encoder, and what it writes at full speed: tokens and stored bytes.
import { DISTANCE_CODES, distanceSymbol, FIRST_CODES, LITLEN_CODES, MATCH_CODES } from './deflate-layout'
import { LONG_TOKEN } from './deflate-tokens'

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
 * Writes the tokens of a block. The caller made sure that everything fits, with eight bytes to spare for the
 * last store.
 */
export function emitTokens(tokens: usize, tokenCount: u32, work: usize): void {
  const first = work + FIRST_CODES
  const second = work + LITLEN_CODES
  let buffer = waiting
  let held = waitingBits
  let to = outAt
  const stop = tokens + (tokenCount << 2)
  store<u32>(stop, LONG_TOKEN)
  while (true) {
    let token = load<u32>(tokens)
    while (<i32>token >= 0) {
      const a = load<u64>(first + ((token & 511) << 3))
      const b = load<u32>(second + (((token >>> 9) & 511) << 2))
      const behind = (b & 0xffff) | ((token >>> 18) & <u32>(a >>> 48))
      tokens += 4
      token = load<u32>(tokens)
      // Put together apart from the buffer, so that tokens wait for each other as little as possible.
      buffer |= ((a & 0xffffffff) | (<u64>behind << (a >>> 32))) << held
      held += (<u32>(a >>> 40) & 255) + (b >>> 16)
      store<u64>(to, buffer)
      to += held >>> 3
      buffer >>>= held & 56
      held &= 7
    }
    if (tokens >= stop) break
    tokens += 4
    const length = (token >>> 15) & 511
    const match = load<u32>(work + MATCH_CODES + (length << 2))
    const before = token & 0x7fff
    const far = load<u32>(work + DISTANCE_CODES + (distanceSymbol(before + 1) << 2))
    const extra = before & ((1 << ((far >>> 16) & 15)) - 1)
    const pair = <u64>((far & 0xffff) | (extra << ((far >>> 20) & 15))) << (match & 255)
    buffer |= (<u64>(match >>> 8) | pair) << held
    held += (match & 255) + (far >>> 24)
    store<u64>(to, buffer)
    to += held >>> 3
    buffer >>>= held & 56
    held &= 7
  }
  waiting = buffer
  waitingBits = held
  outAt = to
}

/** Writes the literals behind the last token, and the end of the block. */
export function emitRest(at: usize, end: usize, work: usize): void {
  const codes = work + LITLEN_CODES
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
