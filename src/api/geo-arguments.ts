import { CrsError, GridError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { type Affine, affine } from '../geo/affine.js'
import type { Crs } from '../geo/crs.js'
import { parseCrs } from '../geo/crs-parse.js'
import { type GeoBox, parseGeoBox } from '../geo/geobox.js'
import { isCut } from '../geo/geobox-lattice.js'
import { mustBePlain, shownArgument } from './arguments.js'
import type { CrsLike } from './data-array-types.js'

// One of these a CRS, PROJJSON and the attributes of a CF grid mapping have.
const crsMembers = ['proj', 'type', 'grid_mapping_name', 'crs_wkt', 'spatial_ref'] as const

/** A CRS as a user gives it. Throws `E_CRS`, also for what is no text, number or CRS. */
export function crsArgument(value: CrsLike | JsonObject): Crs {
  const given: unknown = value
  if (typeof given === 'string' || typeof given === 'number') return parseCrs(given)
  if (typeof given !== 'object' || given === null || !crsMembers.some((member) => member in given)) {
    throw new CrsError(
      `${shownArgument(given)} is not a CRS: expected a code like 'EPSG:32633' or 32633, a PROJ string, WKT, PROJJSON, or a CRS`,
    )
  }
  return parseCrs(given)
}

/** A geobox as a user gives it. Throws `E_GRID` for what is none. */
export function geoboxArgument(value: GeoBox): GeoBox {
  const given: unknown = value
  if (typeof given !== 'object' || given === null || !('affine' in given) || !('width' in given)) {
    throw new GridError(`${shownArgument(given)} is not a geobox: expected {width, height, affine, crs}, as GeoBox.of gives it`)
  }
  if (isCut(given)) return given as GeoBox
  mustBePlain('geobox', 'a number', given)
  return parseGeoBox(given as unknown as Json)
}

/** An affine as a user gives it. Throws `E_GRID` for what is none. */
export function affineArgument(value: Affine): Affine {
  const given: unknown = value
  if (typeof given !== 'object' || given === null || !('a' in given)) {
    throw new GridError(`${shownArgument(given)} is not an affine: expected {a, b, c, d, e, f}, as Affine.of gives it`)
  }
  const { a, b, c, d, e, f } = given as Affine
  return affine(a, b, c, d, e, f)
}
