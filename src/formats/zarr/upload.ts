import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MiB } from '../../base/bytes.js'
import type { RemoteOutput, SinkLevel, SinkPlace } from '../../graph/sink.js'
import { atomicWriteSync, outputError } from '../../io/atomic-write.js'
import { filesBelow } from '../../io/output-directory.js'
import { arrayDirectory } from './level-arrays.js'
import { documentNames, type StoreFile } from './metadata-files.js'
import type { ZarrOptions } from './options.js'
import { keyIn, markOf, storeOf } from './scratch.js'

/** Larger files go in parts. */
const mostAtOnce = 8 * MiB

/** Bytes of a large file that are read at a time. */
const bufferBytes = MiB

/** Uploads a file of the store, and removes it here. Throws `E_OUTPUT`. */
export async function uploadFile(remote: RemoteOutput, key: string, path: string, signal?: AbortSignal): Promise<void> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw outputError(path, 'read back', cause)
  })
  try {
    const { size } = await file.stat()
    if (size <= mostAtOnce) await remote.put(key, await readFile(file), signal)
    else {
      const stream = await remote.stream(key, size, signal)
      const buffer = new Uint8Array(bufferBytes)
      try {
        for (let at = 0; at < size; ) {
          const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
          if (bytesRead === 0) throw outputError(path, 'read back', new Error(`it ends at byte ${at} of ${size}`))
          await stream.write(buffer.subarray(0, bytesRead))
          at += bytesRead
        }
        await stream.finish()
      } catch (cause) {
        await stream.abort()
        throw cause
      }
    }
  } finally {
    await file.close()
  }
  await rm(path, { force: true })
}

/**
 * Uploads what of a store is not there yet: coordinates, then the documents of arrays and groups, then those of the root, by which the store is found. Chunks went
 * as they were made; those that further levels were made of still lie here.
 */
export async function uploadStore(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: ZarrOptions,
  root: readonly StoreFile[],
  remote: RemoteOutput,
  signal?: AbortSignal,
): Promise<void> {
  const store = storeOf(place)
  const isDocument = (path: string): boolean => documentNames[options.zarrFormat].some((name) => path === name || path.endsWith(`/${name}`))
  const variables = options.group ?? [options.variable]
  const arrays = levels.flatMap((_, level) =>
    variables.map((variable) => keyIn(place, arrayDirectory(place, { ...options, variable }, level))),
  )
  const keys = filesBelow(store).filter((key) => isDocument(key) || !arrays.some((array) => key.startsWith(`${array}/`)))
  keys.sort((a, b) => Number(isDocument(a)) - Number(isDocument(b)))
  const isRoot = (key: string): boolean => root.some(({ name }) => name === key)
  for (const key of keys) if (!isRoot(key)) await remote.put(key, await readFile(join(store, key)), signal)
  for (const { name, bytes } of root) await remote.put(name, bytes, signal)
  atomicWriteSync(markOf(place), new Uint8Array(0))
  await rm(store, { recursive: true, force: true })
}
