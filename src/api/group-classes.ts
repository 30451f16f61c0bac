import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import type { Statistic } from '../graph/reduce.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import type { ArrayKind, ArrayOf } from './data-array-math.js'
import { knownOptions } from './data-array-options.js'
import { overShares, reducedNode, type Shares } from './reduce.js'
import { type GroupOptions, Reductions } from './reductions.js'
import { classesInMemory, namedClasses } from './unique-values.js'
import type { Values } from './values.js'

/** Options of `groupby` over an array of classes. */
export interface ClassOptions {
  /**
   * The classes to be reduced, in the order of the result. Default: those that the array of classes is known to have, since its file names them, it is a comparison, or
   * it lies in memory; for others `await classes.unique()` reads them.
   */
  readonly values?: readonly number[]
  /** Name of the result's dim: by default that of the array of classes, or `class`. */
  readonly name?: string
}

/** An array of classes, and its pixels where they are in memory. */
export interface ClassesArray {
  readonly node: LazyNode
  readonly held: { readonly pixels?: Values | null }
}

/** The classes that an array is known to have without being read; undefined where they are not known. */
function knownClasses({ node, held }: ClassesArray): readonly number[] | undefined {
  const { pixels = null } = held
  return namedClasses(node) ?? (pixels === null ? undefined : classesInMemory(pixels, mostClasses))
}

/** Most classes: each is a pass over the pixels. */
const mostClasses = 1024

/** Pixels grouped by the classes of another array, to be reduced: `array.groupby(cover, { values: [10, 20] }).mean()`. */
export class ClassGroups<K extends ArrayKind> extends Reductions<ArrayOf<K, string>, GroupOptions> {
  readonly #node: LazyNode
  readonly #classes: LazyNode
  readonly #values: readonly number[]
  readonly #name: string
  readonly #make: (node: LazyNode) => ArrayOf<K, string>

  /** Wraps an array and its classes. Throws `E_USAGE`. */
  constructor(node: LazyNode, given: ClassesArray, options: ClassOptions | undefined, make: (node: LazyNode) => ArrayOf<K, string>) {
    super()
    const classes = given.node
    this.#node = node
    this.#classes = classes
    this.#make = make
    const { values, name } = knownOptions('groupby', options as ClassOptions, ['values', 'name'])
    this.#values = checkedValues(values ?? knownClasses(given), classes)
    this.#name = name ?? classes.spec.name ?? 'class'
    const odd = classes.spec.dims.find((dim) => !node.spec.dims.includes(dim))
    if (odd !== undefined || classes.spec.dims.length === 0)
      throw new UsageError(`groupby: the classes have dims ${classes.spec.dims.join(', ')}, the array has ${node.spec.dims.join(', ')}`)
    if (typeof this.#name !== 'string' || this.#name === '')
      throw new UsageError(`groupby: name is ${shownArgument(name)}, expected the name of a dim`)
    const left = node.spec.dims.filter((dim) => !classes.spec.dims.includes(dim))
    if (left.includes(this.#name)) throw new UsageError(`groupby: the array has a dim ${this.#name} already: give another name`)
  }

  /** One reduction for each class, over the dims of the classes, of the pixels that are of it. What is of no class counts nowhere. */
  protected override reduced(statistic: Statistic, options: GroupOptions | undefined, q: Shares | null): ArrayOf<K, string> {
    return this.#make(overShares(q, (each) => this.#byClass(statistic, options, each)))
  }

  #byClass(statistic: Statistic, options: GroupOptions | undefined, q: number | null): LazyNode {
    const { dims } = this.#classes.spec
    const parts = this.#values.map((value) => {
      const own = applyOp('expr', { tree: ['where', ['eq', '$0', value], '$1'] }, [this.#classes, this.#node])
      const order = this.#node.spec.dims
      const placed = own.spec.dims.every((dim, at) => dim === order[at]) ? own : applyOp('transpose', { dims: [...order] }, [own])
      return reducedNode(statistic, placed, { ...options, dim: [...dims] }, q)
    })
    const stacked = applyOp('concat', { dim: this.#name, labels: [...this.#values] }, parts)
    const kept = stacked.spec.dims.filter((dim) => dim !== this.#name)
    return applyOp('transpose', { dims: [...kept, this.#name] }, [stacked])
  }
}

function checkedValues(values: unknown, { spec }: LazyNode): readonly number[] {
  const wide = spec.dtype === 'int64' || spec.dtype === 'uint64'
  if (wide) throw new UsageError(`groupby: classes of ${spec.dtype} are not compared exactly: cast them with astype, to int32`)
  if (!Array.isArray(values) || values.length === 0)
    throw new UsageError(
      values === undefined
        ? 'groupby: which classes the array has is not known before it is read: name them, { values: [1, 2, 3] }, or read them, { values: await classes.unique() }'
        : `groupby: values is ${shownArgument(values)}: say which classes are meant, as in { values: [1, 2, 3] }`,
    )
  const odd = values.find((value) => typeof value !== 'number' || !Number.isFinite(value))
  if (odd !== undefined) throw new UsageError(`groupby: the class ${shownArgument(odd)} is no number`)
  if (new Set(values).size !== values.length) throw new UsageError('groupby: a class is named twice in values')
  if (values.length > mostClasses)
    throw new UsageError(`groupby: ${values.length} classes are more than ${mostClasses}: take fewer at once`)
  return values as readonly number[]
}
