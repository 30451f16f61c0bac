import { chunkGrid } from '../../array/chunk-grid.js'
import type { Affine } from '../../geo/affine.js'
import type { GeoBox } from '../../geo/geobox.js'
import type { SinkLevel } from '../../graph/sink.js'
import type { ArraySpec, Coord } from '../../graph/spec.js'
import type { ZarrOptions } from './options.js'
import type { ZarrResampling } from './pyramid-options.js'

/** Kernels whose pixels are pixels of the array. */
const moving: readonly ZarrResampling[] = ['near', 'mode', 'min', 'max', 'med', 'q1', 'q3']

/** Source pixels along x and y under a pixel of the next level. */
export const levelFactor = 2

/**
 * The array and its overviews: halves, rounded up, until both sides fit a chunk (`auto`) or so many are there. A pixel of a level covers exactly
 * 2 x 2 of the one before; the last ones may lie over the edge in part. Levels are made of the array itself where the options say so, else of the one before.
 */
export function pyramidLevels(
  spec: ArraySpec,
  {
    overviews,
    overviewResampling,
    overviewSource,
    chunks,
  }: Pick<ZarrOptions, 'overviews' | 'overviewResampling' | 'overviewSource' | 'chunks'>,
): SinkLevel[] {
  const levels: SinkLevel[] = [{ spec, made: null }]
  if (overviews === undefined || overviewResampling === undefined) return levels
  let [height, width] = spec.shape.slice(-2) as [number, number]
  for (let scale = levelFactor; width > 1 || height > 1; scale *= levelFactor) {
    const enough = overviews === 'auto' ? width <= (chunks.x as number) && height <= (chunks.y as number) : levels.length > overviews
    if (enough) break
    width = Math.ceil(width / levelFactor)
    height = Math.ceil(height / levelFactor)
    const fromArray = overviewSource === 'native'
    const params = { width, height, kernel: overviewResampling, factor: fromArray ? scale : levelFactor }
    levels.push({
      spec: levelSpec(spec, width, height, scale, chunks, moving.includes(overviewResampling)),
      made: { input: fromArray ? 0 : levels.length - 1, op: 'overview', version: 1, params },
    })
  }
  return levels
}

function levelSpec(
  base: ArraySpec,
  width: number,
  height: number,
  scale: number,
  chunks: ZarrOptions['chunks'],
  moves: boolean,
): ArraySpec {
  const shape = [...base.shape.slice(0, -2), height, width]
  const coords: Record<string, Coord> = { ...base.coords }
  for (const dim of ['y', 'x'] as const) {
    const coord = coords[dim]
    if (coord === undefined || coord.kind === 'affine') continue
    // Labels that are listed one by one have no rule for what lies between them.
    if (coord.kind === 'regular') coords[dim] = { ...coord, start: coord.start + (coord.step * (scale - 1)) / 2, step: coord.step * scale }
    else delete coords[dim]
  }
  return {
    ...base,
    shape,
    chunks: chunkGrid(
      shape,
      base.dims.map((dim) => chunks[dim] as number),
    ),
    geobox: base.geobox === null ? null : coarser(base.geobox, width, height, scale),
    periodX: null,
    coords,
    moved: base.moved && moves,
  }
}

/** Pixels exactly `scale` times as large, from the same corner. */
function coarser({ affine, crs }: GeoBox, width: number, height: number, scale: number): GeoBox {
  const { a, b, c, d, e, f } = affine
  const larger: Affine = { a: a * scale, b: b * scale, c, d: d * scale, e: e * scale, f }
  return { width, height, affine: larger, crs }
}
