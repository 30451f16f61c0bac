/** What a thread does between its tasks' beginnings and ends. What is in none of them is `plan`: working out windows and layouts. */
export const phases = ['plan', 'wait', 'read', 'decode', 'gather', 'run', 'write'] as const

/** One of {@link phases}: `run` is an op's own work, `write` is encoding and writing, `wait` is for bytes that the main thread fetches. */
export type Phase = (typeof phases)[number]

/** Time in a phase of a node (for `write` the node that is written), in milliseconds, without the phases within it. */
export interface Spent {
  readonly phase: Phase
  /** -1 where it belongs to no node. */
  readonly node: number
  readonly ms: number
}

/** A piece of work as a trace shows it. Times are milliseconds since the epoch of `Date`, with fractions. */
export interface TraceSpan {
  readonly phase: Phase | 'task'
  readonly node: number
  readonly startMs: number
  readonly endMs: number
}

interface Open {
  readonly phase: Phase
  readonly node: number
  readonly startMs: number
}

/** Milliseconds since the epoch with fractions: the same clock in all threads of a process. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Measures where a thread's time goes: phases nest, and each is charged what its inner ones are not. */
export class Meter {
  readonly #isTracing: boolean
  readonly #open: Open[] = []
  readonly #spent = new Map<number, number>()
  #spans: TraceSpan[] = []
  #last = 0

  constructor(isTracing: boolean) {
    this.#isTracing = isTracing
  }

  enter(phase: Phase, node: number): void {
    const now = performance.now()
    this.#charge(now)
    this.#open.push({ phase, node, startMs: now })
  }

  leave(): void {
    const now = performance.now()
    this.#charge(now)
    const left = this.#open.pop()
    if (left === undefined || !this.#isTracing) return
    const origin = performance.timeOrigin
    this.#spans.push({ phase: left.phase, node: left.node, startMs: origin + left.startMs, endMs: origin + now })
  }

  /** Leaves all phases: after an error. */
  clear(): void {
    while (this.#open.length > 0) this.leave()
  }

  /** What was spent since the last call. */
  takeSpent(): Spent[] {
    const spent = [...this.#spent].map(([key, ms]) => ({
      phase: phases[key % phases.length] as Phase,
      node: Math.floor(key / phases.length) - 1,
      ms,
    }))
    this.#spent.clear()
    return spent
  }

  /** What was traced since the last call; empty where nothing is traced. */
  takeSpans(): TraceSpan[] {
    const spans = this.#spans
    if (spans.length > 0) this.#spans = []
    return spans
  }

  #charge(now: number): void {
    const top = this.#open[this.#open.length - 1]
    if (top !== undefined) {
      const key = (top.node + 1) * phases.length + phases.indexOf(top.phase)
      this.#spent.set(key, (this.#spent.get(key) ?? 0) + now - this.#last)
    }
    this.#last = now
  }
}
