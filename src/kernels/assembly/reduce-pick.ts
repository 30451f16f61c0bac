// Statistics that are one of the values: extremes and their places, the first and the last. A place that nothing has taken is 0xffffffff.

const none: u32 = 0xffffffff

/** Keeps the lesser (or greater) of each pixel and what was there; `best` begins as the dtype's other end, infinite for floats. */
export function keepExtreme<T>(greatest: i32, source: usize, mask: usize, count: usize, best: usize): void {
  let i: usize = 0
  if (sizeof<T>() < 8) {
    const step: usize = 16 / sizeof<T>()
    if (mask == 0) {
      for (; i + step <= count; i += step) {
        const at = best + i * sizeof<T>()
        const v = v128.load(source + i * sizeof<T>()), b = v128.load(at)
        if (isFloat<T>()) v128.store(at, greatest != 0 ? f32x4.pmax(b, v) : f32x4.pmin(b, v))
        else v128.store(at, greatest != 0 ? v128.max<T>(b, v) : v128.min<T>(b, v))
      }
    }
  }
  for (; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const v = load<T>(source + i * sizeof<T>()), b = load<T>(best + i * sizeof<T>())
    if (greatest != 0 ? v > b : v < b) store<T>(best + i * sizeof<T>(), v)
  }
}

/**
 * Keeps a value and its place: 0 the least, 1 the greatest (of equals the first), 2 the first, 3 the last. Pixel `i` has place `place + i * step`.
 */
export function keepPlace<T>(rule: i32, source: usize, mask: usize, count: usize, best: usize, places: usize, place: u32, step: u32): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const v = load<T>(source + i * sizeof<T>()), b = load<T>(best + i * sizeof<T>())
    const fresh = load<u32>(places + (i << 2)) == none
    if (!(fresh || rule == 3 || (rule == 0 && v < b) || (rule == 1 && v > b))) continue
    store<T>(best + i * sizeof<T>(), v)
    store<u32>(places + (i << 2), place + <u32>i * step)
  }
}
