import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { isRasterloomError } from '../../src/base/errors.js'
import { parseVrt } from '../../src/formats/vrt/read.js'
import { isVrt } from '../../src/formats/vrt/recognise.js'
import { open } from '../../src/index.js'
import { random } from '../conformance/random.js'

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

/** A text with some of it taken out, doubled or replaced. */
function mutant(text: string, rng: () => number): string {
  let made = text
  for (let turn = 0; turn < 1 + Math.floor(rng() * 3); turn++) {
    const at = Math.floor(rng() * made.length)
    const end = at + Math.floor(rng() * 12)
    const piece = rng() < 0.3 ? made.slice(at, end).repeat(2) : (pieces[Math.floor(rng() * pieces.length)] as string)
    made = made.slice(0, at) + piece + made.slice(end)
  }
  return made
}

const folder = mkdtempSync(join(tmpdir(), 'rasterloom-vrt-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('damaged VRTs', () => {
  it('parse, or fail with an error that is ours', () => {
    const count = process.env.RASTERLOOM_FULL === '1' ? 50_000 : 2000
    const rng = random(7).next
    for (let turn = 0; turn < count; turn++) {
      const text = mutant(seeds[turn % seeds.length] as string, rng)
      try {
        parseVrt(text, 'x.vrt')
      } catch (error) {
        if (!isRasterloomError(error) || error.code === 'E_INTERNAL')
          throw new Error(`turn ${turn}: ${String(error)}: ${text}`, { cause: error })
      }
    }
    expect(isVrt(seeds[0] as string)).toBe(true)
  })

  it('open, or fail with an error that is ours', async () => {
    const count = process.env.RASTERLOOM_FULL === '1' ? 5000 : 150
    const rng = random(8).next
    for (let turn = 0; turn < count; turn++) {
      const text = mutant(seeds[turn % seeds.length] as string, rng)
      const path = join(folder, 'x.vrt')
      writeFileSync(path, text)
      try {
        await open(path)
      } catch (error) {
        if (!isRasterloomError(error) || error.code === 'E_INTERNAL')
          throw new Error(`turn ${turn}: ${String(error)}: ${text}`, { cause: error })
      }
    }
  }, 60_000)
})
