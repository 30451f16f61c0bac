import { InvalidArgumentError } from 'commander'
import type { Resampling } from '../api/data-array-types.js'
import { formatBytes, MiB, parseBytes } from '../base/bytes.js'
import { type Dtype, dtypes, isDtype } from '../base/dtype.js'

const pointResamplings: readonly Resampling[] = ['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos']

const areaResamplings: readonly Resampling[] = ['average', 'rms', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'sum']

const resamplings = [...pointResamplings, ...areaResamplings]

const otherNames: readonly Resampling[] = ['nearest', 'cubic_spline', 'median']

/** Names of resamplings, for the help. */
export const resamplingNames = resamplings.join(', ')

function bad(text: string, expected: string): never {
  throw new InvalidArgumentError(`"${text}" is not ${expected}.`)
}

/** Refuses something that the grammar has and this version does not do. */
export function notYet(what: string, instead = ''): never {
  throw new InvalidArgumentError(`${what} is not available yet.${instead === '' ? '' : ` ${instead}`}`)
}

/** A parser of one of some words. */
export function oneOf<const T extends string>(words: readonly T[]): (text: string) => T {
  return (text) => words.find((word) => word === text) ?? bad(text, `one of ${words.join(', ')}`)
}

function numbers(text: string, separator: string): number[] {
  return text.split(separator).map(numberOf)
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

/** A number; `nan`, `inf` and `-inf` in any case. */
function parseNumber(text: string, expected: string): number {
  if (/^[+-]?nan$/i.test(text)) return Number.NaN
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text)
  if (infinite !== null) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = numberOf(text)
  return Number.isNaN(value) ? bad(text, expected) : value
}

/** A nodata value: a number, or `none`. */
/** A nodata value of which integers keep all their digits. */
export function parseNodata(text: string): number | bigint | 'none' {
  if (/^[+-]?\d{16,20}$/.test(text)) return BigInt(text)
  return /^none$/i.test(text) ? 'none' : parseNumber(text, 'a nodata value: use a number, nan, or none')
}

/** A whole number of at least 0. */
export function parseWhole(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : bad(text, 'a whole number of at least 0')
}

/** An element type. */
export function parseDtype(text: string): Dtype {
  return isDtype(text) ? text : bad(text, `an element type: use ${Object.keys(dtypes).join(', ')}`)
}

/** An amount of memory, kept as text. */
export function parseMemory(text: string): string {
  let bytes: number
  try {
    bytes = parseBytes(text)
  } catch {
    return bad(text, 'an amount of memory: use a number with a unit, like 512MB or 1.5GB')
  }
  return bytes < leastMemory
    ? bad(text, `an amount of memory that anything runs in, it is ${formatBytes(bytes)}: ${meantBytes(text)}`)
    : text
}

/** Below it a number was given without its unit. */
const leastMemory = MiB

function meantBytes(text: string): string {
  return /^\s*\d+\s*$/.test(text) ? `did you mean ${text.trim()}MB?` : 'use some hundred MB, like 512MB'
}

/** A part of a whole, or of a pixel: 0 to 1. */
export function parseShare(text: string): number {
  const value = numberOf(text)
  return value >= 0 && value <= 1 ? value : bad(text, 'a number from 0 to 1')
}

/** Output pixels per source pixel: one positive number, or two. */
export function parseScale(text: string): { x: number; y: number } {
  return pairOf(text) ?? bad(text, 'a scale (output pixels per source pixel): use one number above 0, or two like 0.5,0.25')
}

/** A pixel size: one positive number, or two. */
export function parseResolution(text: string): { x: number; y: number } {
  return pairOf(text) ?? bad(text, 'a pixel size: use one positive number, or two like 10,20')
}

/** One positive number for both axes, or two; null for anything else. */
function pairOf(text: string): { x: number; y: number } | null {
  const [x = Number.NaN, y = x, ...rest] = numbers(text, ',')
  const fits = [x, y].every((each) => each > 0 && each < Number.POSITIVE_INFINITY) && rest.length === 0
  return fits ? { x, y } : null
}

/** Most pixels along a side of a size that is given. */
const mostPixels = 999_999_999

/** Width and height in pixels. */
export function parseSize(text: string): { width: number; height: number } {
  const match = /^(\d+)x(\d+)$/i.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  if (Math.max(width, height) > mostPixels) return bad(text, `a size that can be made: a side has at most ${mostPixels} pixels`)
  return width > 0 && height > 0 ? { width, height } : bad(text, 'a size in pixels: use width x height, like 1024x768')
}

/** West, south, east, north. */
export function parseBounds(text: string): readonly [number, number, number, number] {
  const [west, south, east, north, ...rest] = numbers(text, ',') as [number, number, number, number, ...number[]]
  if (rest.length > 0 || ![west, south, east, north].every(Number.isFinite) || west >= east || south >= north) {
    const isAcross = rest.length === 0 && west > east && south < north && Math.abs(west) <= 180 && Math.abs(east) <= 180
    const on = isAcross ? `; across 180 degrees longitudes count on: ${west},${south},${east + 360},${north}` : ''
    return bad(text, `an extent: use west,south,east,north with west < east and south < north${on}`)
  }
  return [west, south, east, north]
}

/** Bands, 1-based, in the order in which they are wanted. */
export function parseBands(text: string): number[] {
  const bands = numbers(text, ',')
  return bands.every((band) => Number.isInteger(band) && band > 0) ? bands : bad(text, 'a list of 1-based bands: use 2, or 3,1')
}

/** One more `dim=label`. */
export function parseSelect(text: string, before: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const at = text.indexOf('=')
  if (at <= 0 || at === text.length - 1) return bad(text, 'a selection: use dim=label, like time=2021-06-01')
  const dim = text.slice(0, at)
  if (before.some(([taken]) => taken === dim)) return bad(text, `a new selection: ${dim} has one already`)
  return [...before, [dim, text.slice(at + 1)]]
}

/** Positions along dims, half-open, or `auto`. */
export function parseRegion(text: string): 'auto' | { readonly [dim: string]: { readonly start: number; readonly stop: number } } {
  if (text === 'auto') return text
  const ranges = text.split(',').map((part) => /^([^=]+)=(\d{1,12}):(\d{1,12})$/.exec(part.trim()))
  const found = ranges.map((range) => [range?.[1] ?? '', { start: Number(range?.[2]), stop: Number(range?.[3]) }] as const)
  const isWhole = ranges.every((range) => range !== null) && found.every(([, { start, stop }]) => start < stop)
  const isOnce = new Set(found.map(([dim]) => dim)).size === found.length
  return isWhole && isOnce ? Object.fromEntries(found) : bad(text, 'a region: use auto, or ranges of positions like y=0:512,x=512:1024')
}

/** A resampling by any of its names. */
export function parseResampling(text: string): Resampling {
  const found = [...resamplings, ...otherNames].find((name) => name === text)
  if (found !== undefined) return found
  const meant = text === 'gauss' ? ' (gauss is for overviews alone: --overview-resampling gauss)' : ''
  return bad(text, `a resampling: use one of ${resamplingNames}${meant}`)
}

/** How overviews are made. */
export function parseOverviewResampling(text: string): Resampling | 'gauss' {
  const found = text === 'gauss' ? text : [...resamplings, ...otherNames].find((name) => name === text)
  return found ?? bad(text, `a resampling of overviews: use one of ${resamplingNames}, gauss`)
}

/** The level of a source: itself, or its n-th overview. */
export function parseSourceOverviews(text: string): 'never' | 'auto' | number {
  if (text === 'never' || text === 'auto') return text
  return /^[1-9]\d?$/.test(text) ? Number(text) : bad(text, 'never, auto, or the number of an overview from 1, the finest')
}

/** A predictor of TIFF. */
export function parsePredictor(text: string): 'auto' | 'none' | 2 | 3 {
  if (text === 'auto' || text === 'none') return text
  if (text === '1') return 'none'
  return text === '2' ? 2 : text === '3' ? 3 : bad(text, 'a predictor: use auto, none, 2 or 3')
}

/** Extents along y and x. */
export function parseChunks(text: string): { y: number; x: number } {
  const match = /^(\d{1,9})(?:x(\d{1,9}))?$/i.exec(text)
  const y = Number(match?.[1])
  const x = match?.[2] === undefined ? y : Number(match[2])
  return y > 0 && x > 0 ? { y, x } : bad(text, 'an extent in pixels: use one number, or rows x columns like 256x1024')
}

/** Overview levels. */
export function parseOverviews(text: string): 'auto' | 'none' | number {
  if (text === 'auto' || text === 'none') return text
  return /^\d{1,2}$/.test(text) ? Number(text) : bad(text, 'a number of overviews: use auto, none, or a number of levels')
}

/** The version of Zarr. */
export function parseZarrFormat(text: string): 2 | 3 {
  return text === '3' ? 3 : text === '2' ? 2 : bad(text, 'a version of Zarr: use 3 or 2')
}
