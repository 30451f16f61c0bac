import { formatAffine, isAxisAligned } from '../geo/affine.js'
import { isGeographic } from '../geo/crs.js'
import { crsFromEpsg } from '../geo/crs-parse.js'
import { type Bounds, boundsOf, type GeoBox, labelOf, resolutionOf } from '../geo/geobox.js'
import { boundsImage } from '../geo/geobox-bounds.js'

/** One fact, for people. */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** The first line of a grid's card: `GeoBox 833 x 835 px, EPSG:3857`. */
export function geoboxHeadline({ width, height, crs }: GeoBox): string {
  return `GeoBox ${width} x ${height} px, ${crs === null ? 'no CRS' : labelOf(crs)}`
}

/** What a grid's card says below its first line. */
export function geoboxFacts(box: GeoBox): Fact[] {
  const { crs, affine } = box
  const { x, y } = resolutionOf(box)
  const facts = [
    { label: 'CRS', text: crs === null ? 'none' : crs.epsg === null ? crs.name : `${labelOf(crs)}, ${crs.name}` },
    { label: 'bounds', text: boundsText(boundsOf(box)) },
    { label: 'resolution', text: x === y ? short(x) : `x ${short(x)}, y ${short(y)}` },
  ]
  if (!isAxisAligned(affine)) facts.push({ label: 'turned', text: 'its rows and columns do not run along x and y' })
  facts.push({ label: 'affine', text: formatAffine(affine) })
  const degrees = crs === null || isGeographic(crs) ? null : imageOf(boundsOf(box), crs)
  return degrees === null ? facts : [...facts.slice(0, 2), { label: 'in degrees', text: boundsText(degrees, 5) }, ...facts.slice(2)]
}

function imageOf(bounds: Bounds, crs: GeoBox['crs'] & {}): Bounds | null {
  try {
    return boundsImage(bounds, crs, crsFromEpsg(4326))
  } catch {
    return null
  }
}

/** A grid as text, for people. */
export function geoboxText(box: GeoBox): string {
  return [geoboxHeadline(box), ...geoboxFacts(box).map(({ label, text }) => `  ${label.padEnd(11)}${text}`)].join('\n')
}

/** A rectangle for people: `x 480000 to 490980, y 5389020 to 5400000`. */
export function boundsText({ left, right, bottom, top }: Bounds, decimals = 12): string {
  const shown = (value: number): string => (decimals === 12 ? short(value) : String(Number(value.toFixed(decimals))))
  return `x ${shown(left)} to ${shown(right)}, y ${shown(bottom)} to ${shown(top)}`
}

/** A coordinate for people: up to 12 digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(12)))
}
