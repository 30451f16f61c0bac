import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { ownLabels } from '../graph/labels.js'
import type { Statistic } from '../graph/reduce.js'
import { applyOp } from './apply.js'
import type { ArrayKind, ArrayOf } from './data-array-math.js'
import { groupsLine, groupsText } from './display-groups.js'
import type { Groups } from './groups-bins.js'
import { picked } from './labels-move.js'
import { partsOf, takeNode } from './labels-take.js'
import { overShares, reducedNode, type Shares } from './reduce.js'
import { type GroupOptions, Reductions } from './reductions.js'

/** Each group of positions reduced, one after another along the groups' dim, which stands where the old one was. */
export function reducedGroups(
  node: LazyNode,
  groups: Groups,
  statistic: Statistic,
  options: GroupOptions | undefined,
  q: number | null,
): LazyNode {
  const { dim, named, coord, members } = groups
  if (named !== dim && node.spec.dims.includes(named))
    throw new UsageError(`groupby: the array has a dim ${named} already: rename it first`)
  const parts = members.map((positions) => reducedNode(statistic, membersOf(node, dim, positions), { ...options, dim }, q))
  const stacked = applyOp('concat', { dim: named }, parts)
  const order = node.spec.dims.map((each) => (each === dim ? named : each))
  const placed = applyOp('transpose', { dims: order as string[] }, [stacked])
  return applyOp('relabel', { coords: { [named]: coord as unknown as JsonObject } }, [placed])
}

/** The positions of a group; of none one that is invalid. Those far apart are pieces, which can be read for themselves; x and y go with the grid. */
function membersOf(node: LazyNode, dim: string, positions: readonly number[]): LazyNode {
  const parts = partsOf(positions)
  const isRange = parts.length === 1 && parts.every((part) => 'step' in part && part.step === 1)
  if (positions.length > 0 && (isRange || dim === 'x' || dim === 'y')) return picked(node, dim, positions)
  return takeNode(node, dim, positions.length === 0 ? [{ blank: 1 }] : parts, { coord: undefined, geobox: node.spec.geobox })
}

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Positions of an array in groups, to be reduced: `array.groupby('time.month').mean()`. Made by `groupby` and `resampleTime`. */
export class GroupedArray<out Dims extends string, K extends ArrayKind> extends Reductions<ArrayOf<K, Dims>, GroupOptions> {
  readonly #node: LazyNode
  readonly #groups: Groups
  readonly #make: (node: LazyNode) => ArrayOf<K, Dims>

  /** Wraps groups of a node's positions. */
  constructor(node: LazyNode, groups: Groups, make: (node: LazyNode) => ArrayOf<K, Dims>) {
    super()
    this.#node = node
    this.#groups = groups
    this.#make = make
  }

  /** Names of the groups, and how many positions each has. */
  get sizes(): ReadonlyMap<number | string, number> {
    const { coord, members } = this.#groups
    const labels = coord.kind === 'inline' ? coord.labels : []
    return new Map(members.map((positions, at) => [labels[at] ?? at, positions.length]))
  }

  override toString(): string {
    return groupsLine(this.#groups)
  }

  [inspect](): string {
    return groupsText(this.#node, this.#groups)
  }

  protected override reduced(statistic: Statistic, options: GroupOptions | undefined, q: Shares | null): ArrayOf<K, Dims> {
    return this.#make(overShares(q, (each) => reducedGroups(this.#node, this.#groups, statistic, options, each)))
  }

  /** Every pixel less the mean of its group: the labels and dims of the array. */
  anomaly(options?: GroupOptions): ArrayOf<K, Dims> {
    const { dim, members } = this.#groups
    const { spec } = this.#node
    const plain: Groups = { dim, named: dim, coord: { kind: 'inline', labels: members.map((_, group) => group) }, members }
    const means = reducedGroups(this.#node, plain, 'mean', options, null)
    const groupOf = new Array<number>(spec.shape[spec.dims.indexOf(dim)] as number).fill(-1)
    for (const [group, positions] of members.entries()) for (const at of positions) groupOf[at] = group
    const back = takeNode(means, dim, partsOf(groupOf), { coord: ownLabels(spec, dim), geobox: means.spec.geobox })
    return this.#make(applyOp('expr', { tree: ['sub', '$0', '$1'] }, [this.#node, back]))
  }
}
