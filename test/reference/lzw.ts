/** Bits of a byte array, most significant first, or least significant first for old TIFF LZW. */
function bitReader(bytes: Uint8Array, leastFirst: boolean): (width: number) => number | undefined {
  let position = 0
  return (width) => {
    if (position + width > bytes.length * 8) return undefined
    let value = 0
    for (let i = 0; i < width; i++, position++) {
      const byte = bytes[position >> 3]!
      if (leastFirst) value |= ((byte >> (position & 7)) & 1) << i
      else value = (value << 1) | ((byte >> (7 - (position & 7))) & 1)
    }
    return value
  }
}

/** TIFF LZW by the textbook, with a dictionary of strings. Throws where a code is not defined. */
export function plainLzwDecode(bytes: Uint8Array, leastFirst = false): Uint8Array {
  const read = bitReader(bytes, leastFirst)
  const early = leastFirst ? 0 : 1
  const out: number[] = []
  let dictionary: (readonly number[])[] = []
  let previous: readonly number[] | undefined
  let width = 9
  for (let code = read(width); code !== undefined && code !== 257; code = read(width)) {
    if (code === 256) {
      dictionary = Array.from({ length: 258 }, (_, i) => [i])
      previous = undefined
      width = 9
      continue
    }
    const known = dictionary[code]
    const string = known ?? (previous && code === dictionary.length ? [...previous, previous[0]!] : undefined)
    if (!string) throw new Error(`code ${code} of ${dictionary.length} is not defined`)
    out.push(...string)
    if (previous) dictionary.push([...previous, string[0]!])
    previous = string
    if (dictionary.length + early >= 1 << width && width < 12) width++
  }
  return Uint8Array.from(out)
}

/** Old TIFF LZW (least significant bit first, no early change) of some bytes, with a plain dictionary. */
export function plainOldLzwEncode(bytes: Uint8Array): Uint8Array {
  const bits: number[] = []
  const write = (value: number, width: number) => {
    for (let i = 0; i < width; i++) bits.push((value >> i) & 1)
  }
  let dictionary = new Map<string, number>()
  let width = 9
  let next = 258
  let prefix: number | undefined
  write(256, 9)
  for (const byte of bytes) {
    if (prefix === undefined) {
      prefix = byte
      continue
    }
    const key = `${prefix},${byte}`
    const found = dictionary.get(key)
    if (found !== undefined) {
      prefix = found
      continue
    }
    write(prefix, width)
    prefix = byte
    dictionary.set(key, next++)
    // The decoder's dictionary is one entry behind.
    if (next - 1 === 1 << width && width < 12) width++
    if (next === 4095) {
      write(256, width)
      dictionary = new Map()
      next = 258
      width = 9
    }
  }
  if (prefix !== undefined) {
    write(prefix, width)
    if (next === 1 << width && width < 12) width++
  }
  write(257, width)
  const out = new Uint8Array(Math.ceil(bits.length / 8))
  for (const [i, bit] of bits.entries()) out[i >> 3]! |= bit << (i & 7)
  return out
}
