import type { Dtype } from '../base/dtype.js'
import { SourceError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { isLossless } from '../base/promote.js'
import { fits, type ScalarJson } from '../base/scalar.js'
import { bandCoord } from '../formats/geotiff/bands.js'
import type { VrtBand, VrtDescription, VrtWarp } from '../formats/vrt/description.js'
import { parseVrt } from '../formats/vrt/read.js'
import { gcpsAttribute } from '../geo/gcp.js'
import { type GeoBox, geobox, resizeGeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import type { Band } from '../graph/spec.js'
import { publicUri } from '../io/public-uri.js'
import { applyOp } from './apply.js'
import { reprojected } from './data-array-grid.js'
import { type AskedBand, fills, grouped, type OpenPart, openNamed, painted, type VrtContext } from './open-vrt-band.js'
import { atLevel, levelsOf, sizeOfFactor } from './open-vrt-level.js'
import { hasOwnMasks, maskOf } from './open-vrt-mask.js'
import { iselParams } from './select.js'

/** What is asked of a VRT, as of a file. */
export interface VrtOptions {
  readonly band?: number
  readonly bands?: readonly number[]
  readonly nodata?: ScalarJson | null
  readonly masked?: boolean
  /** 0: its full size. */
  readonly level?: number
}

/** A VRT as a node over the files that it names, and what `info` prints of it. */
export interface OpenedVrt {
  readonly node: LazyNode
  readonly info: JsonObject
  readonly levels: readonly { readonly width: number; readonly height: number }[]
}

/**
 * Opens a VRT as a graph: its sources are opened (headers only), cropped, scaled, moved to its grid and painted over each other. Throws `E_SOURCE` for what
 * cannot be read and for a file that cannot be opened, `E_USAGE` for a band that is not there.
 */
export async function openVrt(text: string, uri: string, asked: VrtOptions, open: OpenPart): Promise<OpenedVrt> {
  const shown = publicUri(uri)
  const whole = parseVrt(text, shown)
  const { level = 0 } = asked
  const vrt = level === 0 || whole.overviews !== null ? whole : await atLevel(whole, level, { vrt: uri, open })
  const grid = geobox(vrt.width, vrt.height, vrt.affine, gcpsAttribute in vrt.attrs ? null : vrt.crs)
  const mask = asked.masked === false ? null : maskOf(vrt)
  const bands = selected(
    vrt.bands.filter((band) => band !== mask),
    asked,
    shown,
  )
  const context = { vrt: uri, grid, open }
  const node = vrt.warp === null ? await paintedNode(bands, mask, context) : await warpedNode(vrt.warp, bands, context)
  const full = applyOp('relabel', labels(bands, vrt, node), [node])
  const labelled = level === 0 || whole.overviews === null ? full : overview(full, whole.overviews, level, shown)
  return {
    node: asked.band === undefined ? labelled : applyOp('isel', iselParams({ band: 0 }), [labelled]),
    info: {
      driver: 'VRT',
      ...(vrt.warp === null ? {} : { warped: vrt.warp.resampling }),
      sources: new Set((vrt.warp === null ? bands.flatMap(({ band }) => band.sources) : [vrt.warp]).map(({ file }) => file.name)).size,
      mask: mask === null ? 'none' : mask === vrt.mask ? 'band' : 'alpha',
    },
    levels: level === 0 ? await levelsOf(vrt, context) : [],
  }
}

/** A level of those that a VRT lists, made of its own pixels. */
function overview(
  node: LazyNode,
  { factors, resampling }: NonNullable<VrtDescription['overviews']>,
  level: number,
  shown: string,
): LazyNode {
  const factor = factors[level - 1]
  if (factor === undefined)
    throw new UsageError(`${shown}: there is no overview level ${level}; the VRT lists ${factors.length}`, { uri: shown, level })
  const box = node.spec.geobox as GeoBox
  const { width, height } = sizeOfFactor(box, factor)
  const grid = resizeGeoBox(box, width, height)
  return applyOp('resample', { geobox: grid as unknown as JsonObject, resampling, allowAveraging: true }, [node])
}

function selected(all: readonly VrtBand[], { band, bands, nodata, masked }: VrtOptions, shown: string): AskedBand[] {
  if (band !== undefined && bands !== undefined)
    throw new UsageError('give either band (drops the dim "band") or bands (keeps it), not both')
  const numbers = band === undefined ? (bands ?? all.map((_, at) => at + 1)) : [band]
  return numbers.map((number) => {
    const found = all[number - 1]
    if (found === undefined)
      throw new UsageError(`${shown}: there is no band ${number}; the VRT has ${all.length === 1 ? 'one band' : `${all.length} bands`}`)
    // A value that no pixel can have is no nodata.
    const own = found.nodata !== null && fits(found.nodata, found.dtype) ? found.nodata : null
    const declared = found.hidesNodata || masked === false ? null : own
    return { number, band: found, under: own ?? 0, nodata: nodata === undefined ? declared : nodata }
  })
}

async function paintedNode(bands: readonly AskedBand[], mask: VrtBand | null, context: Omit<VrtContext, 'ownMasks'>): Promise<LazyNode> {
  const ownMasks = mask !== null && (await hasOwnMasks(mask, bands, context))
  const dtype = commonDtype(bands.map(({ band }) => band.dtype))
  const parts: LazyNode[] = []
  const [fill, nodata]: [(ScalarJson | null)[], (ScalarJson | null)[]] = [[], []]
  for (const group of grouped(bands)) {
    const { node, ...rules } = await painted(group, { ...context, ownMasks })
    parts.push(node.spec.dtype === dtype ? node : applyOp('astype', { dtype }, [node]))
    for (const asked of group) {
      fill.push(rules.fill)
      nodata.push(rules.marks ? asked.nodata : null)
    }
  }
  const all = parts.length === 1 ? (parts[0] as LazyNode) : applyOp('concat', { dim: 'band' }, parts)
  if (mask === null || ownMasks) return declared(all, { fill, nodata }, null)
  return declared(all, { fill, nodata: nodata.map(() => null) }, await maskPlane(mask, context))
}

/** A node with what `declare` says, where that changes anything. */
function declared(node: LazyNode, params: { readonly fill: Json; readonly nodata: Json }, mask: MaskPlane | null): LazyNode {
  if (mask !== null) return applyOp('declare', { ...params, mask: mask.by }, [node, mask.plane])
  const isIdle = [params.fill, params.nodata].flat().every((value) => value === null)
  return isIdle ? node : applyOp('declare', params, [node])
}

/** A mask, and whether its values or its own validity say which pixels are valid. */
interface MaskPlane {
  readonly plane: LazyNode
  readonly by: 'values' | 'validity'
}

async function maskPlane(mask: VrtBand, context: Omit<VrtContext, 'ownMasks'>): Promise<MaskPlane> {
  const ofMasks = mask.sources.filter(({ ofMask }) => ofMask).length
  const shown = publicUri(context.vrt)
  if (ofMasks > 0 && ofMasks < mask.sources.length)
    throw new SourceError(`${shown}: the mask band is made of bands and of masks of files, which is not read: one or the other is`, {
      uri: shown,
    })
  const asked = { number: 0, band: mask, under: 0, nodata: null }
  const { node, fill } = await painted([asked], { ...context, ownMasks: ofMasks > 0 })
  const plane = applyOp('isel', iselParams({ band: 0 }), [declared(node, { fill, nodata: null }, null)])
  return { plane, by: ofMasks > 0 ? 'validity' : 'values' }
}

async function warpedNode(
  warp: VrtWarp,
  bands: readonly AskedBand[],
  { vrt, grid, open }: Omit<VrtContext, 'ownMasks'>,
): Promise<LazyNode> {
  const numbers = bands.map(({ number }) => warp.bands[number - 1] ?? number)
  const source = await openNamed(warp.file, { bands: numbers, nodata: warp.nodata, masked: true }, 'the warp', { vrt, open })
  const moved = reprojected(source, grid, { resampling: warp.resampling as 'near', allowAveraging: true })
  const dtype = commonDtype(bands.map(({ band }) => band.dtype))
  const typed = moved.spec.dtype === dtype ? moved : applyOp('astype', { dtype, rounding: 'nearest', overflow: 'clamp' }, [moved])
  const fill = bands.map(({ band, under, nodata }) => (fills(band.dtype, under, nodata) ? under : null))
  return declared(typed, { fill, nodata: null }, null)
}

/** Names, attributes and bands as the VRT has them, whatever its sources say. */
function labels(bands: readonly AskedBand[], vrt: VrtDescription, { spec }: LazyNode): Json {
  const said: Band[] = bands.map(({ band, nodata }) => ({
    nodata,
    ...{ scale: band.scale, offset: band.offset, unit: band.unit, description: band.description },
    color: band.color ?? 'undefined',
    ...(Object.keys(band.items).length === 0 ? {} : { items: band.items }),
  }))
  const samples = bands.map(({ number }) => number - 1)
  const coord = bandCoord(said, samples, { bands: vrt.bands.map((_, at) => at), alpha: null })
  return {
    name: null,
    attrs: vrt.attrs,
    bands: said as unknown as Json,
    categorical: bands.some(({ band }) => band.colorTable !== null || band.color === 'palette'),
    ...(spec.dims.includes('band') ? { coords: { band: coord as unknown as Json } } : {}),
  }
}

const widening: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64']

/** The narrowest dtype that holds all values of some; float64 where none does. */
function commonDtype(dtypes: readonly Dtype[]): Dtype {
  return widening.find((wide) => dtypes.every((dtype) => isLossless(dtype, wide))) ?? 'float64'
}
