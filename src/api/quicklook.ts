import type { TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import { makeCanvas } from '../picture/canvas.js'
import { type Colormap, colorTable } from '../picture/colormap.js'
import { encodePng } from '../picture/png.js'
import { shownArgument } from './arguments.js'
import { atOverview } from './coarse-graph.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import { knownValues, type Range, rangeOf } from './picture-paint.js'
import type { RunOptions } from './run.js'

/** How a picture of an array is made. */
export interface QuicklookOptions {
  /** Width of the picture in pixels, at most; default 512. */
  readonly width?: number
  /** One band, or three for red, green and blue, by number from 1 or description. Default: the first three, or the first. */
  readonly bands?: readonly (number | string)[]
  /** Percentiles of the valid pixels, band by band, that become black and white; default [2, 98]. */
  readonly stretch?: readonly [number, number]
  /** The values that become black and white, instead of percentiles. */
  readonly range?: readonly [number, number]
  /** Colours of a single band; default grey. */
  readonly colormap?: Colormap
  readonly run?: RunOptions
}

/**
 * A PNG of an array with the dims [y, x] or [band, y, x] and nothing beside its pixels; invalid ones are transparent. Reads overviews, as far as the sources
 * have them, through the whole graph, and takes the nearest pixels of what comes of them. `plot` draws axes and a colour bar, too. Throws `E_USAGE`.
 */
export async function quicklook(array: LazyArray, given?: QuicklookOptions): Promise<Uint8Array> {
  const options = knownOptions('quicklook', given, ['width', 'bands', 'stretch', 'range', 'colormap', 'run'])
  const { width = 512 } = options
  if (!(array instanceof LazyArray)) throw new UsageError(`quicklook: ${shownArgument(array)} was given, expected a DataArray`)
  mustBePair('stretch', options.stretch)
  mustBePair('range', options.range)
  if (!Number.isInteger(width) || width < 1) throw new UsageError(`quicklook: width ${width} is no number of pixels`)
  const picked = await pickedBands(array, width, options)
  const small = await narrowed(picked, width).compute({ ...options.run })
  return paint(small, options)
}

function mustBePair(key: string, value: unknown): void {
  if (value === undefined || (Array.isArray(value) && value.length === 2 && value.every((each) => Number.isFinite(each)))) return
  throw new UsageError(`quicklook: ${key} is ${shownArgument(value)}, expected two numbers, the lower one first`)
}

async function pickedBands(array: LazyArray, width: number, { bands }: QuicklookOptions): Promise<DataArray> {
  const dims = array.dims.join()
  if (dims !== 'y,x' && dims !== 'band,y,x') {
    throw new UsageError(`quicklook: an array with the dims ${array.dims.join(', ')} is no picture: select until y, x or band, y, x remain`)
  }
  const coarse: DataArray = wrapped(await atOverview(nodeOf(array), width))
  if (dims === 'y,x') {
    if (bands !== undefined) throw new UsageError('quicklook: bands were given, but the array has no dim band')
    return coarse
  }
  const count = array.shape[0] as number
  if (bands === undefined) return coarse.isel({ band: count >= 3 ? [0, 1, 2] : [0] })
  if (!Array.isArray(bands)) throw new UsageError(`quicklook: bands are ${shownArgument(bands)}, expected a list of one or three`)
  if (bands.length === 1 || bands.length === 3) return coarse.sel({ band: bands })
  throw new UsageError(`quicklook: ${bands.length} bands were given: give one, or three for red, green and blue`)
}

function narrowed(array: DataArray, width: number): DataArray {
  const [rows, columns] = array.shape.slice(-2) as [number, number]
  if (columns <= width) return array
  if (array.geobox !== null) return array.resample({ size: { width, height: Math.max(1, Math.round((rows * width) / columns)) } })
  const step = Math.ceil(columns / width)
  const every = { kind: 'slice', start: null, stop: null, step } as const
  return array.isel({ y: every, x: every })
}

function paint(array: DataArray, { stretch = [2, 98], range, colormap = 'grey' }: QuicklookOptions): Uint8Array {
  const [height, width] = array.shape.slice(-2) as [number, number]
  const size = width * height
  const count = array.shape.length === 3 ? (array.shape[0] as number) : 1
  const table = colorTable(colormap)
  const canvas = makeCanvas(width, height)
  const { rgba } = canvas
  rgba.fill(255)
  for (let band = 0; band < count; band++) {
    const values = array.values.subarray(band * size, (band + 1) * size) as TypedArray
    const valid = array.valid?.subarray(band * size, (band + 1) * size) ?? null
    const limits = range ?? rangeOf(knownValues([{ spec: nodeOf(array).spec, rows: height, columns: width, values, valid }]), stretch)
    for (let at = 0; at < size; at++) {
      const value = Number(values[at])
      if ((valid !== null && valid[at] === 0) || Number.isNaN(value)) {
        rgba[at * 4 + 3] = 0
        continue
      }
      const byte = toByte(value, limits)
      if (count === 1) rgba.set(table[byte] as readonly [number, number, number], at * 4)
      else rgba[at * 4 + band] = byte
    }
  }
  return encodePng(canvas)
}

/** A value as 0 to 255 within a range; what lies outside is clamped. */
function toByte(value: number, [least, most]: Range): number {
  return Math.round(255 * Math.min(1, Math.max(0, (value - least) / (most - least))))
}
