import { writeFileSync } from 'node:fs'
import { Affine, DataArray, type Dtype, GeoBox, open } from 'rasterloom'
import { allocate, dtypes } from '../../src/base/dtype.js'
import { type Random, random } from '../conformance/random.js'
import { tiffBytes } from '../formats/tiff-bytes.js'

/** A source as a recipe names it. */
export interface SourceKey {
  readonly dtype: Dtype
  /** How invalid pixels are told. */
  readonly validity: 'all' | 'nodata' | 'mask'
  readonly place: keyof typeof places
  readonly bands: number
  readonly seed: number
}

/** How a source is stored; its pixels are the same. */
export type Stored = 'memory' | 'tiles' | 'cog' | 'zarr' | 'strips'

interface Place {
  readonly epsg: number
  readonly affine: ReturnType<typeof Affine.of>
  readonly size: readonly [width: number, height: number] | null
  /** Other CRSs that it is taken to. */
  readonly targets: readonly string[]
  /** The area in each of them, where it is not all of the source. */
  readonly bounds?: readonly [number, number, number, number]
}

/** Where sources lie. */
export const places = {
  utm: {
    epsg: 32633,
    affine: Affine.of(10, 0, 500_000, 0, -10, 5_300_000),
    size: null,
    targets: ['EPSG:3857', 'EPSG:3035', 'EPSG:32634', 'EPSG:4326'],
  },
  turned: { epsg: 32633, affine: Affine.of(9, 4, 500_000, 5, -8, 5_300_000), size: null, targets: ['EPSG:32633', 'EPSG:3857'] },
  southUp: { epsg: 3857, affine: Affine.of(25, 0, 1_700_000, 0, 40, 5_600_000), size: null, targets: ['EPSG:3857', 'EPSG:32633'] },
  degrees: { epsg: 4326, affine: Affine.of(0.02, 0, 14, 0, -0.01, 48), size: null, targets: ['EPSG:32633', 'EPSG:3857', 'EPSG:3035'] },
  world: {
    epsg: 4326,
    affine: Affine.of(4, 0, -180, 0, -4, 90),
    size: [90, 45],
    targets: ['EPSG:3995', 'EPSG:3031'],
    bounds: [-4.1e6, -4.3e6, 4.5e6, 3.9e6],
  },
} as const satisfies Record<string, Place>

/** Dtypes that a source may have. */
export const sourceDtypes = Object.keys(dtypes) as Dtype[]

/** The value that stands for "invalid" in sources with nodata. */
export const nodataOf = (dtype: Dtype): number => (dtype.startsWith('u') ? 0 : dtype === 'int8' ? -128 : -9999)

function pixelValue({ next }: Random, dtype: Dtype, smooth: number): number | bigint {
  if (dtype === 'uint64' || dtype === 'int64') return BigInt(Math.floor(next() * 2 ** 50)) * 7n + 3n
  const top = dtype === 'int8' ? 120 : dtype === 'uint8' ? 250 : dtype.endsWith('16') ? 30_000 : 2_000_000_000
  const share = 0.6 * next() + 0.2 * (1 + smooth)
  if (dtype.startsWith('float')) return share * 1000 - 300
  return 1 + Math.floor(share * (top - 1)) * (dtype.startsWith('int') && next() < 0.5 ? -1 : 1)
}

/** The pixels of a source, in memory. Values are noise over a wave; some are invalid, single ones and an area. */
export function sourceArray({ dtype, validity, place, bands, seed }: SourceKey): DataArray<string> {
  const from = random(seed)
  const { epsg, affine, size }: Place = places[place]
  const [width, height] = size ?? [from.int(60, 140), from.int(60, 140)]
  const values = allocate(dtype, bands * width * height)
  const mask = new Uint8Array(values.length).fill(1)
  const [holeX, holeY, hole] = [from.int(0, width), from.int(0, height), from.int(0, 20)]
  for (let k = 0; k < values.length; k++) {
    const [x, y] = [k % width, Math.floor(k / width) % height]
    values[k] = pixelValue(from, dtype, Math.sin(x / 7) * Math.cos(y / 5)) as never
    if (validity !== 'all' && (from.next() < 0.06 || (Math.abs(x - holeX) < hole && Math.abs(y - holeY) < hole))) mask[k] = 0
  }
  const isBig = dtype === 'uint64' || dtype === 'int64'
  const nodata = validity !== 'nodata' ? null : isBig ? BigInt(nodataOf(dtype)) : nodataOf(dtype)
  if (nodata !== null) for (const [k, isValid] of mask.entries()) if (isValid === 0) values[k] = nodata as never
  const shape = bands === 1 ? [height, width] : [bands, height, width]
  const dims = bands === 1 ? ['y', 'x'] : ['band', 'y', 'x']
  const told = validity === 'mask' ? { mask } : { nodata }
  return DataArray.fromArray(values, { dims, shape, geobox: GeoBox.of(width, height, affine, `EPSG:${epsg}`), ...told })
}

/** A TIFF by hand, in strips or in small tiles that are not square: not our writer. Null for masks, which it cannot hold. */
function plainTiff(
  { dtype, validity, bands, seed }: SourceKey,
  { shape, values, geobox }: DataArray<string>,
  tiled: boolean,
): Uint8Array | null {
  if (validity === 'mask' || geobox === null) return null
  const [height, width] = shape.slice(-2) as [number, number]
  const { a, b, c, d, e, f } = geobox.affine
  const epsg = geobox.crs?.epsg as number
  const isDegrees = epsg === 4326
  const keys = [1, 1, 0, 3, 1024, 0, 1, isDegrees ? 2 : 1, 1025, 0, 1, 1, isDegrees ? 2048 : 3072, 0, 1, epsg]
  const nodata = validity === 'nodata' ? ([[42113, 'ascii', String(nodataOf(dtype))]] as const) : []
  const image = {
    ...{
      width,
      height,
      dtype,
      samples: bands,
      planar: seed % 2 === 0,
      pixels: values,

      compression: 8 as const,
      ...(tiled ? { tile: [48, 16] as const } : { rowsPerStrip: 3 + (seed % 9) }),
    },
    tags: [[34264, 'double', [a, b, 0, c, d, e, 0, f, 0, 0, 0, 0, 0, 0, 0, 1]], [34735, 'short', keys], ...nodata] as const,
  }
  return tiffBytes([image], { bigEndian: seed % 3 === 0 })
}

/** Stores sources, each once, and opens them. */
export function sourceStore(path: (name: string) => string): (key: SourceKey, stored: Stored) => Promise<DataArray<string>> {
  const kept = new Map<string, Promise<DataArray<string>>>()

  async function make(key: SourceKey, stored: Stored, name: string): Promise<DataArray<string>> {
    const array = stored === 'memory' ? sourceArray(key) : await get(key, 'memory')
    if (stored === 'memory') return (await array.compute({ workers: 0 })) as DataArray<string>
    // The internal mask of a COG serves all bands.
    if (stored === 'zarr' || (key.validity === 'mask' && key.bands > 1)) {
      const file = path(`${name}.zarr`)
      await array.toZarr(file, { chunks: { y: 17 + ((key.seed + name.length) % 20), x: 23 + ((key.seed * name.length) % 31) }, workers: 0 })
      // A store tells invalid integers by a value of its own, which is no nodata of the array's.
      const opened = await open(file)
      return key.validity === 'nodata' ? opened : opened.assignNodata(null)
    }
    const file = path(`${name}.tif`)
    const bytes = stored === 'cog' ? null : plainTiff(key, array, stored === 'tiles')
    if (bytes !== null) writeFileSync(file, bytes)
    else await array.toCog(file, { chunks: stored === 'tiles' ? 80 : 64, workers: 0, compress: stored === 'cog' ? 'lzw' : 'deflate' })
    return key.bands === 1 ? open(file, { band: 1 }) : open(file)
  }

  function get(key: SourceKey, stored: Stored): Promise<DataArray<string>> {
    const name = `${key.dtype}-${key.validity}-${key.place}-${key.bands}-${key.seed}-${stored}`
    const found = kept.get(name) ?? make(key, stored, name)
    kept.set(name, found)
    return found
  }
  return get
}
