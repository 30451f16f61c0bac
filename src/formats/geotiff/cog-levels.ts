import { chunkGrid } from '../../array/chunk-grid.js'
import type { Affine } from '../../geo/affine.js'
import type { GeoBox } from '../../geo/geobox.js'
import type { SinkLevel } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { bandCount, type CogOptions } from './cog-options.js'

/** Extents of one resolution in pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

/** Width and height of a level: its last two dims. */
export function sizeOfLevel(spec: ArraySpec): Size {
  const [height, width] = spec.shape.slice(-2) as [number, number]
  return { width, height }
}

/**
 * Side of a tile: `blockSize`, or for an array that fits one tile the least multiple of 16 that covers it.
 * All levels and the mask share it.
 */
export function tileSide(base: ArraySpec, options: Pick<CogOptions, 'blockSize'>): number {
  const { width, height } = sizeOfLevel(base)
  return Math.min(options.blockSize, Math.ceil(Math.max(width, height) / 16) * 16)
}

/**
 * The levels of a COG: halves, rounded down but at least 1, until both sides fit a tile or `overviews` levels are there. Each is made of
 * the one before, or of the array itself ({@link CogOptions}), and spans the same ground. Chunks are tiles: of all bands with interleave `pixel`, of one band with `band`.
 * Source: sizes of GDAL's COG driver.
 */
export function cogLevels(spec: ArraySpec, options: CogOptions): SinkLevel[] {
  const side = tileSide(spec, options)
  const kernel = options.overviewResampling
  const fromNative = options.overviewSource === 'native'
  const sizes = levelSizes(sizeOfLevel(spec), options)
  return sizes.map(({ width, height }, at) => ({
    spec: levelSpec(spec, { width, height }, side, options),
    made: at === 0 ? null : { input: fromNative ? 0 : at - 1, op: 'overview', version: 1, params: { width, height, kernel } },
  }))
}

/** Overviews whose pixels are pixels of the array. */
const moving: readonly CogOptions['overviewResampling'][] = ['near', 'mode', 'min', 'max', 'med', 'q1', 'q3']

function levelSizes(base: Size, { overviews, blockSize, tilingScheme }: CogOptions): Size[] {
  const sizes = [base]
  const wanted = overviews === 'none' ? 0 : overviews
  for (let { width, height } = base; width > 1 || height > 1; ) {
    const enough = wanted === 'auto' ? width <= blockSize && height <= blockSize : sizes.length > wanted
    if (enough) break
    // As GDAL's COG driver does with a tiling scheme: halves go up.
    const up = tilingScheme === undefined ? 0 : 1
    width = Math.max(1, Math.floor((width + up) / 2))
    height = Math.max(1, Math.floor((height + up) / 2))
    sizes.push({ width, height })
  }
  return sizes
}

function levelSpec(base: ArraySpec, size: Size, side: number, { interleave, overviewResampling }: CogOptions): ArraySpec {
  const { width, height } = size
  const banded = base.dims.length === 3
  const bands = bandCount(base)
  const shape = banded ? [bands, height, width] : [height, width]
  const chunk = banded ? [interleave === 'pixel' ? bands : 1, side, side] : [side, side]
  const chunks = chunkGrid(shape, chunk)
  const full = sizeOfLevel(base)
  if (width === full.width && height === full.height) return { ...base, chunks }
  const { x: _x, y: _y, ...coords } = base.coords
  const geobox = base.geobox === null ? null : scaled(base.geobox, size)
  return {
    ...base,
    shape,
    chunks,
    geobox,
    periodX: null,
    coords: geobox === null ? coords : { ...coords, y: { kind: 'affine' }, x: { kind: 'affine' } },
    moved: base.moved && moving.includes(overviewResampling),
  }
}

/** The same ground in fewer pixels: not exactly twice the pixel size where a side is odd. */
function scaled(geobox: GeoBox, { width, height }: Size): GeoBox {
  const sx = geobox.width / width
  const sy = geobox.height / height
  const { a, b, c, d, e, f } = geobox.affine
  const affine: Affine = { a: a * sx, b: b * sy, c, d: d * sx, e: e * sy, f }
  return { width, height, affine, crs: geobox.crs }
}
