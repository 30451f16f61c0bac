import type { ByteSource } from '../../graph/source.js'
import { readAhead } from '../../io/read-ahead.js'
import { readTiff, type TiffFile } from './directory.js'
import { tag } from './tags.js'
import { type BlockPromises, type CogFinding, checkBlocks, Findings, levelName } from './validate-blocks.js'
import { firstBlock, type LevelStructure, readStructure } from './validate-structure.js'
import { invalidTags } from './validate-tags.js'

export type { CogFinding } from './validate-blocks.js'

/** What the check of a COG found. */
export interface CogReport {
  /** Without errors; with `strict` without warnings too. */
  readonly valid: boolean
  readonly errors: readonly CogFinding[]
  readonly warnings: readonly CogFinding[]
  /** Width, height and block size of the image and its overviews. */
  readonly levels: readonly { readonly width: number; readonly height: number; readonly block: readonly [width: number, height: number] }[]
  /** Tags of the image whose contents make no sense, one sentence each; warnings too. */
  readonly invalidTags: readonly string[]
  /** Bytes before the first block: what a reader needs to open the file. */
  readonly headerBytes: number
}

/** How a COG is checked. */
export interface CogCheckOptions {
  /** Warnings count as errors. */
  readonly strict: boolean
  /** Also reads the bytes around every block. */
  readonly blocks: boolean
  /** Whether overviews lie in a file of their own beside it. */
  readonly externalOverviews: boolean
}

/** Sides up to this need neither blocks nor overviews. */
const smallSide = 512
/** A level may be so many times coarser than the one before. */
const mostStep = 4.5
/** Rows of blocks as wide as the image count as tiles up to this width. */
const widestRow = 1024

/**
 * Checks that a TIFF is a Cloud Optimized GeoTIFF: the rules of GDAL's validate_cloud_optimized_geotiff, and as warnings what makes reading
 * slower though it is allowed. Throws `E_SOURCE` for what is no TIFF.
 */
export async function validateCog(bytes: ByteSource, options: CogCheckOptions): Promise<CogReport> {
  const file = await readTiff(readAhead(bytes))
  const levels = await readStructure(file)
  const [errors, warnings] = [new Findings(), new Findings()]
  if (options.externalOverviews)
    errors.add('external-overviews', null, 'its overviews are in a file .ovr beside it; they have to be inside')
  checkTiling(levels, errors, warnings)
  checkDirectories(file, levels, errors)
  checkDataOrder(levels, errors)
  checkRanges(file, levels, errors)
  await checkAdvice(file, levels, warnings)
  const base = file.directories[0]
  const tags = base === undefined ? [] : await invalidTags(base)
  for (const message of tags) warnings.add('invalid-tag', 0, message)
  const promises = promisesOf(file)
  if (options.blocks && Object.values(promises).some(Boolean)) {
    for (const [at, level] of levels.entries()) await checkBlocks(bytes, file.size, at, level, promises, errors)
  }
  const [wrong, doubtful] = [errors.list(), warnings.list()]
  const first = Math.min(...levels.map(firstBlock).filter((offset) => offset > 0))
  return {
    valid: wrong.length === 0 && !(options.strict && doubtful.length > 0),
    errors: wrong,
    warnings: doubtful,
    levels: levels.map(({ image }) => ({ width: image.width, height: image.height, block: [image.blockWidth, image.blockHeight] })),
    invalidTags: tags,
    headerBytes: Number.isFinite(first) ? first : file.size,
  }
}

function isLarge({ image: { width, height } }: LevelStructure): boolean {
  return width > smallSide || height > smallSide
}

function checkTiling(levels: readonly LevelStructure[], errors: Findings, warnings: Findings): void {
  levels.forEach((level, at) => {
    const { width, blockWidth, tiled } = level.image
    const asRows = blockWidth === width && blockWidth > widestRow
    if (asRows && (at > 0 || isLarge(level))) errors.add('not-tiled', at, `${levelName(at)} is ${width} px wide and not cut into tiles`)
    else if (!tiled && isLarge(level)) warnings.add('strips', at, `${levelName(at)} is cut into strips, not tiles`)
  })
  const base = levels[0] as LevelStructure
  if (isLarge(base) && levels.length === 1) {
    warnings.add('no-overviews', null, `it is ${base.image.width} x ${base.image.height} px and has no overviews`)
  }
}

/** The first directory stands behind the header and the ghost area, the others follow by falling size. */
function checkDirectories(file: TiffFile, levels: readonly LevelStructure[], errors: Findings): void {
  const header = file.bigTiff ? 16 : 8
  const first = (levels[0] as LevelStructure).image.ifd
  const expected = file.ghostEnd === null ? header : file.ghostEnd + (file.ghostEnd % 2)
  if (first !== 8 && first !== 16 && first !== expected) {
    errors.add(
      'ifd-place',
      0,
      `the first directory is at byte ${first}, not at ${expected}, so that readers need more than the file's start`,
    )
  }
  if (file.ghost?.KNOWN_INCOMPATIBLE_EDITION === 'YES') {
    errors.add('edited', null, 'it was changed after it was made (KNOWN_INCOMPATIBLE_EDITION=YES): its layout no longer holds')
  }
  for (let at = 1; at < levels.length; at++) {
    const [before, { image }] = [(levels[at - 1] as LevelStructure).image, levels[at] as LevelStructure]
    if (image.width > before.width || image.height > before.height) {
      errors.add('overview-size', at, `${levelName(at)} is larger (${image.width} x ${image.height}) than ${levelName(at - 1)}`)
    }
    if (image.ifd < before.ifd) {
      errors.add(
        'ifd-order',
        at,
        `the directory of ${levelName(at)} is at byte ${image.ifd}, before that of ${levelName(at - 1)} (${before.ifd})`,
      )
    }
  }
}

/** Blocks of the smallest overview come first, behind all directories; those of the image last. */
function checkDataOrder(levels: readonly LevelStructure[], errors: Findings): void {
  const offsets = levels.map(firstBlock)
  const last = levels.length - 1
  const ifd = (levels[last] as LevelStructure).image.ifd
  if (offsets[last] !== 0 && (offsets[last] as number) < ifd) {
    errors.add('data-place', last, `the blocks of ${levelName(last)} begin at byte ${offsets[last]}, before its directory (${ifd})`)
  }
  for (let at = last - 1; at >= 0; at--) {
    if (offsets[at] !== 0 && (offsets[at] as number) < (offsets[at + 1] as number)) {
      errors.add(
        'data-order',
        at,
        `the blocks of ${levelName(at)} begin before those of ${levelName(at + 1)} (${offsets[at]} < ${offsets[at + 1]})`,
      )
    }
  }
}

/** Blocks past the end of the file, and too few of them. GDAL's validator trusts its reader with these. */
function checkRanges(file: TiffFile, levels: readonly LevelStructure[], errors: Findings): void {
  levels.forEach(({ image, mask }, at) => {
    for (const each of mask === null ? [image] : [image, mask]) {
      const { offsets, counts, across, down, planes } = each
      const name = levelName(at, each === mask)
      const wanted = across * down * planes
      if (offsets.length < wanted || counts.length < wanted)
        errors.add('blocks-missing', at, `${name} lists ${offsets.length} of ${wanted} blocks`)
      for (let index = 0; index < Math.min(offsets.length, counts.length); index++) {
        const end = (offsets[index] as number) + (counts[index] as number)
        if (end > file.size) errors.add('truncated', at, `${name}: block ${index} ends at byte ${end}, the file at ${file.size}`)
      }
    }
  })
}

/** What is allowed, but makes the file slower or harder to read. */
async function checkAdvice(file: TiffFile, levels: readonly LevelStructure[], warnings: Findings): Promise<void> {
  levels.forEach(({ image, mask }, at) => {
    if (image.tiled && (image.blockWidth % 16 !== 0 || image.blockHeight % 16 !== 0)) {
      warnings.add(
        'tile-size',
        at,
        `the tiles of ${levelName(at)} are ${image.blockWidth} x ${image.blockHeight} px: sides have to be multiples of 16`,
      )
    }
    if ((mask === null) !== ((levels[0] as LevelStructure).mask === null)) {
      warnings.add(
        'mask-levels',
        at,
        mask === null ? `${levelName(at)} has no mask, the image has one` : `${levelName(at)} has a mask, the image has none`,
      )
    }
  })
  checkSteps(levels, warnings)
  const smallest = (levels[levels.length - 1] as LevelStructure).image
  if (levels.length > 1 && Math.max(smallest.width, smallest.height) > 2 * Math.max(smallest.blockWidth, smallest.blockHeight, smallSide)) {
    warnings.add('overview-depth', levels.length - 1, `the smallest overview still has ${smallest.width} x ${smallest.height} px`)
  }
  const base = file.directories[0]
  if (base !== undefined && !base.has(tag.geoKeyDirectory)) warnings.add('no-crs', null, 'it says no CRS')
}

/** Levels that readers of one tile size, or of halves, are slower with. */
function checkSteps(levels: readonly LevelStructure[], warnings: Findings): void {
  levels.slice(1).forEach(({ image }, k) => {
    const before = (levels[k] as LevelStructure).image
    const at = k + 1
    if (image.tiled && before.tiled && (image.blockWidth !== before.blockWidth || image.blockHeight !== before.blockHeight)) {
      const [one, other] = [`${image.blockWidth} x ${image.blockHeight}`, `${before.blockWidth} x ${before.blockHeight}`]
      warnings.add('overview-tiles', at, `the tiles of ${levelName(at)} are ${one} px, those of ${levelName(k)} ${other}`)
    }
    const step = Math.max(before.width / image.width, before.height / image.height)
    if (step > mostStep && Math.max(before.width, before.height) > smallSide)
      warnings.add('overview-step', at, `${levelName(at)} is ${step.toFixed(1)} times coarser than ${levelName(k)}: levels halve`)
  })
}

function promisesOf({ ghost }: TiffFile): BlockPromises {
  return {
    rowMajor: ghost?.BLOCK_ORDER === 'ROW_MAJOR',
    leader: ghost?.BLOCK_LEADER === 'SIZE_AS_UINT4',
    trailer: ghost?.BLOCK_TRAILER === 'LAST_4_BYTES_REPEATED',
    maskInterleaved: ghost?.MASK_INTERLEAVED_WITH_IMAGERY === 'YES',
  }
}
