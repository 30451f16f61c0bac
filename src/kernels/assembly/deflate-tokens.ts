// The tokens of the block at hand, as the matchers put them together. A token is a u32 that names what to write without a branch, by two
// lookups:
//   bits 0-8    first symbol: a literal, or 256 + 32 * (length - 4) + distance symbol of a match of 4 to 7 bytes
//   bits 9-17   second symbol: the literal behind a literal, or NOTHING
//   bits 18-30  the low bits of distance - 1, of which the extra bits of the distance are the lowest
// Matches of 8 bytes and more are rarer: bit 31 is set, distance - 1 stands in bits 0-14, the length in bits 15-23.
import { clearCounts, countLong, countRest, countShort } from './deflate-count'
import { distanceSymbol, NOTHING } from './deflate-layout'

/** How far back matches reach. */
export const WINDOW: u32 = 32768
/** The longest match. */
export const LONGEST: usize = 258
/** The shortest match that is a long token. */
export const SHORTEST_LONG: usize = 8
/** The mark of a long token. */
export const LONG_TOKEN: u32 = 0x80000000
/** Most tokens that are put in one go, without asking hasTokenRoom. */
export const TOKENS_AT_ONCE: usize = 1152

const TOKENS: usize = 36864
/** Bytes of the tokens of one block. */
export const TOKEN_BYTES: usize = TOKENS << 2

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
  return <u32>(nextToken - firstToken) >>> 2
}

/** Whether there is room for TOKENS_AT_ONCE more. */
@inline
export function hasTokenRoom(): bool {
  return nextToken < firstToken + TOKEN_BYTES - TOKENS_AT_ONCE * 4
}

/** Tokens so far. */
@inline
export function tokenCount(): u32 {
  return <u32>(nextToken - firstToken) >>> 2
}

/** The first byte that no token covers. */
@inline
export function literalsStart(): usize {
  return literals
}

/** Where the next token goes, for a loop that puts tokens itself and tells by tookTokens. */
@inline
export function tokensEnd(): usize {
  return nextToken
}

/** Says that counted tokens now end at `next` and cover all bytes before `at`. */
@inline
export function tookTokens(next: usize, at: usize): void {
  nextToken = next
  literals = at
}

@inline
function put(token: u32): void {
  store<u32>(nextToken, token)
  nextToken += 4
}

/** Appends the literals before `at`, as far as there is room; those left over at the end of the block need no tokens. */
export function putLiterals(at: usize, work: usize): void {
  while (literals < at) {
    const pair = at - literals > 1
    const token = <u32>load<u8>(literals) | ((pair ? <u32>load<u8>(literals, 1) : NOTHING) << 9)
    countShort(token, work)
    put(token)
    literals += 1 + <usize>pair
  }
}

/** Appends a match of `length` bytes (3 to 258) at literalsStart(). */
export function putMatch(length: usize, distance: u32, work: usize): void {
  const before = distance - 1
  const symbol = distanceSymbol(distance)
  if (length - 4 < SHORTEST_LONG - 4) {
    const token = (256 + ((<u32>length - 4) << 5) + symbol) | (NOTHING << 9) | ((before & 0x1fff) << 18)
    countShort(token, work)
    put(token)
  } else {
    countLong(<u32>length, symbol, work)
    put(LONG_TOKEN | before | (<u32>length << 15))
  }
  literals += length
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
