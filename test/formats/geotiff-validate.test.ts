import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { validate } from '../../src/api/validate.js'
import { isRasterloomError } from '../../src/base/errors.js'
import { scratchDirectory } from '../cli/command.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { cleanUp, type Job, writeCog } from './cog-driver.js'

afterAll(cleanUp)

/** What GDAL's validator says of files: its errors and warnings, or why it cannot. */
interface Verdict {
  readonly errors?: readonly string[]
  readonly warnings?: readonly string[]
  readonly refused?: string
}

const program = `
import json, sys, warnings
from osgeo import gdal
from osgeo_utils.samples import validate_cloud_optimized_geotiff as v
gdal.PushErrorHandler('CPLQuietErrorHandler')
out = []
for path in json.load(sys.stdin):
    try:
        w, e, _ = v.validate(path, full_check=True)
        out.append(dict(errors=e, warnings=w))
    except Exception as error:
        out.append(dict(refused=str(error)))
json.dump(out, sys.stdout)
`

function gdalSays(paths: readonly string[]): Verdict[] {
  return JSON.parse(execFileSync(python, ['-c', program], { input: JSON.stringify(paths), encoding: 'utf8', maxBuffer: 1 << 28 }))
}

const large: Job = { dtype: 'uint8', height: 600, width: 700, valid: (index) => index % 11 !== 4, options: { blockSize: 128 } }

describe('what is wrong with a COG is told by rule and level', () => {
  const directory = scratchDirectory()
  const broken = async (name: string, change: (bytes: Buffer) => void): Promise<string> => {
    const { path } = await writeCog(large)
    const bytes = readFileSync(path)
    change(bytes)
    const target = `${directory}/${name}.tif`
    writeFileSync(target, bytes)
    return target
  }

  it('nothing, of one just written', async () => {
    const { path } = await writeCog(large)
    const report = await validate(path, { strict: true })
    expect(report).toMatchObject({ valid: true, errors: [], warnings: [] })
    expect(report.levels.map(({ width }) => width)).toEqual([700, 350, 175, 87])
  })

  it('a changed file', async () => {
    const path = await broken('edited', (bytes) => bytes.write('YES\n', bytes.indexOf('KNOWN_INCOMPATIBLE_EDITION=NO') + 27))
    expect((await validate(path)).errors.map(({ rule }) => rule)).toEqual(['edited'])
  })

  it('a tile whose size or end is not repeated', async () => {
    const { path } = await writeCog(large)
    const bytes = readFileSync(path)
    // The last bytes of the file are the trailer of the last mask tile.
    bytes.writeUInt32LE(0x12345678, bytes.length - 4)
    const target = `${directory}/trailer.tif`
    writeFileSync(target, bytes)
    const { valid, errors } = await validate(target)
    expect([valid, errors.map(({ rule, level }) => [rule, level])]).toEqual([false, [['block-trailer', 0]]])
    expect((await validate(target, { tiles: false })).valid).toBe(true)
  })

  it('a file that is cut short', async () => {
    const { path } = await writeCog(large)
    const target = `${directory}/short.tif`
    writeFileSync(target, readFileSync(path).subarray(0, -3000))
    const { errors } = await validate(target)
    expect(errors.map(({ rule }) => rule)).toContain('truncated')
  })

  it('no overviews is a warning, an error where it is asked to be strict', async () => {
    const { path } = await writeCog({ ...large, options: { blockSize: 128, overviews: 'none' } })
    const report = await validate(path)
    expect([report.valid, report.warnings.map(({ rule }) => rule)]).toEqual([true, ['no-overviews']])
    expect((await validate(path, { strict: true })).valid).toBe(false)
  })

  it('what is no TIFF, or is not there, fails', async () => {
    writeFileSync(`${directory}/text.tif`, 'no TIFF at all, but a text')
    await expect(validate(`${directory}/text.tif`)).rejects.toThrow(/not a readable TIFF/)
    await expect(validate(`${directory}/nowhere.tif`)).rejects.toThrow(/nowhere.tif/)
  })
})

describeWithPeers("validate says what GDAL's validator says", ['gdal-python', 'data'], () => {
  const directory = scratchDirectory()

  /** Copies of a COG of GDAL's with bytes changed here and there behind the ghost area. */
  const mutants = (): string[] => {
    const source = `${directory}/gdal.tif`
    const rgb = `${dataDir}geotiff/rasterio/RGB.byte.tif`
    execFileSync('gdal_translate', ['-q', '-of', 'COG', '-co', 'BLOCKSIZE=128', '-co', 'COMPRESS=DEFLATE', rgb, source])
    const bytes = readFileSync(source)
    return [3000, 40000, 200000, 500000].map((at) => {
      const copy = Buffer.from(bytes)
      for (let k = 0; k < 3000; k++) copy[Math.min(copy.length - 1, at + k * 37)] = 7
      const path = `${directory}/mutant-${at}.tif`
      writeFileSync(path, copy)
      return path
    })
  }

  it('of every file, and of damaged ones', async () => {
    const root = `${dataDir}geotiff/`
    const names = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /\.tiff?$/i.test(name)).sort()
    // One file of 4e9 blocks is beyond a test, two that are corrupt do not open here.
    const paths = [
      ...names.filter((name) => !/huge_raster|missing_tilebytecounts|ossfuzz/.test(name)).map((name) => root + name),
      ...mutants(),
    ]
    const verdicts = gdalSays(paths)
    const unlike: string[] = []
    let invalid = 0
    for (const [at, path] of paths.entries()) {
      const { errors, warnings, refused } = verdicts[at] as Verdict
      try {
        const ours = await validate(path)
        // What GDAL cannot open it cannot judge; blocks past the end of a file it does not look at.
        const own = ours.errors.filter(({ rule }) => !['truncated', 'blocks-missing'].includes(rule))
        if (refused !== undefined) continue
        invalid += own.length > 0 ? 1 : 0
        const same = own.length > 0 === (errors ?? []).length > 0
        const overviews = ours.warnings.some(({ rule }) => rule === 'no-overviews') === (warnings ?? []).length > 0
        if (!same || !overviews) unlike.push(`${path}: ${JSON.stringify([errors, warnings, own, ours.warnings])}`)
      } catch (error) {
        if (!isRasterloomError(error)) throw error
        if (refused === undefined) unlike.push(`${path}: ${error.message}`)
      }
    }
    expect(unlike).toEqual([])
    expect(invalid).toBeGreaterThan(10)
  }, 120_000)
})
