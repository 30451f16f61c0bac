import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { open } from '../../src/api/open.js'
import { describeSource } from '../../src/api/open-describe.js'
import { isRasterloomError } from '../../src/base/errors.js'
import type { JsonObject } from '../../src/base/json.js'
import { infoFacts } from '../../src/cli/info-action.js'
import { dataDir, describeWithPeers, python } from '../peers.js'

interface GdalBand {
  readonly type: string
  readonly block: readonly number[]
  readonly colorInterpretation: string
  readonly description?: string
  readonly noDataValue?: number | string
  readonly scale?: number
  readonly offset?: number
  readonly overviews?: readonly { readonly size: readonly [number, number] }[]
}

interface GdalInfo {
  readonly size: readonly [number, number]
  readonly bands: readonly GdalBand[]
  readonly geoTransform?: readonly number[]
  readonly coordinateSystem?: { readonly wkt: string }
  readonly metadata: { readonly IMAGE_STRUCTURE?: { readonly COMPRESSION?: string; readonly INTERLEAVE?: string } }
}

/** Files of which GDAL says something else, and why. */
const differs: Readonly<Record<string, readonly string[]>> = {
  // Signed bytes are a dtype of their own here, and a flag in GDAL 3.6.
  'cogeotiff-core/model_transformation.tif': ['dtype'],
  // Places and CRSs that GDAL takes from Esri's XML inside the file.
  'gdal-gcore/gtiff/esri_geodataxform_no_resolutionunit.tif': ['affine', 'epsg'],
  'gdal-gcore/gtiff/projection_from_esri_xml.tif': ['affine', 'epsg'],
  // CRSs that contradict themselves or name no code, which GDAL repairs.
  'gdal-gcore/gtiff/buggy_sentinel1_ellipsoid_code_4326.tif': ['epsg'],
  'gdal-gcore/gtiff/projected_GTCitationGeoKey_with_underscore_and_GeogTOWGS84GeoKey.tif': ['epsg'],
  'gdal-gcore/gtiff/epsg_27563_allgeokeys.tif': ['epsg'],
  // Heights are no part of a CRS here: the horizontal one is shown.
  'gdal-gcore/gtiff/compdcrs_no_citation.tif': ['epsg'],
  'gdal-gcore/gtiff/compdcrs_without_gtcitation.tif': ['epsg'],
  'gdal-gcore/gtiff/compound_with_VerticalCitationGeoKey_only.tif': ['epsg'],
  // Complex bands are two here, without a nodata value: a mask stands for it.
  'gdal-gcore/gtiff/cint32_big_endian.tif': ['bands', 'dtype', 'nodata', 'scales', 'descriptions'],
  'gdal-gcore/gtiff/complex_non_zero_real_zero_imag.tif': ['bands', 'dtype', 'nodata', 'scales', 'descriptions'],
  // Overviews in a file beside it.
  'rasterio/green.tif': ['overviews'],
  'rasterio/red.tif': ['overviews'],
}

const dtypes: Readonly<Record<string, string>> = {
  Byte: 'uint8',
  UInt16: 'uint16',
  Int16: 'int16',
  UInt32: 'uint32',
  Int32: 'int32',
  UInt64: 'uint64',
  Int64: 'int64',
  Float32: 'float32',
  Float64: 'float64',
}

/** What both can say of a file, in one form. */
interface Facts {
  readonly size: readonly number[]
  readonly bands: number
  readonly dtype: string | undefined
  readonly affine: readonly number[]
  readonly epsg: number | null
  readonly nodata: readonly (number | string | null)[]
  readonly scales: readonly (readonly number[])[]
  readonly descriptions: readonly (string | null)[]
  readonly overviews: readonly (readonly number[])[]
  readonly block: readonly number[]
  readonly compression: string
  readonly interleave: string
}

function ofGdal({ size, bands: all, geoTransform, coordinateSystem, metadata }: GdalInfo): Facts {
  const bands = all.filter(({ colorInterpretation }) => colorInterpretation !== 'Alpha')
  const code = /ID\["EPSG",(\d+)\]\]\s*$/.exec(coordinateSystem?.wkt ?? '')
  const { COMPRESSION = 'none', INTERLEAVE = 'BAND' } = metadata.IMAGE_STRUCTURE ?? {}
  return {
    size,
    bands: bands.length,
    dtype: dtypes[bands[0]?.type ?? ''],
    affine: geoTransform ?? [0, 1, 0, 0, 0, 1],
    epsg: code === null ? null : Number(code[1]),
    nodata: bands.map(({ noDataValue }) => (noDataValue === undefined ? null : number(noDataValue))),
    scales: bands.map(({ scale = 1, offset = 0 }) => [scale, offset]),
    descriptions: bands.map(({ description }) => (description === undefined || description === '' ? null : description)),
    overviews: (bands[0]?.overviews ?? []).map((overview) => overview.size),
    block: bands[0]?.block ?? [],
    compression: COMPRESSION.toLowerCase(),
    interleave: all.length > 1 ? INTERLEAVE.toLowerCase() : 'band',
  }
}

function number(value: number | string): number | string {
  return Number.isNaN(Number(value)) ? 'NaN' : Math.fround(Number(value))
}

/** What `rasterloom info --json` prints, as far as it is looked at here. */
interface OurInfo {
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly dtype: string
  readonly affine: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', number>> | null
  readonly crs: { readonly epsg: number | null } | null
  readonly bands: readonly { nodata: number | string | null; scale: number; offset: number; description: string | null }[]
  readonly overviews: readonly { width: number; height: number }[]
  readonly tile?: { width: number; height: number }
  readonly strip?: { width: number; height: number }
  readonly compression: string
  readonly interleave: string
}

function ofOurs(json: JsonObject): Facts {
  const { shape, dtype, affine, crs, bands, overviews, tile, strip, compression, interleave } = json as unknown as OurInfo
  const { width, height } = tile ?? strip ?? { width: 0, height: 0 }
  return {
    size: [shape[2] as number, shape[1] as number],
    bands: shape[0] as number,
    dtype,
    affine: affine === null ? [0, 1, 0, 0, 0, 1] : [affine.c, affine.a, affine.b, affine.f, affine.d, affine.e],
    epsg: crs?.epsg ?? null,
    nodata: bands.map(({ nodata }) => (nodata === null ? null : number(nodata))),
    scales: bands.map(({ scale, offset }) => [scale, offset]),
    descriptions: bands.map(({ description }) => description),
    overviews: overviews.map((level) => [level.width, level.height]),
    block: [width, height],
    compression: compression.toLowerCase(),
    interleave,
  }
}

describeWithPeers('info as gdalinfo says it', ['gdal-python', 'data'], () => {
  const root = `${dataDir}geotiff/`
  const names = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /\.tiff?$/i.test(name)).sort()
  const ours = new Map<string, Facts>()
  const theirs = new Map<string, Facts>()

  beforeAll(async () => {
    const script = fileURLToPath(new URL('gdalinfo.py', import.meta.url))
    const input = names.map((name) => join(root, name)).join('\n')
    const printed = execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'ignore'] })
    for (const [at, found] of (JSON.parse(printed) as (GdalInfo | null)[]).entries())
      if (found !== null) theirs.set(names[at] as string, ofGdal(found))
    for (const name of names) {
      try {
        ours.set(name, ofOurs(infoFacts(await open(join(root, name)), await describeSource(join(root, name)))))
      } catch (error) {
        // Codecs and sample types that are not supported are told in words; all else would be a defect.
        if (!isRasterloomError(error) || error.code !== 'E_SOURCE') throw error
      }
    }
  })

  test('opens most files that GDAL opens', () => {
    expect(ours.size).toBeGreaterThan(170)
    expect([...ours.keys()].filter((name) => !theirs.has(name))).toEqual([])
  })

  const facts = [
    'size',
    'bands',
    'dtype',
    'affine',
    'epsg',
    'nodata',
    'scales',
    'descriptions',
    'overviews',
    'block',
    'compression',
    'interleave',
  ] as const
  test.each(facts)('%s', (fact) => {
    const different: string[] = []
    for (const [name, own] of ours) {
      if (differs[name]?.includes(fact) === true) continue
      const [a, b] = [own[fact], (theirs.get(name) as Facts)[fact]]
      if (!alike(a, b)) different.push(`${name}: ours ${JSON.stringify(a)}, GDAL's ${JSON.stringify(b)}`)
    }
    expect(different).toEqual([])
  })
})

/** Equal, but for the last digits that GDAL prints of a number. */
function alike(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, at) => alike(each, b[at]))
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
  return a === b
}
