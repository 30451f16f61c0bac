import type { Crew, StageWork } from './crew.js'
import { ChunkRecords } from './stored-records.js'
import { Thread, type ThreadEnvironment, type ThreadSetup } from './thread.js'

/** A crew of one: the calling thread. It lets the event loop turn between tasks, so that an abort is heard. */
export async function inlineCrew(setup: ThreadSetup, environment: ThreadEnvironment): Promise<Crew> {
  const thread = await Thread.start(setup, environment)
  const stored = new ChunkRecords()
  return {
    async runStage(work: StageWork): Promise<void> {
      for (const entry of work.stored) stored.set(...entry)
      thread.beginSpan(work.stage, 0, work.taskCount, (output, level, chunk) => stored.get(output, level, chunk))
      for (let index = 0; index < work.taskCount; index++) {
        if (!work.wanted(index)) continue
        if (work.signal?.aborted) return
        work.onResult(await thread.run(index))
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    async close(): Promise<void> {
      thread.flush()
      thread.close()
    },
  }
}
