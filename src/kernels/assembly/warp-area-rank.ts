import { AreaBox, elementAt } from './warp-area-box'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { isValid } from './warp-tap'

// Every valid pixel of the box counts once, however little of it is covered; the result is one of them, exactly.

/** The least or the greatest (`greatest`) valid pixel of a box. Returns 1 where there is none. */
export function extremePixel<T>(job: Job, at: u32, box: AreaBox, greatest: bool): i32 {
  let best: T = 0
  let none: bool = true
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      const value = load<T>(job.src + tap * sizeof<T>())
      if (none || (greatest ? value > best : value < best)) best = value
      none = false
    }
  }
  if (none) return storeInvalid<T>(job, at)
  store<T>(job.dst + at * sizeof<T>(), best)
  store<u8>(job.dstMask + at, 1)
  return 0
}

/** The bits of a value as an unsigned number, in the order of the values. */
@inline
function keyOf<T>(at: u32): u64 {
  const sign = <u64>1 << (8 * sizeof<T>() - 1)
  if (isFloat<T>()) {
    const bits = sizeof<T>() == 4 ? <u64>load<u32>(at) : load<u64>(at)
    return bits & sign ? ~bits & (sign | (sign - 1)) : bits | sign
  }
  const bits = sizeof<T>() == 1 ? <u64>load<u8>(at) : sizeof<T>() == 2 ? <u64>load<u16>(at) : sizeof<T>() == 4 ? <u64>load<u32>(at) : load<u64>(at)
  return isSigned<T>() ? bits ^ sign : bits
}

/** Stores the value of a key. */
@inline
function storeKey<T>(at: u32, key: u64): void {
  const sign = <u64>1 << (8 * sizeof<T>() - 1)
  let bits = key
  if (isFloat<T>()) bits = key & sign ? key ^ sign : ~key
  else if (isSigned<T>()) bits = key ^ sign
  if (sizeof<T>() == 1) store<u8>(at, <u8>bits)
  else if (sizeof<T>() == 2) store<u16>(at, <u16>bits)
  else if (sizeof<T>() == 4) store<u32>(at, <u32>bits)
  else store<u64>(at, bits)
}

/** Counts the valid pixels of a box by the byte at `shift` of their keys, those whose higher bytes are `above`. Returns how many. */
function countBytes<T>(job: Job, box: AreaBox, counts: u32, shift: i32, above: u64): i32 {
  const top = shift == 8 * <i32>sizeof<T>() - 8
  let count: i32 = 0
  memory.fill(counts, 0, 1024)
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      const key = keyOf<T>(job.src + tap * sizeof<T>())
      if (!top && key >> (shift + 8) != above) continue
      const bucket = counts + (<u32>((key >> shift) & 255) << 2)
      store<i32>(bucket, load<i32>(bucket) + 1)
      count++
    }
  }
  return count
}

/**
 * The pixel at `ceil(share * n - 1)` of the n valid pixels of a box in order, byte by byte from the highest; `counts` is room for 256
 * whole numbers. Returns 1 where there is no valid pixel.
 */
export function quantilePixel<T>(job: Job, at: u32, box: AreaBox, share: f64, counts: u32): i32 {
  let above: u64 = 0
  let rank: i32 = 0
  for (let shift = 8 * <i32>sizeof<T>() - 8; shift >= 0; shift -= 8) {
    const count = countBytes<T>(job, box, counts, shift, above)
    if (count == 0) return storeInvalid<T>(job, at)
    if (shift == 8 * <i32>sizeof<T>() - 8) rank = max(0, <i32>ceil(share * <f64>count - 1))
    let byte: u32 = 0
    while (rank >= load<i32>(counts + (byte << 2))) {
      rank -= load<i32>(counts + (byte << 2))
      byte++
    }
    above = (above << 8) | byte
  }
  storeKey<T>(job.dst + at * sizeof<T>(), above)
  store<u8>(job.dstMask + at, 1)
  return 0
}
