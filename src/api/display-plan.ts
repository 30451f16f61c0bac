import type { JsonObject } from '../base/json.js'
import { warningLines } from '../plan/notes.js'
import type { Plan } from '../plan/plan.js'
import { formatPlan, planToJson } from '../plan/print.js'
import { planCard } from './html-card.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

let inside: (view: PlanView) => Plan

/** The plan that a view shows: for modules of this floor. */
export function planIn(view: PlanView): Plan {
  return inside(view)
}

/** A plan as `array.plan()` gives it: prints as a table, `toJSON` gives the same as data. */
export class PlanView {
  readonly #plan: Plan

  static {
    inside = (view) => view.#plan
  }

  /** `note` stands above the ops' own notes. */
  constructor(plan: Plan, note: string | null = null) {
    this.#plan = note === null ? plan : { ...plan, notes: [{ node: plan.nodes.length - 1, kind: 'note', text: note }, ...plan.notes] }
  }

  /** The most memory that the whole process will hold while the plan runs, in bytes. */
  get promiseBytes(): number {
    return this.#plan.memory.promise
  }

  /** What the plan warns of, one sentence each: the same as in the run's report. */
  get warnings(): readonly string[] {
    return warningLines(this.#plan, this.#plan.notes)
  }

  /** The plan as plain data. */
  toJSON(): JsonObject {
    return planToJson(this.#plan)
  }

  /** The plan as a table for people. */
  toString(): string {
    return formatPlan(this.#plan)
  }

  /** The plan as an HTML card, with its graph drawn, for notebooks. */
  toHtml(): string {
    return planCard(this.#plan)
  }

  [inspect](): string {
    return formatPlan(this.#plan)
  }
}
