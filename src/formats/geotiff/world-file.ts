import { type Affine, affine } from '../../geo/affine.js'
import type { OpenBytes } from '../../graph/source.js'
import { type Beside, companions, openBeside } from './beside.js'

/** More than six numbers take. */
const mostBytes = 4096

/**
 * The affine of a world file beside a raster (`.tfw`, `.tifw` or `.wld` in place of its ending): six lines with the terms a, d, b, e and the centre of the
 * first pixel. Null where there is none, or it does not hold six numbers that place pixels.
 */
export async function readWorldFile(main: Beside, openBytes: OpenBytes): Promise<Affine | null> {
  const found = await openBeside(main, companions.worldFile, openBytes)
  if (found === null) return null
  const { bytes } = found
  try {
    const text = Buffer.from(await bytes.read(0, Math.min(mostBytes, await bytes.size()))).toString('latin1')
    return affineOf(text.trim().split(/\s+/).map(Number))
  } finally {
    await bytes.close()
  }
}

function affineOf(terms: readonly number[]): Affine | null {
  if (terms.length < 6 || !terms.slice(0, 6).every(Number.isFinite)) return null
  const [a, d, b, e, x, y] = terms as [number, number, number, number, number, number]
  return a * e - b * d === 0 ? null : affine(a, b, x - 0.5 * (a + b), d, e, y - 0.5 * (d + e))
}
