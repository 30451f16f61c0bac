import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { reducedNode } from './reduce.js'

/** Options of `bestPixel`. */
export interface BestPixelOptions<D extends string = string> {
  /** The dim along which one pixel is picked: `time` by default. */
  readonly dim?: D
  /** Whether the greatest quality is the best (`max`, the default), or the least. */
  readonly order?: 'max' | 'min'
}

/** The pixels of the best quality along a dim. A pixel that is invalid in any of the dims that the quality lacks has none. Throws `E_USAGE`. */
export function bestPixels(node: LazyNode, quality: LazyNode, { dim = 'time', order = 'max' }: BestPixelOptions): LazyNode {
  if (order !== 'max' && order !== 'min') throw new UsageError(`bestPixel: order is ${shownArgument(order)}, expected max or min`)
  const [own, theirs] = [node.spec.dims, quality.spec.dims]
  if (typeof dim !== 'string' || !own.includes(dim) || !theirs.includes(dim))
    throw new UsageError(
      `bestPixel: both arrays need the dim ${shownArgument(dim)}; the array has ${own.join(', ')}, the quality ${theirs.join(', ')}`,
    )
  const odd = theirs.find((each) => !own.includes(each))
  if (odd !== undefined) throw new UsageError(`bestPixel: the quality has a dim ${odd}, the array has ${own.join(', ')}`)
  const valid = applyOp('expr', { tree: ['notNa', '$0'] }, [node])
  const together = own.filter((each) => !theirs.includes(each))
  const usable = together.length === 0 ? valid : reducedNode('all', valid, { dim: together })
  const masked = applyOp('expr', { tree: ['where', '$0', '$1'] }, [usable, quality])
  const best = reducedNode(order === 'max' ? 'argmax' : 'argmin', masked, { dim })
  return applyOp('pick', { dim }, [node, best])
}
