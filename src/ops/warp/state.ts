import type { Window } from '../../array/window.js'
import { type Footprint, footprint, type Hull } from '../../geo/footprint.js'
import { maxNodes, nodeBytes } from '../../geo/footprint-tree.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import { type PixelMap, pixelMap } from '../../geo/pixel-map.js'
import type { ArraySpec } from '../../graph/spec.js'
import { warpInput } from './infer.js'
import type { WarpParams } from './params.js'

/** What demand and run of a warp share: the pixel map and where its pixels come from. */
export interface WarpState {
  readonly map: PixelMap
  readonly footprint: Footprint
  /** Whole pixels to add to an output index to get the input index, where the map is a translation by whole pixels; else null. */
  readonly shift: { readonly x: number; readonly y: number } | null
}

// GDAL copies where the origin lies within this of a whole pixel, whatever the kernel.
const wholePx = 1e-6

/** Samples the map. Deterministic. */
export function prepareWarp(op: string, inputs: readonly ArraySpec[], params: WarpParams): WarpState {
  const { geobox } = warpInput(op, inputs)
  const map = pixelMap(params.geobox, geobox)
  return { map, footprint: footprint(map, params.geobox.width, params.geobox.height), shift: shiftOf(map, params, geobox.affine) }
}

/** Bound of the bytes that {@link prepareWarp} keeps. */
export function warpStateBytes(params: WarpParams): number {
  const roots = Math.ceil(params.geobox.width / 32) * Math.ceil(params.geobox.height / 32)
  return 4096 + Math.min(maxNodes, 8 * roots + 64) * nodeBytes
}

function shiftOf(map: PixelMap, { geobox }: WarpParams, from: { a: number; b: number; d: number; e: number }): WarpState['shift'] {
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
  if (state.shift !== null) {
    const { x, y } = state.shift
    return [[0, withRect(out, { x0: rect.x0 + x, y0: rect.y0 + y, x1: rect.x1 + x, y1: rect.y1 + y })]]
  }
  const hull = state.footprint.hull(rect)
  if (hull === null) return []
  const [height, width] = (inputs[0] as ArraySpec).shape.slice(-2) as [number, number]
  return [[0, withRect(out, hull === 'all' ? { x0: 0, y0: 0, x1: width, y1: height } : tapsOf(hull, params, state))]]
}

function tapsOf({ u0, v0, u1, v1 }: Hull, { resampling, maxErrorPx = 0 }: WarpParams, { map }: WarpState): PixelRect {
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
  return {
    x0: Math.floor(u0 - 0.5 - pad),
    y0: Math.floor(v0 - 0.5 - pad),
    x1: Math.floor(u1 - 0.5 + pad) + 2,
    y1: Math.floor(v1 - 0.5 + pad) + 2,
  }
}
