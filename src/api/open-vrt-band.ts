import { type Dtype, isInteger } from '../base/dtype.js'
import { errorFromRecord, errorRecord, isRasterloomError, SourceError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { fits, type ScalarJson } from '../base/scalar.js'
import type { VrtBand, VrtFile, VrtSource } from '../formats/vrt/description.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { labelDifference } from '../graph/labels.js'
import type { ArraySpec, Band } from '../graph/spec.js'
import { publicUri } from '../io/public-uri.js'
import { mosaic } from '../ops/mosaic.js'
import { applyOp } from './apply.js'
import { inTurns } from './in-turns.js'
import { type NamedSource, namedSource } from './open-vrt-file.js'
import { placed } from './open-vrt-place.js'

/** How a source of a VRT is opened; nodata undefined: what the file declares. */
export interface PartOptions {
  readonly bands: readonly number[]
  readonly nodata?: ScalarJson | null
  readonly masked: boolean
  /** An overview of it; left out for its full size. */
  readonly level?: number
}

/** Opens bands of a file as an array with the dims `band`, `y`, `x`. */
export type OpenPart = (source: NamedSource, options: PartOptions) => Promise<LazyNode>

/** What bands are made with. */
export interface VrtContext {
  readonly vrt: string
  readonly grid: GeoBox
  readonly open: OpenPart
  /** Whether every source is opened with the mask of its own file, which is the mask of the VRT. */
  readonly ownMasks: boolean
}

/** A band of a VRT, with what is asked of its values: what stands where nothing is painted, and which value is invalid. */
export interface AskedBand {
  readonly number: number
  readonly band: VrtBand
  readonly under: ScalarJson
  readonly nodata: ScalarJson | null
}

/** Bands of one group, stacked, and what `declare` has to do for each. */
export interface PaintedBands {
  readonly node: LazyNode
  readonly fill: ScalarJson | null
  readonly marks: boolean
}

/** Files that are opened at once. */
export const openedAtOnce = 16

/** Bands one after another that have the same sources but for the number of the band: they are read together. */
export function grouped(bands: readonly AskedBand[]): AskedBand[][] {
  const groups: AskedBand[][] = []
  let last = ''
  for (const asked of bands) {
    const { dtype, sources } = asked.band
    const key = JSON.stringify([dtype, asked.under, asked.nodata, sources.map((source) => ({ ...source, band: 0 }))])
    if (key === last) groups.at(-1)?.push(asked)
    else groups.push([asked])
    last = key
  }
  return groups
}

/** The pixels of a group of bands: their sources painted over each other. Throws `E_SOURCE` for what cannot be opened. */
export async function painted(group: readonly AskedBand[], context: VrtContext): Promise<PaintedBands> {
  const { band, under, nodata, number } = group[0] as AskedBand
  const { vrt, grid } = context
  const shown = publicUri(vrt)
  if (band.sources.length === 0) throw new SourceError(`${shown}: band ${number} has no source`, { uri: shown })
  const isAlone = !overlapping(band.sources)
  const sources = await typed(band.sources, nodata, number, context)
  const rules = sources.map((source) => ruleOf(source, { nodata, isAlone, dtype: band.dtype, ownMasks: context.ownMasks }))
  const found = await inTurns([...sources.keys()], openedAtOnce, async (at) => {
    const source = sources[at] as VrtSource
    const numbers = group.map((each) => (each.band.sources[at] as VrtSource).band)
    const options = { bands: numbers, ...(rules[at] as Rule).opening, ...(source.level === undefined ? {} : { level: source.level }) }
    const node = await openNamed(source.file, options, `band ${number}`, context)
    return placed(withValues(node, source, band.dtype), source, grid)
  })
  const parts = found.flat()
  if (parts.length === 0)
    throw new SourceError(`${shown}: none of the sources of band ${number} has a pixel within the VRT`, { uri: shown })
  const inputs = alike(parts)
  const node = applyOp('mosaic', { method: 'last', geobox: grid as unknown as JsonObject }, inputs)
  const isCovered = mosaic.keepsValid?.(
    inputs.map(({ spec }) => spec),
    mosaic.parse(node.params),
  )
  const hasHoles = rules.some(({ canHide }) => canHide) || isCovered !== true
  return {
    node,
    fill: hasHoles && !context.ownMasks && fills(band.dtype, under, nodata) ? under : null,
    marks: nodata !== null && rules.some(({ clean }) => !clean) && !context.ownMasks,
  }
}

/**
 * Whether what stands where nothing is painted is a valid value. The 0 of floats that declare no nodata is left out: there NaN says the same, and pixels
 * that are NaN would be taken for it.
 */
export function fills(dtype: Dtype, under: ScalarJson, nodata: ScalarJson | null): boolean {
  return under !== nodata && under !== 'NaN' && (isInteger(dtype) || under !== 0)
}

/** Sources with the dtype of their files, where the VRT does not say it and a nodata value depends on it. */
function typed(
  sources: readonly VrtSource[],
  nodata: ScalarJson | null,
  number: number,
  context: VrtContext,
): Promise<readonly VrtSource[]> {
  return inTurns(sources, openedAtOnce, async (source) => {
    if (source.dtype !== null || (source.nodata === null && nodata === null) || context.ownMasks) return source
    const raw = { bands: [source.band], nodata: null, masked: false }
    return { ...source, dtype: (await openNamed(source.file, raw, `band ${number}`, context)).spec.dtype }
  })
}

/** How a source is opened, whether pixels with the band's nodata value are invalid by that, and whether any of it may be invalid. */
interface Rule {
  readonly opening: Omit<PartOptions, 'bands'>
  readonly clean: boolean
  readonly canHide: boolean
}

function ruleOf(
  source: VrtSource,
  {
    nodata,
    isAlone,
    dtype,
    ownMasks,
  }: { readonly nodata: ScalarJson | null; readonly isAlone: boolean; readonly dtype: Dtype; readonly ownMasks: boolean },
): Rule {
  const own = source.dtype ?? dtype
  // Which value a pixel of another dtype or scale has in the VRT is only known there.
  const keepsValues = source.scale === null && own === dtype
  const held = (value: ScalarJson | null): ScalarJson | null => (value !== null && fits(value, own) ? value : null)
  if (ownMasks) return { opening: { masked: true }, clean: true, canHide: true }
  if (source.nodata !== null)
    return { opening: { nodata: held(source.nodata), masked: false }, clean: keepsValues && source.nodata === nodata, canHide: true }
  if (source.masked) return { opening: { masked: true }, clean: false, canHide: true }
  if (nodata !== null && isAlone && keepsValues && source.resampling === 'near')
    return { opening: { nodata: held(nodata), masked: false }, clean: true, canHide: true }
  return { opening: { nodata: null, masked: false }, clean: false, canHide: false }
}

/** Opens a file that a VRT names; `what` it is part of is told where that fails. Throws `E_SOURCE`, `E_USAGE`. */
export async function openNamed(
  file: VrtFile,
  options: PartOptions,
  what: string,
  { vrt, open }: Pick<VrtContext, 'vrt' | 'open'>,
): Promise<LazyNode> {
  try {
    return await open(namedSource(file, vrt), options)
  } catch (error) {
    if (!isRasterloomError(error)) throw error
    const record = errorRecord(error)
    const hint = file.relative ? ', seen from where the VRT lies' : ''
    const message = `${publicUri(vrt)}: ${what} is made of ${file.name}${hint}: ${record.message}`
    throw errorFromRecord({ ...record, message }, { cause: error })
  }
}

/** A source's values as the band has them: scaled, and in its dtype. */
function withValues(node: LazyNode, { scale }: VrtSource, dtype: Dtype): LazyNode {
  // A ratio of 0 makes every pixel the offset: the least number does the same.
  const params: Json = scale === null ? {} : { scale: scale.ratio === 0 ? Number.MIN_VALUE : scale.ratio, offset: scale.offset }
  const scaled = scale === null ? node : applyOp('decode', params, [node])
  if (scaled.spec.dtype === dtype) return scaled
  return applyOp('astype', { dtype, rounding: 'nearest', overflow: isInteger(dtype) ? 'clamp' : null }, [scaled])
}

/** Parts of which none says of its bands what the others do not: a VRT says itself what its bands are. */
function alike(parts: readonly LazyNode[]): readonly LazyNode[] {
  const first = (parts[0] as LazyNode).spec
  const isAlike = ({ spec }: LazyNode): boolean =>
    labelDifference(first, spec, 'band') === null && spec.bands.every((band, at) => sameMeaning(band, first.bands[at] as Band))
  if (parts.every(isAlike)) return parts
  return parts.map((part) => applyOp('relabel', { bands: part.spec.bands.map(plainer) as unknown as Json, coords: { band: null } }, [part]))
}

function sameMeaning(one: Band, other: Band): boolean {
  return one.scale === other.scale && one.offset === other.offset && one.unit === other.unit
}

function plainer({ nodata }: Band): ArraySpec['bands'][number] {
  return { nodata, scale: 1, offset: 0, unit: null, description: null }
}

/** Whether sources may paint over each other. */
function overlapping(sources: readonly VrtSource[]): boolean {
  if (sources.length === 1) return false
  const rects = sources.map(({ from, to }) => to ?? from)
  if (rects.includes(null)) return true
  const sorted = rects.map((rect) => rect as NonNullable<typeof rect>).sort((a, b) => a.y - b.y)
  return sorted.some((rect, at) => {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next] as typeof rect
      if (Math.round(other.y) >= Math.round(rect.y + rect.height)) return false
      if (Math.round(other.x) < Math.round(rect.x + rect.width) && Math.round(rect.x) < Math.round(other.x + other.width)) return true
    }
    return false
  })
}
