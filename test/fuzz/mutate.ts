import type { Random } from '../conformance/random.js'

/** Values that break arithmetic: limits of every width, powers beyond 2^53, small numbers around zero. */
const extremes: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 7n, 16n, 255n, 256n, 0x7fffn, 0x8000n, 0xffffn, 0x10000n, 0x7fffffffn, 0x80000000n, 0xffffffffn, 0x100000000n],
  ...[2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 8n],
]

/** Where a classic or BigTIFF's tags lie: what a mutation of the structure aims at. */
interface Places {
  readonly little: boolean
  readonly big: boolean
  /** First byte of each entry of each directory. */
  readonly entries: readonly number[]
  /** First byte of each directory, and of the offset behind it. */
  readonly heads: readonly number[]
  /** Start and length of values that stand apart from their entry. */
  readonly apart: readonly (readonly [start: number, length: number])[]
}

const sizes: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8 },
}

/** Reads a sound TIFF's structure, knowing nothing of the reader under test. */
export function tiffPlaces(bytes: Uint8Array): Places {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const little = bytes[0] === 0x49
  const big = view.getUint16(2, little) === 43
  const [countBytes, entryBytes, offsetBytes] = big ? [8, 20, 8] : [2, 12, 4]
  const offset = (at: number): number => (big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little))
  const entries: number[] = []
  const heads: number[] = []
  const apart: (readonly [number, number])[] = []
  for (let at = offset(big ? 8 : 4); at > 0 && at + countBytes <= bytes.length && heads.length < 32; ) {
    const count = big ? offset(at) : view.getUint16(at, little)
    const end = at + countBytes + count * entryBytes
    if (end + offsetBytes > bytes.length) break
    heads.push(at, end)
    for (let place = at + countBytes; place < end; place += entryBytes) {
      entries.push(place)
      const length = offset(place + 4) * (sizes[view.getUint16(place + 2, little)] ?? 1)
      const start = offset(place + 4 + offsetBytes)
      if (length > offsetBytes && start + length <= bytes.length) apart.push([start, length])
    }
    at = offset(end)
  }
  return { little, big, entries, heads, apart }
}

/** One mutant of a TIFF: one to four changes, mostly of its structure, sometimes of any bytes, sometimes cut short. */
export function mutateTiff(seed: Uint8Array, places: Places, rng: Random): Uint8Array {
  const bytes = seed.slice()
  const times = 1 + rng.int(0, 4) * rng.int(0, 2)
  for (let time = 0; time < times; time++) changeTiff(bytes, places, rng)
  return rng.int(0, 30) === 0 ? bytes.slice(0, rng.int(0, bytes.length)) : bytes
}

function changeTiff(bytes: Uint8Array, { little, big, entries, heads, apart }: Places, rng: Random): void {
  const kind = rng.int(0, 16)
  if (kind < 8 && entries.length > 0) {
    const entry = entries[rng.int(0, entries.length)] as number
    const wide = big ? 8 : 4
    if (kind === 0) put(bytes, entry, 2, BigInt(rng.int(0, 4) === 0 ? rng.int(0, 65536) : 254 + rng.int(0, 90)), little)
    else if (kind < 3) put(bytes, entry + 2, 2, BigInt(rng.int(0, 20)), little)
    else if (kind < 5) put(bytes, entry + 4, wide, value(rng), little)
    else put(bytes, entry + 4 + wide, rng.int(0, 2) === 0 ? 2 : wide, value(rng), little)
  } else if (kind < 10 && apart.length > 0) {
    const [start, length] = apart[rng.int(0, apart.length)] as readonly [number, number]
    const width = [1, 2, 4, 8][rng.int(0, 4)] as number
    put(bytes, start + width * rng.int(0, Math.max(1, Math.floor(length / width))), width, floatOr(value(rng), width, rng), little)
  } else if (kind === 10 && heads.length > 0) {
    const head = heads[rng.int(0, heads.length)] as number
    put(bytes, head, big ? 8 : rng.int(0, 2) === 0 ? 2 : 4, rng.int(0, 2) === 0 ? value(rng) : BigInt(rng.int(0, bytes.length)), little)
  } else if (kind === 11) put(bytes, rng.int(0, 16), 1, BigInt(rng.int(0, 256)), little)
  else if (kind === 12) moveRun(bytes, rng)
  else mutateBytes(bytes, rng)
}

/** Changes a few bytes anywhere, in place. */
export function mutateBytes(bytes: Uint8Array, rng: Random): void {
  if (bytes.length === 0) return
  const times = 1 + rng.int(0, 8)
  for (let time = 0; time < times; time++) {
    const at = rng.int(0, bytes.length)
    bytes[at] = rng.int(0, 2) === 0 ? rng.int(0, 256) : (bytes[at] as number) ^ (1 << rng.int(0, 8))
  }
}

function moveRun(bytes: Uint8Array, rng: Random): void {
  const length = rng.int(1, 64)
  const from = rng.int(0, Math.max(1, bytes.length - length))
  bytes.copyWithin(rng.int(0, bytes.length), from, from + length)
}

function value(rng: Random): bigint {
  return rng.int(0, 3) === 0 ? BigInt(rng.int(0, 70_000)) : (extremes[rng.int(0, extremes.length)] as bigint)
}

/** Bits of NaN, an infinity or a huge number now and then, where eight bytes are changed. */
function floatOr(bits: bigint, width: number, rng: Random): bigint {
  if (width !== 8 || rng.int(0, 2) === 0) return bits
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, [Number.NaN, Number.POSITIVE_INFINITY, -1e308, 1e-320, 0, -1, 0.5][rng.int(0, 7)] as number)
  return view.getBigUint64(0)
}

function put(bytes: Uint8Array, at: number, size: number, bits: bigint, little: boolean): void {
  for (let i = 0; i < size; i++) {
    const place = at + (little ? i : size - 1 - i)
    if (place < bytes.length) bytes[place] = Number((bits >> BigInt(8 * i)) & 0xffn)
  }
}

const oddValues: readonly string[] = [
  ...['null', 'true', '0', '-1', '1.5', '1e300', '9007199254740993', '4294967296', '65536', '""', '"NaN"', '"y"', '"blosc"', '"__proto__"'],
  ...[
    '[]',
    '[0]',
    '[-1]',
    '[1e9,1e9]',
    '[0,0,0]',
    '{}',
    '{"name":"gzip"}',
    '{"name":"transpose","configuration":{"order":[0,0]}}',
    '[null]',
  ],
  ...['"float64"', '"<i8"', '"|b1"', '">f4"', '"0x7fc00000"', '"AAAAAAAA+H8="', '"constructor"', '"bool"', '{"id":"zstd"}', '[[]]'],
]

/** One mutant of JSON text: a value replaced, a key renamed, a number changed, or bytes of the text. */
export function mutateJson(text: string, rng: Random): string {
  const kind = rng.int(0, 10)
  if (kind === 0) {
    const bytes = new TextEncoder().encode(text)
    mutateBytes(bytes, rng)
    return Buffer.from(bytes).toString('latin1')
  }
  if (kind === 1) return text.slice(0, rng.int(0, text.length))
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return text
  }
  const times = 1 + rng.int(0, 3)
  for (let time = 0; time < times; time++) document = changeJson(document, rng)
  return JSON.stringify(document)
}

function changeJson(root: unknown, rng: Random): unknown {
  const places: (readonly [holder: Record<string, unknown>, key: string])[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key])
      walk((node as Record<string, unknown>)[key])
    }
  }
  walk(root)
  const place = places[rng.int(0, Math.max(1, places.length))]
  if (place === undefined) return JSON.parse(oddValues[rng.int(0, oddValues.length)] as string)
  const [holder, key] = place
  const kind = rng.int(0, 8)
  const other = places[rng.int(0, places.length)] as (typeof places)[number]
  if (kind === 0) delete holder[key]
  else if (kind === 1 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
  else if (kind === 2) holder[key] = structuredClone(other[0][other[1]])
  else holder[key] = JSON.parse(oddValues[rng.int(0, oddValues.length)] as string)
  return root
}
