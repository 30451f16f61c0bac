import type { Directory } from './directory.js'
import { tag } from './tags.js'

const names = [
  ...['ERR_BIAS', 'ERR_RAND', 'LINE_OFF', 'SAMP_OFF', 'LAT_OFF', 'LONG_OFF', 'HEIGHT_OFF'],
  ...['LINE_SCALE', 'SAMP_SCALE', 'LAT_SCALE', 'LONG_SCALE', 'HEIGHT_SCALE'],
] as const
const coefficients = ['LINE_NUM_COEFF', 'LINE_DEN_COEFF', 'SAMP_NUM_COEFF', 'SAMP_DEN_COEFF'] as const
const terms = 20

/**
 * The rational polynomial that places an image on earth (tag 50844, "RPCs in GeoTIFF"), by GDAL's names and in its texts; null where there is
 * none. It holds for the pixels as they lie in the file, so it is told of the file and is no attribute of its arrays.
 */
export async function readRpc(directory: Directory): Promise<Record<string, string> | null> {
  const values = Array.from((await directory.numbers(tag.rpcCoefficients, names.length + 4 * terms)) ?? [])
  if (values.length < names.length + 4 * terms) return null
  const rpc: Record<string, string> = {}
  names.forEach((name, at) => {
    rpc[name] = text(values[at] as number)
  })
  coefficients.forEach((name, list) => {
    const start = names.length + list * terms
    rpc[name] = values
      .slice(start, start + terms)
      .map(text)
      .join(' ')
  })
  return rpc
}

/** Fifteen digits, as C prints them. */
function text(value: number): string {
  return String(Number(value.toPrecision(15)))
}
