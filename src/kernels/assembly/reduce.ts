import { addFloat, addMiddle, addNarrow, addSquares, addTruth, addWide } from './reduce-sum'
import { countDigits } from './reduce-histogram'
import { keepExtreme, keepPlace } from './reduce-pick'
import { appendList, gatherLists, modesOf, quantiles } from './reduce-rank'

// The reduction kernels by dtype code. A mask pointer of 0 says that all pixels are valid.

/** Adds a strip to its sums: 64-bit integers (of 64-bit input the low halves, the high ones to `highs`), float64 for floats. */
export function reduceAdd(dtype: i32, source: usize, mask: usize, count: usize, sums: usize, highs: usize): void {
  if (dtype == 0) return addNarrow<u8>(source, mask, count, sums)
  if (dtype == 1) return addNarrow<i8>(source, mask, count, sums)
  if (dtype == 2) return addNarrow<u16>(source, mask, count, sums)
  if (dtype == 3) return addNarrow<i16>(source, mask, count, sums)
  if (dtype == 4) return addMiddle<u32>(source, mask, count, sums)
  if (dtype == 5) return addMiddle<i32>(source, mask, count, sums)
  if (dtype == 6) return addWide<u64>(source, mask, count, sums, highs)
  if (dtype == 7) return addWide<i64>(source, mask, count, sums, highs)
  if (dtype == 8) return addFloat<f32>(source, mask, count, sums)
  return addFloat<f64>(source, mask, count, sums)
}

/** Adds the squared distances of a strip to its means. */
export function reduceSquares(dtype: i32, source: usize, mask: usize, count: usize, means: usize, sums: usize): void {
  if (dtype == 0) return addSquares<u8>(source, mask, count, means, sums)
  if (dtype == 1) return addSquares<i8>(source, mask, count, means, sums)
  if (dtype == 2) return addSquares<u16>(source, mask, count, means, sums)
  if (dtype == 3) return addSquares<i16>(source, mask, count, means, sums)
  if (dtype == 4) return addSquares<u32>(source, mask, count, means, sums)
  if (dtype == 5) return addSquares<i32>(source, mask, count, means, sums)
  if (dtype == 6) return addSquares<u64>(source, mask, count, means, sums)
  if (dtype == 7) return addSquares<i64>(source, mask, count, means, sums)
  if (dtype == 8) return addSquares<f32>(source, mask, count, means, sums)
  return addSquares<f64>(source, mask, count, means, sums)
}

/** Counts the valid pixels of a strip that are not 0. */
export function reduceTruth(dtype: i32, source: usize, mask: usize, count: usize, counts: usize): void {
  if (dtype == 0) return addTruth<u8>(source, mask, count, counts)
  if (dtype == 1) return addTruth<i8>(source, mask, count, counts)
  if (dtype == 2) return addTruth<u16>(source, mask, count, counts)
  if (dtype == 3) return addTruth<i16>(source, mask, count, counts)
  if (dtype == 4) return addTruth<u32>(source, mask, count, counts)
  if (dtype == 5) return addTruth<i32>(source, mask, count, counts)
  if (dtype == 6) return addTruth<u64>(source, mask, count, counts)
  if (dtype == 7) return addTruth<i64>(source, mask, count, counts)
  if (dtype == 8) return addTruth<f32>(source, mask, count, counts)
  return addTruth<f64>(source, mask, count, counts)
}

/** Keeps the least (`greatest` 0) or greatest of a strip and what was there. */
export function reduceExtreme(dtype: i32, greatest: i32, source: usize, mask: usize, count: usize, best: usize): void {
  if (dtype == 0) return keepExtreme<u8>(greatest, source, mask, count, best)
  if (dtype == 1) return keepExtreme<i8>(greatest, source, mask, count, best)
  if (dtype == 2) return keepExtreme<u16>(greatest, source, mask, count, best)
  if (dtype == 3) return keepExtreme<i16>(greatest, source, mask, count, best)
  if (dtype == 4) return keepExtreme<u32>(greatest, source, mask, count, best)
  if (dtype == 5) return keepExtreme<i32>(greatest, source, mask, count, best)
  if (dtype == 6) return keepExtreme<u64>(greatest, source, mask, count, best)
  if (dtype == 7) return keepExtreme<i64>(greatest, source, mask, count, best)
  if (dtype == 8) return keepExtreme<f32>(greatest, source, mask, count, best)
  return keepExtreme<f64>(greatest, source, mask, count, best)
}

/** Keeps values with their places, by a rule: 0 least, 1 greatest, 2 first, 3 last. */
export function reducePlace(dtype: i32, rule: i32, source: usize, mask: usize, count: usize, best: usize, places: usize, place: u32, step: u32): void {
  if (dtype == 0) return keepPlace<u8>(rule, source, mask, count, best, places, place, step)
  if (dtype == 1) return keepPlace<i8>(rule, source, mask, count, best, places, place, step)
  if (dtype == 2) return keepPlace<u16>(rule, source, mask, count, best, places, place, step)
  if (dtype == 3) return keepPlace<i16>(rule, source, mask, count, best, places, place, step)
  if (dtype == 4) return keepPlace<u32>(rule, source, mask, count, best, places, place, step)
  if (dtype == 5) return keepPlace<i32>(rule, source, mask, count, best, places, place, step)
  if (dtype == 6) return keepPlace<u64>(rule, source, mask, count, best, places, place, step)
  if (dtype == 7) return keepPlace<i64>(rule, source, mask, count, best, places, place, step)
  if (dtype == 8) return keepPlace<f32>(rule, source, mask, count, best, places, place, step)
  return keepPlace<f64>(rule, source, mask, count, best, places, place, step)
}

/** Appends the valid pixels of a strip to their lists. */
export function reduceGather(dtype: i32, source: usize, mask: usize, count: usize, lists: usize, room: u32, counts: usize): void {
  if (dtype == 0) return gatherLists<u8>(source, mask, count, lists, room, counts)
  if (dtype == 1) return gatherLists<i8>(source, mask, count, lists, room, counts)
  if (dtype == 2) return gatherLists<u16>(source, mask, count, lists, room, counts)
  if (dtype == 3) return gatherLists<i16>(source, mask, count, lists, room, counts)
  if (dtype == 4) return gatherLists<u32>(source, mask, count, lists, room, counts)
  if (dtype == 5) return gatherLists<i32>(source, mask, count, lists, room, counts)
  if (dtype == 6) return gatherLists<u64>(source, mask, count, lists, room, counts)
  if (dtype == 7) return gatherLists<i64>(source, mask, count, lists, room, counts)
  if (dtype == 8) return gatherLists<f32>(source, mask, count, lists, room, counts)
  return gatherLists<f64>(source, mask, count, lists, room, counts)
}

/** Linear quantiles of lists, as float64. */
export function reduceQuantiles(dtype: i32, lists: usize, room: u32, counts: usize, count: usize, q: f64, middle: i32, out: usize): void {
  if (dtype == 0) return quantiles<u8>(lists, room, counts, count, q, middle, out)
  if (dtype == 1) return quantiles<i8>(lists, room, counts, count, q, middle, out)
  if (dtype == 2) return quantiles<u16>(lists, room, counts, count, q, middle, out)
  if (dtype == 3) return quantiles<i16>(lists, room, counts, count, q, middle, out)
  if (dtype == 4) return quantiles<u32>(lists, room, counts, count, q, middle, out)
  if (dtype == 5) return quantiles<i32>(lists, room, counts, count, q, middle, out)
  if (dtype == 6) return quantiles<u64>(lists, room, counts, count, q, middle, out)
  if (dtype == 7) return quantiles<i64>(lists, room, counts, count, q, middle, out)
  if (dtype == 8) return quantiles<f32>(lists, room, counts, count, q, middle, out)
  return quantiles<f64>(lists, room, counts, count, q, middle, out)
}

/** The most frequent value of each list. */
export function reduceModes(dtype: i32, lists: usize, room: u32, counts: usize, count: usize, out: usize): void {
  if (dtype == 0) return modesOf<u8>(lists, room, counts, count, out)
  if (dtype == 1) return modesOf<i8>(lists, room, counts, count, out)
  if (dtype == 2) return modesOf<u16>(lists, room, counts, count, out)
  if (dtype == 3) return modesOf<i16>(lists, room, counts, count, out)
  if (dtype == 4) return modesOf<u32>(lists, room, counts, count, out)
  if (dtype == 5) return modesOf<i32>(lists, room, counts, count, out)
  if (dtype == 6) return modesOf<u64>(lists, room, counts, count, out)
  if (dtype == 7) return modesOf<i64>(lists, room, counts, count, out)
  if (dtype == 8) return modesOf<f32>(lists, room, counts, count, out)
  return modesOf<f64>(lists, room, counts, count, out)
}

/** Appends the valid pixels of a strip to one list; returns how many it holds then. */
export function reduceAppend(dtype: i32, source: usize, mask: usize, count: usize, list: usize, held: u32): u32 {
  if (dtype == 0) return appendList<u8>(source, mask, count, list, held)
  if (dtype == 1) return appendList<i8>(source, mask, count, list, held)
  if (dtype == 2) return appendList<u16>(source, mask, count, list, held)
  if (dtype == 3) return appendList<i16>(source, mask, count, list, held)
  if (dtype == 4) return appendList<u32>(source, mask, count, list, held)
  if (dtype == 5) return appendList<i32>(source, mask, count, list, held)
  if (dtype == 6) return appendList<u64>(source, mask, count, list, held)
  if (dtype == 7) return appendList<i64>(source, mask, count, list, held)
  if (dtype == 8) return appendList<f32>(source, mask, count, list, held)
  return appendList<f64>(source, mask, count, list, held)
}

/** Counts a digit of the pixels' keys in 32-bit bins, where `checked` only under a prefix. */
export function reduceDigits(dtype: i32, source: usize, mask: usize, count: usize, shift: u32, bits: u32, checked: i32, prefix: u64, bins: usize): void {
  if (dtype == 0) return countDigits<u8>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 1) return countDigits<i8>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 2) return countDigits<u16>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 3) return countDigits<i16>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 4) return countDigits<u32>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 5) return countDigits<i32>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 6) return countDigits<u64>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 7) return countDigits<i64>(source, mask, count, shift, bits, checked, prefix, bins)
  if (dtype == 8) return countDigits<f32>(source, mask, count, shift, bits, checked, prefix, bins)
  return countDigits<f64>(source, mask, count, shift, bits, checked, prefix, bins)
}
