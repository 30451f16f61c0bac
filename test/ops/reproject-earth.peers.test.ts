import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import * as library from '../../src/index.js'
import { describeWithPeers, python } from '../peers.js'

/** A case of docs/images/earth/cases.json. */
interface EarthCase {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly target: string
  readonly resampling: 'near' | 'bilinear'
  /** Why GDAL fills what is not on earth. */
  readonly gdal?: string
  /** Pixels at the seam of the source, across which GDAL does not mix. */
  readonly seam?: number
  readonly gcps?: number | 'tps'
}

interface Scene {
  source(name: string): Promise<library.DataArray>
  warped(each: EarthCase, options: object): Promise<library.DataArray>
}

interface SceneModule {
  readonly cases: readonly EarthCase[]
  readonly grids: Readonly<Record<string, { readonly crs: string }>>
  pointsOf(name: string): readonly object[]
  sceneWith(of: object): Scene
}

/** What the other side found of a case. */
interface Found {
  readonly valid: number
  /** Pixels that one of the two has and the other has not. */
  readonly onlyOurs: number
  readonly onlyTheirs: number
  /** Pixels that both have and that differ by more than 1. */
  readonly differing: number
  /** Greatest error against the formula of the picture at the place that PROJ gives, and pixels that are off the earth. */
  readonly error: number
  readonly offEarth: number
}

const folder = mkdtempSync(join(tmpdir(), 'earth-'))
afterAll(() => rmSync(folder, { recursive: true }))
const run = { workers: 0 }
const full = process.env.RASTERLOOM_FULL === '1'
const moduleUrl = new URL('../../docs/images/earth/scene.mjs', import.meta.url).href

describeWithPeers('the whole earth', ['gdal-python', 'pyproj'], () => {
  let found: Record<string, Found> = {}
  it('is warped as gdalwarp -et 0 does and as PROJ says: a quarter of the cases (RASTERLOOM_FULL=1: all)', async () => {
    const { cases: all, grids, pointsOf, sceneWith } = (await import(moduleUrl)) as SceneModule
    expect(all.length).toBeGreaterThanOrEqual(50)
    const cases = all.filter((_, at) => full || at % 4 === 0)
    const scene = sceneWith(library)
    const jobs = []
    for (const each of cases) {
      const source = await scene.source(each.source)
      writeFileSync(join(folder, `${each.source}.bin`), source.filled(0))
      const near = await (await scene.warped({ ...each, resampling: 'near' }, { maxErrorPx: 0 })).compute(run)
      writeFileSync(join(folder, `${each.id}.near`), near.filled(0))
      const plain = await linear(scene, each, source)
      if (plain !== null) writeFileSync(join(folder, `${each.id}.bilinear`), plain.filled(0))
      const gcps = each.gcps === undefined ? null : { fit: each.gcps, points: pointsOf(each.source) }
      jobs.push({ ...each, gcps, from: grids[each.source], to: grids[each.target], bilinear: plain !== null })
    }
    const script = fileURLToPath(new URL('reproject-earth.py', import.meta.url))
    const input = JSON.stringify({ folder, jobs })
    found = JSON.parse(execFileSync(python, ['-W', 'ignore', script], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }))
    for (const { id, source, gdal, seam = 0, gcps } of cases) {
      for (const kernel of ['near', 'bilinear']) {
        const answer = found[`${id} ${kernel}`]
        if (answer === undefined) continue
        const { valid, onlyOurs, onlyTheirs, differing, error, offEarth } = answer
        const where = `${id} ${kernel}: ${JSON.stringify(answer)}`
        // No case is empty, and nothing is invented off the earth.
        expect(valid, where).toBeGreaterThan(100)
        expect(offEarth, where).toBe(0)
        expect(onlyOurs, where).toBe(0)
        if (gdal === undefined) expect(onlyTheirs, where).toBe(0)
        // Exact but for ties of rounding.
        expect(differing, where).toBeLessThanOrEqual(kernel === 'near' ? 0 : seam + 5)
        // Smooth colours, so that a smear or a shift of half a pixel shows: a source of coarse pixels is off by a few.
        if (kernel === 'bilinear' && gcps === undefined) expect(error, where).toBeLessThan(grids[source]?.crs === 'EPSG:4326' ? 4 : 24)
      }
    }
  })
})

/** The bilinear result with an unwidened kernel, as GDAL is told to make it. */
async function linear(scene: Scene, each: EarthCase, source: library.DataArray): Promise<library.DataArray | null> {
  if (each.gcps !== undefined) return null
  const onto = (await scene.warped(each, {})).geobox
  const params = { geobox: onto as never, resampling: 'bilinear', maxErrorPx: 0, scale: { x: 1, y: 1 } }
  return wrapped(applyOp('reproject', params, [nodeOf(source)])).compute(run)
}
