import { crsFromEpsg } from '../geo/crs-parse.js'
import type { GeoBox } from '../geo/geobox.js'
import { boundaryPolygon } from '../geo/geobox-boundary.js'
import { coasts } from './coast.table.js'

const width = 240
const accent = '#d9480f'

/** A small map of the earth with a grid's outline, as SVG; '' for a grid without a CRS, or without an image in degrees. A small grid is a dot in a ring. */
export function mapSvg(box: GeoBox): string {
  const ring = outline(box)
  if (ring === null) return ''
  const view = viewOf(ring)
  const [, , across, down] = view
  const unit = across / width
  const lands = coasts.map((points) => `M${pairs(points)}Z`).join('')
  const graticule = [...range(-180, 180, 30).map((x) => `M${x} -90V90`), ...range(-60, 60, 30).map((y) => `M-180 ${y}H180`)].join('')
  // Where a ring goes beyond the antimeridian, it comes in on the other side.
  const shapes = [0, -360, 360].map((turn) => `M${ring.map(([x, y]) => `${round(x + turn)} ${round(-y)}`).join('L')}Z`).join('')
  return (
    `<svg width="${width}" height="${Math.round((width * down) / across)}" viewBox="${view.map(round).join(' ')}" ` +
    `style="border:1px solid rgba(128,128,128,.4);border-radius:3px;background:rgba(70,130,180,.08)" role="img" aria-label="where the grid lies">` +
    `<path d="${lands}" fill="rgba(128,128,128,.35)"/>` +
    `<path d="${graticule}" fill="none" stroke="rgba(128,128,128,.35)" stroke-width="${round(unit * 0.7)}"/>` +
    `<path d="${shapes}" fill="${accent}" fill-opacity=".25" stroke="${accent}" stroke-width="${round(unit * 1.4)}"/>` +
    mark(ring, unit) +
    '</svg>'
  )
}

/** The outline in degrees, its longitudes in one piece; null where it has none. */
function outline(box: GeoBox): [number, number][] | null {
  if (box.crs === null) return null
  try {
    const [points] = boundaryPolygon(box, 12, crsFromEpsg(4326)).coordinates as [[number, number][]]
    let turn = 0
    return points.map(([x, y], at) => {
      const before = at === 0 ? x : (points[at - 1] as [number, number])[0]
      if (x - before > 180) turn -= 360
      if (before - x > 180) turn += 360
      return [x + turn, y]
    })
  } catch {
    return null
  }
}

/** The whole earth, or a part of 60 by 30 degrees around a grid that is small against it: x, y (downwards), width and height. */
function viewOf(ring: readonly (readonly [number, number])[]): [number, number, number, number] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const across = Math.max(80, 4 * (right - left), 8 * (high - low))
  if (across >= 240 || left < -180 || right > 180) return [-180, -90, 360, 180]
  const x = Math.min(180 - across, Math.max(-180, (left + right) / 2 - across / 2))
  const y = Math.min(90 - across / 2, Math.max(-90, -(low + high) / 2 - across / 4))
  return [x, y, across, across / 2]
}

/** A ring around what is too small to be seen. */
function mark(ring: readonly (readonly [number, number])[], unit: number): string {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (Math.max(right - left, high - low) > 8 * unit) return ''
  const at = `cx="${round((left + right) / 2)}" cy="${round(-(low + high) / 2)}"`
  return `<circle ${at} r="${round(6 * unit)}" fill="none" stroke="${accent}" stroke-width="${round(1.6 * unit)}"/><circle ${at} r="${round(1.6 * unit)}" fill="${accent}"/>`
}

function pairs(points: readonly number[]): string {
  return points.map((value, at) => (at % 2 === 0 ? `${at === 0 ? '' : 'L'}${value}` : `${-value}`)).join(' ')
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
}

function round(value: number): number {
  return Number(value.toFixed(3))
}
