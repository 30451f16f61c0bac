import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { parseVrt } from '../../src/formats/vrt/read.js'
import { isVrt } from '../../src/formats/vrt/recognise.js'
import { open, slice } from '../../src/index.js'
import type { Random } from '../conformance/random.js'
import { campaign } from './campaign.js'
import { judged } from './drive.js'

const file = fileURLToPath(new URL('../../fixtures/scene/B04.tif', import.meta.url))
const seeds = [
  `<VRTDataset rasterXSize="300" rasterYSize="200"><SRS dataAxisToSRSAxisMapping="1,2">EPSG:32633</SRS><GeoTransform>0, 10, 0, 0, 0, -10</GeoTransform><Metadata><MDI key="A">b</MDI></Metadata><VRTRasterBand dataType="UInt16" band="1"><NoDataValue>0</NoDataValue><ColorInterp>Gray</ColorInterp><ComplexSource resampling="near"><SourceFilename relativeToVRT="0">${file}</SourceFilename><SourceBand>1</SourceBand><SrcRect xOff="10" yOff="20" xSize="100" ySize="50"/><DstRect xOff="0" yOff="0" xSize="300" ySize="200"/><NODATA>0</NODATA><ScaleOffset>1</ScaleOffset><ScaleRatio>2</ScaleRatio></ComplexSource></VRTRasterBand><MaskBand><VRTRasterBand dataType="Byte"><SimpleSource><SourceFilename>${file}</SourceFilename><SourceBand>mask,1</SourceBand></SimpleSource></VRTRasterBand></MaskBand></VRTDataset>`,
  `<VRTDataset rasterXSize="30" rasterYSize="20" subClass="VRTWarpedDataset"><SRS>EPSG:3857</SRS><GeoTransform>1640000,20,0,6230000,0,-20</GeoTransform><GCPList Projection="EPSG:4326"><GCP Pixel="0" Line="0" X="1" Y="2"/></GCPList><VRTRasterBand dataType="UInt16" band="1" subClass="VRTWarpedRasterBand"/><GDALWarpOptions><ResampleAlg>Cubic</ResampleAlg><SourceDataset>${file}</SourceDataset><BandList><BandMapping src="1" dst="1"/></BandList></GDALWarpOptions></VRTDataset>`,
]
const pieces = [
  '<',
  '>',
  '"',
  '/',
  '&',
  '&amp;',
  '-1',
  '1e309',
  'NaN',
  '4294967296',
  '',
  '<VRTRasterBand>',
  '</VRTRasterBand>',
  '<!--',
  ']]>',
  '\u0000',
  'Float64',
  'mask,0',
]

const values = [
  '0',
  '-1',
  '1',
  '2',
  '0.5',
  '1e308',
  'NaN',
  '4294967296',
  '65536',
  '-0',
  '',
  'Byte',
  'CFloat32',
  'mask',
  'mask,1',
  'average',
  'x',
  file,
]

/** A text with some of it taken out, doubled or replaced. */
function mutate(text: string, rng: Random): string {
  let made = text
  // Half of them stay well-formed: numbers and words are replaced, one by one.
  if (rng.int(0, 2) === 0) {
    const words = [...text.matchAll(/(?<=[">,])-?[\w.]+(?=["<,])/g)]
    const word = words[rng.int(0, words.length)]
    if (word === undefined) return text
    return text.slice(0, word.index) + (values[rng.int(0, values.length)] as string) + text.slice(word.index + word[0].length)
  }
  for (let turn = 0; turn < 1 + rng.int(0, 3); turn++) {
    const at = rng.int(0, made.length)
    const end = at + rng.int(0, 12)
    const piece = rng.int(0, 10) < 3 ? made.slice(at, end).repeat(2) : (pieces[rng.int(0, pieces.length)] as string)
    made = made.slice(0, at) + piece + made.slice(end)
  }
  return made
}

const plausible = 5_000_000

campaign({
  name: 'VRTs, parsed',
  share: 0.12,
  seeds: async () => seeds,
  mutate,
  meet: (text) =>
    judged(plausible, async () => {
      parseVrt(text, 'x.vrt')
      return 'read'
    }),
})

const folder = mkdtempSync(join(tmpdir(), 'rasterloom-vrt-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

campaign({
  name: 'VRTs, opened and read',
  share: 0.01,
  seeds: async () => seeds,
  mutate,
  meet(text) {
    const path = join(folder, 'x.vrt')
    writeFileSync(path, text)
    return judged(plausible, async () => {
      const array = await open(path)
      const corner = array.isel({ y: slice(0, Math.min(4, array.shape[1] ?? 1)), x: slice(0, Math.min(4, array.shape[2] ?? 1)) })
      await corner.compute({ workers: 0 })
      return 'read'
    })
  },
})

it('the seeds are VRTs', () => expect(seeds.every(isVrt)).toBe(true))
