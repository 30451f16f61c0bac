import { formatWindow } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { BudgetError } from '../base/errors.js'
import { nextSplit } from './fit.js'
import type { Stage } from './plan.js'
import { assemblyBytes, rootChunks, type Task, type TaskContext, taskChunk, workOutChunk } from './task.js'

/**
 * Works out a task that must fit the arena's task region. A plan of very many tasks looked at a sample of them: one that turns out larger is
 * computed in more pieces, which gives the same pixels. Throws `E_BUDGET` where even single rows do not fit.
 */
export function workOutWithin(context: TaskContext, stage: Stage, index: number, roomBytes: number): Task {
  const { root, chunk } = taskChunk(context, stage, index)
  let { split } = stage
  for (;;) {
    const task = workOutChunk(context, { split }, root, chunk)
    if (task.bytes <= roomBytes) return task
    const finer = nextSplit(rootChunks(context, root).chunk, split, {
      assembly: assemblyBytes(context, root),
      task: task.bytes,
      room: roomBytes,
    })
    if (finer === null) {
      const { dims } = context.outputs[root.output]?.levels[root.level]?.spec ?? { dims: [] }
      throw new BudgetError(
        `the chunk ${formatWindow(task.window, dims)} needs ${formatBytes(task.bytes)}, more than any that the plan looked at; ${formatBytes(roomBytes)} are set aside: raise maxMemory by ${formatBytes(task.bytes - roomBytes)}, or use smaller chunks`,
        { neededBytes: task.bytes, budgetBytes: roomBytes },
      )
    }
    split = finer
  }
}
