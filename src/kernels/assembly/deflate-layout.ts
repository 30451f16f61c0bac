// The work memory of the deflate encoder, and the arithmetic of deflate's length and distance symbols (RFC 1951 section 3.2.5).
import { HUFFMAN_WORK_BYTES } from './deflate-huffman'

/** u32 counts of the 288 literals and lengths. */
export const LITLEN_FREQUENCIES: usize = 0
/** u32 counts of the 32 distance symbols. */
export const DISTANCE_FREQUENCIES: usize = 288 * 4
/** u32 counts of the match lengths themselves. */
export const LENGTH_COUNTS: usize = DISTANCE_FREQUENCIES + 32 * 4
/** First symbols of tokens: 256 literals, and 32 distance symbols for each of four match lengths. */
export const FIRST_SYMBOLS: u32 = 256 + 4 * 32
/** The second symbol of a token that has none. */
export const NOTHING: u32 = 288
/** u32 counts of the first symbols. */
export const FIRST_COUNTS: usize = LENGTH_COUNTS + 260 * 4
/** u32 counts of the second symbols. */
export const SECOND_COUNTS: usize = FIRST_COUNTS + <usize>FIRST_SYMBOLS * 4
/** u32 counts of the second symbols of every other token: the same counts again and again would wait for each other. */
export const OTHER_COUNTS: usize = SECOND_COUNTS + 292 * 4
/** Bytes of all counts above. */
export const COUNT_BYTES: usize = OTHER_COUNTS + 292 * 4
/** Codeword lengths, a byte each, of literals and lengths. */
export const LITLEN_LENGTHS: usize = COUNT_BYTES
/** Codeword lengths of distances. */
export const DISTANCE_LENGTHS: usize = LITLEN_LENGTHS + 288
/** u32 codewords of literals and lengths, and of NOTHING. */
export const LITLEN_CODES: usize = DISTANCE_LENGTHS + 32
/** u32 codewords of distances. */
export const DISTANCE_CODES: usize = LITLEN_CODES + 292 * 4
/** u32 codewords with extra bits, by match length. */
export const MATCH_CODES: usize = DISTANCE_CODES + 32 * 4
/**
 * u64 by first symbol: its codeword, or those of a match's length and distance symbol (at most 29 bits); their bits from bit 32; the same
 * with the distance's extra bits from bit 40; a mask of these extra bits from bit 48.
 */
export const FIRST_CODES: usize = MATCH_CODES + 260 * 4
/** u32 counts of the 19 symbols of the code length code. */
export const PRECODE_FREQUENCIES: usize = FIRST_CODES + <usize>FIRST_SYMBOLS * 8
/** Codeword lengths of the code length code. */
export const PRECODE_LENGTHS: usize = PRECODE_FREQUENCIES + 20 * 4
/** u32 codewords of the code length code. */
export const PRECODE_CODES: usize = PRECODE_LENGTHS + 20
/** u32 items of the run-length coded codeword lengths. */
export const RUNS: usize = PRECODE_CODES + 20 * 4
/** What the Huffman code builder works in. */
export const HUFFMAN_WORK: usize = RUNS + 320 * 4
/** Bytes of it all, to be aligned to 16. */
export const BLOCK_WORK_BYTES: usize = HUFFMAN_WORK + HUFFMAN_WORK_BYTES

/** The answer to a target that is too small. */
export const TOO_SMALL: i32 = -3

// First length of each length symbol and its extra bits; the length 258 is the last symbol alone.
const lengthStarts = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 259,
])
const lengthExtras = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0])

/** First length of a length symbol (counted from 0), and 259 behind the last. */
@inline
export function firstLength(symbol: u32): u32 {
  return load<u16>(lengthStarts + (symbol << 1))
}

/** Extra bits of a length symbol (counted from 0). */
@inline
export function lengthExtra(symbol: u32): u32 {
  return load<u8>(lengthExtras + symbol)
}

/** Index of the distance symbol of `distance`, 1 to 32768. */
@inline
export function distanceSymbol(distance: u32): u32 {
  const d = distance - 1
  if (d < 4) return d
  const top: u32 = 31 - clz(d)
  return (top << 1) + ((d >>> (top - 1)) & 1)
}

/** Extra bits of a distance symbol. */
@inline
export function distanceExtra(symbol: u32): u32 {
  return symbol < 4 ? 0 : (symbol >>> 1) - 1
}
