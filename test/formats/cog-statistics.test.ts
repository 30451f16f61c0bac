import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { cogSink } from '../../src/formats/geotiff/sink.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers } from '../peers.js'
import { cleanUp, type Job, runPython, specOf, writeCog } from './cog-driver.js'

afterAll(cleanUp)

interface Found {
  readonly written: Readonly<Record<string, string>>
  readonly computed: readonly [min: number, max: number, mean: number, deviation: number]
  readonly percent: number
}

const program = `
import sys, json
from osgeo import gdal
import numpy as np
gdal.UseExceptions()
def one(path):
    out = []
    ds = gdal.Open(path)
    for b in range(1, ds.RasterCount + 1):
        band = ds.GetRasterBand(b)
        if band.GetColorInterpretation() == gdal.GCI_AlphaBand: continue
        written = {k: v for k, v in band.GetMetadata().items() if k.startswith('STATISTICS_')}
        a = band.ReadAsArray().astype('float64'); m = band.GetMaskBand().ReadAsArray() != 0
        v = a[m]
        out.append(dict(written=written, computed=[v.min(), v.max(), v.mean(), v.std()], percent=100.0 * m.mean()))
    return out
print(json.dumps([one(p) for p in sys.argv[1:]]))
`

const holes = (index: number): boolean => index % 11 !== 4 && Math.floor(index / 900) % 7 !== 2

const jobs: readonly Job[] = [
  { dtype: 'uint8', height: 200, width: 300, valid: holes },
  { dtype: 'int16', height: 200, width: 300, valid: holes, bands: 2, spec: { bands: [0, 1].map(() => ({ ...plainBand, nodata: -9 })) } },
  {
    dtype: 'float32',
    height: 150,
    width: 300,
    valid: holes,
    data: (at) => Math.fround(Math.sin(at) * 1e4),
    bands: 2,
    options: { interleave: 'band' },
  },
  { dtype: 'float64', height: 90, width: 70, data: (at) => 1e-7 * at - 3.25 },
  { dtype: 'uint16', height: 200, width: 300, valid: holes, bands: 3, options: { mask: 'alpha' } },
  { dtype: 'uint8', height: 200, width: 300, valid: (at) => at % 300 < 60, bands: 2, options: { sparse: true } },
]

describeWithPeers('statistics of a COG, beside numpy', ['gdal-python', 'numpy'], () => {
  it('are those of the pixels and the mask that GDAL reads', async () => {
    const paths: string[] = []
    for (const job of jobs) paths.push((await writeCog({ ...job, options: { blockSize: 64, statistics: true, ...job.options } })).path)
    const seen = runPython<Found[][]>(program, ...paths)
    for (const [at, bands] of seen.entries()) {
      expect(bands.length).toBe(jobs[at]?.bands ?? 1)
      for (const { written, computed, percent } of bands) {
        const names = ['MINIMUM', 'MAXIMUM', 'MEAN', 'STDDEV']
        names.forEach((name, k) => {
          const value = Number(written[`STATISTICS_${name}`])
          expect(Math.abs(value - (computed[k] as number)), `${name} of job ${at}`).toBeLessThanOrEqual(
            1e-12 * Math.abs(computed[k] as number) + 1e-13,
          )
        })
        expect(Number(written.STATISTICS_VALID_PERCENT)).toBeCloseTo(percent, 1)
      }
    }
  })
})

describe('statistics of a COG', () => {
  it('do not depend on who wrote which tile, and come only where they are asked for', async () => {
    const job = { ...(jobs[2] as Job), options: { blockSize: 64, statistics: true } }
    const one = readFileSync((await writeCog(job)).path)
    const other = readFileSync((await writeCog({ ...job, threads: 3, shuffle: (all) => [...all].reverse() })).path)
    expect(one.equals(other)).toBe(true)
    expect(one.toString('latin1')).toContain('STATISTICS_MEAN')
    const plain = readFileSync((await writeCog({ ...job, options: { blockSize: 64 } })).path)
    expect(plain.toString('latin1')).not.toContain('STATISTICS_')
  })

  it('are refused where the file would not bear them out', () => {
    const parse = (options: object, bands: number) => () =>
      cogSink.parse({ statistics: true, ...options } as never, specOf({ dtype: 'uint8', height: 90, width: 90, bands }))
    expect(parse({ compress: 'jpeg' }, 3)).toThrow(/statistics would be those of the pixels before compress 'jpeg'/)
    expect(parse({ interleave: 'band' }, 3)).toThrow(/one mask serves all/)
    expect(parse({ compress: 'webp', lossless: true }, 3)).not.toThrow()
  })
})
