// The tokens of the block at hand, as the matchers put them together. A token is a u64: literals before the match in bits 0-23, distance
// symbol in bits 24-31, length in bits 32-47, distance in bits 48-63. The literals behind the last token are implied.
import { clearCounts, countRest, countToken } from './deflate-count'
import { distanceSymbol } from './deflate-layout'

/** How far back matches reach. */
export const WINDOW: u32 = 32768
/** The longest match. */
export const LONGEST: usize = 258
/** Most tokens that are put in one go, without asking hasTokenRoom. */
export const TOKENS_AT_ONCE: usize = 1024

const TOKENS: usize = 20480
/** Bytes of the tokens of one block. */
export const TOKEN_BYTES: usize = TOKENS << 3

let firstToken: usize = 0
let nextToken: usize = 0
let literals: usize = 0

/** Begins a block at `from`, with its tokens at `tokens`. */
export function beginTokens(from: usize, tokens: usize, work: usize): void {
  clearCounts(work)
  firstToken = tokens
  nextToken = tokens
  literals = from
}

/** Counts the literals up to the end of the block and returns the number of tokens. */
export function endTokens(end: usize, work: usize): u32 {
  countRest(literals, end, work)
  return <u32>(nextToken - firstToken) >>> 3
}

/** Whether there is room for TOKENS_AT_ONCE more. */
@inline
export function hasTokenRoom(): bool {
  return nextToken < firstToken + TOKEN_BYTES - TOKENS_AT_ONCE * 8
}

/** The first byte that no token covers. */
@inline
export function literalsStart(): usize {
  return literals
}

/** Appends the match of `length` bytes (4 to 258) at `at`, and the literals before it. */
@inline
export function putToken(at: usize, length: usize, distance: u32, work: usize): void {
  const run = <u32>(at - literals)
  const symbol = distanceSymbol(distance)
  store<u64>(nextToken, <u64>(run | (symbol << 24)) | (<u64>length << 32) | (<u64>distance << 48))
  nextToken += 8
  countToken(literals, run, <u32>length, symbol, work)
  literals = at + length
}

/** Common bytes of two places, at most 258, of which `known` are known to be equal. Nothing from `end` on is read. */
@inline
export function matchLength(at: usize, distance: usize, end: usize, known: usize): usize {
  const most = end - at < LONGEST ? end - at : LONGEST
  let length = known
  while (length + 8 <= most) {
    const difference = load<u64>(at + length) ^ load<u64>(at + length - distance)
    if (difference) return length + (<usize>ctz(difference) >>> 3)
    length += 8
  }
  while (length < most && load<u8>(at + length) == load<u8>(at + length - distance)) length++
  return length
}
