import type { Crew, StageWork } from './crew.js'
import { Thread } from './thread.js'
import type { ThreadEnvironment, ThreadSetup } from './thread-setup.js'

/** Tasks that were done before which are passed over without letting the event loop turn. */
const skippedAtOnce = 1024

/** A crew of one: the calling thread. It lets the event loop turn between tasks, so that an abort is heard. */
export async function inlineCrew(setup: ThreadSetup, environment: ThreadEnvironment): Promise<Crew> {
  const thread = await Thread.start(setup, environment)
  return {
    async runStage(work: StageWork): Promise<void> {
      thread.beginSpan(work.stage, 0, work.taskCount, work.stored)
      for (let index = 0; index < work.taskCount; index++) {
        if (work.signal?.aborted) return
        const isWanted = work.wanted(index)
        if (isWanted) for (const result of await thread.run(index)) work.onResult(result, 0)
        if (isWanted || index % skippedAtOnce === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    },
    async close(isWhole: boolean): Promise<void> {
      thread.close(isWhole)
    },
    gone: () => Promise.resolve(),
  }
}
