import { UsageError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import type { ArraySpec } from '../../graph/spec.js'
import { mustSuitOverviews, valueKind } from '../../graph/value-kind.js'

/** How overviews are made, as the op `overview` calls it. */
export type ZarrResampling = (typeof resamplings)[number]

const resamplings = [
  ...(['near', 'average', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'rms', 'sum'] as const),
  ...(['bilinear', 'cubic', 'cubicspline', 'lanczos', 'gauss'] as const),
]

const otherNames: Readonly<Record<string, ZarrResampling>> = { nearest: 'near', median: 'med', cubic_spline: 'cubicspline' }

/** The options of a pyramid, normalised. */
export type PyramidOptions = {
  /** How many overviews are written; absent: none, and the array stands in the root of the store. */
  readonly overviews?: 'auto' | number
  readonly overviewResampling?: ZarrResampling
  /** Overviews of classes or bit fields by a kernel that mixes values. */
  readonly allowAveraging?: true
}

/** The options of a pyramid; none where no overviews are asked for. Throws `E_USAGE`. */
export function parsePyramid({ overviews, overviewResampling, allowAveraging }: JsonObject, spec: ArraySpec): PyramidOptions {
  const wanted = parseOverviews(overviews)
  if (wanted === null) return {}
  const [y, x] = spec.dims.slice(-2)
  if (y !== 'y' || x !== 'x') {
    throw new UsageError(
      `zarr: overviews are made along y and x, which must be the last dims; those of this array are ${spec.dims.join(', ')}`,
    )
  }
  const kernel = resamplingOf(overviewResampling ?? (valueKind(spec) === 'amounts' ? 'average' : 'mode'))
  mustSuitOverviews(kernel, spec, allowAveraging === true)
  return { overviews: wanted, overviewResampling: kernel, ...(allowAveraging === true ? { allowAveraging } : {}) }
}

function parseOverviews(value: Json | undefined): 'auto' | number | null {
  if (value === undefined || value === null || value === 'none' || value === 0) return null
  if (value === 'auto' || (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 30)) return value
  throw new UsageError(`zarr: overviews is ${JSON.stringify(value)}, expected "auto", "none", or a number of levels from 0 to 30`)
}

/** A kernel of overviews by any of its names. Throws `E_USAGE`. */
export function resamplingOf(value: Json): ZarrResampling {
  const name = otherNames[String(value)] ?? value
  const found = resamplings.find((each) => each === name)
  if (found !== undefined) return found
  throw new UsageError(`zarr: overviewResampling is ${JSON.stringify(value)}, expected one of ${resamplings.join(', ')}`)
}
