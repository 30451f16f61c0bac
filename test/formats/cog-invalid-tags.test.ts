import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describeSource } from '../../src/api/open-describe.js'
import { validate } from '../../src/api/validate.js'
import { plainBand } from '../../src/graph/spec.js'
import { scratchDirectory } from '../cli/command.js'
import { cleanUp, type Job, writeCog } from './cog-driver.js'

afterAll(cleanUp)

const job: Job = {
  dtype: 'int16',
  height: 70,
  width: 80,
  options: { statistics: true },
  spec: { bands: [{ ...plainBand, nodata: -9999 }], attrs: { TIFFTAG_DATETIME: '2021:06:14 10:00:00', platform: 'sentinel-2a' } },
}

describe('tags that make no sense are told', () => {
  const directory = scratchDirectory()

  const cases: readonly (readonly [what: string, from: string, to: string, message: RegExp])[] = [
    ['a nodata value that is no number', '-9999\0', 'x9999\0', /GDAL_NODATA is "x9999", which is no number/],
    ['a nodata value out of range', '-9999\0', '99999\0', /GDAL_NODATA is "99999", which no pixel of int16 can be/],
    ['a date that there is not', '2021:06:14', '2021:13:14', /DateTime is "2021:13:14 10:00:00", not YYYY:MM:DD/],
    ['metadata that breaks off', '</GDALMetadata>', '</GDALMetadatX>', /GDAL_METADATA is no complete XML/],
    [
      'statistics against each other',
      'STATISTICS_MINIMUM" sample="0">0<',
      'STATISTICS_MINIMUM" sample="0">9<',
      /statistics contradict themselves/,
    ],
  ]

  it.each(cases)('%s', async (what, from, to, message) => {
    const { path } = await writeCog(what.startsWith('statistics') ? { ...job, data: (at) => at % 8 } : job)
    const bytes = readFileSync(path)
    const at = bytes.indexOf(from)
    expect(at).toBeGreaterThan(0)
    bytes.write(to, at, 'latin1')
    const changed = join(directory, `${what.replaceAll(' ', '-')}.tif`)
    writeFileSync(changed, bytes)
    const { valid, invalidTags, warnings } = await validate(changed)
    expect(invalidTags).toEqual([expect.stringMatching(message)])
    expect(warnings.map(({ rule }) => rule)).toEqual(['invalid-tag'])
    expect(valid).toBe(true)
    expect((await validate(changed, { strict: true })).valid).toBe(false)
    expect((await describeSource(changed)).info.invalidTags).toEqual(invalidTags)
  })

  it('of a sound file, none', async () => {
    const { path } = await writeCog(job)
    expect((await validate(path, { strict: true })).valid).toBe(true)
    expect((await describeSource(path)).info).not.toHaveProperty('invalidTags')
  })
})
