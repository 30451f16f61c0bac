import type { Block, OutBlock } from '../../array/block.js'
import type { Window } from '../../array/window.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { gradientRules, reliefRules, shadeRules, terrainKernels } from '../../kernels/terrain.js'
import { edgesOf, forPlanes, type Rect, rectOf } from './halo.js'
import { type ReadStrip, readerBytes, slackBytes, stripReader } from './strips.js'
import { isSquare, jobBytes, type TerrainGrid, terrainJob } from './terrain-job.js'
import type { TerrainParams } from './terrain-params.js'

/** Strips of a run: three rows with a column on each side, the two differences, a row of results, and what the reader needs. */
export function terrainScratch(out: Window): number {
  const { x0, x1 } = rectOf(out)
  return 6 * stripBytes(x1 - x0) + readerBytes(x1 - x0 + 2) + jobBytes + 16 * 16
}

function stripBytes(columns: number): number {
  return (columns + 2) * 4 + slackBytes
}

/** Computes the pixels of a row from the strips of three rows, and puts them to a pointer. */
type Measuring = (a: number, b: number, c: number, target: number) => void

/** Fills an output with a measure of heights. */
export function runTerrain(out: OutBlock, block: Block, spec: ArraySpec, params: TerrainParams, grid: TerrainGrid, kit: Kit): void {
  const rect = rectOf(out.window)
  const columns = rect.x1 - rect.x0
  const bytes = stripBytes(columns)
  const measure = measuring(kit, params, grid, columns)
  const strips = [kit.scratch(bytes), kit.scratch(bytes), kit.scratch(bytes)] as const
  const scratch = kit.scratch(readerBytes(columns + 2))
  const itemBytes = out.data.BYTES_PER_ELEMENT
  const edges = edgesOf(spec, block)
  forPlanes(out, block, (outAt, blockAt) => {
    const read = stripReader(kit, 'float32', block, blockAt, scratch)
    const target = out.data.byteOffset + outAt * itemBytes
    forRows(kit, { rect, edges, strips, read, computeEdges: params.computeEdges }, (y, a, b, c) =>
      measure(a, b, c, target + (y - rect.y0) * columns * itemBytes),
    )
  })
  out.valid = { nodata: params.measure === 'hillshade' ? 0 : Number.NaN }
}

interface Rows {
  readonly rect: Rect
  readonly edges: Rect
  readonly strips: readonly [number, number, number]
  readonly read: ReadStrip
  readonly computeEdges: boolean
}

/** Calls back for each row with pointers to it and its neighbours, one column before the first pixel. Beyond the array heights go on straight, or are invalid. */
function forRows(kit: Kit, rows: Rows, each: (y: number, a: number, b: number, c: number) => void): void {
  const { rect, edges, strips, read, computeEdges } = rows
  const { terrainBeyond } = terrainKernels(kit.kernels)
  const columns = rect.x1 - rect.x0 + 2
  const views = strips.map((at) => new Float32Array(kit.memory.buffer, at, columns))
  const [from, to] = [Math.max(rect.x0 - 1, edges.x0), Math.min(rect.x1 + 1, edges.x1)]
  const slot = (y: number): number => (y - rect.y0 + 1) % 3
  const load = (y: number): void => {
    const at = strips[slot(y)] as number
    if (y >= edges.y0 && y < edges.y1) read(y, from, to, at + (from - rect.x0 + 1) * 4)
    else (views[slot(y)] as Float32Array).fill(Number.NaN)
  }
  const extend = computeEdges && edges.y1 - edges.y0 > 1 && edges.x1 - edges.x0 > 1
  load(rect.y0 - 1)
  load(rect.y0)
  for (let y = rect.y0; y < rect.y1; y++) {
    load(y + 1)
    const [a, b, c] = [strips[slot(y - 1)] as number, strips[slot(y)] as number, strips[slot(y + 1)] as number]
    const [isFirst, isLast] = [y === edges.y0, y === edges.y1 - 1]
    if (extend && isFirst) terrainBeyond(b, c, columns, a)
    if (extend && isLast) terrainBeyond(b, a, columns, c)
    for (const view of views)
      closeSides(view, from === rect.x0, to === rect.x1, extend ? (isFirst || isLast ? 'same' : 'straight') : 'none')
    each(y, a, b, c)
  }
}

/** The columns beyond the array: in its first and last rows GDAL repeats the outermost heights, in others they go on straight. */
function closeSides(strip: Float32Array, left: boolean, right: boolean, how: 'none' | 'same' | 'straight'): void {
  const last = strip.length - 1
  if (left) strip[0] = beyond(strip[1] as number, strip[2] as number, how)
  if (right) strip[last] = beyond(strip[last - 1] as number, strip[last - 2] as number, how)
}

function beyond(first: number, second: number, how: 'none' | 'same' | 'straight'): number {
  return how === 'none' ? Number.NaN : how === 'same' ? first : 2 * first - second
}

/** What is done with each row, for a measure. */
function measuring(kit: Kit, params: TerrainParams, grid: TerrainGrid, columns: number): Measuring {
  const kernels = terrainKernels(kit.kernels)
  const edges = params.computeEdges ? 1 : 0
  const row = kit.scratch(stripBytes(columns))
  const keep = keeper(kit, row, columns * (params.measure === 'hillshade' ? 1 : 4))
  const { measure, algorithm } = params
  if (measure === 'tri' || measure === 'tpi' || measure === 'roughness') {
    const rule = reliefRules[measure === 'tri' ? (algorithm as 'riley' | 'wilson') : measure]
    return (a, b, c, target) => {
      kernels.terrainRelief(rule, edges, a, b, c, columns, row)
      keep(target)
    }
  }
  const rule = gradientRules[measure === 'hillshade' && isSquare(grid, params) ? 'square' : (algorithm as 'horn' | 'zevenbergenThorne')]
  const [gx, gy] = [kit.scratch(stripBytes(columns)), kit.scratch(stripBytes(columns))]
  const job = terrainJob(kit, grid, params)
  const finish = (): void => {
    if (measure === 'slope') kernels.terrainSlope(params.unit === 'percent' ? 1 : 0, gx, gy, columns, job, row)
    else if (measure === 'hillshade') kernels.terrainShade(shadeRules[params.shading ?? 'plain'], gx, gy, columns, job, row)
    else kernels.terrainAspect(params.trigonometric ? 1 : 0, params.zeroForFlat ? 0 : Number.NaN, gx, gy, columns, job, row)
  }
  return (a, b, c, target) => {
    kernels.terrainGradient(rule, edges, a, b, c, columns, gx, gy)
    finish()
    keep(target)
  }
}

/** Copies a row of results to its place: kernels write whole vectors, which may reach beyond it. */
function keeper(kit: Kit, row: number, bytes: number): (target: number) => void {
  const memory = new Uint8Array(kit.memory.buffer)
  return (target) => void memory.copyWithin(target, row, row + bytes)
}
