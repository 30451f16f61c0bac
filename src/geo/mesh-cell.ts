/** Extent of a root cell in output pixels. Root cells lie on multiples of it, whatever the window. */
export const rootPx = 32

/** Largest error of the interpolated pixel positions where nobody asks for another, in source pixels. */
export const defaultMaxErrorPx = 0.001

/** A coordinate that stands for "no source" in a table: far outside every array. */
export const noSource = -1e9

/** What the positions in a table belong to: the centres of pixels, or their corners. */
export type Lattice = 'centres' | 'corners'

/** Positions along one side of a root cell's table. */
export function tableSide(lattice: Lattice): number {
  return lattice === 'centres' ? rootPx : rootPx + 1
}

/** f64 values of a root cell's table: u of 32 x 32 centres (or 33 x 33 corners) in rows, then v. */
export function tableLength(lattice: Lattice): number {
  return 2 * tableSide(lattice) ** 2
}

/** A half-open rectangle of pixels. */
export interface PixelRect {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** u or v over a root cell: `at + x * dx + y * dy + x * y * dxy`, x and y in pixels from its corner. */
export interface Bilinear {
  readonly at: number
  readonly dx: number
  readonly dy: number
  readonly dxy: number
}

/**
 * Source positions of one root cell.
 * - `bilinear`: coefficients that count from the whole source pixel (baseU, baseV), which is left of and above every position by 1 to 2 px.
 * - `table`: `table` holds the positions (centres or corners) of the pixels that were asked for, {@link noSource} where there is none.
 * - `empty`: no pixel has a source.
 */
export type MeshCell =
  | BilinearCell
  | { readonly column: number; readonly row: number; readonly kind: 'table'; readonly table: number; readonly scale: Scale }
  | { readonly column: number; readonly row: number; readonly kind: 'empty' }

/** A root cell whose positions are bilinear in the pixel's place. */
export interface BilinearCell {
  readonly column: number
  readonly row: number
  readonly kind: 'bilinear'
  readonly baseU: number
  readonly baseV: number
  readonly u: Bilinear
  readonly v: Bilinear
  readonly scale: Scale
}

/** Local linear scale of a map: output pixels per source pixel along the source's axes. */
export interface Scale {
  readonly x: number
  readonly y: number
}
