/** A seeded source of random numbers for tests: the same seed gives the same numbers on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number in [low, high). */
  int(low: number, high: number): number
}

/** Mulberry32: 32 bits of state, plenty for test data. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { next, int: (low, high) => low + Math.floor(next() * (high - low)) }
}
