import { type Crs, isGeographic } from './crs.js'
import { numberOf, parseProjString } from './crs-proj-string.js'
import { crsTransform } from './crs-transform.js'
import { boundsOf, type GeoBox } from './geobox.js'
import { boundsImage } from './geobox-bounds.js'
import { geographicOf } from './pixel-map-domain.js'

/** Projections whose x is a multiple of the longitude: what lies beyond one edge is what lies within the other. */
const cylinders = /^(?:merc|webmerc|eqc|cea|mill)$/

/** Projections that show the whole earth and are cut open along the meridian opposite their own. */
const cutOpen =
  /^(?:eck[1-6]|eqearth|moll|natearth2?|robin|sinu|hammer|aitoff|wag[1-7]|wintri|goode|putp.*|mbt.*|patterson|gall|nell.*|kav[57]|boggs|loxim|times|vandg|fouc.*|hatano|collg|apian|denoy|fahey|gins8|larr|lask|nicol|ortel|qua_aut|rouss|urm.*|wink[12]|crast)$/

/** Widest source, in degrees of longitude, that counts as lying across a cut rather than as going round. */
const widestDegrees = 180

/** A raster that lies across the meridian at which a map of the earth is cut open. */
export interface CutCrossing {
  /** Longitude of the cut, and of the raster's middle: both in degrees, the middle within half a turn of the cut. */
  readonly cut: number
  readonly middle: number
  /** Extent in x after which the map repeats; null for one that has nothing beyond its edge. */
  readonly period: number | null
}

/** How a raster lies across the cut of a projected CRS that shows the whole earth; null where it does not, or goes round the earth itself. */
export function cutCrossing(source: GeoBox, target: Crs): CutCrossing | null {
  if (source.crs === null || isGeographic(target)) return null
  const definition = parseProjString(target.proj)
  const isCylinder = cylinders.test(definition.projection)
  if (!isCylinder && !cutOpen.test(definition.projection)) return null
  const degrees = degreesOf(target)
  const image = boundsImage(boundsOf(source), source.crs, degrees)
  if (image === null) return null
  const east = image.right < image.left ? image.right + 360 : image.right
  if (east - image.left >= widestDegrees) return null
  const cut = (numberOf(definition.parameters, 'lon_0', target.proj) ?? 0) + 180
  // The turn of the cut that lies at or beyond the western edge.
  const near = cut + 360 * Math.ceil((image.left - cut) / 360)
  if (!(near > image.left && near < east)) return null
  return {
    cut: wrapped(near),
    middle: wrapped(near) + (image.left + east) / 2 - near,
    period: isCylinder ? periodOf(target, degrees, cut - 180) : null,
  }
}

/** The x, in a map that repeats, of a meridian. */
export function cylinderX(target: Crs, longitude: number, { cut, period }: CutCrossing): number {
  const own = cut - 180
  const [xs, ys] = [Float64Array.of(own), Float64Array.of(0)]
  crsTransform(degreesOf(target), target)(xs, ys, 1)
  return (xs[0] as number) + ((longitude - own) / 360) * (period ?? 0)
}

// Twice the way from 90 degrees west to 90 degrees east of its own meridian.
function periodOf(target: Crs, degrees: Crs, meridian: number): number {
  const [xs, ys] = [Float64Array.of(meridian - 90, meridian + 90), Float64Array.of(0, 0)]
  crsTransform(degrees, target)(xs, ys, 2)
  return Math.abs(2 * ((xs[1] as number) - (xs[0] as number)))
}

function degreesOf(target: Crs): Crs {
  return { epsg: null, name: target.name, kind: 'geographic', metresPerUnit: 0, proj: geographicOf(target.proj), wkt: null }
}

function wrapped(longitude: number): number {
  return longitude - 360 * Math.ceil((longitude - 180) / 360)
}
