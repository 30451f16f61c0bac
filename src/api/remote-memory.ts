import { MiB } from '../base/bytes.js'
import { keptRemoteBytes } from './remote-files.js'

// Measured on Node 20.20, x64 Linux, 2026-11: peak RSS of the command line copying 6000 x 6000 uncompressed pixels in tiles of 512 KiB from and to
// servers on the same machine, against the same from and to its disk; test/remote/memory.test.ts holds them to it.

/** What fetch and its connections come to hold: sockets, parsers, bodies that are under way. */
const httpBytes = 32 * MiB

/** What the AWS SDK takes when it is loaded and sends requests. */
const sdkBytes = 44 * MiB

/** What each thread holds of fetched bytes: 4 MiB ahead of its tasks, as much for the one at hand, and of both what is not collected yet. */
const aheadBytes = 32 * MiB

/** Bytes of uploads under way, in parts and whole objects. */
const uploadBytes = 24 * MiB

/** What remote sources and outputs take, by their uris and the number of workers: nothing where all is on this machine. */
export function remoteBytes(sources: readonly string[], targets: readonly { readonly target: string }[]): (workers: number) => number {
  const isS3 = (uri: string): boolean => /^s3:/i.test(uri)
  const isHttp = (uri: string): boolean => /^https?:/i.test(uri)
  const writes = targets.some(({ target }) => isS3(target))
  const reads = sources.some((uri) => isHttp(uri) || isS3(uri))
  const clients = (sources.some(isHttp) ? httpBytes : 0) + (writes || sources.some(isS3) ? sdkBytes : 0) + (writes ? uploadBytes : 0)
  return (workers) => clients + (reads ? keptRemoteBytes + aheadBytes * Math.max(1, workers) : 0)
}
