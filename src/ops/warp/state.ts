import type { Window } from '../../array/window.js'
import { isBigInt } from '../../base/dtype.js'
import { type Affine, isAxisAligned } from '../../geo/affine.js'
import { type Footprint, footprint, type Hull } from '../../geo/footprint.js'
import { maxNodes, nodeBytes } from '../../geo/footprint-tree.js'
import { gcpPixelMap } from '../../geo/gcp.js'
import { geolocationPixelMap } from '../../geo/geolocation.js'
import { geolocationFootprint } from '../../geo/geolocation-footprint.js'
import { searchBytes } from '../../geo/geolocation-search.js'
import { positionsFrom } from '../../geo/geolocation-tree.js'
import { affineScale } from '../../geo/mesh.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import { type PixelMap, pixelMap } from '../../geo/pixel-map.js'
import type { Assets } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { Stretch } from './axis-taps.js'
import { warpInput } from './infer.js'
import { kernels, stretchFor } from './kernels.js'
import type { WarpParams } from './params.js'
import { snapScale } from './stretch.js'

/** How a warp is carried out; follows from the grids and the params alone. */
export interface WarpPlan {
  readonly map: PixelMap
  /**
   * `shift`: whole pixels are copied. `axes`: rows and columns apart, `filter` by wider kernels. `mean`: the same for what pixels cover. `boxes`: what pixels cover, bounds
   * by row and column. `mesh`: each pixel from its own position.
   */
  readonly mode: 'shift' | 'axes' | 'filter' | 'mean' | 'boxes' | 'mesh'
  /** Whole pixels to add to an output index to get the input index, for `shift`. */
  readonly shift: { readonly x: number; readonly y: number }
  /** The kernel's stretch where it is the same everywhere; `local` where it follows the map. */
  readonly stretch: Stretch | 'local'
}

/** What demand and run of a warp share: the plan, and where its pixels come from. */
export interface WarpState extends WarpPlan {
  readonly footprint: Footprint
  /** What `run`, which is not told, needs to know of the input. */
  readonly input: ArraySpec
}

// GDAL copies where the origin lies within this of a whole pixel, whatever the kernel.
const wholePx = 1e-6

/** Plans a warp of an array that a grid or control points place, without sampling the map. */
export function planWarp(op: string, inputs: readonly ArraySpec[], params: WarpParams): WarpPlan {
  const { spec, geobox } = warpInput(op, inputs)
  const map = params.gcps === undefined ? pixelMap(params.geobox, geobox, spec.periodX) : gcpPixelMap(params.geobox, params.gcps)
  return planOf(map, inputs, op, params)
}

function planOf(map: PixelMap, inputs: readonly ArraySpec[], op: string, params: WarpParams): WarpPlan {
  const { spec, geobox } = warpInput(op, inputs)
  const shift = shiftOf(map, params, geobox.affine)
  return {
    map,
    mode: shift !== null ? 'shift' : modeOf(map, params, spec),
    shift: shift ?? { x: 0, y: 0 },
    stretch: stretchOf(map, params),
  }
}

function modeOf(map: PixelMap, { resampling, minValidFraction = 0 }: WarpParams, { dtype, periodX }: ArraySpec): WarpPlan['mode'] {
  const { kind } = kernels[resampling]
  if (map.matrix === null || !isAxisAligned(map.matrix)) return 'mesh'
  if (kind === 'near' || (kind === 'bilinear' && minValidFraction === 0)) return 'axes'
  if (kind === 'filter' && minValidFraction === 0) return 'filter'
  if (kind !== 'area') return 'mesh'
  // float64 does not hold 64-bit integers; round the earth no column may count twice.
  return resampling === 'average' && minValidFraction === 0 && !isBigInt(dtype) && periodX === null ? 'mean' : 'boxes'
}

/** Samples the map. Deterministic. */
export function prepareWarp(op: string, inputs: readonly ArraySpec[], params: WarpParams, assets: Assets): WarpState {
  const { geobox, geolocation } = params
  if (geolocation !== undefined) {
    const positions = positionsFrom(assets.get(geolocation.values))
    const plan = planOf(geolocationPixelMap(geobox, geolocation, positions), inputs, op, params)
    return { ...plan, footprint: geolocationFootprint(geobox, geolocation, positions), input: warpInput(op, inputs).spec }
  }
  const plan = planWarp(op, inputs, params)
  const input = warpInput(op, inputs).spec
  return { ...plan, footprint: footprint(plan.map, params.geobox.width, params.geobox.height), input }
}

/** Bound of the bytes that {@link prepareWarp} keeps. */
export function warpStateBytes({ geobox, geolocation }: WarpParams): number {
  const roots = Math.ceil(geobox.width / 32) * Math.ceil(geobox.height / 32)
  return 4096 + (geolocation === undefined ? 0 : searchBytes) + Math.min(maxNodes, 8 * roots + 64) * nodeBytes
}

function shiftOf(map: PixelMap, { geobox }: WarpParams, from: Affine): WarpPlan['shift'] | null {
  const { a, b, d, e } = geobox.affine
  if (map.matrix === null || a !== from.a || b !== from.b || d !== from.d || e !== from.e) return null
  const us = Float64Array.of(0)
  const vs = Float64Array.of(0)
  map.apply(us, vs, 1)
  const x = Math.round(us[0] as number)
  const y = Math.round(vs[0] as number)
  const near = Math.abs((us[0] as number) - x) < wholePx && Math.abs((vs[0] as number) - y) < wholePx
  return near ? { x, y } : null
}

function stretchOf(map: PixelMap, { resampling, scale }: WarpParams): Stretch | 'local' {
  const { kind } = kernels[resampling]
  if (kind === 'near' || kind === 'area') return null
  if (scale !== null) return stretchFor(resampling, scale)
  if (map.kind === 'general') return 'local'
  const own = affineScale(map)
  return stretchFor(resampling, { x: snapScale(own.x), y: snapScale(own.y) })
}

/** The last two dims of a window as a rectangle. */
export function rectOf({ start, stop }: Window): PixelRect {
  return { x0: start.at(-1) as number, y0: start.at(-2) as number, x1: stop.at(-1) as number, y1: stop.at(-2) as number }
}

/** A window with its last two dims replaced. */
export function withRect({ start, stop }: Window, { x0, y0, x1, y1 }: PixelRect): Window {
  return { start: [...start.slice(0, -2), y0, x0], stop: [...stop.slice(0, -2), y1, x1] }
}

/** The window of the input that a window of the output needs, unclipped; none where no pixel has a source. */
export function warpDemand(out: Window, inputs: readonly ArraySpec[], params: WarpParams, state: WarpState): [number, Window][] {
  const rect = rectOf(out)
  if (state.mode === 'shift') {
    const { x, y } = state.shift
    return [[0, withRect(out, { x0: rect.x0 + x, y0: rect.y0 + y, x1: rect.x1 + x, y1: rect.y1 + y })]]
  }
  const hull = state.footprint.hull(rect)
  if (hull === null) return []
  const [height, width] = (inputs[0] as ArraySpec).shape.slice(-2) as [number, number]
  return [[0, withRect(out, hull === 'all' ? { x0: 0, y0: 0, x1: width, y1: height } : tapsOf(hull, params, state))]]
}

// Bounds of a box are rounded outwards but for less than this.
const cornerPx = 1e-6

/** How far the corners of a pixel lie from its centre at most, where a step of one pixel goes no further than `step`: half a diagonal. */
function stepReach({ u, v }: Hull['step']): { x: number; y: number } {
  return { x: 0.7072 * u + cornerPx, y: 0.7072 * v + cornerPx }
}

function matrixReach({ a, b, d, e }: Affine): { x: number; y: number } {
  return { x: (Math.abs(a) + Math.abs(b)) / 2 + cornerPx, y: (Math.abs(d) + Math.abs(e)) / 2 + cornerPx }
}

/** The source pixels that kernels at positions within a hull may touch. */
export function tapsOf({ u0, v0, u1, v1, step }: Hull, { resampling, maxErrorPx = 0 }: WarpParams, { map, stretch }: WarpPlan): PixelRect {
  // Interpolated positions are off by maxErrorPx, and float32 offsets by some 1e-5 px more; exact ones are exact.
  const pad = map.kind === 'affine' ? 0 : 2 * maxErrorPx + 1e-3
  if (resampling === 'near') {
    const push = 1e-10
    return {
      x0: Math.floor(u0 - pad + push),
      y0: Math.floor(v0 - pad + push),
      x1: Math.floor(u1 + pad + push) + 1,
      y1: Math.floor(v1 + pad + push) + 1,
    }
  }
  if (kernels[resampling].kind === 'area') {
    const far = map.matrix === null ? stepReach(step) : matrixReach(map.matrix)
    return {
      x0: Math.floor(u0 - far.x - pad),
      y0: Math.floor(v0 - far.y - pad),
      x1: Math.ceil(u1 + far.x + pad),
      y1: Math.ceil(v1 + far.y + pad),
    }
  }
  const scale = stretch === 'local' ? stretchFor(resampling, { x: 1 / step.u, y: 1 / step.v }) : stretch
  const { radius } = kernels[resampling]
  const x = Math.ceil(radius / (scale?.x ?? 1))
  const y = Math.ceil(radius / (scale?.y ?? 1))
  return {
    x0: Math.floor(u0 - 0.5 - pad) + 1 - x,
    y0: Math.floor(v0 - 0.5 - pad) + 1 - y,
    x1: Math.floor(u1 - 0.5 + pad) + 1 + x,
    y1: Math.floor(v1 - 0.5 + pad) + 1 + y,
  }
}
