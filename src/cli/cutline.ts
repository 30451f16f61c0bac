import { readFile } from 'node:fs/promises'
import type { DataArray } from '../api/data-array.js'
import { SourceError, UsageError } from '../base/errors.js'
import type { ConvertOptions } from './options.js'

/** Refuses options of a cutline where none is given. Throws `E_USAGE` naming them. */
export function checkCutline({ cutline, cutlineCrs, cutlineAllTouched, cutlineInvert, cropToCutline }: ConvertOptions): void {
  const given = { '--cutline-crs': cutlineCrs, '--cutline-all-touched': cutlineAllTouched, '--cutline-invert': cutlineInvert }
  const [odd] = Object.entries({ ...given, '--crop-to-cutline': cropToCutline }).find(([, value]) => value !== undefined) ?? []
  if (odd !== undefined && cutline === undefined)
    throw new UsageError(`${odd} is about --cutline, which is not given: give both, or neither`)
  if (cutlineInvert !== undefined && cropToCutline !== undefined)
    throw new UsageError('--crop-to-cutline leaves out what lies beside the shapes, and --cutline-invert keeps just that: give one of them')
}

/** An array clipped by the GeoJSON file that the options name; as it is where they name none. Throws `E_SOURCE`, and what `DataArray.clip` does. */
export async function cutByShapes(array: DataArray<string>, options: ConvertOptions): Promise<DataArray<string>> {
  const { cutline, cutlineCrs, cutlineAllTouched, cutlineInvert, cropToCutline } = options
  if (cutline === undefined) return array
  return array.clip(await textOf(cutline), {
    drop: cropToCutline === true,
    ...(cutlineAllTouched === undefined ? {} : { allTouched: true }),
    ...(cutlineInvert === undefined ? {} : { invert: true }),
    ...(cutlineCrs === undefined ? {} : { crs: cutlineCrs }),
  })
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isMissing ? 'there is no such file' : `cannot be read: ${(cause as Error).message}`
    throw new SourceError(`--cutline: ${path}: ${why}`, { uri: path }, { cause })
  }
}
