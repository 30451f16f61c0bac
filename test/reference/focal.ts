/** A plane of numbers in C order, NaN where invalid. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly values: ArrayLike<number>
}

/** The value at a place, NaN beyond the plane. */
export function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? Number.NaN : (values[y * width + x] as number)
}

/** Slope in degrees by Horn's weights, in float64; NaN where a neighbour is. */
export function slopeAt(plane: Plane, x: number, y: number, pixel: number): number {
  const at = (dx: number, dy: number): number => valueAt(plane, x + dx, y + dy)
  const west = at(-1, -1) + 2 * at(-1, 0) + at(-1, 1)
  const east = at(1, -1) + 2 * at(1, 0) + at(1, 1)
  const north = at(-1, -1) + 2 * at(0, -1) + at(1, -1)
  const south = at(-1, 1) + 2 * at(0, 1) + at(1, 1)
  return (Math.atan(Math.hypot(west - east, south - north) / (8 * pixel)) * 180) / Math.PI + 0 * at(0, 0)
}

/** The valid values within a neighbourhood. */
export function around(plane: Plane, x: number, y: number, kernel: readonly (readonly number[])[]): number[] {
  const [ry, rx] = [(kernel.length - 1) / 2, ((kernel[0] as readonly number[]).length - 1) / 2]
  const found = kernel.flatMap((weights, row) =>
    weights.map((weight, column) => (weight === 0 ? Number.NaN : valueAt(plane, x + column - rx, y + row - ry))),
  )
  return found.filter((value) => !Number.isNaN(value))
}

/**
 * The value of a hole: the nearest valid pixel of each quarter, weighed by the reciprocal of its distance. The row counts to the upper quarters and the column to the
 * western ones (in the last column to the eastern ones too); NaN where none is near enough. Of equally near pixels any may count: answers the least and the greatest possible value.
 */
export function filledAt(plane: Plane, x: number, y: number, most: number): readonly [number, number] {
  const quarters = [0, 1, 2, 3].map((): { distance: number; values: number[] } => ({ distance: Number.POSITIVE_INFINITY, values: [] }))
  const offer = (quarter: number, distance: number, value: number): void => {
    const best = quarters[quarter] as { distance: number; values: number[] }
    if (distance > most || distance > best.distance) return
    if (distance < best.distance) best.values = []
    best.distance = distance
    best.values.push(value)
  }
  for (let v = 0; v < plane.height; v++) {
    for (let u = 0; u < plane.width; u++) {
      const value = valueAt(plane, u, v)
      if (Number.isNaN(value)) continue
      const distance = Math.hypot(u - x, v - y)
      const south = v > y ? 1 : 0
      if (u <= x) offer(south, distance, value)
      if (u > x || (u === x && x === plane.width - 1)) offer(2 + south, distance, value)
    }
  }
  const used = quarters.filter(({ values }) => values.length > 0)
  const weight = used.reduce((sum, { distance }) => sum + 1 / distance, 0)
  const total = (pick: (...values: number[]) => number): number =>
    used.reduce((sum, { distance, values }) => sum + pick(...values) / distance, 0) / weight
  return [total(Math.min), total(Math.max)]
}
