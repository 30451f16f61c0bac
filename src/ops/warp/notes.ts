import type { Crs } from '../../geo/crs.js'
import { transformNotes, transformWarnings } from '../../geo/crs-notes.js'
import { crsTransform } from '../../geo/crs-transform.js'
import { fitName } from '../../geo/gcp.js'
import { boundsOf, type GeoBox, labelOf, resolutionOf } from '../../geo/geobox.js'
import { boundsImage } from '../../geo/geobox-bounds.js'
import { precisionOf } from '../../geo/geobox-precision.js'
import { cutCrossing, cylinderX } from '../../geo/grid-cut.js'
import { missesSource } from '../../geo/grid-miss.js'
import { measuredError } from '../../geo/mesh-error.js'
import type { Remark } from '../../graph/remark.js'
import type { ArraySpec } from '../../graph/spec.js'
import { warpInput } from './infer.js'
import { isPlacedByGrid, type WarpParams } from './params.js'
import type { WarpState } from './state.js'

/** What a plan says of a warp: its output grid, how exact positions are, and what was chosen. */
export function warpNotes(op: string, inputs: readonly ArraySpec[], params: WarpParams, state: WarpState): string[] {
  const { geobox } = params
  const source = warpInput(op, inputs).geobox
  const placed = placedBy(params)
  const between = placed.length > 0 || source.crs === null || geobox.crs === null ? [] : transformNotes(source.crs, geobox.crs)
  return [gridNote(geobox), ...cutTexts('note', source, params), ...placed, errorNote(params, state), ...between]
}

/**
 * What a warp warns of: a grid that lies beside its input or is nearly empty, a better datum shift than the one that is made, texts of CRSs that
 * contradict their codes, and what float64 cannot hold.
 */
export function warpWarnings(op: string, inputs: readonly ArraySpec[], params: WarpParams, { footprint, map }: WarpState): string[] {
  const { geobox } = params
  const source = warpInput(op, inputs).geobox
  const from = params.gcps?.crs ?? params.geolocation?.crs ?? source.crs
  return [
    ...cutTexts('warning', source, params),
    ...endlessTexts(source, params),
    ...(missesSource(geobox, source, footprint, map.period) ? [missText(source, params)] : []),
    ...(from === null || geobox.crs === null ? [] : transformWarnings(from, geobox.crs)),
    ...precisionTexts(source, 'source'),
    ...precisionTexts(geobox, 'output'),
  ]
}

function placedBy({ gcps, geolocation }: WarpParams): string[] {
  if (gcps !== undefined) return [`pixels are placed by ${gcps.points.length} control points, by ${fitName(gcps.fit)}`]
  if (geolocation === undefined) return []
  return [`pixels are placed by their latitudes and longitudes (${geolocation.width} x ${geolocation.height})`]
}

/** Latitude of the edge of the square web map, and beyond which a Mercator map is hardly meant. */
const webEdge = 85.06
const farLatitude = 86.5

/** What is to be said of a Mercator grid that goes on towards a pole, where the map has no end: it has few pixels for the rest of the earth. */
function endlessTexts(source: GeoBox, { geobox }: WarpParams): string[] {
  const { crs } = geobox
  if (crs === null || source.crs?.kind !== 'geographic' || !/\+proj=(merc|webmerc)\b/.test(crs.proj)) return []
  const { left, right, bottom, top } = boundsOf(geobox)
  const [xs, ys] = [Float64Array.of((left + right) / 2, (left + right) / 2), Float64Array.of(bottom, top)]
  crsTransform(crs, source.crs)(xs, ys, 2)
  if (!ys.some((latitude) => Math.abs(latitude) > farLatitude)) return []
  return [
    `the output grid goes up to latitude ${short(Math.max(...ys.map(Math.abs)))}: a Mercator map has no end towards the poles, so that most of its pixels show them; ` +
      `give bounds, as [-180, -${webEdge}, 180, ${webEdge}] with boundsCrs 'EPSG:4326'`,
  ]
}

function gridNote(box: GeoBox): string {
  const { x, y } = resolutionOf(box)
  const { left, bottom, right, top } = boundsOf(box)
  const turned = box.affine.b !== 0 || box.affine.d !== 0 ? ', rotated' : ''
  const size = `${box.width} x ${box.height} px of ${short(x)} x ${short(y)}${turned}`
  return `output grid ${size} in ${labelOf(box.crs)}, ${short(left)} to ${short(right)} and ${short(bottom)} to ${short(top)}`
}

function cutTexts(kind: Remark['kind'], source: GeoBox, params: WarpParams): string[] {
  const remark = isPlacedByGrid(params) ? cutRemark(source, params.geobox) : null
  return remark?.kind === kind ? [remark.text] : []
}

/** What is to be known of a grid that goes beyond the edge of its map, and of one that lies around the earth because the map is cut open under the array. */
function cutRemark(source: GeoBox, output: GeoBox): Remark | null {
  const crossing = output.crs === null ? null : cutCrossing(source, output.crs)
  if (crossing === null || output.crs === null) return null
  const { left, right } = boundsOf(output)
  const { cut, period } = crossing
  if (period !== null) {
    const seam = cylinderX(output.crs, cut, crossing)
    const isBeyond = [seam, seam - period].some((x) => left < x && right > x)
    const isWhole = right - left > 0.9 * period
    if (isBeyond && !isWhole) {
      const text = `the array lies across longitude ${short(cut)}: the output grid goes on beyond the edge of its CRS there; give bounds for one side of it`
      return { kind: 'note', text }
    }
    return isWhole ? aroundWarning(cut, output) : null
  }
  const ends = boundsImage(boundsOf(source), source.crs as Crs, output.crs)
  const isSpread = ends !== null && ends.left < 0 !== ends.right < 0 && right - left >= 0.9 * (ends.right - ends.left)
  return isSpread ? aroundWarning(cut, output) : null
}

function aroundWarning(cut: number, { crs, width, height }: GeoBox): Remark {
  const text =
    `the array lies across longitude ${short(cut)}, where the map of ${labelOf(crs)} is cut open: the output grid of ${width} x ${height} px goes all around ` +
    'the earth, nearly empty; choose a CRS with another central meridian (as +lon_0=180), or give bounds for one side'
  return { kind: 'warning', text }
}

function missText(source: GeoBox, params: WarpParams): string {
  if (!isPlacedByGrid(params)) return 'the output grid lies beside the array: every pixel will be invalid'
  const { left, bottom, right, top } = boundsOf(source)
  const covered = `${short(left)} to ${short(right)} and ${short(bottom)} to ${short(top)} in ${labelOf(source.crs)}`
  return `the output grid lies beside the array, which covers ${covered}: every pixel will be invalid`
}

function errorNote({ geobox, maxErrorPx = 0 }: WarpParams, { map, mode }: WarpState): string {
  if (mode === 'shift') return 'positions are whole pixels: a copy'
  if (map.kind === 'affine') return 'positions are exact: an affine map'
  if (maxErrorPx === 0) return 'positions are exact: each is computed (maxErrorPx 0)'
  const { errorPx, pixels } = measuredError(map, maxErrorPx, geobox.width, geobox.height)
  return `positions are off by at most ${errorPx.toPrecision(2)} px, as measured at ${pixels} pixels (maxErrorPx ${maxErrorPx})`
}

function precisionTexts(box: GeoBox, which: string): string[] {
  const { warning } = precisionOf(box)
  return warning === null ? [] : [`${which} grid: ${warning}; positions within one CRS are computed from a local origin and stay exact`]
}

function short(value: number): string {
  return String(Number(value.toPrecision(8)))
}
