import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { joined, joinOption } from './arith-join.js'
import { LazyArray, peek } from './data-array-base.js'
import type { ArithOptions } from './data-array-types.js'

/** A class of arrays as a function of their dims, which TypeScript cannot say of a class that is still to come. */
export interface ArrayKind {
  readonly dims: string
  readonly array: unknown
}

/** The array of a kind with certain dims. */
export type ArrayOf<K extends ArrayKind, D extends string> = (K & { readonly dims: D })['array']

/**
 * Elementwise maths of arrays: each method is one function of the op `expr`, as in `expr('...')`, and gives an array. Dims that only one of two arrays
 * has are repeated; grids and labels that both have must agree, unless `join` cuts or widens them (`'inner'`, `'outer'`, `'left'`). What is made of
 * invalid pixels is invalid. docs/numerics.md has the dtypes.
 */
export abstract class MathArray<out Dims extends string, K extends ArrayKind> extends LazyArray {
  /** An array of this kind over a node. */
  protected abstract made<D extends string>(node: LazyNode): ArrayOf<K, D>

  #one(name: string, ...more: readonly Json[]): ArrayOf<K, Dims> {
    return this.made<Dims>(applyOp('expr', { tree: [name, '$0', ...more] }, [peek(this).node]))
  }

  #two<D extends string>(name: string, other: LazyArray | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#many<D>(name, [this, other], options)
  }

  /** A function of operands; the dims of the result begin with those of `first`, by default of the first operand. */
  #many<D extends string>(
    name: string,
    operands: readonly (LazyArray | number)[],
    options?: ArithOptions,
    first: readonly LazyNode[] = [],
  ): ArrayOf<K, Dims | D> {
    const join = joinOption(name, options)
    const nodes: LazyNode[] = [...first]
    const tree = operands.map((operand): Json => {
      if (typeof operand === 'number') return operand
      if (!(operand instanceof LazyArray)) throw new UsageError(`${name}: expected a number or a DataArray, not ${shownArgument(operand)}`)
      const { node } = peek(operand)
      const at = nodes.findIndex(({ hash }) => hash === node.hash)
      return `$${at >= 0 ? at : nodes.push(node) - 1}`
    })
    return this.made<Dims | D>(applyOp('expr', { tree: [name, ...tree] }, nodes.length < 2 ? nodes : joined(nodes, join)))
  }

  /** The sum with a number or an array. Throws `E_GRID` for unlike grids, naming the offset in pixels. */
  add<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('add', other, options)
  }

  /** The difference. Unsigned integers do not wrap: the result is int32. */
  sub<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('sub', other, options)
  }

  /** The product. */
  mul<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('mul', other, options)
  }

  /** The quotient, float32 or float64. A division by 0 is invalid. */
  div<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('div', other, options)
  }

  /** This to the power of another, as a float. */
  pow<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('pow', other, options)
  }

  /** 1 where this is less, else 0, as uint8. */
  lt<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('lt', other, options)
  }

  /** 1 where this is less or equal. */
  le<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('le', other, options)
  }

  /** 1 where this is greater. */
  gt<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('gt', other, options)
  }

  /** 1 where this is greater or equal. */
  ge<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('ge', other, options)
  }

  /** 1 where both are equal. */
  eq<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('eq', other, options)
  }

  /** 1 where they differ. */
  ne<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('ne', other, options)
  }

  /** 1 where neither is 0. */
  and<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('and', other, options)
  }

  /** 1 where one is not 0. */
  or<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('or', other, options)
  }

  /** 1 where exactly one is not 0. */
  xor<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('xor', other, options)
  }

  /** The lesser of the two, pixel by pixel; `min` is the least of an array. */
  minimum<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('min', other, options)
  }

  /** The greater of the two, pixel by pixel; `max` is the greatest of an array. */
  maximum<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('max', other, options)
  }

  /** The angle of the point (other, this), from -pi to pi. */
  atan2<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('atan2', other, options)
  }

  /** The root of the sum of both squares. */
  hypot<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('hypot', other, options)
  }

  /** The bits that both have. Integers of up to 32 bits. */
  bitAnd<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('bitAnd', other, options)
  }

  /** The bits that one of them has. */
  bitOr<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('bitOr', other, options)
  }

  /** The bits that exactly one of them has. */
  bitXor<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('bitXor', other, options)
  }

  /** The bits moved up; those beyond the dtype are lost. */
  shiftLeft<D extends string = never>(by: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('shiftLeft', by, options)
  }

  /** The bits moved down; the sign stays. */
  shiftRight<D extends string = never>(by: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('shiftRight', by, options)
  }

  /** This where it is valid, else the other, or a number. */
  fillNa<D extends string = never>(other: MathArray<D, K> | number, options?: ArithOptions): ArrayOf<K, Dims | D> {
    return this.#two<D>('fillNa', other, options)
  }

  /** This where the condition is not 0, else `other`, or invalid where there is none. An invalid condition gives invalid. */
  where<D extends string = never, E extends string = never>(
    condition: MathArray<D, K>,
    other?: MathArray<E, K> | number,
    options?: ArithOptions,
  ): ArrayOf<K, Dims | D | E> {
    if (!(condition instanceof LazyArray)) throw new UsageError(`where: the condition is ${shownArgument(condition)}, expected a DataArray`)
    const picked = this.#many<D | E>('where', other === undefined ? [condition, this] : [condition, this, other], options, [
      peek(this).node,
    ])
    return picked
  }

  /** This within two bounds, numbers or arrays. */
  clip<D extends string = never>(
    low: MathArray<D, K> | number,
    high: MathArray<D, K> | number,
    options?: ArithOptions,
  ): ArrayOf<K, Dims | D> {
    return this.#many<D>('clip', [this, low, high], options)
  }

  /** 1 where the value is one of a list, else 0. */
  isIn(values: readonly number[]): ArrayOf<K, Dims> {
    return this.#one('isIn', values as readonly Json[] as Json)
  }

  /** 1 where this is 0, else 0. */
  not(): ArrayOf<K, Dims> {
    return this.#one('not')
  }

  /** 1 where a pixel is invalid, else 0; never invalid itself. */
  isNa(): ArrayOf<K, Dims> {
    return this.#one('isNa')
  }

  /** 1 where a pixel is valid, else 0; never invalid itself. */
  notNa(): ArrayOf<K, Dims> {
    return this.#one('notNa')
  }

  /** This with the other sign. */
  neg(): ArrayOf<K, Dims> {
    return this.#one('neg')
  }

  /** The absolute value. */
  abs(): ArrayOf<K, Dims> {
    return this.#one('abs')
  }

  /** -1, 0 or 1. */
  sign(): ArrayOf<K, Dims> {
    return this.#one('sign')
  }

  /** The square root; invalid below 0. */
  sqrt(): ArrayOf<K, Dims> {
    return this.#one('sqrt')
  }

  /** e to the power of this. */
  exp(): ArrayOf<K, Dims> {
    return this.#one('exp')
  }

  /** The natural logarithm; invalid below 0. */
  log(): ArrayOf<K, Dims> {
    return this.#one('log')
  }

  /** The logarithm to base 2. */
  log2(): ArrayOf<K, Dims> {
    return this.#one('log2')
  }

  /** The logarithm to base 10. */
  log10(): ArrayOf<K, Dims> {
    return this.#one('log10')
  }

  /** The sine of radians. */
  sin(): ArrayOf<K, Dims> {
    return this.#one('sin')
  }

  /** The cosine of radians. */
  cos(): ArrayOf<K, Dims> {
    return this.#one('cos')
  }

  /** The tangent of radians. */
  tan(): ArrayOf<K, Dims> {
    return this.#one('tan')
  }

  /** The angle of a sine, in radians; invalid beyond -1 and 1. */
  asin(): ArrayOf<K, Dims> {
    return this.#one('asin')
  }

  /** The angle of a cosine, in radians; invalid beyond -1 and 1. */
  acos(): ArrayOf<K, Dims> {
    return this.#one('acos')
  }

  /** The angle of a tangent, in radians. */
  atan(): ArrayOf<K, Dims> {
    return this.#one('atan')
  }

  /** The next whole number below, in the same dtype; `astype` makes integers of floats. */
  floor(): ArrayOf<K, Dims> {
    return this.#one('floor')
  }

  /** The next whole number above. */
  ceil(): ArrayOf<K, Dims> {
    return this.#one('ceil')
  }

  /** The nearest whole number, of two the even one. */
  round(): ArrayOf<K, Dims> {
    return this.#one('round')
  }

  /** The whole number towards 0. */
  trunc(): ArrayOf<K, Dims> {
    return this.#one('trunc')
  }
}
