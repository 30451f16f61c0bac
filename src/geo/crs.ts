/** A coordinate reference system, as plain data that needs no look-up: two are the same when all of it is the same. Coordinates are always (x: east or longitude, y: north or latitude). */
export interface Crs {
  /** EPSG code, or null for one without a code. */
  readonly epsg: number | null
  readonly name: string
  /** PROJ string that defines the coordinates, in the subset that proj4 reads. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Metres per unit of x and y (projected), degrees are 0. */
  readonly metresPerUnit: number
  /** The text it was read from, where that was WKT; else null. */
  readonly wkt: string | null
}
