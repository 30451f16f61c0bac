import { UsageError } from '../../base/errors.js'
import type { ArraySpec } from '../../graph/spec.js'

/** What overviews are made of: the array itself, or the level before as it is stored. */
export type OverviewSource = 'native' | 'level'

/** Kernels whose result of results is not that of the pixels: a mode of modes, a median of medians. */
const notComposing: readonly string[] = ['mode', 'med', 'q1', 'q3']
/** Kernels whose result of results is that of the pixels, to the last bit. */
const exact: readonly string[] = ['near', 'min', 'max']

/** Pixels of a band up to which averages are taken of the array itself: reading it once more for each level takes some hundredths of a second. */
const fewPixels = 2 ** 21

/**
 * What overviews are made of where `asked` leaves it open. A mean of rounded means is not the mean, and weighs a pixel over one valid pixel as
 * much as one over four: of small arrays it is taken of the pixels themselves. Throws `E_USAGE` for a source that the kernel has no sense with.
 */
export function overviewSource(asked: OverviewSource | 'auto', kernel: string, { shape }: ArraySpec): OverviewSource {
  if (notComposing.includes(kernel)) {
    if (asked !== 'level') return 'native'
    throw new UsageError(`overviewSource 'level' makes no sense with ${kernel}: a ${kernel} of a ${kernel} is not that of the pixels`, {
      option: 'overviewSource',
    })
  }
  if (exact.includes(kernel) || asked !== 'auto') return asked === 'native' ? 'native' : 'level'
  const [height, width] = shape.slice(-2) as [number, number]
  return kernel === 'average' && height * width <= fewPixels ? 'native' : 'level'
}
