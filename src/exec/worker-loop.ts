import type { MessagePort } from 'node:worker_threads'
import { errorFromRecord, errorRecord } from '../base/errors.js'
import type { ChunkRecord } from '../graph/sink.js'
import type { ByteRange } from '../graph/source.js'
import type { FromWorker, ToWorker, WorkerBirth } from './messages.js'
import { ChunkRecords } from './stored-records.js'
import { Thread } from './thread.js'
import type { ThreadEnvironment } from './thread-setup.js'

/** Serves one worker thread until it is told to stop, once it is prepared: spans and tasks come by message, results go back, one message a task. */
export async function serveWorker(
  port: MessagePort,
  birth: WorkerBirth,
  environment: Omit<ThreadEnvironment, 'fetch'>,
  prepare: () => Promise<void>,
): Promise<void> {
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
    await prepare()
    const thread = await Thread.start(birth.setup, { ...environment, fetch })
    let stored = new ChunkRecords()
    let queue: Promise<void> = Promise.resolve()
    const act = async (message: ToWorker): Promise<void> => {
      if (message.type === 'span') {
        thread.beginSpan(message.stage, message.start, message.end, (output, level, chunk) => stored.get(output, level, chunk))
      } else if (message.type === 'task') {
        if (message.stored.length > 0) stored = new ChunkRecords()
        for (const entry of message.stored) stored.set(...entry)
        const results = (await thread.run(message.index)).map((result) => ({ ...result, record: detached(result.record) }))
        send(
          { type: 'done', index: message.index, results },
          results.flatMap(({ record }) => transferables(record)),
        )
      } else if (message.type === 'stop') {
        thread.close(message.isWhole)
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

/** A record whose pixels are its own: views of the arena are copied, since a message would take the whole arena along. */
function detached(record: ChunkRecord): ChunkRecord {
  const entries = Object.entries(record) as [string, unknown][]
  if (!entries.some(([, value]) => value instanceof Uint8Array)) return record
  return Object.fromEntries(entries.map(([key, value]) => [key, value instanceof Uint8Array ? value.slice() : value])) as ChunkRecord
}

/** Buffers in a record that need not be copied on their way: a memory sink's pixels. */
function transferables(record: ChunkRecord): ArrayBuffer[] {
  return (Object.values(record) as unknown[]).flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  )
}
