// The byte shuffle of Blosc and HDF5: all first bytes of `count` elements, then all second bytes, and so on. `typeSize` is their size.

/** Shuffles count * typeSize bytes from `source` to `target`, which must not overlap. */
export function shuffle(source: usize, target: usize, count: i32, typeSize: i32): void {
  const n = <usize>count
  let done: usize = 0
  if (typeSize == 2) done = shuffle2(source, target, n)
  else if (typeSize == 4) done = shuffle4(source, target, n)
  else if (typeSize == 8) done = shuffle8(source, target, n)
  for (let byte: usize = 0; byte < <usize>typeSize; byte++) {
    const from = source + byte
    const to = target + byte * n
    for (let i = done; i < n; i++) store<u8>(to + i, load<u8>(from + i * typeSize))
  }
}

/** Undoes shuffle: count * typeSize bytes from `source` to `target`, which must not overlap. */
export function unshuffle(source: usize, target: usize, count: i32, typeSize: i32): void {
  const n = <usize>count
  let done: usize = 0
  if (typeSize == 2) done = unshuffle2(source, target, n)
  else if (typeSize == 4) done = unshuffle4(source, target, n)
  else if (typeSize == 8) done = unshuffle8(source, target, n)
  for (let byte: usize = 0; byte < <usize>typeSize; byte++) {
    const from = source + byte * n
    const to = target + byte
    for (let i = done; i < n; i++) store<u8>(to + i * typeSize, load<u8>(from + i))
  }
}

function shuffle2(source: usize, target: usize, n: usize): usize {
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    const a = v128.load(source + 2 * i)
    const b = v128.load(source + 2 * i, 16)
    v128.store(target + i, v128.shuffle<u8>(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30))
    v128.store(target + n + i, v128.shuffle<u8>(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31))
  }
  return i
}

function unshuffle2(source: usize, target: usize, n: usize): usize {
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    const a = v128.load(source + i)
    const b = v128.load(source + n + i)
    v128.store(target + 2 * i, interleaveLow(a, b))
    v128.store(target + 2 * i, interleaveHigh(a, b), 16)
  }
  return i
}

@inline
function interleaveLow(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}

@inline
function interleaveHigh(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}

function shuffle4(source: usize, target: usize, n: usize): usize {
  const order = i8x16(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15)
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    const at = source + 4 * i
    const a = i8x16.swizzle(v128.load(at), order)
    const b = i8x16.swizzle(v128.load(at, 16), order)
    const c = i8x16.swizzle(v128.load(at, 32), order)
    const d = i8x16.swizzle(v128.load(at, 48), order)
    const abLow = v128.shuffle<u32>(a, b, 0, 4, 1, 5)
    const cdLow = v128.shuffle<u32>(c, d, 0, 4, 1, 5)
    const abHigh = v128.shuffle<u32>(a, b, 2, 6, 3, 7)
    const cdHigh = v128.shuffle<u32>(c, d, 2, 6, 3, 7)
    v128.store(target + i, v128.shuffle<u64>(abLow, cdLow, 0, 2))
    v128.store(target + n + i, v128.shuffle<u64>(abLow, cdLow, 1, 3))
    v128.store(target + 2 * n + i, v128.shuffle<u64>(abHigh, cdHigh, 0, 2))
    v128.store(target + 3 * n + i, v128.shuffle<u64>(abHigh, cdHigh, 1, 3))
  }
  return i
}

function unshuffle4(source: usize, target: usize, n: usize): usize {
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    const a = v128.load(source + i)
    const b = v128.load(source + n + i)
    const c = v128.load(source + 2 * n + i)
    const d = v128.load(source + 3 * n + i)
    storeShorts(target + 4 * i, interleaveLow(a, b), interleaveLow(c, d))
    storeShorts(target + 4 * i + 32, interleaveHigh(a, b), interleaveHigh(c, d))
  }
  return i
}

@inline
function storeShorts(target: usize, a: v128, b: v128): void {
  v128.store(target, v128.shuffle<u16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11))
  v128.store(target, v128.shuffle<u16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), 16)
}

// Eight elements at a time: a transposed 8 x 8 matrix of bytes in four vectors of two columns each.
function shuffle8(source: usize, target: usize, n: usize): usize {
  let i: usize = 0
  for (; i + 8 <= n; i += 8) {
    const at = source + 8 * i
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    // Bytes of the elements 0, 4 | 1, 5 and so on side by side, then pairs, then fours.
    const ac0 = interleaveLow(a, c)
    const ac1 = interleaveHigh(a, c)
    const bd0 = interleaveLow(b, d)
    const bd1 = interleaveHigh(b, d)
    const even0 = interleaveLow(ac0, bd0)
    const even1 = interleaveHigh(ac0, bd0)
    const odd0 = interleaveLow(ac1, bd1)
    const odd1 = interleaveHigh(ac1, bd1)
    store8(target + i, n, interleaveLow(even0, odd0))
    store8(target + 2 * n + i, n, interleaveHigh(even0, odd0))
    store8(target + 4 * n + i, n, interleaveLow(even1, odd1))
    store8(target + 6 * n + i, n, interleaveHigh(even1, odd1))
  }
  return i
}

@inline
function store8(target: usize, n: usize, v: v128): void {
  v128.store64_lane(target, v, 0)
  v128.store64_lane(target + n, v, 1)
}

function unshuffle8(source: usize, target: usize, n: usize): usize {
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    const at = source + i
    const a = v128.load(at)
    const b = v128.load(at + n)
    const c = v128.load(at + 2 * n)
    const d = v128.load(at + 3 * n)
    const e = v128.load(at + 4 * n)
    const f = v128.load(at + 5 * n)
    const g = v128.load(at + 6 * n)
    const h = v128.load(at + 7 * n)
    storeEight(target + 8 * i, interleaveLow(a, b), interleaveLow(c, d), interleaveLow(e, f), interleaveLow(g, h))
    storeEight(target + 8 * i + 64, interleaveHigh(a, b), interleaveHigh(c, d), interleaveHigh(e, f), interleaveHigh(g, h))
  }
  return i
}

// Eight elements of eight bytes from the 16-bit pieces of their four quarters.
@inline
function storeEight(target: usize, ab: v128, cd: v128, ef: v128, gh: v128): void {
  const low0 = v128.shuffle<u16>(ab, cd, 0, 8, 1, 9, 2, 10, 3, 11)
  const low1 = v128.shuffle<u16>(ab, cd, 4, 12, 5, 13, 6, 14, 7, 15)
  const high0 = v128.shuffle<u16>(ef, gh, 0, 8, 1, 9, 2, 10, 3, 11)
  const high1 = v128.shuffle<u16>(ef, gh, 4, 12, 5, 13, 6, 14, 7, 15)
  v128.store(target, v128.shuffle<u32>(low0, high0, 0, 4, 1, 5))
  v128.store(target, v128.shuffle<u32>(low0, high0, 2, 6, 3, 7), 16)
  v128.store(target, v128.shuffle<u32>(low1, high1, 0, 4, 1, 5), 32)
  v128.store(target, v128.shuffle<u32>(low1, high1, 2, 6, 3, 7), 48)
}
