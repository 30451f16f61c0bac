import { readdir } from 'node:fs/promises'
import { localPath } from './local-reader.js'

/** Names in a directory on this machine, sorted by code unit; null where the uri is remote, or no directory that can be listed. */
export async function listDirectory(uri: string): Promise<string[] | null> {
  const path = localPath(uri)
  if (path === null) return null
  try {
    return (await readdir(path)).sort()
  } catch {
    // Listing is a help, not a need: what is missing or forbidden shows in the read that follows.
    return null
  }
}
