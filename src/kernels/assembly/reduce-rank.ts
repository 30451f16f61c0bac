// Order statistics: the valid values of each pixel are gathered in a list of its own, and selected from.

/** Appends each valid pixel to its list of `room` elements, and counts it. */
export function gatherLists<T>(source: usize, mask: usize, count: usize, lists: usize, room: u32, counts: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const n = load<u32>(counts + (i << 2))
    store<T>(lists + (i * room + n) * sizeof<T>(), load<T>(source + i * sizeof<T>()))
    store<u32>(counts + (i << 2), n + 1)
  }
}

@inline
function at<T>(list: usize, index: i32): T {
  return load<T>(list + <usize>index * sizeof<T>())
}

@inline
function swap<T>(list: usize, a: i32, b: i32): void {
  const v = at<T>(list, a)
  store<T>(list + <usize>a * sizeof<T>(), at<T>(list, b))
  store<T>(list + <usize>b * sizeof<T>(), v)
}

/** A pivot between `low` and `high`: the middle one of three, whose places wander so that no order of the input is always bad. */
@inline
function pivotOf<T>(list: usize, low: i32, high: i32, turn: u32): T {
  const span = <u32>(high - low + 1)
  const a = at<T>(list, low + <i32>((turn * 0x9e3779b1) % span)), b = at<T>(list, low + <i32>(span >> 1)), c = at<T>(list, high)
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b
}

/** Puts the k-th least (from 0) of a list in its place: what is before it is not greater, what is after it not less. */
function select<T>(list: usize, count: i32, k: i32): T {
  let low = 0, high = count - 1
  let turn: u32 = 1
  while (low < high) {
    const pivot = pivotOf<T>(list, low, high, turn++)
    let i = low - 1, j = high + 1
    for (;;) {
      do { i++ } while (at<T>(list, i) < pivot)
      do { j-- } while (at<T>(list, j) > pivot)
      if (i >= j) break
      swap<T>(list, i, j)
    }
    // A pivot that is the last of all would leave nothing behind the cut.
    if (j == high) j--
    if (k <= j) high = j
    else low = j + 1
  }
  return at<T>(list, k)
}

/** The least of a list from an index on. */
@inline
function leastFrom<T>(list: usize, from: i32, count: i32): T {
  let least = at<T>(list, from)
  for (let i = from + 1; i < count; i++) {
    const v = at<T>(list, i)
    if (v < least) least = v
  }
  return least
}

/**
 * Linear quantiles as float64, of lists of `room` elements: numpy's rule, the value at `q (n - 1)` between its two neighbours. `middle` takes the
 * mean of the two instead of a weighted sum, as medians do. Lists without a value give 0.
 */
export function quantiles<T>(lists: usize, room: u32, counts: usize, count: usize, q: f64, middle: i32, out: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const n = <i32>load<u32>(counts + (i << 2)), list = lists + i * room * sizeof<T>()
    let value: f64 = 0
    if (n > 0) {
      const place = q * <f64>(n - 1)
      const k = min(<i32>floor(place), n - 1), part = place - <f64>k
      const a = <f64>select<T>(list, n, k)
      value = a
      if (part > 0 && k + 1 < n) {
        const b = <f64>leastFrom<T>(list, k + 1, n)
        if (a == b) value = a
        else if (middle != 0) value = (a + b) / 2
        else value = part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part
      }
    }
    store<f64>(out + (i << 3), value)
  }
}

/** Sorts a list: quicksort down to short runs, then insertion. */
function sort<T>(list: usize, first: i32, last: i32): void {
  let low = first, high = last
  while (high - low > 16) {
    const pivot = pivotOf<T>(list, low, high, <u32>(high - low))
    let i = low - 1, j = high + 1
    for (;;) {
      do { i++ } while (at<T>(list, i) < pivot)
      do { j-- } while (at<T>(list, j) > pivot)
      if (i >= j) break
      swap<T>(list, i, j)
    }
    if (j == high) j--
    if (j - low < high - j) {
      sort<T>(list, low, j)
      low = j + 1
    } else {
      sort<T>(list, j + 1, high)
      high = j
    }
  }
  for (let i = low + 1; i <= high; i++) {
    const v = at<T>(list, i)
    let j = i - 1
    for (; j >= low && at<T>(list, j) > v; j--) store<T>(list + <usize>(j + 1) * sizeof<T>(), at<T>(list, j))
    store<T>(list + <usize>(j + 1) * sizeof<T>(), v)
  }
}

/** The most frequent value of each list, of equally frequent ones the least; 0 where there is none. */
export function modesOf<T>(lists: usize, room: u32, counts: usize, count: usize, out: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const n = <i32>load<u32>(counts + (i << 2)), list = lists + i * room * sizeof<T>()
    let best: T = 0
    let most = 0
    if (n > 0) sort<T>(list, 0, n - 1)
    for (let from = 0; from < n; ) {
      const v = at<T>(list, from)
      let to = from + 1
      while (to < n && at<T>(list, to) == v) to++
      if (to - from > most) {
        most = to - from
        best = v
      }
      from = to
    }
    store<T>(out + i * sizeof<T>(), best)
  }
}

/** Appends the valid pixels of a strip to one list that holds `held` already; returns how many it holds then. */
export function appendList<T>(source: usize, mask: usize, count: usize, list: usize, held: u32): u32 {
  let n = held
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    store<T>(list + n * sizeof<T>(), load<T>(source + i * sizeof<T>()))
    n++
  }
  return n
}
