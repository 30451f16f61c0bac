// The range decoder of LZMA (Igor Pavlov's LZMA specification): bits under adaptive probabilities of 11 bits.

let range: u32 = 0
let code: u32 = 0
let at: usize = 0
let stop: usize = 0

/** Begins with the five bytes at the start of a chunk; false where they are not there or not sound. */
export function beginRange(from: usize, end: usize): bool {
  at = from + 5
  stop = end
  range = 0xffffffff
  if (end < from + 5 || load<u8>(from) != 0) return false
  code = bswap<u32>(load<u32>(from, 1))
  return true
}

/** Whether more bytes were taken than there are. */
@inline
export function isBeyond(): bool {
  return at > stop
}

/** Whether all bytes were taken and the code ends as it should. */
export function isFinished(): bool {
  normalise()
  return at == stop && code == 0
}

@inline
function normalise(): void {
  if (range >= 1 << 24) return
  range <<= 8
  code = (code << 8) | (at < stop ? <u32>load<u8>(at) : 0)
  at++
}

/** A bit under the probability (16 bits) at a place, which it moves. */
@inline
export function takeBit(probability: usize): u32 {
  normalise()
  const value: u32 = load<u16>(probability)
  const bound = (range >>> 11) * value
  if (code < bound) {
    range = bound
    store<u16>(probability, <u16>(value + ((2048 - value) >>> 5)))
    return 0
  }
  range -= bound
  code -= bound
  store<u16>(probability, <u16>(value - (value >>> 5)))
  return 1
}

/** `bits` bits, the highest first, by a tree of probabilities. */
@inline
export function takeTree(probabilities: usize, bits: u32): u32 {
  let node: u32 = 1
  for (let i: u32 = 0; i < bits; i++) node = (node << 1) | takeBit(probabilities + (node << 1))
  return node - (1 << bits)
}

/** `bits` bits, the lowest first, by a tree of probabilities. */
@inline
export function takeReversed(probabilities: usize, bits: u32): u32 {
  let node: u32 = 1
  let value: u32 = 0
  for (let i: u32 = 0; i < bits; i++) {
    const bit = takeBit(probabilities + (node << 1))
    node = (node << 1) | bit
    value |= bit << i
  }
  return value
}

/** `bits` bits that are as likely 0 as 1. */
@inline
export function takeDirect(bits: u32): u32 {
  let value: u32 = 0
  for (let i: u32 = 0; i < bits; i++) {
    normalise()
    range >>>= 1
    const bit: u32 = code >= range ? 1 : 0
    if (bit) code -= range
    value = (value << 1) | bit
  }
  return value
}
