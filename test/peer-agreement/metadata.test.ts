import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isRasterloomError } from '../../src/base/errors.js'
import { open, slice } from '../../src/index.js'
import { scratchDirectory } from '../cli/command.js'
import { dataDir, describeWithPeers, python } from '../peers.js'

interface Answer {
  /** Why GDAL cannot read the file. */
  readonly unread?: string
  readonly differences?: Readonly<Record<string, readonly [theirs: unknown, ours: unknown]>>
}

interface Pair {
  readonly name: string
  readonly theirs: string
  readonly ours: string
}

const contradicted = 'keys beside an EPSG code say something else than the code; the code counts here, the keys in GDAL'

const parts = 'a complex band is two here, and its nodata value a mask'

/** What is not as in GDAL, by file, and why that is so. */
const differs: Readonly<Record<string, readonly [facts: readonly string[], why: string]>> = {
  'epsg_2193_override.tif': [['crs'], contradicted],
  'epsg_27563_allgeokeys.tif': [['crs', 'unit 1', 'unit 2', 'unit 3'], `${contradicted}; a vertical unit without a vertical CRS is none`],
  'inconsistent_invflattening.tif': [['crs', 'unit 1'], `${contradicted}; a vertical unit without a vertical CRS is none`],
  'projected_GTCitationGeoKey_with_underscore_and_GeogTOWGS84GeoKey.tif': [['crs'], `${contradicted}, which then has no projection`],
  'esri_geodataxform_no_resolutionunit.tif': [['crs', 'transform', 'gcps', 'metadata'], 'control points of a .aux.xml beside the file'],
  'invalid_semimajoraxis_compound.tif': [['metadata'], 'without a CRS there is no key that says "area", which is what readers assume'],
  'cint32_big_endian.tif': [['bands', 'dtype 1', 'description 1', 'color 1'], parts],
  'complex_non_zero_real_zero_imag.tif': [['bands', 'dtype 1', 'nodata 1', 'description 1', 'color 1'], parts],
  'sparse.tiff': [['domain TILING_SCHEME'], 'a crop is on no grid of web tiles'],
  'au-gcp.tif': [['metadata'], 'that pixels are areas is what is assumed without a key'],
}

/** What ours may refuse: other codecs, other sample types, corrupt files. */
const refusals = /which is not supported|is truncated|is corrupt|is corrupt or cut short|TIFF tiles end at 2 GiB/

describeWithPeers('a GeoTIFF turned into a COG says what it said, by GDAL', ['gdal-python', 'data'], () => {
  const directory = scratchDirectory()
  const root = `${dataDir}geotiff/`
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /\.tiff?$/i.test(name)).sort()
  const pairs: Pair[] = []

  test('every file converts, or is refused with a reason', async () => {
    for (const [at, name] of files.entries()) {
      try {
        const source = await open(root + name)
        const { dims, shape } = source
        const corner = (dim: string): ReturnType<typeof slice> => slice(0, Math.min(16, shape[dims.indexOf(dim as 'x')] as number))
        const ours = `${directory}/${at}.tif`
        await source
          .isel({ y: corner('y'), x: corner('x') } as never)
          .toCog(ours, { workers: 0, overviews: 'none', onNodataClash: 'nudge' })
        pairs.push({ name, theirs: root + name, ours })
        const again = await open(ours)
        // Esri's WKT becomes EPSG's names.
        if (!name.includes('esri')) expect(again.geobox?.crs, `CRS of ${name}, read back`).toEqual(source.geobox?.crs)
      } catch (error) {
        if (!isRasterloomError(error)) throw error
        expect(error.message, name).toMatch(refusals)
      }
    }
    expect(pairs.length).toBeGreaterThan(130)
  }, 60_000)

  test('CRS, geotransform, nodata, scale, offset, unit, descriptions, colours, metadata', () => {
    const script = fileURLToPath(new URL('metadata.py', import.meta.url))
    const input = JSON.stringify(pairs)
    const answers = JSON.parse(execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 })) as Answer[]
    const found = new Map(answers.map(({ differences }, at) => [(pairs[at] as Pair).name, differences ?? {}]))
    const unlike = [...found].flatMap(([name, differences]) => {
      const short = name.slice(name.lastIndexOf('/') + 1)
      const expected = differs[short]?.[0] ?? []
      const facts = Object.keys(differences).filter((fact) => !expected.includes(fact))
      return facts.map((fact) => `${name}: ${fact} ${JSON.stringify(differences[fact])}`)
    })
    expect(unlike).toEqual([])
  })
})
