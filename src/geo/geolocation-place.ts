import { isPlace, toRadians, writeDirection } from './geolocation-cell.js'
import type { Positions } from './geolocation-tree.js'

/** Longitude and latitude of a place in pixels, by the cell about it; NaN where a corner of that has none, or it lies more than half a pixel outside. */
export function cellPlace({ width, height, longitudes, latitudes }: Positions, u: number, v: number): [number, number] {
  if (!(u >= -1e-6 && v >= -1e-6 && u <= width + 1e-6 && v <= height + 1e-6)) return [Number.NaN, Number.NaN]
  const column = Math.min(width - 2, Math.max(0, Math.floor(u - 0.5)))
  const row = Math.min(height - 2, Math.max(0, Math.floor(v - 0.5)))
  const [s, t] = [u - 0.5 - column, v - 0.5 - row]
  const direction = new Float64Array(3)
  const sum = [0, 0, 0]
  for (let corner = 0; corner < 4; corner++) {
    const at = (row + (corner >> 1)) * width + column + (corner & 1)
    const [longitude, latitude] = [longitudes[at] as number, latitudes[at] as number]
    if (!isPlace(longitude, latitude)) return [Number.NaN, Number.NaN]
    writeDirection(longitude, latitude, direction, 0)
    const weight = (corner & 1 ? s : 1 - s) * (corner >> 1 ? t : 1 - t)
    for (let axis = 0; axis < 3; axis++) sum[axis] = (sum[axis] as number) + weight * (direction[axis] as number)
  }
  const [x, y, z] = sum as [number, number, number]
  return [Math.atan2(y, x) / toRadians, Math.atan2(z, Math.sqrt(x * x + y * y)) / toRadians]
}
