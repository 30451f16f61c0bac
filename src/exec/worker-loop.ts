import type { MessagePort } from 'node:worker_threads'
import { errorFromRecord, errorRecord } from '../base/errors.js'
import type { ByteRange } from '../graph/source.js'
import type { FromWorker, ToWorker, WorkerBirth } from './messages.js'
import { ChunkRecords } from './stored-records.js'
import { Thread, type ThreadEnvironment } from './thread.js'

/** Serves one worker thread until it is told to stop: spans and tasks come by message, results go back, one message a chunk. */
export async function serveWorker(port: MessagePort, birth: WorkerBirth, environment: Omit<ThreadEnvironment, 'fetch'>): Promise<void> {
  const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)
  const waiting = new Map<number, { resolve: (bytes: Uint8Array | null) => void; reject: (error: Error) => void }>()
  let fetches = 0
  const fetch = (leaf: number, range: ByteRange): Promise<Uint8Array | null> =>
    new Promise((resolve, reject) => {
      const id = fetches++
      waiting.set(id, { resolve, reject })
      send({ type: 'fetch', id, leaf, range })
    })
  try {
    const thread = await Thread.start(birth.setup, { ...environment, fetch })
    const stored = new ChunkRecords()
    let queue: Promise<void> = Promise.resolve()
    const act = async (message: ToWorker): Promise<void> => {
      if (message.type === 'span') {
        for (const entry of message.stored ?? []) stored.set(...entry)
        thread.beginSpan(message.stage, message.start, message.end, (output, level, chunk) => stored.get(output, level, chunk))
      } else if (message.type === 'task') {
        const result = await thread.run(message.index)
        send({ type: 'done', index: message.index, result }, transferables(result.record))
      } else if (message.type === 'stop') {
        thread.flush()
        thread.close()
        send({ type: 'stopped' })
        port.close()
      }
    }
    port.on('message', (message: ToWorker) => {
      if (message.type === 'bytes') {
        const request = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.error === null) request?.resolve(message.bytes)
        else request?.reject(errorFromRecord(message.error))
        return
      }
      queue = queue.then(() => act(message)).catch((error) => send({ type: 'failed', error: errorRecord(error) }))
    })
    send({ type: 'ready' })
  } catch (error) {
    send({ type: 'failed', error: errorRecord(error) })
  }
}

/** Buffers in a record that need not be copied on their way: a memory sink's pixels. */
function transferables(record: Readonly<Record<string, unknown>>): ArrayBuffer[] {
  return Object.values(record).flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  )
}
