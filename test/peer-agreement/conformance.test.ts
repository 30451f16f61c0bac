import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scratchDirectory } from '../cli/command.js'
import { conformanceDir, describeWithPeers } from '../peers.js'
import { type Agreement, compare, convert, gdalwarpOnto, sameGrid } from './agreement.js'

interface Case {
  readonly id: string
  readonly input: string
  readonly expected: string
  readonly dtype: string
  readonly options: string
  readonly nodata: number | null
}

/** Options of gdalwarp as options of ours; what takes more than the option itself takes that many words. */
const options: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  '-r': ([name]) => ['--resampling', name as string],
  '-et': () => [],
  '-te': (edges) => [`--bounds=${edges.slice(0, 4).join(',')}`],
  '-tr': ([x, y]) => ['--resolution', `${x},${y}`],
  '-ts': ([width, height]) => ['--size', `${width}x${height}`],
  '-t_srs': ([crs]) => ['--crs', crs as string],
  '-tap': () => ['--tap'],
  '-dstnodata': ([value]) => ['--nodata', value as string],
}

/** Cases that mean to differ, and why. */
const differs: Readonly<Record<string, string>> = {
  S04: 'GDAL takes the scale from boxes of the chunk (0.75), which here overhang the source; the true scale is 0.25',
  N10: 'a valid pixel that is moved onto a new nodata value stops the run here',
  P08: 'over the pole GDAL widens the kernel by one scale for a whole chunk, we by that of each place',
  N13: 'with several bands GDAL interpolates where the nearest pixel is nodata',
}

/** Cases that GDAL computed with coordinates off by up to 0.125 px: their grids count, their pixels are computed again without. */
const approximated: readonly string[] = ['P03', 'P09', 'P10']

function optionsOf(text: string): string[] | null {
  const words = text.split(' ')
  const ours: string[] = []
  for (const [at, word] of words.entries()) {
    if (/^-[a-z]/.test(word)) {
      const translate = options[word]
      if (translate === undefined) return null
      ours.push(...translate(words.slice(at + 1)))
    }
  }
  return ours
}

describeWithPeers("GDAL's warp cases through the command line", ['gdal', 'gdal-python', 'conformance'], () => {
  const directory = scratchDirectory()
  const { cases } = JSON.parse(readFileSync(`${conformanceDir}cases/index.json`, 'utf8')) as { cases: Case[] }
  const chosen = cases.flatMap((each) => {
    const ours = /-r (near|bilinear) /.test(`${each.options} `) && differs[each.id] === undefined ? optionsOf(each.options) : null
    return ours === null ? [] : [{ ...each, ours }]
  })

  test('are found', () => {
    expect(chosen.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['W01', 'W02', 'W06', 'W07', 'I05', 'S01', 'S02', 'N01', 'N02', 'P01', 'P03', 'P05', 'P09', 'P10']),
    )
  })

  const grids = new Map<string, Agreement>()
  const pixels = new Map<string, Agreement>()

  test('all convert', async () => {
    for (const { id, input, ours } of chosen) {
      const source = `${conformanceDir}cases/${input}`
      await convert(directory, source, `${id}.tif`, '--max-error-px', '0', '--overviews', 'none', '--workers', '0', ...ours)
      if (!approximated.includes(id)) continue
      await gdalwarpOnto(directory, `${id}.tif`, source, `${id}-exact.tif`, '-r', ours[ours.indexOf('--resampling') + 1] as string)
    }
    const expected = chosen.map(({ id, expected: name }) => ({
      ours: `${directory}/${id}.tif`,
      theirs: `${conformanceDir}${folderOf(id)}/${name}`,
    }))
    const exact = approximated.map((id) => ({ ours: `${directory}/${id}.tif`, theirs: `${directory}/${id}-exact.tif` }))
    const found = compare([...expected, ...exact])
    for (const [at, { id }] of chosen.entries()) {
      grids.set(id, found[at] as Agreement)
      pixels.set(id, found[approximated.includes(id) ? chosen.length + approximated.indexOf(id) : at] as Agreement)
    }
  })

  test.each(chosen.map(({ id, dtype, nodata, options: text }) => [id, dtype, nodata, text] as const))(
    '%s %s, nodata %s: %s',
    (id, dtype, nodata) => {
      sameGrid(grids.get(id) as Agreement)
      const { ulps, maxDifference, equal, onlyOurs, onlyTheirs } = pixels.get(id) as Agreement
      if (dtype.startsWith('float')) expect(ulps).toBeLessThanOrEqual(1)
      else expect(maxDifference).toBeLessThanOrEqual(1)
      expect(equal).toBeGreaterThanOrEqual(0.999)
      if (nodata !== null) expect([onlyOurs, onlyTheirs]).toEqual([0, 0])
    },
  )
})

/** `-tap` has a tolerance since GDAL 3.9, and so have we. */
function folderOf(id: string): string {
  return id === 'P10' ? 'gdal-3.12' : 'cases'
}
