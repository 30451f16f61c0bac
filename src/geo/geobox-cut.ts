import type { Window } from '../array/window.js'
import { GridError } from '../base/errors.js'
import { type GeoBox, type PerAxis, perAxis, resizeGeoBox, resolutionOf } from './geobox.js'
import { cutOf } from './geobox-lattice.js'

/** Which indices of one axis to keep: `start`, then every `step`-th, `count` of them. `step` may be negative, not 0. */
export interface Stride {
  readonly start: number
  readonly step: number
  readonly count: number
}

/** Pixels on each side. */
export interface Margin {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The geobox of a window of dims (y, x). It may reach outside. */
export function cropGeoBox(box: GeoBox, window: Window): GeoBox {
  const [y0 = 0, x0 = 0] = window.start
  const [y1 = 0, x1 = 0] = window.stop
  return stepGeoBox(box, { start: y0, step: 1, count: Math.max(0, y1 - y0) }, { start: x0, step: 1, count: Math.max(0, x1 - x0) })
}

/** The geobox of every n-th row and column. The centre of each pixel that is picked stays where it is; its size grows by the step. */
export function stepGeoBox(box: GeoBox, rows: Stride, columns: Stride): GeoBox {
  return cutOf(box, {
    // The first picked centre is start + 0.5; the new first pixel's corner is half a (longer) pixel before it.
    column: columns.start + (1 - columns.step) / 2,
    row: rows.start + (1 - rows.step) / 2,
    stepX: columns.step,
    stepY: rows.step,
    width: columns.count,
    height: rows.count,
  })
}

/** The geobox with whole pixels added on its sides; negative numbers take them away. Throws `E_GRID` for numbers that are not whole, and where nothing remains. */
export function padGeoBox(box: GeoBox, margin: number | Margin): GeoBox {
  const { left, top, right, bottom } = typeof margin === 'number' ? { left: margin, top: margin, right: margin, bottom: margin } : margin
  if (![left, top, right, bottom].every(Number.isSafeInteger)) {
    throw new GridError(`cannot pad by ${left}, ${top}, ${right}, ${bottom} pixels (left, top, right, bottom): expected whole numbers`)
  }
  const [width, height] = [box.width + left + right, box.height + top + bottom]
  if (width < 0 || height < 0)
    throw new GridError(`padding by ${JSON.stringify(margin)} leaves nothing of ${box.width} x ${box.height} pixels`)
  return cutOf(box, { column: -left, row: -top, stepX: 1, stepY: 1, width, height })
}

/** The geobox that reaches a distance (units of the CRS) further on all sides, rounded up to whole pixels. Throws `E_GRID` for a distance below 0. */
export function bufferGeoBox(box: GeoBox, distance: PerAxis): GeoBox {
  const by = perAxis(distance)
  if (!(by.x >= 0) || !(by.y >= 0)) throw new GridError(`cannot buffer by ${by.x} x ${by.y}: expected distances of 0 or more`)
  const pixel = resolutionOf(box)
  const [x, y] = [wholeUp(by.x / pixel.x), wholeUp(by.y / pixel.y)]
  return padGeoBox(box, { left: x, top: y, right: x, bottom: y })
}

/**
 * The same extent in pixels that are `factor` times as large, or a little less where the size is no multiple of it. Throws `E_GRID` for a
 * factor below 1.
 */
export function zoomOut(box: GeoBox, factor: number): GeoBox {
  if (!(factor >= 1)) throw new GridError(`cannot zoom out by ${factor}: the factor must be at least 1`)
  const [width, height] = [Math.ceil(box.width / factor), Math.ceil(box.height / factor)]
  const divides = Number.isInteger(factor) && width * factor === box.width && height * factor === box.height
  if (divides) return cutOf(box, { column: 0, row: 0, stepX: factor, stepY: factor, width, height })
  return resizeGeoBox(box, width, height)
}

/**
 * The same area in another number of pixels: with `shape` the extent stays, with `resolution` (units of the CRS) the first corner does and the
 * far edges move outwards to whole pixels. Throws `E_GRID` for what is not positive.
 */
export function zoomTo(
  box: GeoBox,
  size: { readonly resolution: PerAxis } | { readonly shape: { readonly width: number; readonly height: number } },
): GeoBox {
  if ('shape' in size) {
    const { width, height } = size.shape
    if (!(width > 0) || !(height > 0)) throw new GridError(`a size of ${width} x ${height} pixels makes no sense`)
    return resizeGeoBox(box, width, height)
  }
  const { x, y } = perAxis(size.resolution)
  if (!(x > 0) || !(y > 0)) throw new GridError(`a resolution of ${x} x ${y} makes no sense: both must be positive`)
  const has = resolutionOf(box)
  const [stepX, stepY] = [x / has.x, y / has.y]
  const width = Math.max(1, wholeUp(box.width / stepX))
  const height = Math.max(1, wholeUp(box.height / stepY))
  return cutOf(box, { column: 0, row: 0, stepX, stepY, width, height })
}

/** The geobox moved by pixels along its rows and columns, also by parts of one. */
export function translatePx(box: GeoBox, x: number, y: number): GeoBox {
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new GridError(`cannot move a grid by ${x}, ${y} pixels: both must be finite`)
  return cutOf(box, { column: x, row: y, stepX: 1, stepY: 1, width: box.width, height: box.height })
}

/** The geobox whose columns run the other way, over the same area. */
export function flipX(box: GeoBox): GeoBox {
  return cutOf(box, { column: box.width, row: 0, stepX: -1, stepY: 1, width: box.width, height: box.height })
}

/** The geobox whose rows run the other way, over the same area: north-up becomes south-up. */
export function flipY(box: GeoBox): GeoBox {
  return cutOf(box, { column: 0, row: box.height, stepX: 1, stepY: -1, width: box.width, height: box.height })
}

// Counts that are whole but for the last bits stay whole.
function wholeUp(count: number): number {
  return Math.ceil(Number(count.toPrecision(12)))
}
