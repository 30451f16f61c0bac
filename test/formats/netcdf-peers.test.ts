import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { fullWindow } from '../../src/array/window.js'
import { type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import { isRasterloomError } from '../../src/base/errors.js'
import { scalarFromJson } from '../../src/base/scalar.js'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { parseProjString } from '../../src/geo/crs-proj-string.js'
import { agreeTolerance, sameDefinition } from '../../src/geo/crs-same.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { openBytes } from '../../src/io/open-bytes.js'
import { testKit } from '../kit.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { openReader, type ReadPixels } from '../read-window.js'
import { type Aspect, differences, refusals } from './netcdf-differences.js'
import { type PeerFile, type PeerRaster, type PeerVariable, pixelsOf, readByPeers } from './netcdf-peer.js'
import { temporaryDirectory } from './zarr-store.js'

const kit = testKit(256)

function filesOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const directory = join(dataDir, 'netcdf', folder)
    return readdirSync(directory)
      .filter((name) => name.endsWith('.nc'))
      .map((name) => join(directory, name))
  })
}

function sameElements(one: TypedArray, other: TypedArray): boolean {
  return one.length === other.length && (one as Float64Array).every((value, at) => Object.is(value, other[at]) || value === other[at])
}

/** Pixels in the file's order of dims, as the netCDF library has them: dim k of the array is dim `order[k]` of the file. */
function unturned({ data }: ReadPixels, { shape }: ArraySpec, order: readonly number[]): TypedArray {
  if (order.every((dim, at) => dim === at)) return data
  const target = data.slice()
  const stored = order.map((_, dim) => shape[order.indexOf(dim)] as number)
  const strides = shape.map((_, dim) => shape.slice(dim + 1).reduce((product, extent) => product * extent, 1))
  for (let at = 0; at < data.length; at++) {
    let [rest, from] = [at, 0]
    for (let dim = stored.length - 1; dim >= 0; dim--) {
      from += (rest % (stored[dim] as number)) * (strides[order.indexOf(dim)] as number)
      rest = Math.floor(rest / (stored[dim] as number))
    }
    target[at] = data[from] as never
  }
  return target
}

/** How a variable differs from what the netCDF library reads, in words; empty where it does not. */
async function libraryDifference(file: string, path: string, peer: PeerVariable): Promise<string> {
  const reader = await openReader(netcdfSource, file, { variable: path }, undefined, kit)
  const { spec, layout } = reader.opened
  const pixels = await reader.read(fullWindow(spec.shape))
  await reader.close()
  const own = unturned(pixels, spec, layout.order)
  const signed = pixelsOf(peer.data, peer.dtype)
  const expected = spec.dtype === peer.dtype ? signed : pixelsOf(peer.data, spec.dtype)
  if (!sameElements(own, expected)) return `${basename(file)} ${path}: pixels differ (${spec.dtype}, ${peer.dtype})`
  if (layout.order.some((dim, at) => dim !== at)) return ''
  const masked = Buffer.from(peer.mask, 'base64')
  // The netCDF library for Python masks its default fill value in bytes too, which its own guide warns of, and beside a missing_value.
  const untold = [scalarFromJson(layout.fill, spec.dtype), Number(layout.fill) + 256]
  const at = pixels.valid.findIndex(
    (valid, index) => valid === masked[index] && !isNan(own, index) && !(valid === 1 && untold.includes(own[index] as number)),
  )
  // Limits of unsigned numbers it takes for signed.
  return at < 0 || basename(file) === 'short_as_unsigned.nc'
    ? ''
    : `${basename(file)} ${path}: validity differs at ${at}, where ${own[at]} is`
}

function isNan(data: TypedArray, at: number): boolean {
  return Number.isNaN(Number(data[at]))
}

/** What of a variable differs from GDAL's reading. */
async function gdalDifferences(file: string, variable: string, gdal: PeerRaster): Promise<Aspect[]> {
  const found: Aspect[] = []
  let reader: Awaited<ReturnType<typeof openReader>>
  try {
    reader = await openReader(netcdfSource, file, variable === '' ? {} : { variable }, undefined, kit)
  } catch (error) {
    expect(isRasterloomError(error), String(error)).toBe(true)
    return ['read']
  }
  const { spec } = reader.opened
  const band = spec.bands[0]
  const [y, x] = [spec.dims.indexOf('y'), spec.dims.indexOf('x')]
  if (spec.shape[x] !== gdal.width || spec.shape[y] !== gdal.height) return ['size']
  if (gdal.dtype !== null && spec.dtype !== gdal.dtype && !(spec.dtype === 'int8' && gdal.signed)) found.push('dtype')
  if (band === undefined || !sameNodata(band.nodata, gdal.nodata, spec.dtype)) found.push('nodata')
  if (band?.scale !== gdal.scale || band.offset !== gdal.offset || (band.unit ?? '') !== gdal.unit) found.push('scale')
  if (!sameAffine(spec, gdal)) found.push('affine')
  if (!sameCrs(spec, gdal)) found.push('crs')
  const pixels = await reader.read(fullWindow(spec.shape))
  await reader.close()
  if (gdal.data !== null && gdal.dtype !== null && !samePixels(spec, pixels, gdal)) found.push('pixels')
  return found
}

/** NaN is missing in any float, so that it need not be told. */
function sameNodata(own: number | string | null, gdal: number | string | null, dtype: Dtype): boolean {
  if (own === null || gdal === null || gdal === 'NaN') return own === (gdal === 'NaN' ? null : gdal)
  if (dtypes[dtype].kind !== 'float' && !Number.isInteger(Number(gdal))) return false
  return scalarFromJson(own, dtype) === scalarFromJson(gdal, dtype)
}

/** GDAL turns rows that run north, so that its affine always runs south. */
function sameAffine({ geobox }: ArraySpec, { transform }: PeerRaster): boolean {
  if (geobox === null || transform === null) return (geobox === null) === (transform === null)
  const { a, b, c, d, e, f } = geobox.affine
  const own = e > 0 ? [c, a, b, f + e * geobox.height, d, -e] : [c, a, b, f, d, e]
  return own.every((value, at) => Math.abs(value - (transform[at] as number)) <= 1e-9 * Math.max(1e-6, Math.abs(value)))
}

function sameCrs({ geobox }: ArraySpec, { wkt }: PeerRaster): boolean {
  const own = geobox?.crs ?? null
  if (own === null || wkt === null) return (own === null) === (wkt === null)
  return sameDefinition(parseProjString(own.proj), parseProjString(parseCrs(wkt).proj), agreeTolerance)
}

function samePixels({ dtype, geobox, shape }: ArraySpec, { data, valid }: ReadPixels, gdal: PeerRaster): boolean {
  const expected = pixelsOf(gdal.data as string, dtype === 'int8' ? 'int8' : (gdal.dtype as Dtype))
  const [height, width] = shape.slice(-2) as [number, number]
  const turn = (own: TypedArray): TypedArray => {
    const out = own.slice()
    for (let row = 0; row < own.length / width; row++) {
      const plane = Math.floor(row / height) * height
      out.set(own.subarray((plane + height - 1 - (row - plane)) * width, (plane + height - (row - plane)) * width) as never, row * width)
    }
    return out
  }
  // GDAL writes its nodata into pixels outside of the valid range.
  const told = data.slice()
  if (gdal.nodata !== null) for (const [at, each] of valid.entries()) if (each === 0) told[at] = scalarFromJson(gdal.nodata, dtype) as never
  const isOf = (own: TypedArray): boolean => sameElements(own, expected)
  const [asIs, upsideDown] = [isOf(data) || isOf(told), isOf(turn(data)) || isOf(turn(told))]
  // Of arrays without a place it turns the rows, too.
  return geobox === null ? asIs || upsideDown : geobox.affine.e > 0 ? upsideDown : asIs
}

describeWithPeers('NetCDF files beside the netCDF library and GDAL', ['data', 'netcdf', 'gdal-python'], () => {
  const quirks = filesOf('gdal')
  const others = filesOf('rioxarray-input', 'rioxarray-compare', 'noaa-nclimgrid', 'xarray-data')
  let peers: readonly PeerFile[] = []

  it('reads every variable of numbers as the netCDF library does', { timeout: 60_000 }, async () => {
    peers = readByPeers([...quirks, ...others])
    expect(peers.length).toBe(quirks.length + others.length)
    const wrong: string[] = []
    let count = 0
    for (const { file, variables } of peers) {
      for (const [path, peer] of Object.entries(variables ?? {})) {
        if (peer.shape.some((extent) => extent === 0)) continue
        const difference = await libraryDifference(file, path, peer)
        if (difference !== '') wrong.push(difference)
        count++
      }
    }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(440)
  })

  it('agrees with GDAL but for what differs on purpose', { timeout: 60_000 }, async () => {
    const found: Record<string, readonly Aspect[]> = {}
    for (const { file, gdal } of peers) {
      for (const [variable, raster] of Object.entries(gdal)) {
        const aspects = await gdalDifferences(file, variable, raster)
        if (aspects.length > 0) found[`${basename(file)} ${variable}`.trim()] = aspects
      }
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(differences).map(([name, { aspects }]) => [name, aspects])))
  })

  it('files without a variable of pixels are refused, saying what is in them', async () => {
    const found: string[] = []
    for (const file of quirks) {
      try {
        await netcdfSource.open(file, {}, openBytes)
      } catch (error) {
        if (!isRasterloomError(error)) throw error
        if (/name one with the option variable/.test(error.message)) continue
        expect(error.code).toBe('E_SOURCE')
        expect(error.message).toMatch(refusals[basename(file)] ?? /^$/)
        found.push(basename(file))
      }
    }
    expect(found.sort()).toEqual(Object.keys(refusals).sort())
  })
})

describeWithPeers('NetCDF files that the netCDF library writes from a seed', ['netcdf', 'gdal-python'], () => {
  const count = process.env.RASTERLOOM_FULL === '1' ? 600 : 48
  const seed = process.env.RASTERLOOM_SEED ?? '20261123'

  it(`${count} files of all kinds, types, filters and byte orders`, { timeout: 600_000 }, async () => {
    const directory = temporaryDirectory()
    try {
      execFileSync(python, [fileURLToPath(new URL('netcdf-write.py', import.meta.url)), directory.path, String(count), seed], {
        stdio: 'pipe',
      })
      const files = readdirSync(directory.path).map((name) => join(directory.path, name))
      expect(files.length).toBe(count)
      const wrong: string[] = []
      for (const { file, variables } of readByPeers(files)) {
        for (const [path, peer] of Object.entries(variables ?? {})) {
          const difference = await libraryDifference(file, path, peer)
          if (difference !== '') wrong.push(`${difference} (RASTERLOOM_SEED=${seed})`)
        }
      }
      expect(wrong).toEqual([])
    } finally {
      directory.remove()
    }
  })
})
