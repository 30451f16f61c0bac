import { isRasterloomError, SourceError } from '../../base/errors.js'
import { type Affine, formatAffine, identity } from '../../geo/affine.js'
import type { Crs } from '../../geo/crs.js'
import type { Gcps } from '../../geo/gcp.js'
import { crsFromGeoKeys, type GeoKeys } from '../../geo/geokeys.js'
import { keyNumber } from '../../geo/geokeys-values.js'
import type { Directory } from './directory.js'
import { readGeoKeys } from './geo-keys.js'
import type { Pam, ReadCrs } from './pam.js'
import { tag } from './tags.js'

/** Where a directory's pixels lie. */
export interface Georeference {
  /** For the outer corners of pixels; the identity where the file has none. */
  readonly affine: Affine
  readonly crs: Crs | null
  /** Why the file's CRS is not known, where it has one. */
  readonly crsProblem: string | null
  /** Decimal year for which coordinates hold in a dynamic CRS, where the file says one. */
  readonly epoch: number | null
  /** What a pixel's value stands for; null where the file does not say. */
  readonly areaOrPoint: 'Area' | 'Point' | null
  /** Number of ground control points, where they are all that the file has. */
  readonly gcps: number
  /** The ground control points, where they are all that the file has and it says their CRS. */
  readonly controlPoints: Omit<Gcps, 'fit'> | null
}

const rasterTypeKey = 1025
const epochKey = 5120
const rasterPixelIsPoint = 2

/**
 * Reads a directory's georeference. With RasterPixelIsPoint the tie point is the centre of a pixel, so the grid moves half a pixel
 * (GeoTIFF 1.1 section 6.4); ground control points alone make no affine.
 */
export async function readGeoreference(directory: Directory, uri: string): Promise<Georeference> {
  const keys = await readGeoKeys(directory)
  const isPoint = keys.get(rasterTypeKey) === rasterPixelIsPoint
  const stored = await readAffine(directory, uri)
  const { crs, problem } = readCrs(keys)
  const tiepoints = stored === null ? finitePoints((await directory.numbers(tag.modelTiepoint)) ?? []) : []
  const gcps = Math.floor(tiepoints.length / 6)
  return {
    affine: stored === null ? identity : isPoint ? halfPixelBack(stored) : stored,
    // With control points alone it is theirs: pixels have no place until they are warped.
    crs: gcps > 0 ? null : crs,
    crsProblem: problem,
    epoch: keyNumber(keys, epochKey),
    areaOrPoint: isPoint ? 'Point' : keys.has(rasterTypeKey) ? 'Area' : null,
    gcps,
    controlPoints: controlPointsOf(tiepoints, crs, isPoint ? 0.5 : 0),
  }
}

/** What a file and the `.aux.xml` beside it say together: where the latter says something it counts, as in GDAL. */
export function mergedGeoreference(own: Georeference, pam: Pam | null): Georeference {
  if (pam === null) return own
  const stated = pam.crs === null ? own : { ...own, crs: pam.crs.crs, crsProblem: pam.crs.problem, areaOrPoint: null }
  if (pam.affine !== null) return { ...stated, affine: pam.affine, gcps: 0, controlPoints: null }
  if (pam.gcps === null) return stated
  const { points, crs } = pam.gcps
  return {
    ...stated,
    affine: identity,
    crs: null,
    areaOrPoint: null,
    crsProblem: crs?.problem ?? null,
    gcps: points.length,
    controlPoints: crs === null || crs.crs === null || points.length < 3 ? null : { points, crs: crs.crs },
  }
}

/** Beyond any place, and far from where arithmetic with it overflows. */
const farthest = 1e100

/** None where a number of them is none, or no place: they are no control points then. */
function finitePoints(tiepoints: ArrayLike<number>): ArrayLike<number> {
  return Array.prototype.every.call(tiepoints, (value: number) => Math.abs(value) < farthest) ? tiepoints : []
}

/** Tie points as control points; with RasterPixelIsPoint they count from the centre of the first pixel. */
function controlPointsOf(tiepoints: ArrayLike<number>, crs: Crs | null, shift: number): Georeference['controlPoints'] {
  const count = Math.floor(tiepoints.length / 6)
  if (crs === null || count < 3) return null
  const points = Array.from({ length: count }, (_, at) => {
    const [column, row, , x, y] = Array.from({ length: 5 }, (_none, k) => tiepoints[6 * at + k] as number) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return { column: column + shift, row: row + shift, x, y }
  })
  return { points, crs }
}

/** The CRS of GeoKeys. One that cannot be computed is a problem to report, not a reason not to open the file. */
function readCrs(keys: GeoKeys): ReadCrs {
  try {
    return { crs: crsFromGeoKeys(keys), problem: null }
  } catch (error) {
    if (isRasterloomError(error)) return { crs: null, problem: error.message }
    throw error
  }
}

async function readAffine(directory: Directory, uri: string): Promise<Affine | null> {
  const scale = await directory.numbers(tag.modelPixelScale)
  const tie = await directory.numbers(tag.modelTiepoint)
  if (scale !== undefined && tie !== undefined && scale.length >= 2 && tie.length >= 6 && scale[0] !== 0 && scale[1] !== 0) {
    const [column, row, , x, y] = Array.from(tie) as [number, number, number, number, number]
    const [a, e] = [scale[0] as number, -Math.abs(scale[1] as number)]
    return { a, b: 0, c: x - column * a, d: 0, e, f: y - row * e }
  }
  const matrix = await directory.numbers(tag.modelTransformation)
  if (matrix === undefined || matrix.length < 8) return null
  const [a, b, , c, d, e, , f] = Array.from(matrix) as [number, number, number, number, number, number, number, number]
  if ([a, b, d, e].every((value) => value === 0)) return null
  const area = a * e - b * d
  if (area !== 0 && Number.isFinite(area + c + f)) return { a, b, c, d, e, f }
  throw new SourceError(`${uri}: its affine ${formatAffine({ a, b, c, d, e, f })} has no inverse, so it places no pixels`, { uri })
}

function halfPixelBack({ a, b, c, d, e, f }: Affine): Affine {
  return { a, b, c: c - 0.5 * (a + b), d, e, f: f - 0.5 * (d + e) }
}
