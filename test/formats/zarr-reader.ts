import { fullWindow } from '../../src/array/window.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { openBytes } from '../../src/io/open-bytes.js'
import { testKit } from '../kit.js'
import { openReader, type ReadPixels, type TestReader } from '../read-window.js'

const kit = testKit(64)

/** Opens a store on disk with our source. */
export function openZarrReader(uri: string, options: object = {}): Promise<TestReader> {
  return openReader(zarrSource, uri, options, (at) => openBytes(at), kit)
}

/** All pixels of a store on disk. */
export async function readZarr(uri: string, options: object = {}): Promise<ReadPixels & { readonly reader: TestReader }> {
  const reader = await openZarrReader(uri, options)
  const pixels = await reader.read(fullWindow(reader.opened.spec.shape))
  await reader.close()
  return { ...pixels, reader }
}
