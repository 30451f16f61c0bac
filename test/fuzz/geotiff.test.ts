import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Dtype } from '../../src/base/dtype.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { memoryFiles, seededPixels } from '../conformance/conform-source.js'
import { type TiffImage, type TiffShape, tiffBytes } from '../formats/tiff-bytes.js'
import { dataDir } from '../peers.js'
import { campaign, isLong } from './campaign.js'
import { codecSeeds } from './codec-seeds.table.js'
import { meet, type Verdict } from './drive.js'
import { mutateTiff, tiffPlaces } from './mutate.js'

const largestSeedBytes = 12_000

function image(dtype: Dtype, more: Partial<TiffImage> = {}): TiffImage {
  const { width = 37, height = 29, samples = 1 } = more
  return { width, height, samples, dtype, pixels: seededPixels(dtype, width * height * samples), ...more }
}

const xml = '<GDALMetadata>\n<Item name="A" sample="0" role="scale">2</Item><Item name="B">b &amp;amp; c</Item></GDALMetadata>'
const keys = [1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 1026, 34737, 12, 0, 3072, 0, 1, 32633]
const geo: TiffImage['tags'] = [
  [33550, 'double', [10, 10, 0]],
  [33922, 'double', [0, 0, 0, 500000, 5000000, 0]],
  [34735, 'short', keys],
  [34736, 'double', [6378137, 298.257]],
  [34737, 'ascii', 'WGS 84 / UTM|'],
  [42112, 'ascii', xml],
  [42113, 'ascii', '-9999'],
]
const gcps = Array.from({ length: 4 }, (_, at) => [at * 9, at * 7 * (at % 2), 0, at * 10, 50 - (at % 2), 0]).flat()
const mask = (more: Partial<TiffImage>): TiffImage => image('uint8', { bits: 1, tags: [[254, 'long', [4]]], ...more })

const made: readonly (readonly [readonly TiffImage[], TiffShape?])[] = [
  [[image('uint8', { tile: [16, 16], compression: 8, predictor: 2, tags: geo })]],
  [[image('int16', { samples: 3, rowsPerStrip: 5, compression: 32773, tags: geo })], { bigEndian: true }],
  [
    [
      image('float32', { tile: [16, 16], compression: 8, tags: geo }),
      image('float32', { width: 18, height: 14, tags: [[254, 'long', [1]]] }),
    ],
  ],
  [[image('uint16', { samples: 3, planar: true, tile: [16, 32] })], { bigTiff: true }],
  [[image('uint8', { tile: [16, 16], compression: 8 }), mask({ rowsPerStrip: 9, compression: 8 })]],
  [[image('uint8', { samples: 4, tile: [16, 16], compression: 8, tags: [[338, 'short', [2]]] })], { bigEndian: true, bigTiff: true }],
  [[image('uint16', { samples: 4, planar: true, rowsPerStrip: 6, tags: [[338, 'short', [1]]] })]],
  [[image('uint8', { bits: 1, rowsPerStrip: 7 })]],
  [
    [
      image('uint8', {
        tags: [
          [262, 'short', [3]],
          [320, 'short', Array.from({ length: 768 }, (_, at) => at * 80)],
        ],
      }),
    ],
  ],
  [[image('int64', { compression: 8, rowsPerStrip: 4, sparse: (at) => at % 3 === 1 })], { bigTiff: true }],
  [
    [
      image('float64', {
        tags: [
          [33922, 'double', gcps],
          [34735, 'short', keys],
        ],
      }),
    ],
  ],
  [[image('int32', { tile: [32, 16], tags: [[34264, 'double', [10, 1, 0, 5, 1, -10, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1]], ...geo.slice(2)] })]],
]

/** Small files beside the repository, where they are: other writers' ways. */
function found(directory: string): Uint8Array[] {
  if (!existsSync(directory)) return []
  const names = (readdirSync(directory, { recursive: true }) as string[]).filter((name) => /\.tiff?$/.test(name)).sort()
  const paths = names.map((name) => join(directory, name)).filter((path) => statSync(path).size <= largestSeedBytes)
  return paths.filter((_, at) => isLong || at % 3 === 0).map((path) => new Uint8Array(readFileSync(path)))
}

function meetTiff(bytes: Uint8Array): Promise<Verdict> {
  return meet(geotiffSource, 'x.tif', memoryFiles(new Map([['x.tif', bytes]])), 1_000_000)
}

interface Seed {
  readonly bytes: Uint8Array
  readonly places: ReturnType<typeof tiffPlaces>
}

campaign({
  name: 'TIFFs',
  share: 0.4,
  async seeds() {
    const coded = codecSeeds.map(([, base64]) => new Uint8Array(Buffer.from(base64, 'base64')))
    const files = [...made.map(([images, shape]) => tiffBytes(images, shape)), ...coded, ...found(join(dataDir, 'geotiff'))]
    const seeds: Seed[] = []
    for (const bytes of files) {
      // What is refused unchanged has little to teach.
      if ((await meetTiff(bytes)).outcome === 'read') seeds.push({ bytes, places: tiffPlaces(bytes) })
    }
    return seeds
  },
  mutate: ({ bytes, places }: Seed, rng) => mutateTiff(bytes, places, rng),
  meet: meetTiff,
})
