import type { Window } from '../array/window.js'
import { GridError, UsageError } from '../base/errors.js'
import type { PerAxis } from '../geo/geobox.js'
import type { Margin } from '../geo/geobox-cut.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'

/** What `GeoBox.zoomTo` makes of a grid: another resolution, or another number of pixels. */
export type ZoomSize = { readonly resolution: PerAxis } | { readonly shape: { readonly width: number; readonly height: number } }

/** A window of rows and columns as a user gives it. Throws `E_USAGE` for what is none, `E_GRID` for one that ends before it starts. */
export function windowArgument(what: string, value: Window): Window {
  const given: Partial<Window> = isObject(value) ? value : {}
  const { start, stop } = given
  if (!arePair(start) || !arePair(stop)) {
    throw new UsageError(
      `${what}: ${shownArgument(value)} was given, expected { start: [row, column], stop: [row, column] } in whole numbers`,
    )
  }
  const [y0, x0, y1, x1] = [...start, ...stop] as [number, number, number, number]
  if (y0 <= y1 && x0 <= x1) return { start: [y0, x0], stop: [y1, x1] }
  throw new GridError(
    `${what}: rows ${y0} to ${y1} and columns ${x0} to ${x1} run backwards: stop comes after start (flipX, flipY turn a grid)`,
  )
}

function arePair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger)
}

/** Pixels to add on each side, or on all. Throws `E_USAGE` for what is none; sides that are left out count as 0. */
export function marginArgument(what: string, value: number | Partial<Margin>): Margin {
  if (typeof value === 'number') return { left: value, top: value, right: value, bottom: value }
  if (isObject(value)) {
    const sides = { left: 0, top: 0, right: 0, bottom: 0, ...knownOptions(what, value, ['left', 'top', 'right', 'bottom']) }
    if (Object.keys(value).length > 0 && Object.values(sides).every((side) => typeof side === 'number')) return sides
  }
  throw new UsageError(`${what}: ${shownArgument(value)} was given, expected a number of pixels, or { left, top, right, bottom }`)
}

/** The size that a grid is to have. Throws `E_USAGE` for unknown keys, and unless it is one of the two. */
export function zoomArgument(what: string, value: ZoomSize): ZoomSize {
  const given: { readonly resolution?: unknown; readonly shape?: unknown } = isObject(value)
    ? knownOptions(what, value, ['resolution', 'shape'])
    : {}
  const { resolution, shape } = given
  if (shape !== undefined) shapeArgument(`${what}: shape`, shape)
  const isSize = isObject(shape) && ['width', 'height'].every((key) => typeof (shape as Record<string, unknown>)[key] === 'number')
  const isPixel = resolution !== undefined && isPerAxis(resolution)
  if (isSize !== isPixel && (resolution === undefined || shape === undefined)) return given as ZoomSize
  throw new UsageError(
    `${what}: ${shownArgument(value)} was given, expected { resolution } (a number, or { x, y }) or { shape: { width, height } }, one of the two`,
  )
}

/** Checks a number of pixels along both axes. Throws `E_USAGE` for anything else, with the right words for a pair. */
export function shapeArgument(what: string, value: unknown): void {
  if (isObject(value) && ['width', 'height'].every((key) => typeof (value as Record<string, unknown>)[key] === 'number')) return
  const [height, width] = Array.isArray(value) && value.length === 2 ? value : ['height', 'width']
  throw new UsageError(`${what}: ${shownArgument(value)} was given, expected { width: ${width}, height: ${height} } in pixels`)
}

/** One number for both axes, or one for each. Throws `E_USAGE` for anything else. */
export function perAxisArgument(what: string, value: PerAxis): PerAxis {
  if (isPerAxis(value)) return value
  throw new UsageError(`${what}: ${shownArgument(value)} was given, expected a number, or { x, y }`)
}

function isPerAxis(value: unknown): value is PerAxis {
  if (typeof value === 'number') return true
  return isObject(value) && ['x', 'y'].every((axis) => typeof (value as Record<string, unknown>)[axis] === 'number')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
