import { CrsError } from '../base/errors.js'

/** What a WKT text says, before it is made a CRS. */
export interface WktReading {
  /** EPSG code that the WKT gives for the CRS itself. */
  readonly code: number | null
  readonly name: string
  /** The definition as a PROJ string. Throws `E_CRS` for what cannot be told apart or computed. */
  toProj(): string
}

/** Reads WKT. */
export function readWkt(text: string): WktReading {
  throw new CrsError(`WKT is not read yet: ${text}`)
}
