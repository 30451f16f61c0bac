import { isRasterloomError, UsageError } from '../base/errors.js'
import { isJsonObject, type JsonObject } from '../base/json.js'
import type { VrtBand, VrtDescription, VrtFile, VrtRect, VrtSource } from '../formats/vrt/description.js'
import { gcpsAttribute } from '../geo/gcp.js'
import { geobox, resizeGeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { publicUri } from '../io/public-uri.js'
import type { SourceParams } from '../ops/source.js'
import { inTurns } from './in-turns.js'
import { openedAtOnce, openNamed, type VrtContext } from './open-vrt-band.js'
import { openedOf } from './opened.js'

/** Width and height of an array. */
interface Size {
  readonly width: number
  readonly height: number
}

/** What sources are opened with. */
type Opening = Pick<VrtContext, 'vrt' | 'open'>

/** Size of a level of a VRT that lists its overviews by their factors. */
export function sizeOfFactor({ width, height }: Size, factor: number): Size {
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor) }
}

/** Sizes of the overviews that a VRT has: of its own list, else those of the one file that it is made of. Of several files, which may have them too, none is told. */
export async function levelsOf(vrt: VrtDescription, opening: Opening): Promise<readonly Size[]> {
  if (vrt.overviews !== null) return vrt.overviews.factors.map((factor) => sizeOfFactor(vrt, factor))
  const files = new Map(sourcesOf(vrt).map(({ file }) => [JSON.stringify(file), file]))
  const [file] = files.values()
  if (vrt.warp !== null || files.size !== 1 || file === undefined) return []
  let node = await opened(file, 0, opening)
  const full = sizeOf(node)
  while (node.inputs.length === 1) node = node.inputs[0] as LazyNode
  if (node.op !== 'source') return []
  const { levels } = await openedOf(node.params as unknown as SourceParams)
  return levels.map((level) => scaledSize(vrt, level, full))
}

/**
 * A VRT at a level of its sources' overviews: its size, its rectangles and its control points in pixels of that level. Throws `E_USAGE` where a source has no
 * such overview, or they are of different factors.
 */
export async function atLevel(vrt: VrtDescription, level: number, opening: Opening): Promise<VrtDescription> {
  const shown = publicUri(opening.vrt)
  const refused = (why: string): UsageError =>
    new UsageError(`${shown}: there is no overview level ${level}: ${why}. Resample it, with useOverviews for those of its sources`, {
      uri: shown,
      level,
    })
  if (vrt.warp !== null) throw refused('a VRT that warps has no overviews')
  const files = new Map(sourcesOf(vrt).map(({ file }) => [JSON.stringify(file), file]))
  const sizes = new Map<string, { readonly full: Size; readonly coarse: Size }>()
  await inTurns([...files], openedAtOnce, async ([key, file]) => {
    const full = sizeOf(await opened(file, 0, opening))
    try {
      sizes.set(key, { full, coarse: sizeOf(await opened(file, level, opening)) })
    } catch (error) {
      if (isRasterloomError(error) && error.code === 'E_USAGE')
        throw refused(`a VRT has those that all of its sources have, and ${file.name} has none`)
      throw error
    }
  })
  const first = sizes.get(JSON.stringify(sourcesOf(vrt)[0]?.file))
  if (first === undefined) throw refused('it has no source')
  for (const { full, coarse } of sizes.values()) {
    const like = scaledSize(full, first.coarse, first.full)
    if (Math.abs(like.width - coarse.width) > 1 || Math.abs(like.height - coarse.height) > 1)
      throw refused(`those of its sources are of different factors`)
  }
  const size = scaledSize(vrt, first.coarse, first.full)
  const scaledSource = (source: VrtSource): VrtSource => {
    const { full, coarse } = sizes.get(JSON.stringify(source.file)) ?? first
    const to = source.to ?? source.from ?? { x: 0, y: 0, ...full }
    return { ...source, level, from: source.from === null ? null : scaledRect(source.from, coarse, full), to: scaledRect(to, size, vrt) }
  }
  const scaledBand = (band: VrtBand): VrtBand => ({ ...band, sources: band.sources.map(scaledSource) })
  return {
    ...vrt,
    ...size,
    affine: resizeGeoBox(geobox(vrt.width, vrt.height, vrt.affine, null), size.width, size.height).affine,
    attrs: scaledAttributes(vrt.attrs, size, vrt),
    bands: vrt.bands.map(scaledBand),
    mask: vrt.mask === null ? null : scaledBand(vrt.mask),
  }
}

function sourcesOf({ bands, mask }: VrtDescription): VrtSource[] {
  return [...bands, ...(mask === null ? [] : [mask])].flatMap(({ sources }) => sources)
}

function opened(file: VrtFile, level: number, opening: Opening): Promise<LazyNode> {
  const options = { bands: [1], nodata: null, masked: false, ...(level === 0 ? {} : { level }) }
  return openNamed(file, options, 'a band', opening)
}

function sizeOf({ spec: { dims, shape } }: LazyNode): Size {
  return { width: shape[dims.indexOf('x')] ?? 1, height: shape[dims.indexOf('y')] ?? 1 }
}

function scaledSize({ width, height }: Size, to: Size, from: Size): Size {
  return {
    width: Math.max(1, Math.round((width * to.width) / from.width)),
    height: Math.max(1, Math.round((height * to.height) / from.height)),
  }
}

function scaledRect({ x, y, width, height }: VrtRect, to: Size, from: Size): VrtRect {
  const [byX, byY] = [to.width / from.width, to.height / from.height]
  return { x: x * byX, y: y * byY, width: width * byX, height: height * byY }
}

/** Control points in pixels of the level; a sensor's polynomial, which counts in those of the full size, is left out. */
function scaledAttributes(attrs: JsonObject, to: Size, from: Size): JsonObject {
  const { [gcpsAttribute]: gcps, domains, ...others } = attrs
  const kept = isJsonObject(domains) ? Object.fromEntries(Object.entries(domains).filter(([name]) => name !== 'RPC')) : {}
  const points = isJsonObject(gcps) && Array.isArray(gcps.points) ? gcps.points : []
  const scaled = points.map((point) =>
    isJsonObject(point)
      ? { ...point, column: (Number(point.column) * to.width) / from.width, row: (Number(point.row) * to.height) / from.height }
      : point,
  )
  return {
    ...others,
    ...(Object.keys(kept).length === 0 ? {} : { domains: kept }),
    ...(isJsonObject(gcps) ? { [gcpsAttribute]: { ...gcps, points: scaled } } : {}),
  }
}
