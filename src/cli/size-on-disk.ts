import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of an output: those on this machine's disk, or for one in an object store what the run wrote there. */
export function sizeOfOutput(target: string, bytesWritten: number): number {
  return /^s3:\/\//i.test(target) ? bytesWritten : sizeOnDisk(target)
}

/** Bytes of a file, or of all files below a directory. */
export function sizeOnDisk(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOnDisk(join(path, name)), 0)
}
