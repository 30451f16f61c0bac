import type { GeoKeys } from '../../geo/geokeys.js'
import type { Directory } from './directory.js'
import { tag } from './tags.js'

/** More parameters than any key has. */
const mostValues = 64

/** Reads the GeoKeys of a directory (GeoTIFF 1.1 section 7.1); empty where it has none. Keys that point outside their parameters are left out. */
export async function readGeoKeys(directory: Directory): Promise<GeoKeys> {
  const keys = new Map<number, number | string | readonly number[]>()
  const entries = await directory.numbers(tag.geoKeyDirectory)
  if (entries === undefined || entries.length < 4) return keys
  const doubles = (await directory.numbers(tag.geoDoubleParams)) ?? []
  const ascii = (await directory.text(tag.geoAsciiParams)) ?? ''
  const count = Math.min(entries[3] as number, Math.floor(entries.length / 4) - 1)
  for (let index = 1; index <= count; index++) {
    const [key, location, length, at] = [0, 1, 2, 3].map((field) => entries[index * 4 + field] as number) as [
      number,
      number,
      number,
      number,
    ]
    if (location === 0) keys.set(key, at)
    else if (location === tag.geoAsciiParams) keys.set(key, textOf(ascii, at, length))
    else if (location === tag.geoDoubleParams && length <= mostValues && at + length <= doubles.length) {
      const values = Array.from({ length }, (_, offset) => doubles[at + offset] as number)
      keys.set(key, values.length === 1 ? (values[0] as number) : values)
    }
  }
  return keys
}

function textOf(ascii: string, at: number, length: number): string {
  const text = ascii.slice(at, at + length)
  return text.endsWith('|') ? text.slice(0, -1) : text
}
