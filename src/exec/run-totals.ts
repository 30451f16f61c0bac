import type { Phase } from './meter.js'
import type { TaskResult } from './task-result.js'

/** Time that all threads together spent in a phase of a node. */
export interface PhaseTime {
  readonly phase: Phase
  /** -1 where it belongs to no node. */
  readonly node: number
  readonly ms: number
}

/** What one thread did. */
export interface ThreadTime {
  readonly tasks: number
  /** From a task's begin to its end, summed. */
  readonly busyMs: number
}

/** What the threads of a run did in all. */
export interface ThreadTotals {
  readonly bytesRead: number
  readonly requests: number
  readonly tilesDecoded: number
  readonly tilesKept: number
  /** Encoded bytes of chunks. */
  readonly bytesWritten: number
  readonly counts: Readonly<Record<string, number>>
  /** Longest first. */
  readonly phases: readonly PhaseTime[]
  readonly threads: readonly ThreadTime[]
}

/** Sums up the results of tasks. */
export class RunTotals {
  bytesRead = 0
  readonly #counts = new Map<string, number>()
  readonly #phases = new Map<string, { phase: Phase; node: number; ms: number }>()
  readonly #threads: { tasks: number; busyMs: number }[] = []
  #requests = 0
  #tilesDecoded = 0
  #tilesKept = 0
  #bytesWritten = 0

  add(result: TaskResult, thread: number): void {
    this.bytesRead += result.bytesRead
    this.#requests += result.requests
    this.#tilesDecoded += result.tilesDecoded
    this.#tilesKept += result.tilesKept
    if (typeof result.record.bytes === 'number') this.#bytesWritten += result.record.bytes
    for (const [name, amount] of Object.entries(result.counts)) this.#counts.set(name, (this.#counts.get(name) ?? 0) + amount)
    for (const { phase, node, ms } of result.spent) {
      const key = `${phase} ${node}`
      const sum = this.#phases.get(key)
      if (sum === undefined) this.#phases.set(key, { phase, node, ms })
      else sum.ms += ms
    }
    this.#threads[thread] ??= { tasks: 0, busyMs: 0 }
    const own = this.#threads[thread] as { tasks: number; busyMs: number }
    own.tasks++
    own.busyMs += result.endMs - result.startMs
  }

  totals(): ThreadTotals {
    return {
      bytesRead: this.bytesRead,
      requests: this.#requests,
      tilesDecoded: this.#tilesDecoded,
      tilesKept: this.#tilesKept,
      bytesWritten: this.#bytesWritten,
      counts: Object.fromEntries(this.#counts),
      phases: [...this.#phases.values()].sort((a, b) => b.ms - a.ms),
      threads: Array.from(this.#threads, (thread) => thread ?? { tasks: 0, busyMs: 0 }),
    }
  }
}
