import { closeSync, openSync, writeSync } from 'node:fs'
import { outputError } from '../io/atomic-write.js'
import type { TraceSpan } from './meter.js'
import type { TaskResult } from './task-result.js'

/** How an op, a chunk or a phase is named in a trace. */
export type NameNode = (node: number) => string

/**
 * A trace of tasks by worker in the JSON of Chrome's trace viewer (the "Trace Event Format"), which Perfetto reads too. Written as the run goes,
 * so that it takes no memory; complete events with times in microseconds from the run's begin.
 */
export class TraceFile {
  readonly #handle: number
  readonly #nameOf: NameNode
  readonly #beginMs: number
  readonly #threads = new Set<number>()
  #isFirst = true

  /** Creates the file, or empties one that is there. Throws `E_OUTPUT`. */
  constructor(path: string, beginMs: number, nameOf: NameNode) {
    try {
      this.#handle = openSync(path, 'w')
    } catch (cause) {
      throw outputError(path, 'create the trace', cause)
    }
    this.#nameOf = nameOf
    this.#beginMs = beginMs
    writeSync(this.#handle, '{"displayTimeUnit":"ms","traceEvents":[')
  }

  /** What a thread did for a task; `thread` -1 is the main thread. */
  task(thread: number, { output, level, chunk, startMs, endMs, spans, tilesDecoded, bytesRead }: TaskResult): void {
    const events = spans.map((span) => this.#span(thread, span))
    events.unshift(
      this.#event(thread, `chunk ${chunk} of level ${level}`, 'task', startMs, endMs, { output, level, chunk, tilesDecoded, bytesRead }),
    )
    this.#write(thread, events)
  }

  /** A part of the run that the main thread did. */
  main(name: string, startMs: number, endMs: number): void {
    this.#write(-1, [this.#event(-1, name, 'main', startMs, endMs, {})])
  }

  close(): void {
    writeSync(this.#handle, '\n]}\n')
    closeSync(this.#handle)
  }

  #span(thread: number, { phase, node, startMs, endMs }: TraceSpan): object {
    return this.#event(thread, node < 0 ? phase : `${phase} ${this.#nameOf(node)}`, phase, startMs, endMs, node < 0 ? {} : { node })
  }

  #event(thread: number, name: string, category: string, startMs: number, endMs: number, args: object): object {
    const ts = Math.round((startMs - this.#beginMs) * 1000)
    return { name, cat: category, ph: 'X', pid: 1, tid: thread + 1, ts, dur: Math.max(0, Math.round((endMs - startMs) * 1000)), args }
  }

  #write(thread: number, events: readonly object[]): void {
    const all = this.#threads.has(thread) ? events : [threadName(thread), ...events]
    this.#threads.add(thread)
    const text = all.map((event) => `\n${JSON.stringify(event)}`).join(',')
    writeSync(this.#handle, this.#isFirst ? text : `,${text}`)
    this.#isFirst = false
  }
}

function threadName(thread: number): object {
  const name = thread < 0 ? 'main' : `worker ${thread + 1}`
  return { name: 'thread_name', ph: 'M', pid: 1, tid: thread + 1, args: { name } }
}
