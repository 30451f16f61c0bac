import type { Bounds, GeoBox } from './geobox.js'
import type { PixelMap } from './grid-map.js'

/** Longest edge of which every pixel is looked at, and how many are of longer ones. */
const longestEdge = 16384
const samples = 2048

/** Rows and columns that are taken off one by one; then by twice as many each time, and by half where that is too many. */
const singleSteps = 8

/** How far a side has been taken in, in pixels. */
interface Side {
  taken: number
  step: number
  turns: number
}

/**
 * Takes edge rows and columns off an extent of whole pixels for as long as none of their pixel centres lies on the near side of the
 * source's opposite edge: they would be blank. As GDAL does since 3.8 where a resolution is asked for and an extent is not.
 */
export function trimBlankEdges(
  extent: Bounds,
  resolution: { readonly x: number; readonly y: number },
  source: GeoBox,
  map: PixelMap,
): Bounds {
  const { x, y } = resolution
  const sides = { left: newSide(), top: newSide(), right: newSide(), bottom: newSide() }
  const now = (): Bounds => ({
    left: extent.left + sides.left.taken * x,
    right: extent.right - sides.right.taken * x,
    top: extent.top - sides.top.taken * y,
    bottom: extent.bottom + sides.bottom.taken * y,
  })
  for (let going = true; going; ) {
    const { left, bottom, right, top } = now()
    const [columns, rows] = [Math.floor((right - left + x / 2) / x), Math.floor((top - bottom + y / 2) / y)]
    if (columns <= 1 && rows <= 1) break
    const [wide, tall] = [right - left > 2 * x, top - bottom > 2 * y]
    // The last of the pixels that a side would lose: where it is blank, so are those before it.
    const row = (at: number, reaches: (column: number, row: number) => boolean): boolean =>
      isBlank(map, columns, (i) => [left + (i + 0.5) * x, top - (at + 0.5) * y], reaches)
    const column = (at: number, reaches: (column: number, row: number) => boolean): boolean =>
      isBlank(map, rows, (i) => [left + (at + 0.5) * x, top - (i + 0.5) * y], reaches)
    const blank = {
      top: tall && sides.top.step < rows - 1 && row(sides.top.step - 1, (_, at) => at >= 0),
      bottom: tall && sides.bottom.step < rows - 1 && row(rows - sides.bottom.step, (_, at) => at <= source.height),
      left: wide && sides.left.step < columns - 1 && column(sides.left.step - 1, (at) => at >= 0),
      right: wide && sides.right.step < columns - 1 && column(columns - sides.right.step, (at) => at <= source.width),
    }
    going = false
    for (const name of ['top', 'bottom', 'left', 'right'] as const) if (advance(sides[name], blank[name])) going = true
  }
  return now()
}

function newSide(): Side {
  return { taken: 0, step: 1, turns: 0 }
}

/** Takes a side in where that was found blank, and answers whether there is more to try. */
function advance(side: Side, isBlankThere: boolean): boolean {
  side.turns++
  if (isBlankThere) {
    side.taken += side.step
    if (side.turns > singleSteps) side.step *= 2
    return true
  }
  if (side.step === 1) return false
  side.step = Math.max(1, Math.floor(side.step / 4))
  // What follows is a search for the end: no more doubling.
  side.turns = Number.NEGATIVE_INFINITY
  return true
}

function isBlank(
  map: PixelMap,
  pixels: number,
  at: (i: number) => readonly [number, number],
  reaches: (column: number, row: number) => boolean,
): boolean {
  const count = pixels <= longestEdge ? pixels : samples
  const pixel = (i: number): number => (count === pixels ? i : Math.floor((i * (pixels - 1)) / (count - 1)))
  const positions = Array.from({ length: count }, (_, i) => at(pixel(i)))
  const xs = Float64Array.from(positions, (position) => position[0])
  const ys = Float64Array.from(positions, (position) => position[1])
  map.toSource(xs, ys, count)
  return !xs.some((column, i) => reaches(column, ys[i] as number))
}
