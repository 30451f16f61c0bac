import { statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { formatBytes } from '../base/bytes.js'
import { OutputError } from '../base/errors.js'
import type { SinkLevel } from '../graph/sink.js'
import { isRemote } from '../io/public-uri.js'
import { pixelBytes } from '../plan/disk.js'

/** An output's place and its levels. */
interface Sized {
  readonly target: string
  readonly levels: readonly SinkLevel[]
}

/** How many times smaller than its pixels an output may be expected to become: rasters as people have them rarely get below a tenth. */
const mostCompression = 20

/** What a plan says of an output that is larger, before compression, than what is free where it goes; nothing where it fits. `isChecked` unless the room was asked not to matter. */
export function roomNotes(output: Sized, isChecked: boolean): string[] {
  const free = output.target === '' ? null : freeBytes(output.target)
  const bytes = pixelBytes(output)
  if (free === null || bytes <= free) return []
  const refused = isChecked && bytes > free * mostCompression ? ': writing it needs checkSpace: false' : ''
  return [`${formatBytes(bytes)} of pixels before compression, and ${formatBytes(free)} are free on that disk${refused}`]
}

/**
 * Refuses outputs whose pixels are more than twenty times what their disk has free: no compression is likely to make them fit, and finding
 * that out by filling the disk takes hours. Throws `E_OUTPUT`. Where the system does not say what is free, nothing is refused.
 */
export function checkRoom(outputs: readonly Sized[]): void {
  const byDirectory = new Map<string, number>()
  for (const output of outputs) {
    const directory = dirname(resolve(output.target))
    const bytes = (byDirectory.get(directory) ?? 0) + pixelBytes(output)
    byDirectory.set(directory, bytes)
    const free = freeBytes(output.target)
    if (free === null || bytes <= free * mostCompression) continue
    throw new OutputError(
      `${output.target}: ${formatBytes(bytes)} of pixels before compression, and ${formatBytes(free)} are free on that disk: ` +
        'check the resolution, choose another disk, or give checkSpace: false if it compresses that well',
      { uri: output.target, pixelBytes: bytes, freeBytes: free },
    )
  }
}

/** Bytes that are free where a target goes; null where the system does not say, and for a remote one. */
export function freeBytes(target: string): number | null {
  if (isRemote(target)) return null
  try {
    const { bavail, bsize } = statfsSync(dirname(resolve(target)))
    return bavail > 0 && bsize > 0 ? bavail * bsize : null
  } catch {
    return null
  }
}
