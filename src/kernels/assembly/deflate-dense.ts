// The thorough matcher of the deflate encoder, for blocks that compress well: class rasters of two bytes and more, steps. It keeps chains of places with
// equal four bytes, tries the last two distances first - in a raster the row above often is one of them - and looks one place ahead
// before it takes a match. Matches are weighed by the bits that they save. Where few tokens cover many bytes this costs little, and saves
// a quarter of the size.
import { DISTANCE_LENGTHS, distanceExtra, distanceSymbol, LITLEN_FREQUENCIES, LITLEN_LENGTHS } from './deflate-layout'
import { beginTokens, endTokens, hasTokenRoom, literalsStart, matchLength, putLiterals, putMatch, WINDOW } from './deflate-tokens'

const HASH_BITS: u32 = 15
const CHAINS_AT: usize = 2 << HASH_BITS
/** Bytes of work memory of the thorough matcher. */
export const DENSE_WORK_BYTES: usize = CHAINS_AT + 2 * <usize>WINDOW

const DEPTH: i32 = 32
// A match this long is taken at once.
const LONG_ENOUGH: usize = 64
const SHORTEST: usize = 4
// Literals that wait for the next match: there is room for so many at once.
const MOST_WAITING: usize = 1024

// The first place that is not in the chains yet; 0 when they are not of this stream.
let chained: usize = 0
let firstDistance: u32 = 1
let secondDistance: u32 = 1
// Bits of a literal, times 16, as a guess from the block's first plan, and the bits of a length.
let literalCost: i32 = 0
// Where matches cover all, the few literals left say little.
const CHEAPEST_LITERAL: i32 = 3 * 16
const LENGTH_COST: i32 = 5 * 16
const RARE_COST: i32 = 12

/** Forgets everything seen; before the first block. */
export function beginDense(): void {
  chained = 0
  firstDistance = 1
  secondDistance = 1
}

/**
 * Finds the tokens of the block between `from` and `stop` anew, for which a plan from other tokens stands in `work`. Other arguments and
 * answer as findTokens.
 */
export function findDenseTokens(from: usize, stop: usize, start: usize, end: usize, scratch: usize, tokens: usize, work: usize): u32 {
  literalCost = guessLiteralCost(work)
  beginTokens(from, tokens, work)
  // Looking one ahead reads a few bytes behind a place.
  const limit = end - start > 16 && end - 16 < stop ? end - 16 : stop
  openWindow(from, start, scratch)
  let at = from > start ? from : from + 1
  while (at < limit && hasTokenRoom()) {
    chain(at, start, scratch)
    let length = longest(at, start, stop, SHORTEST - 1, 0, scratch, work)
    if (!length) {
      at++
      if (at - literalsStart() > MOST_WAITING) putLiterals(at, work)
      continue
    }
    let distance = bestDistance
    while (length < LONG_ENOUGH && at + 1 < limit) {
      chain(at + 1, start, scratch)
      const later = longest(at + 1, start, stop, length - 1, bestSaving, scratch, work)
      if (!later) break
      at++
      length = later
      distance = bestDistance
    }
    putLiterals(at, work)
    putMatch(length, distance, work)
    if (distance != firstDistance) {
      secondDistance = firstDistance
      firstDistance = distance
    }
    at += length
    chain((at < limit ? at : limit) - 1, start, scratch)
  }
  return endTokens(stop, work)
}

function guessLiteralCost(work: usize): i32 {
  let count: u32 = 1
  let bits: u32 = 0
  for (let i: u32 = 0; i < 256; i++) {
    const here = load<u32>(work + LITLEN_FREQUENCIES + (i << 2))
    count += here
    bits += here * load<u8>(work + LITLEN_LENGTHS + i)
  }
  const guess = <i32>((bits << 4) / count)
  return guess > CHEAPEST_LITERAL ? guess : CHEAPEST_LITERAL
}

// Makes sure that all places of the window before `from` are in the chains. Heads left over from earlier windows do no harm: whatever they
// hold names a place in the window, which is compared.
function openWindow(from: usize, start: usize, scratch: usize): void {
  if (!chained) memory.fill(scratch, 0, CHAINS_AT)
  const first = from - start > <usize>WINDOW ? from - WINDOW : start
  if (chained < first) chained = first
  if (from > start) chain(from - 1, start, scratch)
}

// Adds all places up to `last`: u16 heads by hash, and for each place of the window the one before with the same hash.
function chain(last: usize, start: usize, scratch: usize): void {
  for (let at = chained; at <= last; at++) {
    const head = scratch + (((load<u32>(at) * 0x9e3779b1) >>> (32 - HASH_BITS)) << 1)
    const place = <u32>(at - start)
    store<u16>(scratch + CHAINS_AT + ((place & (WINDOW - 1)) << 1), load<u16>(head))
    store<u16>(head, <u16>place)
  }
  if (chained <= last) chained = last + 1
}

let bestDistance: u32 = 0
let bestSaving: i32 = 0

// Length of the match at `at` that saves most, if it is longer than `least` and saves more than `saving`; its distance to bestDistance and
// what it saves to bestSaving. 0 if there is none.
function longest(at: usize, start: usize, stop: usize, least: usize, saving: i32, scratch: usize, work: usize): usize {
  let best = least
  bestSaving = saving
  const place = <u32>(at - start)
  const reach = place < WINDOW ? place : WINDOW
  if (firstDistance <= reach) best = better(at, firstDistance, stop, best, work)
  if (secondDistance <= reach) best = better(at, secondDistance, stop, best, work)
  let candidate = <u32>load<u16>(scratch + CHAINS_AT + ((place & (WINDOW - 1)) << 1))
  let last: u32 = 0
  for (let depth = DEPTH; depth > 0 && best < LONG_ENOUGH; depth--) {
    const distance = (place - candidate) & 0xffff
    // Older places only; anything else is left over from before the window.
    if (distance <= last || distance > reach) break
    last = distance
    best = better(at, distance, stop, best, work)
    candidate = load<u16>(scratch + CHAINS_AT + ((candidate & (WINDOW - 1)) << 1))
  }
  return bestSaving > saving ? best : 0
}

// The length of the match at a distance if it is longer than `best` and saves more than the best so far, else `best`.
@inline
function better(at: usize, distance: u32, stop: usize, best: usize, work: usize): usize {
  if (at + best >= stop || load<u32>(at + best - 3) != load<u32>(at + best - 3 - distance)) return best
  const length = matchLength(at, distance, stop, 0)
  if (length <= best) return best
  const symbol = distanceSymbol(distance)
  const known: i32 = load<u8>(work + DISTANCE_LENGTHS + symbol)
  const saving = <i32>length * literalCost - LENGTH_COST - (((known ? known : RARE_COST) + <i32>distanceExtra(symbol)) << 4)
  if (saving <= bestSaving) return best
  bestSaving = saving
  bestDistance = distance
  return length
}
