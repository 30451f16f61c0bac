// Where runs of equal bytes end: a bit for each byte that differs from the one before, and what is asked of them.
import { LONGEST } from './deflate-tokens'

// Bytes that are looked at before it is asked whether there are too many ends.
const PART: u32 = 4096
// At most one byte in so many ends a run.
const SPARSE: u32 = 8

/** Whether few runs end in [from, stop). */
export function isSparse(from: usize, stop: usize): bool {
  const most = <u32>(stop - from) / SPARSE
  let count: u32 = 0
  for (let part = from; part < stop; part += PART) {
    const end = stop - part < <usize>PART ? stop : part + PART
    let at = part + 1
    for (; at + 64 <= end; at += 64) count += <u32>popcnt(otherThan(at))
    for (; at < end; at++) count += <u32>(load<u8>(at) != load<u8>(at - 1))
    if (count > most) return false
  }
  return true
}

// A bit for each byte from `base` on.
let marks: usize = 0
let base: usize = 0

/** The first place that is marked. */
@inline
export function marksBase(): usize {
  return base
}

/** Marks the bytes of [from, stop), of which the first counts as the end of a run. `to` has a bit for each, whole words, and a word more. */
export function markEnds(from: usize, stop: usize, to: usize): void {
  marks = to
  base = from
  let at = from + 1
  let first: u64 = 1
  for (; at < stop && at < from + 64; at++) first |= <u64>(load<u8>(at) != load<u8>(at - 1)) << <u64>(at - from)
  store<u64>(to, first)
  if (at < from + 64) return
  to += 8
  for (; at + 64 <= stop; at += 64, to += 8) store<u64>(to, otherThan(at))
  // Nothing ends at the end, whatever the memory held.
  let last: u64 = 0
  for (let k: u64 = 0; at < stop; at++, k++) last |= <u64>(load<u8>(at) != load<u8>(at - 1)) << k
  store<u64>(to, last)
}

/** A bit for each of 64 bytes that is not the same as the one before. */
@inline
function otherThan(at: usize): u64 {
  return ~(sameAs(at) | (sameAs(at + 16) << 16) | (sameAs(at + 32) << 32) | (sameAs(at + 48) << 48))
}

/** A bit for each of 16 bytes that is the same as the one before. */
@inline
function sameAs(at: usize): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(at - 1))))
}

@inline
function wordOf(index: usize): u64 {
  return load<u64>(marks + (index << 3))
}

/** Whether a run ends before `at`. */
@inline
export function isEnd(at: usize): bool {
  const place = at - base
  return <bool>((wordOf(place >>> 6) >>> (<u64>place & 63)) & 1)
}

/** The first end of a run behind `at`; `stop`, or 258 bytes on, where there is none before. */
@inline
export function nextEnd(at: usize, stop: usize): usize {
  const most = stop - at < LONGEST ? stop : at + LONGEST
  const place = at + 1 - base
  let word = place >>> 6
  let bits = marksFrom(place)
  while (!bits) {
    word++
    if (base + (word << 6) >= most) return most
    bits = wordOf(word)
  }
  const found = base + (word << 6) + <usize>ctz(bits)
  return found < most ? found : most
}

/** The word of a place, without the marks before it. */
@inline
function marksFrom(place: usize): u64 {
  const low = <u64>place & 63
  return (wordOf(place >>> 6) >>> low) << low
}

/** Bytes of the run that the byte before `at` belongs to, up to that byte; at most `most`. */
@inline
export function runBefore(at: usize, most: usize): usize {
  const place = at - 1 - base
  const shift = 63 - (<u64>place & 63)
  let word = place >>> 6
  let bits = (wordOf(word) << shift) >>> shift
  while (!bits && place - (word << 6) < most) bits = wordOf(--word)
  if (!bits) return most
  const run = place + 1 - ((word << 6) + 63 - <usize>clz(bits))
  return run < most ? run : most
}

/** How many runs end in [from, to). */
@inline
export function endsBetween(from: usize, to: usize): i32 {
  const last = to - base, stop = last >>> 6
  let word = (from - base) >>> 6
  let bits = marksFrom(from - base)
  let count: u64 = 0
  while (word < stop) {
    count += popcnt(bits)
    bits = wordOf(++word)
  }
  return <i32>(count + (last & 63 ? popcnt(bits << (64 - (<u64>last & 63))) : 0))
}

/** The ends in the word of a place of [place, stop) (places count from the base), as bits from that word's first byte on. */
@inline
export function endsFrom(place: usize, stop: usize): u64 {
  const first = place & ~63
  const bits = marksFrom(place)
  return stop - first < 64 ? bits & (((<u64>1) << (<u64>stop & 63)) - 1) : bits
}
