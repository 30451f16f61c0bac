import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import type { Json } from '../../src/base/json.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { reproject } from '../../src/ops/reproject.js'
import { testKit } from '../kit.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { type Raster, readRasters } from './rasters.js'
import { type Filled, gridSpec, runOp } from './run-op.js'

/** How far ours may be from GDAL's: units in the last place of float32 or whole numbers, for all but a share of the pixels. */
interface Allowance {
  readonly ulps?: number
  readonly whole?: number
  readonly share?: number
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reproject-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const kit = testKit(64)

function warp(source: Raster, geobox: GeoBox, params: Record<string, Json>): Filled {
  const spec = gridSpec(source.geobox, source.dtype, source.shape[0])
  const valid = source.nodata === null ? null : { nodata: source.nodata }
  return runOp(kit, reproject as never, { geobox: geobox as unknown as Json, ...params }, { spec, data: source.data, valid })
}

/** Bits of a float32 as a number that counts floats in order. */
function order(value: number): number {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, value)
  const whole = bits.getInt32(0)
  return whole < 0 ? -0x80000000 - whole : whole
}

/** Share of pixels that are further apart than allowed. Invalid pixels are the target's nodata, or 0. */
function shareBeyond(ours: Filled, theirs: Raster, { ulps, whole }: Allowance): number {
  let beyond = 0
  for (let i = 0; i < theirs.data.length; i++) {
    const a = isValidAt(ours, i) ? Number(ours.data[i]) : (theirs.nodata ?? 0)
    const b = Number(theirs.data[i])
    const gap = whole !== undefined ? Math.abs(a - b) : Math.abs(order(a) - order(b))
    if (gap > (whole ?? ulps ?? 0)) beyond++
  }
  return beyond / theirs.data.length
}

describeWithPeers('a photograph in UTM 18 on Mercator', ['data', 'gdal', 'rasterio', 'pyproj'], () => {
  const photo = join(dataDir, 'geotiff/rasterio/RGB.byte.tif')
  const gdalwarp = (name: string, resampling: string, extra: readonly string[]): Raster => {
    // One band: GDAL's rule for the centre pixel does not hold by band in images of several.
    const one = join(folder, `${name}-one.tif`)
    execFileSync('gdal_translate', ['-q', '-b', '1', photo, one])
    const out = join(folder, `${name}.tif`)
    execFileSync('gdalwarp', ['-q', '-overwrite', '-et', '0', '-ovr', 'NONE', '-t_srs', 'EPSG:3857', '-r', resampling, ...extra, one, out])
    return readRasters([out])[0] as Raster
  }

  describe('at the same scale', () => {
    const size = ['-tr', '340', '330', '-te', '-8800000', '2700000', '-8520000', '2960000', '-wo', 'XSCALE=1', '-wo', 'YSCALE=1']
    it.each([
      ['near', { whole: 0, share: 0.0002 }],
      ['bilinear', { whole: 0, share: 0.005 }],
      ['bilinear', { whole: 1, share: 0.00002 }],
    ])('%s within %o', (resampling, allowed) => {
      const source = firstBand(readRasters([photo])[0] as Raster)
      const expected = gdalwarp(`same-${resampling}`, resampling, size)
      const scale = { x: 1, y: 1 }
      expect(shareBeyond(warp(source, expected.geobox, { resampling, scale }), expected, allowed)).toBeLessThan(allowed.share)
      expect(shareBeyond(warp(source, expected.geobox, { resampling, scale, maxErrorPx: 0 }), expected, allowed)).toBeLessThan(
        allowed.share,
      )
    })
  })

  it('bilinear at a third of the size', () => {
    const source = firstBand(readRasters([photo])[0] as Raster)
    const size = ['-tr', '1020', '990', '-te', '-8800000', '2700000', '-8520000', '2960000', '-wo', 'XSCALE=0.3', '-wo', 'YSCALE=0.3']
    const expected = gdalwarp('third', 'bilinear', [...size, '-wo', 'SOURCE_EXTRA=8'])
    const result = warp(source, expected.geobox, { resampling: 'bilinear', scale: { x: 0.3, y: 0.3 } })
    expect(shareBeyond(result, expected, { whole: 0 })).toBeLessThan(0.01)
    expect(shareBeyond(result, expected, { whole: 1 })).toBeLessThan(0.0002)
  })
})

function firstBand(raster: Raster): Raster {
  const [, height, width] = raster.shape
  return { ...raster, shape: [1, height, width], data: raster.data.subarray(0, width * height) }
}
