import { isBigInt } from '../../base/dtype.js'
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
  /** Overviews are made of the array itself; absent: of the one before. */
  readonly overviewSource?: 'native'
  /** Overviews of classes or bit fields by a kernel that mixes values. */
  readonly allowAveraging?: true
}

/** The options of a pyramid; none where no overviews are asked for. Throws `E_USAGE`. */
export function parsePyramid(
  { overviews, overviewResampling, overviewSource, allowAveraging }: JsonObject,
  spec: ArraySpec,
): PyramidOptions {
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
  return {
    ...{ overviews: wanted, overviewResampling: kernel },
    ...(isOfTheArray(overviewSource ?? 'auto', kernel, spec) ? { overviewSource: 'native' } : {}),
    ...(allowAveraging === true ? { allowAveraging } : {}),
  }
}

/** Kernels whose result of results is not that of the pixels: a mode of modes, a median of medians. */
const notComposing: readonly ZarrResampling[] = ['mode', 'med', 'q1', 'q3']

/**
 * Whether overviews are made of the array itself: means are, by way of sums, where a number holds those exactly; kernels that do not compose always.
 * Throws `E_USAGE`.
 */
export function isOfTheArray(asked: Json, kernel: ZarrResampling, { dtype }: ArraySpec): boolean {
  if (asked !== 'auto' && asked !== 'native' && asked !== 'level') {
    throw new UsageError(`zarr: overviewSource is ${JSON.stringify(asked)}, expected "auto", "native" or "level"`, {
      option: 'overviewSource',
    })
  }
  if (notComposing.includes(kernel)) {
    if (asked !== 'level') return true
    throw new UsageError(
      `zarr: overviewSource 'level' makes no sense with ${kernel}: a ${kernel} of a ${kernel} is not that of the pixels`,
      {
        option: 'overviewSource',
      },
    )
  }
  return asked === 'native' || (asked === 'auto' && kernel === 'average' && !isBigInt(dtype))
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
