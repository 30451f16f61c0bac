import { type Affine, affine } from '../../geo/affine.js'
import type { ByteSource, OpenBytes } from '../../graph/source.js'
import { pathExists } from '../../io/output-directory.js'

/** Endings of world files; each replaces that of the raster, and `.tifw` also stands for names like `a.tiff`. */
const endings = ['.tfw', '.tifw', '.wld']

/** More than six numbers take. */
const mostBytes = 4096

/**
 * The affine of a world file beside a raster on this machine: six lines with the terms a, d, b, e and the centre of the first pixel. Null
 * where there is none, or it does not hold six numbers that place pixels.
 */
export async function readWorldFile({ path }: ByteSource, openBytes: OpenBytes): Promise<Affine | null> {
  if (path === null) return null
  const stem = path.replace(/\.[^./\\]*$/, '')
  const found = endings.flatMap((ending) => [stem + ending, stem + ending.toUpperCase()]).find(pathExists)
  if (found === undefined) return null
  const bytes = await openBytes(found)
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
