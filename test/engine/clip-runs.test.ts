import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { open } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { describeWithPeers } from '../peers.js'

const file = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const ring = [
  [483004, 5391012],
  [486321, 5391777],
  [485000.5, 5394999],
  [483500, 5393000],
  [483004, 5391012],
]
const field = { type: 'Polygon', coordinates: [ring] }
const own = { crs: 'EPSG:32633' } as const

describe('a clipped source', () => {
  it('has the same pixels for any workers, chunks and memory', async () => {
    const source = await open(file, { band: 1 })
    const clipped = source.clip(field, { ...own, allTouched: true })
    const whole = await clipped.compute({ workers: 0 })
    for (const [chunks, run] of [
      [64, { workers: 2 }],
      [37, { workers: 0, maxMemory: '100MB' }],
    ] as const) {
      const other = await clipped.chunk(chunks).compute(run)
      expect(Buffer.from(other.values.buffer).equals(Buffer.from(whole.values.buffer))).toBe(true)
      expect(other.valid).toEqual(whole.valid)
    }
    const later = await source
      .clip(field, { ...own, drop: false, allTouched: true })
      .clipBox(483000, 5391000, 486400, 5395000)
      .compute()
    expect([...(later.valid ?? [])].filter((each) => each === 1).length).toBe([...(whole.valid ?? [])].filter((each) => each === 1).length)
  })

  it('reads the tiles near the shapes alone', async () => {
    const source = await open(file, { band: 1 })
    const plan = await source
      .clip(field, { ...own, drop: false })
      .chunk(256)
      .plan({ to: '/tmp/never-written.zarr' })
    const [tiles] = /B08\.tif +(\d+)/.exec(String(plan))?.slice(1) ?? []
    expect(Number(tiles)).toBeGreaterThan(0)
    expect(Number(tiles)).toBeLessThan(12)
  })
})

const script = `
import json, sys
import rioxarray
made = rioxarray.open_rasterio(sys.argv[1], masked=True)[0]
answers = []
for touched in (False, True):
    cut = made.rio.clip([json.loads(sys.argv[2])], crs="EPSG:32633", all_touched=touched)
    answers.append({"shape": list(cut.shape), "count": int(cut.notnull().sum()), "sum": float(cut.astype('float64').sum())})
print(json.dumps(answers))
`

describeWithPeers('a clipped source beside rioxarray', ['rioxarray'], () => {
  it('has the same rows, columns and pixels', async () => {
    const theirs = JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, file, JSON.stringify(field)]).toString()) as {
      shape: number[]
      count: number
      sum: number
    }[]
    const source = await open(file, { band: 1 })
    for (const [at, allTouched] of [false, true].entries()) {
      const { shape, values, valid } = await source.clip(field, { ...own, allTouched }).compute()
      const kept = [...values].map(Number).filter((_, pixel) => valid === null || valid[pixel] === 1)
      expect({ shape, count: kept.length, sum: kept.reduce((sum, value) => sum + value, 0) }).toEqual(theirs[at])
    }
  })
})
