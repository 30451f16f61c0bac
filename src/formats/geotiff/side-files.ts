import type { ByteSource, OpenBytes } from '../../graph/source.js'
import { readAhead } from '../../io/read-ahead.js'
import { type Beside, type Companion, companions, openBeside } from './beside.js'
import { type Directory, readTiff, type TiffFile } from './directory.js'
import { type PyramidLevel, readPyramid } from './pyramid.js'
import { tag } from './tags.js'

/** One of the files that an array is read from. */
export interface OpenFile {
  readonly uri: string
  readonly tiff: TiffFile
  readonly bytes: ByteSource
}

/** A level of a pyramid, with the files that its pixels and its mask lie in. */
export interface FiledLevel extends PyramidLevel {
  readonly imageFile: OpenFile
  readonly maskFile: OpenFile | null
}

/**
 * The levels of a file: its own overviews, else those of a file `.ovr` beside it; masks of a file `.msk` beside it (and its own `.ovr`) before the file's
 * own, as in GDAL, in upper case too.
 * What is opened stands in `opened`, for the caller to close.
 */
export async function readLevels(main: OpenFile, asked: boolean, openBytes: OpenBytes, opened: OpenFile[]): Promise<FiledLevel[]> {
  const open = (file: OpenFile, companion: Companion): Promise<OpenFile | null> =>
    openSide({ uri: file.uri, path: file.bytes.path, asked }, companion, openBytes, opened)
  const own = (await readPyramid(main.tiff)).map((level) => filed(level, main))
  const overviews = own.length > 1 ? null : await open(main, companions.overviews)
  const smaller = overviews === null ? [] : (await allImages(overviews)).filter(({ width, height }) => isSmaller(width, height, own[0]))
  const levels = [...own, ...smaller]
  const mask = await open(main, companions.mask)
  if (mask === null) return levels
  const coarser = await open(mask, companions.overviews)
  const masks = [...(await allImages(mask)), ...(coarser === null ? [] : await allImages(coarser))]
  // Overviews without a mask of their size would make valid what the mask says is not: they are left out.
  return levels.flatMap((level, at) => {
    const found = masks.find(({ width, height }) => width === level.width && height === level.height)
    return found === undefined ? (at === 0 ? [level] : []) : [{ ...level, mask: found.image, maskFile: found.imageFile }]
  })
}

function filed(level: PyramidLevel, file: OpenFile): FiledLevel {
  return { ...level, imageFile: file, maskFile: level.mask === null ? null : file }
}

function isSmaller(width: number, height: number, base: PyramidLevel | undefined): boolean {
  return base !== undefined && width <= base.width && height <= base.height
}

/** All directories of a companion as levels, largest first; masks in it belong to the image of their size. */
async function allImages(file: OpenFile): Promise<FiledLevel[]> {
  const images: FiledLevel[] = []
  const masks: { directory: Directory; width: number; height: number }[] = []
  for (const directory of file.tiff.directories) {
    const [width, height] = [(await directory.number(tag.imageWidth)) ?? 0, (await directory.number(tag.imageLength)) ?? 0]
    const isMask = (((await directory.number(tag.newSubfileType)) ?? 0) & 4) !== 0
    if (isMask) masks.push({ directory, width, height })
    else images.push({ image: directory, mask: null, width, height, imageFile: file, maskFile: null })
  }
  const withMask = images.map((level) => {
    const mask = masks.find(({ width, height }) => width === level.width && height === level.height)
    return mask === undefined ? level : { ...level, mask: mask.directory, maskFile: file }
  })
  return withMask.sort((a, b) => b.width * b.height - a.width * a.height)
}

async function openSide(main: Beside, companion: Companion, openBytes: OpenBytes, opened: OpenFile[]): Promise<OpenFile | null> {
  const found = await openBeside(main, companion, openBytes)
  if (found === null) return null
  const { uri, bytes } = found
  try {
    const file = { uri, tiff: await readTiff(readAhead(bytes)), bytes }
    opened.push(file)
    return file
  } catch (error) {
    await bytes.close()
    throw error
  }
}
