import type { Dtype } from '../../base/dtype.js'
import { type Lane, type LaneStep, laneTwos } from '../../kernels/expression.js'
import { isWide, rangeOf, type Value } from './types.js'

const [add, sub, div] = [laneTwos.indexOf('add'), laneTwos.indexOf('sub'), laneTwos.indexOf('div')]

/** What a step makes, but for its registers. */
export type Operation = Pick<LaneStep, 'kernel' | 'op'> & { readonly extra?: readonly number[] }

/** What is known of a value beside how it is made. */
export type Facts = Omit<Value, 'id' | 'constant' | 'lane'>

interface Made {
  readonly kind: 'load' | 'number' | 'step'
  readonly lane: Lane
  /** The input, or the number. */
  readonly about: number
  readonly step: Operation | null
  readonly args: readonly number[]
}

/** Steps in the order in which they are computed; the same step over the same operands is one. */
export class Program {
  readonly #made: Made[] = []
  readonly #known = new Map<string, Value>()
  readonly #cells = new Map<string, number>()

  /** A number, which has no dtype of its own. */
  number(constant: number): Value {
    return this.#remember(`number ${Object.is(constant, -0) ? '-0' : constant}`, () => ({
      dtype: null,
      constant,
      low: constant,
      high: constant,
      lane: 'f64',
      safe: true,
    }))
  }

  /** An input of a dtype. */
  input(input: number, dtype: Dtype): Value {
    const lane = isWide(dtype) ? 'f64' : 'f32'
    const value = this.#remember(`input ${input}`, () => ({ dtype, constant: null, ...rangeOf(dtype), lane, safe: true }))
    this.#cell(`load ${value.id} ${lane}`, { kind: 'load', lane, about: input, step: null, args: [] })
    this.#cells.set(`${value.id} ${lane}`, this.#cells.get(`load ${value.id} ${lane}`) as number)
    return value
  }

  /** A value made by a step whose operands are in one lane; the result is in that lane. */
  step(operation: Operation, lane: Lane, operands: readonly Value[], facts: Facts): Value {
    return this.#step(
      operation,
      lane,
      operands.map((operand) => this.#in(operand, lane)),
      facts,
    )
  }

  #step(operation: Operation, lane: Lane, args: readonly number[], facts: Facts): Value {
    const pair = this.#normalised(operation, lane, args)
    if (pair !== null) return this.#step({ kernel: 'normal', op: 0 }, lane, pair, facts)
    const key = `${operation.kernel} ${operation.op} ${operation.extra ?? ''} ${lane} ${args.join()}`
    const cell = this.#cell(key, { kind: 'step', lane, about: 0, step: operation, args })
    const value = this.#remember(`step ${cell} ${facts.dtype}`, () => ({ ...facts, constant: null, lane }))
    this.#cells.set(`${value.id} ${lane}`, cell)
    return value
  }

  /** The operands of a normalised difference (a - b) / (a + b) whose parts are in one lane; null for other operations. */
  #normalised({ kernel, op }: Operation, lane: Lane, args: readonly number[]): readonly number[] | null {
    if (kernel !== 'two' || op !== div) return null
    const [left, right] = args.map((arg) => this.#made[arg] as Made)
    if (left?.step?.kernel !== 'two' || right?.step?.kernel !== 'two' || left.lane !== lane || right.lane !== lane) return null
    const isPair = left.step.op === sub && right.step.op === add && left.args.join() === right.args.join()
    return isPair ? left.args : null
  }

  /** The same value in a lane, of another dtype. */
  cast(value: Value, lane: Lane, facts: Facts): Value {
    const cell = this.#in(value, lane)
    const made = this.#remember(`step ${cell} ${facts.dtype}`, () => ({ ...facts, constant: null, lane }))
    this.#cells.set(`${made.id} ${lane}`, cell)
    return made
  }

  /** The program that makes a value in a lane, with registers instead of cells: each is free again after its last use. */
  finish(result: Value, lane: Lane) {
    const last = this.#in(result, lane)
    const used = this.#used(last)
    const uses = new Map<number, number>()
    for (const cell of used) for (const arg of (this.#made[cell] as Made).args) uses.set(arg, cell)
    const registers = new Map<number, number>()
    const free: number[] = []
    let count = 0
    const loads: { input: number; lane: Lane; register: number }[] = []
    const constants: { value: number; lane: Lane; register: number }[] = []
    const steps: LaneStep[] = []
    const take = (cell: number): number => {
      const register = free.pop() ?? count++
      registers.set(cell, register)
      return register
    }
    // Inputs and numbers stay in their registers for all strips.
    for (const cell of used) {
      const made = this.#made[cell] as Made
      if (made.kind === 'load') loads.push({ input: made.about, lane: made.lane, register: take(cell) })
      if (made.kind === 'number') constants.push({ value: made.about, lane: made.lane, register: take(cell) })
    }
    for (const cell of used) {
      const { kind, lane: own, step, args } = this.#made[cell] as Made
      if (kind !== 'step' || step === null) continue
      const from = args.map((arg) => registers.get(arg) as number)
      const out = take(cell)
      for (const arg of new Set(args)) {
        if (uses.get(arg) === cell && arg !== last && (this.#made[arg] as Made).kind === 'step') free.push(registers.get(arg) as number)
      }
      steps.push({ kernel: step.kernel, op: step.op, lane: own, args: from, out, extra: step.extra ?? [] })
    }
    return { loads, constants, steps, result: registers.get(last) as number, registers: count }
  }

  /** The cells that a result needs, in the order in which they were made. */
  #used(last: number): number[] {
    const wanted = new Set([last])
    for (let cell = last; cell >= 0; cell--) if (wanted.has(cell)) for (const arg of (this.#made[cell] as Made).args) wanted.add(arg)
    return [...wanted].sort((a, b) => a - b)
  }

  #remember(key: string, make: () => Omit<Value, 'id'>): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = { ...make(), id: this.#known.size }
    this.#known.set(key, value)
    return value
  }

  #cell(key: string, made: Made): number {
    const known = this.#cells.get(key)
    if (known !== undefined) return known
    this.#cells.set(key, this.#made.length)
    return this.#made.push(made) - 1
  }

  /** The cell that holds a value in a lane: numbers are written there, others promoted or rounded. */
  #in(value: Value, lane: Lane): number {
    const there = this.#cells.get(`${value.id} ${lane}`)
    if (there !== undefined) return there
    if (value.constant !== null) {
      const cell = this.#cell(`number ${value.id} ${lane}`, { kind: 'number', lane, about: value.constant, step: null, args: [] })
      this.#cells.set(`${value.id} ${lane}`, cell)
      return cell
    }
    const from = this.#cells.get(`${value.id} ${value.lane}`) as number
    const kernel = lane === 'f64' ? 'promote' : 'demote'
    const cell = this.#cell(`${kernel} ${from}`, { kind: 'step', lane, about: 0, step: { kernel, op: 0 }, args: [from] })
    this.#cells.set(`${value.id} ${lane}`, cell)
    return cell
  }
}
