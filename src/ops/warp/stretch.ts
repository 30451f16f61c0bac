import type { Stretch } from './axis-taps.js'

// At this scale or above the plain kernel serves; GDAL's threshold.
const plainScale = 0.95

/** A scale near 1 / n for a whole n is 1 / n, so that grids which are almost multiples of each other resample as multiples. GDAL's rule. */
export function snapScale(scale: number): number {
  const whole = Math.round(1 / scale)
  return scale < 1 && Math.abs(1 / scale - whole) < 0.05 ? 1 / whole : scale
}

/** How a kernel is stretched at a scale (output pixels per source pixel): not at all where both axes are close to 1 or above. */
export function stretchAt({ x, y }: { readonly x: number; readonly y: number }): Stretch {
  if (x >= plainScale && y >= plainScale) return null
  return { x: Math.min(1, x), y: Math.min(1, y) }
}
