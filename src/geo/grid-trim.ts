import type { Bounds, GeoBox } from './geobox.js'
import type { PixelMap } from './grid-map.js'

/** Most pixels of an edge that are looked at; longer edges are sampled evenly. */
const mostSamples = 16384

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
  let { left, bottom, right, top } = extent
  const columns = (): number => Math.floor((right - left + x / 2) / x)
  const rows = (): number => Math.floor((top - bottom + y / 2) / y)
  const isBlank = (pixels: number, at: (i: number) => [number, number], reaches: (column: number, row: number) => boolean): boolean => {
    const count = Math.min(pixels, mostSamples)
    const pixel = (i: number): number => (count === pixels ? i : Math.floor((i * (pixels - 1)) / (count - 1)))
    const positions = Array.from({ length: count }, (_, i) => at(pixel(i)))
    const xs = Float64Array.from(positions, (position) => position[0])
    const ys = Float64Array.from(positions, (position) => position[1])
    map.toSource(xs, ys, count)
    return !xs.some((column, i) => reaches(column, ys[i] as number))
  }
  while (columns() > 1 || rows() > 1) {
    const [width, height] = [columns(), rows()]
    const atRow =
      (row: number) =>
      (i: number): [number, number] => [left + (i + 0.5) * x, top - row * y]
    const atColumn =
      (column: number) =>
      (i: number): [number, number] => [left + column * x, top - (i + 0.5) * y]
    const blankTop = isBlank(width, atRow(0.5), (_, row) => row >= 0)
    const blankBottom = isBlank(width, atRow(height - 0.5), (_, row) => row <= source.height)
    const blankLeft = isBlank(height, atColumn(0.5), (column) => column >= 0)
    const blankRight = isBlank(height, atColumn(width - 0.5), (column) => column <= source.width)
    const [tall, wide] = [top - bottom > 2 * y, right - left > 2 * x]
    if (!(tall && (blankTop || blankBottom)) && !(wide && (blankLeft || blankRight))) break
    if (blankTop && tall) top -= y
    if (blankBottom && tall) bottom += y
    if (blankLeft && wide) left += x
    if (blankRight && wide) right -= x
  }
  return { left, bottom, right, top }
}
