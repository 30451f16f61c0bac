import { isBigInt } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import type { ArraySpec } from '../../graph/spec.js'

/** What overviews are made of: the array itself, or the level before as it is stored. */
export type OverviewSource = 'native' | 'level'

/** Kernels whose result of results is not that of the pixels: a mode of modes, a median of medians. */
const notComposing: readonly string[] = ['mode', 'med', 'q1', 'q3']
/** Kernels whose result of results is that of the pixels, to the last bit. */
const exact: readonly string[] = ['near', 'min', 'max']

/** Pixels of a band up to which averages of 64-bit integers are taken of the array itself, which is read once more for each level. */
const fewPixels = 2 ** 21

/** Pixels of a band up to which averages are made of sums: of larger ones too many sums lie under a chunk of the last levels. */
const mostSummed = 2 ** 38

/**
 * What overviews are made of where `asked` leaves it open. A mean of rounded means is not the mean, and weighs a pixel over one valid pixel as
 * much as one over four: averages are of the pixels themselves, by way of their sums; large arrays of 64-bit integers, whose sums no number holds, and arrays of more than 500,000 pixels a side apart.
 * Throws `E_USAGE` for a source that the kernel has no sense with.
 */
export function overviewSource(asked: OverviewSource | 'auto', kernel: string, { shape, dtype }: ArraySpec): OverviewSource {
  if (notComposing.includes(kernel)) {
    if (asked !== 'level') return 'native'
    throw new UsageError(`overviewSource 'level' makes no sense with ${kernel}: a ${kernel} of a ${kernel} is not that of the pixels`, {
      option: 'overviewSource',
    })
  }
  if (exact.includes(kernel) || asked !== 'auto') return asked === 'native' ? 'native' : 'level'
  const [height, width] = shape.slice(-2) as [number, number]
  return kernel === 'average' && height * width <= (isBigInt(dtype) ? fewPixels : mostSummed) ? 'native' : 'level'
}
