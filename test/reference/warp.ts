/** Pixels as numbers, and which exist and are valid. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => number
  readonly valid: (x: number, y: number) => boolean
}

/** Whether a plane has a pixel. */
export function exists({ width, height }: Plane, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
}

/** The source pixel that contains (u, v), or null where there is none or it is invalid. */
export function nearReference(plane: Plane, u: number, v: number): number | null {
  const [x, y] = [Math.floor(u + 1e-10), Math.floor(v + 1e-10)]
  return exists(plane, x, y) && plane.valid(x, y) ? plane.at(x, y) : null
}

/** The weight of a pixel centre at a distance from the position, for a triangle widened by 1 / scale. */
function triangle(distance: number, scale: number): number {
  return Math.max(0, 1 - Math.abs(distance) * scale)
}

/**
 * Linear interpolation at (u, v), or with scales below 1 the mean under a widened triangle: over the valid pixels that exist, renormalised;
 * null where the pixel that contains (u, v) is invalid.
 */
export function linearReference(plane: Plane, u: number, v: number, scaleX = 1, scaleY = 1): number | null {
  if (nearReference(plane, u, v) === null) return null
  const [rx, ry] = [Math.ceil(1 / scaleX) + 1, Math.ceil(1 / scaleY) + 1]
  let sum = 0
  let weight = 0
  for (let y = Math.floor(v) - ry; y <= Math.floor(v) + ry; y++) {
    for (let x = Math.floor(u) - rx; x <= Math.floor(u) + rx; x++) {
      if (!exists(plane, x, y) || !plane.valid(x, y)) continue
      const w = triangle(x + 0.5 - u, scaleX) * triangle(y + 0.5 - v, scaleY)
      if (w === 0) continue
      sum += w * plane.at(x, y)
      weight += w
    }
  }
  return sum / weight
}
