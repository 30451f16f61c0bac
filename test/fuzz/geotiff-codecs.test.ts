import { describe, expect, it } from 'vitest'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { campaign } from './campaign.js'
import { codecSeeds } from './codec-seeds.table.js'
import { meet, type Verdict } from './drive.js'
import { mutateBytes } from './mutate.js'

function meetTiff(bytes: Uint8Array): Promise<Verdict> {
  return meet(geotiffSource, 'x.tif', memoryFiles(new Map([['x.tif', bytes]])), 1_000_000)
}

/** Where a mark of a stream stands in a file. */
function placeOf(bytes: Uint8Array, mark: readonly number[]): number {
  const at = Buffer.from(bytes).indexOf(Buffer.from(mark))
  if (at < 0) throw new Error('the seed lacks the mark')
  return at
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

describe('streams of codecs', () => {
  it.each(codecSeeds)('%s: read as it is', async (_, base64) => {
    expect(await meetTiff(new Uint8Array(Buffer.from(base64, 'base64')))).toEqual({ outcome: 'read', fault: null })
  })

  campaign({
    name: 'streams of codecs',
    share: 0.12,
    seeds: async () => codecSeeds.map(([, base64]) => new Uint8Array(Buffer.from(base64, 'base64'))),
    mutate(bytes, rng) {
      const mutant = bytes.slice()
      // Directories of these files stand first: behind them are the streams.
      mutateBytes(mutant.subarray(rng.int(0, 3) === 0 ? 160 : Math.floor(bytes.length / 2)), rng)
      return rng.int(0, 20) === 0 ? mutant.subarray(0, rng.int(0, mutant.length)) : mutant
    },
    meet: meetTiff,
  })

  const seedOf = (name: RegExp): Uint8Array => {
    const found = codecSeeds.find(([each]) => name.test(each))
    return new Uint8Array(Buffer.from(found?.[1] ?? '', 'base64'))
  }
  /** Streams that promise more pixels than their segment has, by the bytes that say so. */
  const bombs: Readonly<Record<string, readonly [seed: RegExp, mark: readonly number[], at: number, bytes: readonly number[]]>> = {
    'a JPEG of 65,500 x 65,500 pixels': [/grey JPEG/, [0xff, 0xc0], 5, [0xff, 0xdc, 0xff, 0xdc]],
    'a JPEG of no height': [/grey JPEG/, [0xff, 0xc0], 5, [0, 0]],
    'a JPEG of 255 components': [/grey JPEG/, [0xff, 0xc0], 9, [255]],
    'a JPEG sampled 4 x 4 of 1': [/YCbCr JPEG/, [0xff, 0xc0], 14, [0x44]],
    'a JPEG sampled 0 x 0': [/YCbCr JPEG/, [0xff, 0xc0], 11, [0]],
    'a progressive JPEG': [/grey JPEG/, [0xff, 0xc0], 1, [0xc2]],
    'a JPEG of 12 bits': [/grey JPEG/, [0xff, 0xc0], 4, [12]],
    'a lossless WebP of 16,384 x 16,384 pixels': [/lossless WebP/, ascii('VP8L'), 9, [0xff, 0xff, 0xff, 0x0f]],
    'a lossy WebP of 16,383 x 16,383 pixels': [/lossy WebP/, ascii('VP8 '), 14, [0xff, 0x3f, 0xff, 0x3f]],
    'a LERC blob of 2^31 - 1 rows': [/mask/, ascii('Lerc2 '), 14, [0xff, 0xff, 0xff, 0x7f]],
    'a LERC blob of minus one column': [/mask/, ascii('Lerc2 '), 18, [0xff, 0xff, 0xff, 0xff]],
    'a LERC blob of 2^24 samples a pixel': [/mask/, ascii('Lerc2 '), 22, [0, 0, 0, 1]],
    'a LERC blob of float64 in an image of float32': [/mask/, ascii('Lerc2 '), 38, [7]],
  }
  for (const [name, [which, mark, at, changed]] of Object.entries(bombs)) {
    it(`${name} is refused`, async () => {
      const bytes = seedOf(which)
      bytes.set(changed, placeOf(bytes, mark) + at)
      expect(await meetTiff(bytes)).toEqual({ outcome: 'refused', fault: null })
    })
  }

  it('an xz index that promises 2^48 bytes is refused', async () => {
    const bytes = seedOf(/LZMA/)
    const end = placeOf(bytes, [...ascii('YZ')])
    // The numbers of the index stand before its padding and checksum, the footer behind it.
    bytes.fill(0xff, end - 30, end - 16)
    expect((await meetTiff(bytes)).fault).toBeNull()
  })
})
