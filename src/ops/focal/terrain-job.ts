import { GridError } from '../../base/errors.js'
import { formatAffine, isAxisAligned } from '../../geo/affine.js'
import { labelOf } from '../../geo/geobox.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { TerrainParams } from './terrain-params.js'

/** What a measure needs of the grid: signed extents of a pixel, and what heights are divided by. */
export interface TerrainGrid {
  readonly pixelX: number
  readonly pixelY: number
  readonly scale: number
}

/**
 * The grid of heights. Aspects look only which way it runs; ruggedness not at all. Throws `E_GRID` where slopes cannot be told: without a geobox, on a rotated
 * grid, and on one in degrees without a scale.
 */
export function terrainGrid({ geobox }: ArraySpec, { measure, scale = null }: TerrainParams): TerrainGrid {
  const steep = measure === 'slope' || measure === 'hillshade'
  if (geobox === null) {
    if (!steep) return { pixelX: 1, pixelY: -1, scale: 1 }
    throw new GridError(`${measure}: the array has no geobox, so that the size of its pixels is not known; give it one first`)
  }
  if (steep || measure === 'aspect') {
    if (!isAxisAligned(geobox.affine))
      throw new GridError(`${measure}: the grid ${formatAffine(geobox.affine)} is rotated: reproject it to a north-up grid first`)
  }
  if (steep && scale === null && geobox.crs?.kind === 'geographic') {
    throw new GridError(
      `${measure}: the grid is in degrees (${labelOf(geobox.crs)}), heights are not: reproject it to a CRS in metres, or give a scale, as 111120 for heights in metres`,
    )
  }
  return { pixelX: geobox.affine.a, pixelY: geobox.affine.e, scale: scale ?? 1 }
}

/** Sines and cosines from the module: a machine's own may differ from another's. */
function trigonometry(kit: Kit): { sin(degrees: number): number; cos(degrees: number): number } {
  const at = kit.scratch(16)
  const cell = new Float64Array(kit.memory.buffer, at, 1)
  const run = kit.kernels.expr_math_f64 as (op: number, a: number, out: number, count: number) => void
  const of = (op: number, degrees: number): number => {
    cell[0] = degrees * (Math.PI / 180)
    run(op, at, at, 1)
    return cell[0] as number
  }
  return { sin: (degrees) => of(4, degrees), cos: (degrees) => of(5, degrees) }
}

/** Bytes of scratch that {@link terrainJob} takes. */
export const jobBytes = 80

/** Constants of a measure in the kernels' memory, in the order that they are multiplied in by GDAL; answers a pointer. */
export function terrainJob(kit: Kit, grid: TerrainGrid, params: TerrainParams): number {
  const at = kit.scratch(64)
  new Float64Array(kit.memory.buffer, at, 8).set(constantsOf(kit, grid, params))
  return at
}

/** Whether hillshade sums Horn's weights in the order that GDAL keeps for square pixels. */
export function isSquare({ pixelX, pixelY }: TerrainGrid, { algorithm, shading }: TerrainParams): boolean {
  return algorithm === 'horn' && shading === 'plain' && pixelX === -pixelY
}

function constantsOf(kit: Kit, grid: TerrainGrid, params: TerrainParams): number[] {
  const { pixelX, pixelY, scale } = grid
  const weights = params.algorithm === 'zevenbergenThorne' ? 2 : 8
  if (params.measure === 'slope') return [pixelX, pixelY, weights * scale]
  if (params.measure === 'aspect') return [Math.sign(pixelX), -Math.sign(pixelY)]
  const { azimuth = 315, altitude = 45, zFactor = 1, shading } = params
  const { sin, cos } = trigonometry(kit)
  const [perX, perY] = [1 / pixelX, 1 / pixelY]
  const z = zFactor / (weights * scale)
  const slanted = cos(altitude) * z
  if (shading === 'multidirectional') return [perX, perY, 127 * sin(altitude), 127 * cos(225) * slanted, 127 * slanted, z * z]
  if (shading === 'igor') return [perX, perY, turned((Math.PI * 3) / 2 - azimuth * (Math.PI / 180)), 0, 0, z]
  const [alongY, alongX] = [cos(azimuth) * slanted, sin(azimuth) * slanted]
  if (shading === 'combined') return [perX, perY, sin(altitude), alongY, alongX, z * z]
  if (isSquare(grid, params)) return [1, 1, 254 * sin(altitude), 254 * alongY * -perX, 254 * alongX * perX, z * z * perX * perX]
  return [perX, perY, 254 * sin(altitude), 254 * alongY, 254 * alongX, z * z]
}

/** An angle from 0 to a full turn. */
function turned(angle: number): number {
  const rest = angle % (2 * Math.PI)
  return rest < 0 ? 2 * Math.PI + rest : rest
}
