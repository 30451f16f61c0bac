import { random as seeded } from '../conformance/random.js'

/** A seeded generator of numbers in [0, 1). */
export function randomNumbers(seed: number): () => number {
  return seeded(seed).next
}

type Random = () => number

const zeros = (length: number) => new Uint8Array(length)

function noise(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => random() * 256)
}

function sparse(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => (random() < 0.95 ? 0 : random() * 256))
}

/** Differences of neighbouring 16-bit samples: noisy low bytes, high bytes 0 or 255. */
function differences(length: number, random: Random): Uint8Array {
  const spread = 4 + random() * 200
  const out = new Uint8Array(length)
  for (let i = 0; i + 1 < length; i += 2) {
    const value = Math.round((random() + random() + random() - 1.5) * spread) & 0xffff
    out[i] = value
    out[i + 1] = value >> 8
  }
  return out
}

function periodic(length: number, random: Random): Uint8Array {
  const period = 1 + Math.floor(random() * random() * 600)
  const out = new Uint8Array(length)
  for (let i = 0; i < length; i++) out[i] = i >= period && random() < 0.995 ? out[i - period]! : random() * 256
  return out
}

/** Skewed letters, whose codewords get as long as deflate allows. */
function skewed(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => Math.min(255, -Math.log2(random() + 1e-12) * 1.3))
}

function flat(length: number, random: Random): Uint8Array {
  const out = new Uint8Array(length)
  for (let i = 0; i < length; ) {
    const run = 1 + Math.floor(random() ** 4 * 3000)
    out.fill(random() * 256, i, i + run)
    i += run
  }
  return out
}

/** Rows of few values that are nearly the row before, moved by a place or not, with strays: classes. */
function patches(length: number, random: Random): Uint8Array {
  const width = 1 + Math.floor(random() ** 2 * 1500)
  const strays = random() ** 3 * 0.1
  const out = flat(length, random).map((value) => value & 7)
  for (let i = width + 1; i < length; i++) {
    const before = i - width - (Math.floor(i / width) % 3 === 0 ? 1 : 0)
    out[i] = random() < strays ? random() * 12 : random() < 0.999 ? out[before]! : out[i - 1]!
  }
  return out
}

const kinds: readonly ((length: number, random: Random) => Uint8Array)[] = [
  zeros,
  noise,
  sparse,
  differences,
  periodic,
  skewed,
  flat,
  patches,
]

/** Bytes of one of several characters: zeros, noise, sparse, sample differences, periodic, skewed, runs, classes, or two of them in a row. */
export function someBytes(length: number, random: Random): Uint8Array {
  const make = kinds[Math.floor(random() * (kinds.length + 2))]
  if (make) return make(length, random)
  const cut = Math.floor(random() * length)
  const out = new Uint8Array(length)
  out.set(kinds[Math.floor(random() * kinds.length)]!(cut, random))
  out.set(kinds[Math.floor(random() * kinds.length)]!(length - cut, random), cut)
  return out
}

/** A length: often small, sometimes large. */
export function someLength(random: Random, most: number): number {
  return Math.floor(random() ** 3 * most)
}
