import { isValid, Level } from './overview-job'
import { fours } from './sums-four'
import { halfDoubles, halfPacked, halfUnpacked } from './sums-half'
import { meansOfDoubles, meansOfPacked } from './sums-mean'

// Sums of the valid pixels under the pixels of a coarser level, and how many they are, so that levels are exact means of the array. Sums stand in
// planes of float64, and the weights of their pixels in others; or both in one plane of uint32, where nothing is cut and pixels have 8 or 16 bits.
// Of `Level`, `dst` is the plane of sums and `dstMask` that of weights (0: not wanted).

/** Source columns (or rows) of one sum, with the weight of the first and the last, and that of all between them; count may be 0. */
@unmanaged
class SumSpan {
  at: i32
  count: i32
  first: f64
  full: f64
  last: f64
}

const sumSpanBytes: u32 = offsetof<SumSpan>()

@inline
function weightOf(span: SumSpan, k: i32): f64 {
  return k == 0 ? span.first : k == span.count - 1 ? span.last : span.full
}

/** Rows of a span that are added up before they are weighed: those of one weight, and no more than a count of 8 bits holds. */
@inline
function runEnd(span: SumSpan, k: i32): i32 {
  const weight = weightOf(span, k)
  let end = k + 1
  while (end < span.count && end - k < 255 && weightOf(span, end) == weight) end++
  return end
}

@inline
function bias<T>(): i32 {
  if (!isSigned<T>()) return 0
  return sizeof<T>() == 1 ? 128 : 32768
}

/** Eight elements from memory as 16-bit ones. */
@inline
function eight<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return v128.load(at)
  return isSigned<T>() ? v128.load_ext<i8>(at) : v128.load_ext<u8>(at)
}

/**
 * Columns of some rows added up, in 24 bits with counts of 8 above them; a few columns beyond the row's end are added up too. V says by its size how
 * validity is told: 1 all are valid, 2 by nodata, 4 by mask.
 */
function addNarrowRows<T, V>(level: Level, from: u32, rows: i32, columns: i32): void {
  const sums = level.room, stride = <u32>level.srcStride
  const nodata = i16x8.splat(<i16>level.nodata), lift = i16x8.splat(<i16>bias<T>())
  const src = level.src + from * sizeof<T>(), mask = level.srcMask + from, all = i16x8.splat(<i16>rows)
  for (let x: i32 = 0; x < columns; x += 8) {
    let low = i32x4.splat(0), high = i32x4.splat(0), count = all
    let at = src + x * sizeof<T>(), maskAt = mask + x
    for (let row: i32 = 0; row < rows; row++) {
      const raw = eight<T>(at)
      let value = isSigned<T>() ? i16x8.add(raw, lift) : raw
      if (sizeof<V>() > 1) {
        const bad = sizeof<V>() == 4 ? i16x8.eq(v128.load_ext<u8>(maskAt), i16x8.splat(0)) : i16x8.eq(raw, nodata)
        value = v128.andnot(value, bad)
        count = i16x8.add(count, bad)
      }
      low = i32x4.add(low, i32x4.extend_low_i16x8_u(value))
      high = i32x4.add(high, i32x4.extend_high_i16x8_u(value))
      at += stride * sizeof<T>()
      if (sizeof<V>() == 4) maskAt += stride
    }
    v128.store(sums + 4 * x, i32x4.add(low, i32x4.shl(i32x4.extend_low_i16x8_u(count), 24)))
    v128.store(sums + 4 * x, i32x4.add(high, i32x4.shl(i32x4.extend_high_i16x8_u(count), 24)), 16)
  }
}

@inline
function addTo(at: u32, value: f64): void {
  store<f64>(at, load<f64>(at) + value)
}

const lowBits: u32 = (1 << 24) - 1

/** What columns [at, end) hold, where neither sums nor counts outgrow their bits. */
@inline
function inner(at: u32, end: u32): u32 {
  let packed: u32 = 0
  for (; at < end; at += 4) packed += load<u32>(at)
  return packed
}

/** Adds what columns of integers of 8 or 16 bits hold, over some rows, to a row of sums, and with another weight, unless it is 0, to the next row. */
function gatherNarrow<T>(level: Level, out: u32, weight: f64, rows: i32, nextWeight: f64): void {
  const isShared = nextWeight != 0, next = <u32>(8 * level.dstStride)
  const room = level.room, lift = <f64>bias<T>(), width = level.width, sums = level.dst + 8 * out, weights = level.dstMask + 8 * out
  const hasSums = level.dst != 0, hasWeights = level.dstMask != 0
  let column = level.columns
  for (let i: i32 = 0; i < width; i++, column += sumSpanBytes) {
    const span = changetype<SumSpan>(column), count = span.count
    if (count == 0) continue
    const at = room + 4 * span.at, end = at + 4 * (count - 1)
    const head = load<u32>(at)
    let sum = span.first * <f64>(head & lowBits), found = span.first * <f64>(head >> 24)
    if (count > 1) {
      let most: u64 = 0, some: u32 = 0
      if ((count - 2) * rows < 256) {
        const packed = inner(at + 4, end)
        most = packed & lowBits
        some = packed >> 24
      } else {
        for (let each = at + 4; each < end; each += 4) {
          const packed = load<u32>(each)
          most += packed & lowBits
          some += packed >> 24
        }
      }
      const tail = load<u32>(end)
      sum += span.full * <f64>most + span.last * <f64>(tail & lowBits)
      found += span.full * <f64>some + span.last * <f64>(tail >> 24)
    }
    sum -= lift * found
    if (hasSums) addTo(sums + 8 * i, weight * sum)
    if (hasWeights) addTo(weights + 8 * i, weight * found)
    if (isShared && hasSums) store<f64>(sums + next + 8 * i, nextWeight * sum)
    if (isShared && hasWeights) store<f64>(weights + next + 8 * i, nextWeight * found)
  }
}

function addWideRow<T>(level: Level, from: u32, columns: i32, weight: f64): void {
  const sums = level.room, weights = level.room + 8 * columns, isAll = level.validity == 0
  for (let x: i32 = 0; x < columns; x++) {
    const value = load<T>(level.src + (from + x) * sizeof<T>()), at = 8 * x
    if (!isAll && !isValid<T>(level, from + x, value)) continue
    store<f64>(sums + at, load<f64>(sums + at) + weight * <f64>value)
    store<f64>(weights + at, load<f64>(weights + at) + weight)
  }
}

function gatherWide(level: Level, columns: i32, out: u32): void {
  const sums = level.room, weights = level.room + 8 * columns
  for (let i: i32 = 0; i < level.width; i++) {
    const span = changetype<SumSpan>(level.columns + i * sumSpanBytes)
    let sum: f64 = 0, found: f64 = 0
    for (let k: i32 = 0; k < span.count; k++) {
      const weight = weightOf(span, k), at = 8 * (span.at + k)
      sum += weight * load<f64>(sums + at)
      found += weight * load<f64>(weights + at)
    }
    const at = 8 * (out + i)
    if (level.dst != 0) store<f64>(level.dst + at, sum)
    if (level.dstMask != 0) store<f64>(level.dstMask + at, found)
  }
}

function wideSpans<T>(level: Level, columns: i32): void {
  for (let j: i32 = 0; j < level.height; j++) {
    const row = changetype<SumSpan>(level.rows + j * sumSpanBytes)
    memory.fill(level.room, 0, 16 * columns)
    for (let k: i32 = 0; k < row.count; k++) addWideRow<T>(level, <u32>((row.at + k) * level.srcStride), columns, weightOf(row, k))
    gatherWide(level, columns, <u32>(j * level.dstStride))
  }
}

/** A row of pixels that lies under two rows of sums is gathered once. */
function narrowSpans<T>(level: Level, columns: i32): void {
  let isBegun = false
  for (let j: i32 = 0; j < level.height; j++) {
    const row = changetype<SumSpan>(level.rows + j * sumSpanBytes), out = <u32>(j * level.dstStride)
    if (!isBegun) {
      if (level.dst != 0) memory.fill(level.dst + 8 * out, 0, 8 * level.width)
      if (level.dstMask != 0) memory.fill(level.dstMask + 8 * out, 0, 8 * level.width)
    }
    let k: i32 = isBegun ? 1 : 0
    isBegun = false
    for (; k < row.count; ) {
      const end = runEnd(row, k), weight = weightOf(row, k)
      let next: f64 = 0
      if (k == row.count - 1 && j + 1 < level.height) {
        const after = changetype<SumSpan>(level.rows + (j + 1) * sumSpanBytes)
        if (after.count > 0 && after.at == row.at + k) {
          if (level.dst != 0) memory.fill(level.dst + 8 * (out + level.dstStride), 0, 8 * level.width)
          if (level.dstMask != 0) memory.fill(level.dstMask + 8 * (out + level.dstStride), 0, 8 * level.width)
          next = after.first
          isBegun = true
        }
      }
      const from = <u32>((row.at + k) * level.srcStride)
      if (level.validity == 0) addNarrowRows<T, u8>(level, from, end - k, columns)
      else if (level.validity == 1) addNarrowRows<T, u16>(level, from, end - k, columns)
      else addNarrowRows<T, u32>(level, from, end - k, columns)
      gatherNarrow<T>(level, out, weight, end - k, next)
      k = end
    }
  }
}

function spans<T>(level: Level, columns: i32): void {
  if (sizeof<T>() < 4) narrowSpans<T>(level, columns)
  else wideSpans<T>(level, columns)
}

// An export for each dtype: one for all would be compiled as a whole when it gets hot, which takes longer than it runs for.

/** Weighted sums of 8-bit unsigned integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansU8(level: usize, columns: i32): void {
  spans<u8>(changetype<Level>(level), columns)
}

/** Weighted sums of 8-bit integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansI8(level: usize, columns: i32): void {
  spans<i8>(changetype<Level>(level), columns)
}

/** Weighted sums of 16-bit unsigned integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansU16(level: usize, columns: i32): void {
  spans<u16>(changetype<Level>(level), columns)
}

/** Weighted sums of 16-bit integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansI16(level: usize, columns: i32): void {
  spans<i16>(changetype<Level>(level), columns)
}

/** Weighted sums of 32-bit unsigned integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansU32(level: usize, columns: i32): void {
  spans<u32>(changetype<Level>(level), columns)
}

/** Weighted sums of 32-bit integers by spans, as float64; so many columns of the block are looked at. */
export function sumSpansI32(level: usize, columns: i32): void {
  spans<i32>(changetype<Level>(level), columns)
}

/** Weighted sums of float32 by spans, as float64; so many columns of the block are looked at. */
export function sumSpansF32(level: usize, columns: i32): void {
  spans<f32>(changetype<Level>(level), columns)
}

/** Weighted sums of float64 by spans, as float64; so many columns of the block are looked at. */
export function sumSpansF64(level: usize, columns: i32): void {
  spans<f64>(changetype<Level>(level), columns)
}

/** Packed sums of 4 x 4 8-bit unsigned integers, of a block that ends after so many columns and rows. */
export function sumFoursU8(level: usize, columns: i32, rows: i32): void {
  fours<u8>(changetype<Level>(level), columns, rows)
}

/** Packed sums of 4 x 4 8-bit integers, of a block that ends after so many columns and rows. */
export function sumFoursI8(level: usize, columns: i32, rows: i32): void {
  fours<i8>(changetype<Level>(level), columns, rows)
}

/** Packed sums of 4 x 4 16-bit unsigned integers, of a block that ends after so many columns and rows. */
export function sumFoursU16(level: usize, columns: i32, rows: i32): void {
  fours<u16>(changetype<Level>(level), columns, rows)
}

/** Packed sums of 4 x 4 16-bit integers, of a block that ends after so many columns and rows. */
export function sumFoursI16(level: usize, columns: i32, rows: i32): void {
  fours<i16>(changetype<Level>(level), columns, rows)
}

/** Sums of `fx` x `fy` sums: 0 of float64 to float64, 1 packed to packed, 2 packed (of pixels by their dtype) to float64 of sums or of counts. */
export function sumHalves(kind: i32, dtype: i32, level: usize, columns: i32, rows: i32, fx: i32, fy: i32): void {
  const job = changetype<Level>(level)
  if (kind == 0) halfDoubles(job, columns, rows, fx, fy)
  else if (kind == 1) halfPacked(job, columns, rows, fx, fy)
  else halfUnpacked(job, columns, rows, fx, fy, dtype)
}

/** Adds sums of float64 that belong together: those at the columns and rows listed, from one list's end to the next. */
export function sumParts(level: usize): void {
  const job = changetype<Level>(level)
  const columnEnds = job.columns, rowEnds = job.rows, width = job.width, src = job.src, stride = 8 * job.srcStride
  const columnAt = columnEnds + 4 * (width + 1), rowAt = rowEnds + 4 * (job.height + 1)
  for (let j: i32 = 0; j < job.height; j++) {
    const out = job.dst + 8 * j * job.dstStride
    memory.fill(out, 0, 8 * width)
    for (let r = load<i32>(rowEnds + 4 * j); r < load<i32>(rowEnds + 4 * (j + 1)); r++) {
      const from = src + load<i32>(rowAt + 4 * r) * stride
      let c = load<i32>(columnEnds)
      for (let i: i32 = 0; i < width; i++) {
        const last = load<i32>(columnEnds + 4 * (i + 1))
        let sum = load<f64>(out + 8 * i)
        for (; c < last; c++) sum += load<f64>(from + 8 * load<i32>(columnAt + 4 * c))
        store<f64>(out + 8 * i, sum)
      }
    }
  }
}

/** Means as 8-bit unsigned integers: of packed sums where `weights` is 0. Returns how many are invalid. */
export function sumMeansU8(level: usize, weights: u32): i32 {
  const job = changetype<Level>(level)
  return weights == 0 ? meansOfPacked<u8>(job) : meansOfDoubles<u8>(job, weights)
}

/** Means as 8-bit integers: of packed sums where `weights` is 0. Returns how many are invalid. */
export function sumMeansI8(level: usize, weights: u32): i32 {
  const job = changetype<Level>(level)
  return weights == 0 ? meansOfPacked<i8>(job) : meansOfDoubles<i8>(job, weights)
}

/** Means as 16-bit unsigned integers: of packed sums where `weights` is 0. Returns how many are invalid. */
export function sumMeansU16(level: usize, weights: u32): i32 {
  const job = changetype<Level>(level)
  return weights == 0 ? meansOfPacked<u16>(job) : meansOfDoubles<u16>(job, weights)
}

/** Means as 16-bit integers: of packed sums where `weights` is 0. Returns how many are invalid. */
export function sumMeansI16(level: usize, weights: u32): i32 {
  const job = changetype<Level>(level)
  return weights == 0 ? meansOfPacked<i16>(job) : meansOfDoubles<i16>(job, weights)
}

/** Means as 32-bit unsigned integers. Returns how many are invalid. */
export function sumMeansU32(level: usize, weights: u32): i32 {
  return meansOfDoubles<u32>(changetype<Level>(level), weights)
}

/** Means as 32-bit integers. Returns how many are invalid. */
export function sumMeansI32(level: usize, weights: u32): i32 {
  return meansOfDoubles<i32>(changetype<Level>(level), weights)
}

/** Means as float32. Returns how many are invalid. */
export function sumMeansF32(level: usize, weights: u32): i32 {
  return meansOfDoubles<f32>(changetype<Level>(level), weights)
}

/** Means as float64. Returns how many are invalid. */
export function sumMeansF64(level: usize, weights: u32): i32 {
  return meansOfDoubles<f64>(changetype<Level>(level), weights)
}
