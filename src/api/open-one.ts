import { stat } from 'node:fs/promises'
import { UsageError } from '../base/errors.js'
import { isPattern, rasterFiles } from './mosaic-files.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** The only file that a pattern stands for; any other name is itself. Throws `E_USAGE` for a pattern of several. */
export async function oneFile(uri: string): Promise<string> {
  if (!isLocal(uri) || !isPattern(uri) || (await stat(absoluteUri(uri)).catch(() => null)) !== null) return uri
  const files = await rasterFiles([uri], 'open')
  if (files.length === 1) return files[0] as string
  throw new UsageError(
    `open: ${uri} stands for ${files.length} files: openMany opens each, mosaic puts them side by side, stack lays them along time or bands`,
  )
}
