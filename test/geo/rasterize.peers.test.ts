import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { describeWithPeers } from '../peers.js'
import { type BurnCase, burnCase, burned } from './shape-cases.js'

const count = process.env.RASTERLOOM_FULL === '1' ? 5000 : 200

describeWithPeers('burned shapes', ['rasterio', 'numpy'], () => {
  it('are pixel by pixel those of GDAL', { timeout: 900_000 }, () => {
    const cases = Array.from({ length: count }, (_, seed) => burnCase(seed + 1))
    const theirs = byRasterio(cases)
    const unlike: string[] = []
    cases.forEach((given, at) => {
      const ours = burned(given)
      const other = theirs[at] as readonly number[]
      const differing = ours.reduce((sum, value, pixel) => sum + (value === other[pixel] ? 0 : 1), 0)
      if (differing > 0) unlike.push(`case ${at + 1}: ${differing} px, ${JSON.stringify(given)}`)
    })
    expect(unlike.length, unlike.slice(0, 3).join('\n')).toBe(0)
  })
})

function byRasterio(cases: readonly BurnCase[]): number[][] {
  const out = execFileSync('/usr/bin/python3', ['test/geo/rasterize.py'], { input: JSON.stringify(cases), maxBuffer: 2 ** 30 })
  return JSON.parse(out.toString()) as number[][]
}
