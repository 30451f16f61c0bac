import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testKit } from '../kit.js'
import { conformanceDir, describeWithPeers } from '../peers.js'
import { type Raster, readRasters } from './rasters.js'
import { type Gap, pixelsBeyond, warpTo } from './warp-peer.js'

interface Case {
  readonly id: string
  readonly input: string
  readonly expected: string
  readonly options: string
}

/** How far ours may be from GDAL's. */
interface Allowance {
  readonly gap: Gap
  /** Where GDAL takes the scale from its chunk's outline, the scale that it took. */
  readonly scale?: { readonly x: number; readonly y: number }
  /** Taken from GDAL 3.12, where 3.6 ignored the sub-pixel phase of a shrinking Lanczos kernel. */
  readonly newer?: boolean
  /** Pixels that differ on purpose, and why. */
  readonly differ?: { readonly pixels: readonly number[]; readonly because: string }
}

const one: Gap = { ulps: 1 }
const whole: Gap = { abs: 1 }

const overhang = 'GDAL gives the edge of the array more weight where the pixel hangs over it; here what it covers counts'
const covered = 'GDAL counts each pixel once and takes the value that first reaches the top count; here covered area counts, first met wins'
/** Cases that agree nowhere near, on purpose. */
const others: Readonly<Record<string, string>> = { W13: covered, N15: covered, N16: covered, E02: overhang }

// Of P07: the row and the column of pixels that hang over the edge of its array.
const lastRow = Array.from({ length: 16 }, (_, i) => 128 + i)

const allowances: Readonly<Record<string, Allowance>> = {
  W03: { gap: one },
  W04: { gap: one },
  W05: { gap: { ulps: 2 }, differ: { pixels: [387], because: 'GDAL does not divide by a sum of weights within 1e-5 of 1' } },
  W08: { gap: one },
  W09: { gap: one },
  W10: { gap: { ulps: 2 }, newer: true },
  I01: { gap: whole },
  I02: { gap: whole },
  I03: { gap: whole },
  I04: { gap: whole },
  // The pixels around are a million times greater, and rounding is relative to them.
  I06: { gap: { rel: 1e-11 } },
  S03: { gap: one },
  S06: { gap: one },
  N03: { gap: one },
  N04: { gap: one },
  N05: { gap: { rel: 1e-6 }, newer: true },
  W11: { gap: one },
  W12: { gap: one },
  W14: { gap: one },
  W15: { gap: one },
  W16: { gap: one },
  W17: { gap: one },
  W18: { gap: one },
  W19: { gap: { rel: 1e-6 } },
  I07: { gap: { abs: 0 } },
  I08: { gap: whole },
  N06: { gap: one },
  N07: { gap: one },
  N08: { gap: { rel: 1e-6 } },
  N11: { gap: one, differ: { pixels: [48, 49, 50, 51, 52, 53, 54, 55], because: overhang } },
  O02: { gap: one, differ: { pixels: [9, 19, 29, 39, 49, 59, 69, 79], because: overhang } },
  E01: { gap: one },
  E03: { gap: one },
  E04: { gap: { abs: 0 } },
  E05: { gap: whole, differ: { pixels: [0], because: 'GDAL falls back to plain bilinear where the kernel is wider than the image' } },
  E07: { gap: { ulps: 0 } },
  O04: { gap: { rel: 1e-5 } },
  O05: { gap: one, differ: { pixels: [2, 3, 5, 6, 7, 9, 12, 13, 14, 20, 30, 50, 61, 81, 92], because: overhang } },
  P07: { gap: { abs: 1e-4 }, differ: { pixels: [...lastRow, 144, 160, 176, 192, 208, 224, 240], because: overhang } },
  O03: { gap: one, differ: { pixels: [733, 1643], because: 'the centre lies on the edge of the array to within rounding' } },
  P02: { gap: { abs: 1e-4 }, scale: { x: 1, y: 1 } },
  P04: { gap: { abs: 1e-4 }, scale: { x: 0.7609515656843128, y: 1 } },
  P06: { gap: { abs: 1e-3 }, scale: { x: 50 / 60, y: 1 }, newer: true },
}

const kit = testKit(64)

describeWithPeers('kernels agree with gdalwarp', ['conformance', 'rasterio', 'pyproj'], () => {
  const cases = join(conformanceDir, 'cases')
  const chosen = (JSON.parse(readFileSync(join(cases, 'index.json'), 'utf8')) as { cases: Case[] }).cases.filter(
    ({ id }) => id in allowances || id in others,
  )
  const paths = chosen.flatMap(({ id, input, expected }) => [
    join(cases, input),
    join(allowances[id]?.newer === true ? join(conformanceDir, 'gdal-3.12') : cases, expected),
  ])
  const rasters = readRasters(paths)

  chosen.forEach((of, k) => {
    const { id } = of
    it(id in others ? `${id} differs: ${others[id]}` : `${id}: ${of.options}`, () => {
      const [source, expected] = [rasters[2 * k] as Raster, rasters[2 * k + 1] as Raster]
      const { gap, scale = null, differ } = allowances[id] ?? { gap: one }
      const resampling = /-r (\w+)/.exec(of.options)?.[1] ?? 'near'
      const result = warpTo(kit, source, expected, { resampling, scale })
      const beyond = pixelsBeyond(result, expected, gap).filter((i) => differ?.pixels.includes(i) !== true)
      if (id in others) {
        expect(beyond.length).toBeGreaterThan(0)
        return
      }
      const worst = beyond.slice(0, 5).map((i) => `${i}: ${result.data[i]}, not ${expected.data[i]}`)
      expect([beyond.length, ...worst]).toEqual([0])
    })
  })
})
