import type { Directory, TiffFile } from './directory.js'
import { tag } from './tags.js'

/** How one directory's pixels lie in the file, whatever they are compressed with. */
export interface ImageStructure {
  /** Where its directory begins. */
  readonly ifd: number
  readonly width: number
  readonly height: number
  readonly tiled: boolean
  readonly blockWidth: number
  readonly blockHeight: number
  readonly across: number
  readonly down: number
  /** One where samples are interleaved by pixel, else the number of bands. */
  readonly planes: number
  /** Plane by plane, row by row; 0 for a block that is not stored. */
  readonly offsets: ArrayLike<number>
  readonly counts: ArrayLike<number>
}

/** An image and its mask. */
export interface LevelStructure {
  readonly image: ImageStructure
  readonly mask: ImageStructure | null
}

const reduced = 1
const maskBit = 4

/** The image of a file and its overviews in the order of their directories, each with the mask of its size. */
export async function readStructure(file: TiffFile): Promise<LevelStructure[]> {
  const base = file.directories[0] as Directory
  const images: ImageStructure[] = []
  const masks: ImageStructure[] = []
  for (const directory of file.directories) {
    const kind = (await directory.number(tag.newSubfileType)) ?? 0
    const isBase = directory === base
    if (!isBase && (kind & maskBit) !== 0) masks.push(await structureOf(directory))
    else if (isBase || ((kind & reduced) !== 0 && (await samples(directory)) === (await samples(base)))) {
      images.push(await structureOf(directory))
    }
  }
  return images.map((image) => ({
    image,
    mask: masks.find(({ width, height }) => width === image.width && height === image.height) ?? null,
  }))
}

async function samples(directory: Directory): Promise<string> {
  const tags = [tag.samplesPerPixel, tag.bitsPerSample, tag.sampleFormat]
  return (await Promise.all(tags.map(async (number) => (await directory.number(number)) ?? 1))).join()
}

async function structureOf(directory: Directory): Promise<ImageStructure> {
  const number = async (wanted: number, other: number): Promise<number> => (await directory.number(wanted)) || other
  const [width, height] = [await number(tag.imageWidth, 1), await number(tag.imageLength, 1)]
  const tiled = directory.has(tag.tileWidth)
  const blockWidth = tiled ? await number(tag.tileWidth, width) : width
  const blockHeight = tiled ? await number(tag.tileLength, height) : Math.min(height, await number(tag.rowsPerStrip, height))
  const bands = await number(tag.samplesPerPixel, 1)
  const planes = bands > 1 && (await number(tag.planarConfiguration, 1)) === 2 ? bands : 1
  const offsets = (await directory.numbers(tag.tileOffsets)) ?? (await directory.numbers(tag.stripOffsets)) ?? []
  const counts = (await directory.numbers(tag.tileByteCounts)) ?? (await directory.numbers(tag.stripByteCounts)) ?? []
  const [across, down] = [Math.ceil(width / blockWidth), Math.ceil(height / blockHeight)]
  return { ifd: directory.offset, width, height, tiled, blockWidth, blockHeight, across, down, planes, offsets, counts }
}

/** Where the first stored block of a level's image begins; 0 where none is stored. */
export function firstBlock({ image: { offsets, across, down } }: LevelStructure): number {
  for (let index = 0; index < across * down && index < offsets.length; index++) if (offsets[index]) return offsets[index] as number
  return 0
}
