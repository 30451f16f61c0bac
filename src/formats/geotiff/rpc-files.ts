import type { OpenBytes } from '../../graph/source.js'
import { type Beside, companions, openBeside } from './beside.js'
import { type Rpc, rpcLists, rpcNumbers, rpcTerms } from './rpc.js'

/** More than ninety numbers take. */
const mostBytes = 64 * 1024

/**
 * The rational polynomial of a file beside a raster, its ending replaced: `.RPB` (DigitalGlobe), or `_RPC.TXT` (GeoEye, Ikonos and others). Null where
 * there is neither, or it lacks any number.
 */
export async function readRpcFile(main: Beside, openBytes: OpenBytes): Promise<Rpc | null> {
  const readers = [
    [companions.rpb, parseRpb],
    [companions.rpcText, parseRpcText],
  ] as const
  for (const [companion, parse] of readers) {
    const found = await openBeside(main, companion, openBytes)
    if (found === null) continue
    try {
      const rpc = parse(Buffer.from(await found.bytes.read(0, Math.min(mostBytes, await found.bytes.size()))).toString('latin1'))
      if (rpc !== null) return rpc
    } finally {
      await found.bytes.close()
    }
  }
  return null
}

/** Names in a file `.RPB`, in the order of ours. */
const rpbNumbers = [
  ...['errBias', 'errRand', 'lineOffset', 'sampOffset', 'latOffset', 'longOffset', 'heightOffset'],
  ...['lineScale', 'sampScale', 'latScale', 'longScale', 'heightScale'],
]
const rpbLists = ['lineNumCoef', 'lineDenCoef', 'sampNumCoef', 'sampDenCoef']

/** Assignments `name = value;`, lists in brackets; GDAL's texts are those of the file. */
export function parseRpb(text: string): Rpc | null {
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*(\w+)[ \t]*=\s*(\([^)]*\)|[^;\r\n]*)/gm))
    values.set(name.toLowerCase(), value)
  const rpc: Record<string, string> = {}
  rpcNumbers.forEach((name, at) => {
    const found = values.get((rpbNumbers[at] as string).toLowerCase())
    if (found !== undefined) rpc[name] = found.trim()
  })
  rpcLists.forEach((name, at) => {
    const list = values.get((rpbLists[at] as string).toLowerCase())?.replace(/[(),]/g, ' ')
    if (list !== undefined) rpc[name] = list.trim().split(/\s+/).join(' ')
  })
  return whole(rpc)
}

/** Lines `NAME: value unit`, coefficients one by one as `NAME_1` to `NAME_20`. */
export function parseRpcText(text: string): Rpc | null {
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*(\w+)[ \t]*:[ \t]*(\S+)/gm)) values.set(name.toUpperCase(), value)
  const rpc: Record<string, string> = {}
  for (const name of rpcNumbers) {
    const found = values.get(name)
    if (found !== undefined) rpc[name] = found
  }
  for (const name of rpcLists) {
    const list = Array.from({ length: rpcTerms }, (_, at) => values.get(`${name}_${at + 1}`))
    if (list.every((each) => each !== undefined)) rpc[name] = list.join(' ')
  }
  return whole(rpc)
}

/** The polynomial, where it says all that places pixels. */
function whole(rpc: Record<string, string>): Rpc | null {
  const numbers = rpcNumbers.slice(2).every((name) => Number.isFinite(Number(rpc[name] ?? Number.NaN)))
  const lists = rpcLists.every((name) => {
    const terms = (rpc[name] ?? '').split(' ')
    return terms.length === rpcTerms && terms.every((term) => term !== '' && Number.isFinite(Number(term)))
  })
  return numbers && lists ? rpc : null
}
