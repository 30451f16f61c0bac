import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import { memoryFiles, seededPixels } from '../conformance/conform-source.js'
import type { Random } from '../conformance/random.js'
import { classicBytes } from '../formats/netcdf-bytes.js'
import { writeHdf5 } from '../formats/netcdf-hdf5-write.js'
import { dataDir } from '../peers.js'
import { campaign, isLong } from './campaign.js'
import { meet, type Verdict } from './drive.js'

const largestSeedBytes = 20_000
const uri = 'd/mutant.nc'
const plausible = 5_000_000

const pixels = (count: number) => seededPixels('int16', count) as Int16Array
const made: readonly Uint8Array[] = [
  classicBytes({
    version: 1,
    dims: { time: 0, lat: 6, lon: 8 },
    records: 3,
    variables: [
      { name: 'lat', dims: ['lat'], type: 5, data: new Float32Array([1, 2, 3, 4, 5, 6]), attributes: { units: 'degrees_north' } },
      { name: 'lon', dims: ['lon'], type: 5, data: new Float32Array([1, 2, 3, 4, 5, 6, 7, 8]), attributes: { units: 'degrees_east' } },
      { name: 'time', dims: ['time'], type: 6, data: new Float64Array([1, 2, 3]), attributes: { units: 'days since 2000-01-01' } },
      {
        name: 'a',
        dims: ['time', 'lat', 'lon'],
        type: 3,
        data: pixels(144),
        attributes: { valid_range: [3, -9, 900], scale_factor: [6, 0.1] },
      },
    ],
  }),
  classicBytes({
    version: 5,
    dims: { y: 6, x: 8 },
    variables: [{ name: 'a', dims: ['x', 'y'], type: 10, data: seededPixels('int64', 48) }],
  }),
  await writeHdf5(
    [{ name: 'a', data: pixels(600), shape: [20, 30], dtype: '<h', chunks: [4, 8], filter: [1, 4], attributes: { units: 'm' } }],
    'earliest',
  ),
  await writeHdf5([{ name: 'g/a', data: pixels(600), shape: [20, 30], dtype: '<h', chunks: [4, 8], maxshape: [null, 30] }], 'v110'),
  await writeHdf5([{ name: 'a', data: pixels(600), shape: [20, 30], dtype: '<h', chunks: [4, 8], maxshape: [null, null] }], 'v110'),
  await writeHdf5(
    [
      {
        ...{ name: 'a', data: pixels(600), shape: [20, 30], dtype: '<h', chunks: [1, 2] },
        attributes: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`note${at}`, at])),
      },
    ],
    'v110',
  ),
]

/** Small files beside the repository that can be read: what is refused unchanged has little to teach. */
async function found(): Promise<Uint8Array[]> {
  const directory = join(dataDir, 'netcdf/gdal')
  if (!existsSync(directory)) return []
  const files = readdirSync(directory).map((name) => join(directory, name))
  const small = files.filter((path) => path.endsWith('.nc') && statSync(path).size <= largestSeedBytes).sort()
  const bytes = small.map((path) => new Uint8Array(readFileSync(path)))
  const verdicts = await Promise.all(bytes.map((each) => isRead(each)))
  return bytes.filter((_, at) => verdicts[at] === true).filter((_, at) => isLong || at % 3 === 0)
}

async function isRead(bytes: Uint8Array): Promise<boolean> {
  try {
    await netcdfSource.open(uri, {}, memoryFiles(new Map([[uri, bytes]])))
    return true
  } catch {
    return false
  }
}

const extremes = [
  0n,
  1n,
  2n,
  7n,
  255n,
  256n,
  0x7fffn,
  0xffffn,
  0x10000n,
  0x7fffffffn,
  0x80000000n,
  0xffffffffn,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
]

/** One to four changes: a bit, a byte, a number of any width at its limits, a piece copied over another; sometimes the file is cut short. */
function mutate(original: Uint8Array, rng: Random): Uint8Array {
  const bytes = original.slice()
  const view = new DataView(bytes.buffer)
  const times = 1 + rng.int(0, 4) * rng.int(0, 2)
  // Metadata stands first in classic files, and all over in HDF5.
  const end = rng.int(0, 2) === 0 ? Math.min(bytes.length, 1200) : bytes.length
  for (let time = 0; time < times; time++) {
    const at = rng.int(0, Math.max(1, end - 8))
    const kind = rng.int(0, 5)
    if (kind === 0) bytes[at] = (bytes[at] as number) ^ (1 << rng.int(0, 8))
    else if (kind === 1) bytes[at] = rng.int(0, 256)
    else if (kind === 2) view.setUint32(at, Number((extremes[rng.int(0, extremes.length)] as bigint) & 0xffffffffn), rng.int(0, 2) === 0)
    else if (kind === 3) view.setBigUint64(at, extremes[rng.int(0, extremes.length)] as bigint, rng.int(0, 2) === 0)
    else bytes.copyWithin(at, rng.int(0, bytes.length - 8), rng.int(0, bytes.length))
  }
  return rng.int(0, 30) === 0 ? bytes.slice(0, rng.int(0, bytes.length)) : bytes
}

const meetFile = (bytes: Uint8Array): Promise<Verdict> => meet(netcdfSource, uri, memoryFiles(new Map([[uri, bytes]])), plausible)

campaign({ name: 'NetCDF files', share: 0.12, seeds: async () => [...made, ...(await found())], mutate, meet: meetFile })
