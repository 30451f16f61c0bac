import type { VrtBand, VrtDescription, VrtSource } from '../formats/vrt/description.js'
import type { LazyNode } from '../graph/graph.js'
import type { SourceParams } from '../ops/source.js'
import { inTurns } from './in-turns.js'
import { type AskedBand, openedAtOnce, type VrtContext } from './open-vrt-band.js'
import { namedSource } from './open-vrt-file.js'
import { openedOf } from './opened.js'

/** The band of a VRT that says which pixels of all bands are valid: its mask, or an alpha band that comes last where no band declares nodata; null for none. */
export function maskOf({ mask, bands }: VrtDescription): VrtBand | null {
  if (mask !== null) return mask
  const last = bands.at(-1) as VrtBand
  const isAlpha = bands.length > 1 && last.color === 'alpha' && bands.every(({ nodata, hidesNodata }) => nodata === null || hidesNodata)
  return isAlpha ? last : null
}

/**
 * Whether the mask says of every pixel what the mask or alpha of the file that it comes from does: it is made of the same files in the same places as
 * the bands, of their masks or alpha bands. Then each file is opened with its own mask.
 */
export async function hasOwnMasks(mask: VrtBand, bands: readonly AskedBand[], context: Omit<VrtContext, 'ownMasks'>): Promise<boolean> {
  const { sources } = mask
  const same = bands.every(
    ({ band }) =>
      band.sources.length === sources.length &&
      band.sources.every((source, at) => isSamePlace(source, sources[at] as VrtSource) && source.nodata === null && source.scale === null),
  )
  // Where several paint over each other, only pixels that are valid may.
  const paints =
    sources.length === 1 || [mask, ...bands.map(({ band }) => band)].every((each) => each.sources.every(({ masked }) => masked))
  if (!same || !paints) return false
  if (sources.every(({ ofMask }) => ofMask)) return true
  if (sources.some(({ ofMask }) => ofMask)) return false
  const answers = await inTurns([...sources.keys()], openedAtOnce, (at) => isAlphaBand(at, sources[at] as VrtSource, bands, context))
  return answers.every((isAlpha) => isAlpha)
}

function isSamePlace(one: VrtSource, other: VrtSource): boolean {
  const key = ({ file, from, to }: VrtSource): string => JSON.stringify([file, from, to])
  return key(one) === key(other)
}

/** Whether the band that a source paints is what its file calls alpha. */
async function isAlphaBand(
  at: number,
  source: VrtSource,
  bands: readonly AskedBand[],
  { vrt, open }: Omit<VrtContext, 'ownMasks'>,
): Promise<boolean> {
  const named = namedSource(source.file, vrt)
  const numbers = bands.map(({ band }) => band.sources[at]?.band ?? 1)
  if (numbers.some((number) => number >= source.band)) return false
  let node: LazyNode = await open(named, { bands: numbers, masked: true })
  while (node.inputs.length === 1) node = node.inputs[0] as LazyNode
  if (node.op !== 'source') return false
  const { info } = await openedOf(node.params as unknown as SourceParams)
  return info.mask === 'alpha'
}
