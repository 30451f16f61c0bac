import { availableParallelism } from 'node:os'
import { MiB } from '../base/bytes.js'
import { keptRemoteBytes } from './remote-files.js'

// Measured on Node 20.20, x64 Linux, 2026-11: see test/engine/http-memory.test.ts.

/** What fetch and its connections come to hold: sockets, parsers, bodies that are under way. */
const httpBytes = 12 * MiB

/** What the AWS SDK takes when it is loaded and sends requests. */
const sdkBytes = 44 * MiB

/** What the threads of a run have asked for ahead of their tasks: 4 MiB each, and as much for the task at hand. */
const aheadBytes = 8 * MiB

/** Bytes of uploads under way, in parts and whole objects. */
export const uploadBytes = 24 * MiB

/** What remote sources and outputs take on the main thread, by their uris: nothing where all is on this machine. */
export function remoteBytes(sources: readonly string[], targets: readonly { readonly target: string }[]): number {
  const reads = sources.filter((uri) => /^(https?|s3):/i.test(uri))
  const writes = targets.some(({ target }) => /^s3:/i.test(target))
  const usesS3 = writes || reads.some((uri) => /^s3:/i.test(uri))
  return (
    (reads.length > 0 ? keptRemoteBytes + httpBytes + aheadBytes * availableParallelism() : 0) +
    (usesS3 ? sdkBytes : 0) +
    (writes ? uploadBytes : 0)
  )
}
