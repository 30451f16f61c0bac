import { isJsonObject, type JsonObject } from '../../base/json.js'
import type { Directory } from './directory.js'
import { tag } from './tags.js'

/** A rational polynomial that places an image on earth, by GDAL's names and in its texts. */
export type Rpc = Readonly<Record<string, string>>

const biases = ['ERR_BIAS', 'ERR_RAND'] as const
const required = [
  ...['LINE_OFF', 'SAMP_OFF', 'LAT_OFF', 'LONG_OFF', 'HEIGHT_OFF'],
  ...['LINE_SCALE', 'SAMP_SCALE', 'LAT_SCALE', 'LONG_SCALE', 'HEIGHT_SCALE'],
] as const

/** Names of the single numbers, in the order of the tag. */
export const rpcNumbers: readonly string[] = [...biases, ...required]

/** Names of the lists of coefficients, in the order of the tag. */
export const rpcLists = ['LINE_NUM_COEFF', 'LINE_DEN_COEFF', 'SAMP_NUM_COEFF', 'SAMP_DEN_COEFF'] as const

/** Coefficients of one list. */
export const rpcTerms = 20

const tagLength = rpcNumbers.length + rpcLists.length * rpcTerms

/** The rational polynomial of the tag 50844 ("RPCs in GeoTIFF"); null where there is none. */
export async function readRpc(directory: Directory): Promise<Rpc | null> {
  const values = Array.from((await directory.numbers(tag.rpcCoefficients, tagLength)) ?? [])
  if (values.length < tagLength) return null
  const rpc: Record<string, string> = {}
  rpcNumbers.forEach((name, at) => {
    rpc[name] = text(values[at] as number)
  })
  rpcLists.forEach((name, list) => {
    const start = rpcNumbers.length + list * rpcTerms
    rpc[name] = values
      .slice(start, start + rpcTerms)
      .map(text)
      .join(' ')
  })
  return rpc
}

/** The numbers of the tag for the domain `RPC` of an array's attributes; null where it is not there or lacks any of them (errors but for). */
export function rpcTagOf({ domains }: JsonObject): number[] | null {
  const rpc = isJsonObject(domains) ? domains.RPC : undefined
  if (!isJsonObject(rpc)) return null
  const single = [...biases.map((name) => Number(rpc[name] ?? 0)), ...required.map((name) => numberOf(rpc[name]))]
  const lists = rpcLists.map((name) =>
    String(rpc[name] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number),
  )
  const values = [...single, ...lists.flat()]
  return lists.every(({ length }) => length === rpcTerms) && values.every(Number.isFinite) ? values : null
}

function numberOf(value: unknown): number {
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : typeof value === 'number' ? value : Number.NaN
}

/** Fifteen digits, as C prints them. */
function text(value: number): string {
  return String(Number(value.toPrecision(15)))
}
