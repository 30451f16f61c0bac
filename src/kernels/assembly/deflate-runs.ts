// The matcher of the deflate encoder for bytes that stand in runs: class rasters, masks, empty tiles. What happens in them is that a run ends.
// So only ends of runs are hashed, with what comes next, and a match is looked for around the next end: forward from it, and backward as
// far as the run before it is as long. Whatever the match leaves of the run is a match at the distance 1. Choices are made by bits: what
// a choice costs by the counts so far, less what the ends that it covers cost on the average.
import { beginCosts, costOfDistance, costOfEnd, costOfLength, costOfLiteral, refreshCosts } from './deflate-costs'
import { distanceSymbol } from './deflate-layout'
import { endsBetween, endsFrom, isEnd, isSparse, markEnds, marksBase, nextEnd, runBefore } from './deflate-marks'
import { beginTokens, endTokens, hasTokenRoom, literalsStart, LONGEST, matchLength, putLiterals, putMatch, tokenCount, WINDOW } from './deflate-tokens'

// A tile of 512 x 512 bytes has one set of codes.
const BLOCK_BYTES: usize = 262144
const SEGMENT: usize = 65536

const HASH_BITS: u32 = 14
const LINKS_AT: usize = 2 << HASH_BITS
const MARKS_AT: usize = LINKS_AT + 2 * <usize>WINDOW
/** Bytes of work memory of the matcher of runs. */
export const RUNS_WORK_BYTES: usize = MARKS_AT + ((BLOCK_BYTES + <usize>WINDOW) >>> 3) + 64

const DEPTH: i32 = 6
// A match that goes on this long is taken without a look at others.
const LONG_ENOUGH: usize = 160
const SHORTEST: usize = 3
// Literals that wait for the next match.
const MOST_WAITING: usize = 1024
// What it costs to end amid a run, in sixteenths of a bit.
const AMID: i32 = 4 * 16
// Tokens after which costs are made anew for the first time; then whenever there are twice as many.
const FIRST_COUNT: u32 = 256

// Distances that are tried first, the last one first.
const recent = memory.data(16, 16)
const RECENT_BYTES: usize = 12

/** Where the block of the last findRunTokens ends. */
export let runsStop: usize = 0

/** How far the bytes from `from` on stand in runs, one block at most; `from` if they do not. */
export function runsEnd(from: usize, end: usize): usize {
  let stop = from
  while (stop < end && stop - from < BLOCK_BYTES) {
    const next = end - stop < SEGMENT ? end : stop + SEGMENT
    if (!isSparse(stop, next)) break
    stop = next
  }
  return stop
}

/** Finds the tokens of the block between `from` and `stop`, which runsEnd gave; it may end earlier, at runsStop. Other arguments and answer as findTokens. */
export function findRunTokens(from: usize, stop: usize, start: usize, end: usize, scratch: usize, tokens: usize, work: usize): u32 {
  beginTokens(from, tokens, work)
  beginCosts()
  markEnds(from - start > <usize>WINDOW ? from - WINDOW : start, stop, scratch + MARKS_AT)
  beginLinks(scratch)
  let at = from
  let countAt = FIRST_COUNT
  while (at < stop && hasTokenRoom()) {
    if (tokenCount() >= countAt) {
      refreshCosts(endsBetween(from, at), work)
      countAt <<= 1
    }
    // There is room for so many at once.
    if (at - literalsStart() > MOST_WAITING) putLiterals(at, work)
    const isFirst = isEnd(at)
    const next = nextEnd(at, stop)
    const run = next - at
    bestScore = -costOfRun(run, isFirst, load<u8>(at)) - (isEnd(next) ? 0 : AMID)
    bestBack = 0
    bestOn = 0
    if (next < stop && next + 3 < end) {
      link(next, scratch)
      search(next, run, isFirst, stop, scratch)
    }
    putRun(at, run - bestBack, isFirst, work)
    if (bestOn) {
      putLiterals(next - bestBack, work)
      putMatch(bestBack + bestOn, bestDistance, work)
      remember(bestDistance)
    }
    at = next + bestOn
  }
  runsStop = at
  return endTokens(at, work)
}

// The first place whose end of a run, if it has one, is not in the chains.
let linked: usize = 0

/** Forgets all matches; those of the window before the block are found anew. */
function beginLinks(scratch: usize): void {
  memory.fill(scratch, 0, LINKS_AT)
  // Where the heads lead that lead nowhere.
  store<u16>(scratch + LINKS_AT, 0)
  v128.store(recent, i32x4.splat(0))
  linked = 1
}

/** Of the place of an end of a run, the place of the last one with the same byte before and the same three bytes. */
@inline
function headOf(at: usize, scratch: usize): usize {
  return scratch + (((load<u32>(at - 1) * 0x9e3779b1) >>> (32 - HASH_BITS)) << 1)
}

/** Adds the ends of runs before `at` to the chains: u16 heads by hash, and for each place of the window the one before with the same hash. */
function link(at: usize, scratch: usize): void {
  const base = marksBase()
  const stop = at - base
  while (linked < stop) {
    const first = linked & ~63
    for (let bits = endsFrom(linked, stop); bits; bits &= bits - 1) {
      const place = first + <usize>ctz(bits)
      const head = headOf(base + place, scratch)
      store<u16>(scratch + LINKS_AT + ((place & (WINDOW - 1)) << 1), load<u16>(head))
      store<u16>(head, <u16>place)
    }
    linked = first + 64 < stop ? first + 64 : stop
  }
}

/** What a part of a run of a byte costs without a match; `isFirst` says that the run begins with it. */
@inline
function costOfRun(length: usize, isFirst: bool, value: u32): i32 {
  if (length == 0) return 0
  const literal = costOfLiteral(value)
  const rest = length - <usize>isFirst
  const plain = <i32>rest * literal
  const match = costOfLength(rest) + costOfDistance(0)
  return (isFirst ? literal : 0) + (rest < SHORTEST || plain < match ? plain : match)
}

/** Writes what costOfRun counted; literals wait for the next match. */
@inline
function putRun(at: usize, length: usize, isFirst: bool, work: usize): void {
  if (length < SHORTEST + <usize>isFirst) return
  const rest = length - <usize>isFirst
  if (costOfLength(rest) + costOfDistance(0) > <i32>rest * costOfLiteral(load<u8>(at))) return
  putLiterals(at + <usize>isFirst, work)
  putMatch(rest, 1, work)
}

// The best that was found around the next end of a run: bytes before and behind it, and the bits that it saves, times 16.
let bestScore: i32 = 0
let bestDistance: u32 = 0
let bestBack: usize = 0
let bestOn: usize = 0

/** Looks for a match around the end of a run at `at`, `run` bytes of which are not written yet. */
function search(at: usize, run: usize, isFirst: bool, stop: usize, scratch: usize): void {
  const place = <u32>(at - marksBase())
  const reach = place < WINDOW ? place : WINDOW
  for (let k: usize = 0; k < RECENT_BYTES; k += 4) {
    const distance = load<u32>(recent + k)
    if (distance - 1 < reach) consider(at, run, isFirst, distance, stop)
  }
  let candidate: u32 = load<u16>(headOf(at, scratch))
  let last: u32 = 0
  for (let depth = DEPTH; depth > 0 && bestOn < LONG_ENOUGH; depth--) {
    const distance = (place - candidate) & 0xffff
    // Older places only; anything else is left over from before the window.
    if (distance <= last || distance > reach) break
    last = distance
    if (bestOn < 4 || isSame(at + bestOn, distance, stop)) consider(at, run, isFirst, distance, stop)
    candidate = load<u16>(scratch + LINKS_AT + ((candidate & (WINDOW - 1)) << 1))
  }
}

/** Whether a match may go on to `last`, for all that its last bytes say. */
@inline
function isSame(last: usize, distance: u32, stop: usize): bool {
  return last < stop && load<u32>(last - 3) == load<u32>(last - 3 - distance)
}

/** Takes the match at a distance if it is better than the best. */
@inline
function consider(at: usize, run: usize, isFirst: bool, distance: u32, stop: usize): void {
  const on = matchLength(at, distance, stop, 0)
  if (!on) return
  const from = at - distance
  const value: u32 = load<u8>(at - 1)
  const back = from > marksBase() && load<u8>(from - 1) == value ? runBefore(from, run) : 0
  if (back + on < SHORTEST) return
  const length = back + on < LONGEST ? back + on : LONGEST
  const to = at - back + length
  const cost = costOfRun(run - back, isFirst, value) + costOfLength(length) + costOfDistance(distanceSymbol(distance))
  const score = endsBetween(at, to) * costOfEnd - cost - (isEnd(to) ? 0 : AMID)
  if (score <= bestScore || to <= at) return
  bestScore = score
  bestDistance = distance
  bestBack = back
  bestOn = length - back
}

/** Moves a distance to the front of the recent ones. */
function remember(distance: u32): void {
  let last = distance
  for (let k: usize = 0; k < RECENT_BYTES; k += 4) {
    const here = load<u32>(recent + k)
    store<u32>(recent + k, last)
    if (here == distance) return
    last = here
  }
}
