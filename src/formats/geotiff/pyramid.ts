import type { Directory, TiffFile } from './directory.js'
import { tag } from './tags.js'

/** A directory of a pyramid and its mask, where it has one. */
export interface PyramidLevel {
  readonly image: Directory
  readonly mask: Directory | null
  readonly width: number
  readonly height: number
}

const reduced = 1
const maskBit = 4

/**
 * The image of a file (its first directory) and its overviews, finest first, each with the mask of its size. Directories that are
 * further pages of the file are not among them.
 */
export async function readPyramid(file: TiffFile): Promise<PyramidLevel[]> {
  const images: { directory: Directory; width: number; height: number }[] = []
  const masks = new Map<string, Directory>()
  const base = file.directories[0] as Directory
  for (const directory of file.directories) {
    const width = (await directory.number(tag.imageWidth)) ?? 0
    const height = (await directory.number(tag.imageLength)) ?? 0
    const kind = await subfileKind(directory)
    if (directory !== base && (kind & maskBit) !== 0) masks.set(`${width}x${height}`, directory)
    else if (directory === base || ((kind & reduced) !== 0 && (await alike(base, directory)))) images.push({ directory, width, height })
  }
  const levels = images.map(({ directory, width, height }) => ({
    image: directory,
    mask: masks.get(`${width}x${height}`) ?? null,
    width,
    height,
  }))
  const [first, ...overviews] = levels as [PyramidLevel, ...PyramidLevel[]]
  const smaller = overviews.filter(({ width, height }) => width <= first.width && height <= first.height)
  return [first, ...smaller.sort((a, b) => b.width * b.height - a.width * a.height)]
}

async function subfileKind(directory: Directory): Promise<number> {
  const kind = await directory.number(tag.newSubfileType)
  if (kind !== undefined) return kind
  return (await directory.number(tag.subfileType)) === 2 ? reduced : 0
}

async function alike(a: Directory, b: Directory): Promise<boolean> {
  for (const number of [tag.samplesPerPixel, tag.bitsPerSample, tag.sampleFormat]) {
    if (((await a.number(number)) ?? 1) !== ((await b.number(number)) ?? 1)) return false
  }
  return true
}
