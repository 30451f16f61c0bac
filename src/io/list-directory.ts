import { readdir } from 'node:fs/promises'
import { localPath } from './local-reader.js'
import type { S3Options } from './s3-options.js'

/**
 * Names in a directory on this machine, or directly below a uri of an S3 store (ListObjectsV2), sorted by code unit; null where the uri is of
 * another kind, or cannot be listed.
 */
export async function listDirectory(uri: string, s3?: S3Options): Promise<string[] | null> {
  if (/^s3:/i.test(uri)) return (await import('./s3-read.js')).listS3(uri, s3)
  const path = localPath(uri)
  if (path === null) return null
  try {
    return (await readdir(path)).sort()
  } catch {
    // Listing is a help, not a need: what is missing or forbidden shows in the read that follows.
    return null
  }
}
