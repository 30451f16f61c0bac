import { existsSync, statSync } from 'node:fs'
import { fullWindow } from '../../src/array/window.js'
import type { Json } from '../../src/base/json.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import type { Source } from '../../src/graph/source.js'
import { openBytes } from '../../src/io/open-bytes.js'
import { testKit } from '../kit.js'
import { makeReader, type ReadPixels, type TestReader } from '../read-window.js'

const kit = testKit(64)

/** Opens a store with our source. Whole-file ranges become the file's size, and files that are not there no range, as the engine has it. */
export async function openZarrReader(uri: string, options: Json = {}): Promise<TestReader> {
  const opened = await zarrSource.open(uri, options, openBytes)
  const source = await zarrSource.attach(structuredClone(opened.layout))
  const sized: Source = {
    ...source,
    locate: (tile) =>
      source.locate(tile).flatMap((range) => {
        const path = opened.files[range.file] as string
        return existsSync(path) ? [{ ...range, length: statSync(path).size }] : []
      }),
  }
  return makeReader(opened, sized, openBytes, kit)
}

/** All pixels of a store. */
export async function readZarr(uri: string, options: Json = {}): Promise<ReadPixels & { readonly reader: TestReader }> {
  const reader = await openZarrReader(uri, options)
  const pixels = await reader.read(fullWindow(reader.opened.spec.shape))
  await reader.close()
  return { ...pixels, reader }
}
