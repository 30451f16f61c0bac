import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { peekPixels } from '../../src/formats/geotiff/peek.js'
import { type TiffShape, tiffBytes } from './tiff-bytes.js'

const here = mkdtempSync(join(tmpdir(), 'peek-'))
afterAll(() => rmSync(here, { recursive: true, force: true }))

function file(name: string, bytes: Uint8Array): string {
  const path = join(here, name)
  writeFileSync(path, bytes)
  return path
}

const shapes: readonly (readonly [string, TiffShape])[] = [
  ['classic', {}],
  ['big-endian', { bigEndian: true }],
  ['BigTIFF', { bigTiff: true }],
  ['big-endian BigTIFF', { bigEndian: true, bigTiff: true }],
]

test.each(shapes)('the pixels of a %s TIFF, of all bands, are known by its header', (name, shape) => {
  const image = { width: 37, height: 11, samples: 3, dtype: 'uint8', pixels: new Uint8Array(37 * 11 * 3) } as const
  const bytes = tiffBytes([image, { ...image, width: 2, height: 2, pixels: new Uint8Array(12) }], shape)
  expect(peekPixels(file(`${name}.tif`, bytes))).toBe(37 * 11 * 3)
  for (const length of [0, 1, 7, 8, 15, bytes.length - 1200]) {
    expect([null, 37 * 11 * 3]).toContain(peekPixels(file('short.tif', bytes.subarray(0, Math.max(0, length)))))
  }
})

test('what is no TIFF, or not there, has no pixels that are known', () => {
  expect(peekPixels(file('text.tif', Buffer.from('no picture at all, but a text that is long enough')))).toBeNull()
  expect(peekPixels(file('strange.tif', Buffer.from('II*\0\xff\xff\xff\xff12345678', 'latin1')))).toBeNull()
  expect(peekPixels(join(here, 'none.tif'))).toBeNull()
  expect(peekPixels(here)).toBeNull()
})
