import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { memoryFiles, seededPixels } from '../conformance/conform-source.js'
import type { Random } from '../conformance/random.js'
import { type TiffImage, tiffBytes } from '../formats/tiff-bytes.js'
import { campaign } from './campaign.js'
import { meet } from './drive.js'
import { mutateBytes, mutateTiff, tiffPlaces } from './mutate.js'

const image = (more: Partial<TiffImage> = {}): TiffImage => {
  const { width = 37, height = 29, samples = 1 } = more
  return { width, height, samples, dtype: 'uint8', pixels: seededPixels('uint8', width * height * samples), ...more }
}
const mask = (more: Partial<TiffImage> = {}): TiffImage => image({ bits: 1, tags: [[254, 'long', [4]]], ...more })

const polynomial = ['LINE_NUM_COEFF', 'LINE_DEN_COEFF', 'SAMP_NUM_COEFF', 'SAMP_DEN_COEFF']
const numbers = [
  'LINE_OFF',
  'SAMP_OFF',
  'LAT_OFF',
  'LONG_OFF',
  'HEIGHT_OFF',
  'LINE_SCALE',
  'SAMP_SCALE',
  'LAT_SCALE',
  'LONG_SCALE',
  'HEIGHT_SCALE',
]
const twenty = Array.from({ length: 20 }, (_, at) => String(at / 4))
const aux = `<PAMDataset><SRS>EPSG:32633</SRS><GeoTransform> 5.0e+05, 1e+1, 0, 5e6, 0, -10</GeoTransform><GCPList Projection="EPSG:4326"><GCP Id="" Pixel="0" Line="1" X="2" Y="3"/></GCPList>
<Metadata><MDI key="A">b</MDI></Metadata><Metadata domain="RPC">${numbers.map((name) => `<MDI key="${name}">1.5</MDI>`).join('')}</Metadata>
<PAMRasterBand band="1"><NoDataValue le_hex_equiv="000000000000F03F">1</NoDataValue><Description>x</Description><Scale>2</Scale><ColorInterp>Alpha</ColorInterp>
<ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable><Metadata><MDI key="STATISTICS_MEAN">3</MDI></Metadata></PAMRasterBand></PAMDataset>`

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** A raster with all that may lie beside it. */
const files: ReadonlyMap<string, Uint8Array> = new Map([
  ['x.tif', tiffBytes([image()])],
  ['x.tif.ovr', tiffBytes([image({ width: 19, height: 15 }), image({ width: 10, height: 8 })])],
  ['x.tif.msk', tiffBytes([mask()])],
  ['x.tif.msk.ovr', tiffBytes([mask({ width: 19, height: 15 })])],
  ['x.tif.aux.xml', text(aux)],
  ['x.tfw', text('10\n0\n0\n-10\n500005\n4999995\n')],
  ['x.RPB', text(`BEGIN_GROUP = IMAGE\n\tlineOffset = 1;\n\tlineNumCoef = (\n\t${twenty.join(',\n\t')});\nEND_GROUP = IMAGE\n`)],
  [
    'x_RPC.TXT',
    text(
      numbers.map((name) => `${name}: 1.5 pixels\n`).join('') +
        polynomial.flatMap((name) => twenty.map((value, at) => `${name}_${at + 1}: ${value}\n`)).join(''),
    ),
  ],
])

/** One or two of the files damaged, or not there. */
function mutate(sound: ReadonlyMap<string, Uint8Array>, rng: Random): ReadonlyMap<string, Uint8Array> {
  const mutant = new Map(sound)
  const names = [...sound.keys()].slice(1)
  for (let time = 0; time < 1 + rng.int(0, 2); time++) {
    const name = names[rng.int(0, names.length)] as string
    const bytes = (sound.get(name) as Uint8Array).slice()
    if (rng.int(0, 8) === 0) mutant.delete(name)
    else if (/\.(ovr|msk)$/.test(name)) mutant.set(name, mutateTiff(bytes, tiffPlaces(bytes), rng))
    else {
      mutateBytes(bytes, rng)
      mutant.set(name, rng.int(0, 10) === 0 ? bytes.slice(0, rng.int(0, bytes.length)) : bytes)
    }
  }
  return mutant
}

campaign({
  name: 'files beside a TIFF',
  share: 0.02,
  seeds: async () => [files],
  mutate,
  meet: (mutant) => meet(geotiffSource, 'x.tif', memoryFiles(mutant), 1_000_000, { sideFiles: true, level: mutant.size % 2 }),
})
