import { formatAffine } from '../geo/affine.js'
import { formatCrs } from '../geo/crs.js'
import { boundsText, geoboxHeadline, geoboxText, short } from './display-geo.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** A text for `String(value)`, and a longer one for the console. */
interface Texts {
  readonly line: string
  readonly full: string
}

/**
 * Gives a plain value of the API (a grid, a rectangle, a CRS, an affine, a resolution) a text of its own. JSON, spreads, comparisons and messages to
 * threads do not see it: it is not enumerable. Other values come back as they are.
 */
export function printed<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.isExtensible(value) || Object.hasOwn(value, inspect))
    return value
  if (Object.getPrototypeOf(value) !== Object.prototype || textsOf(value) === null) return value
  const texts = (): Texts => textsOf(value) ?? { line: '', full: '' }
  Object.defineProperties(value, {
    toString: { value: () => texts().line, enumerable: false, configurable: true },
    [inspect]: { value: () => texts().full, enumerable: false, configurable: true },
  })
  return value
}

/** The members of a name like `GeoBox`: what its functions give, and its values, are {@link printed}. */
export function printing<T extends Readonly<Record<string, unknown>>>(members: T): T {
  const shown = (member: unknown): unknown =>
    typeof member === 'function' ? (...given: unknown[]) => printed(member(...given) as unknown) : printed(member)
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, shown(member)])) as T
}

function textsOf(value: object): Texts | null {
  const has = (...keys: readonly string[]): boolean => keys.every((key) => key in value)
  const any = value as never
  if (has('width', 'height', 'affine', 'crs')) return { line: geoboxHeadline(any), full: geoboxText(any) }
  if (has('left', 'bottom', 'right', 'top')) return both(`Bounds ${boundsText(any)}`)
  if (has('a', 'b', 'c', 'd', 'e', 'f')) return both(`Affine ${formatAffine(any)}`)
  if (has('proj', 'kind', 'epsg', 'name')) {
    const { epsg, name } = value as { readonly epsg: number | null; readonly name: string }
    return { line: formatCrs(any), full: epsg === null ? `CRS ${name}` : `CRS ${formatCrs(any)}, ${name}` }
  }
  if (has('base', 'tile')) {
    const { base, tile } = value as {
      readonly base: Parameters<typeof geoboxHeadline>[0]
      readonly tile: { readonly width: number; readonly height: number }
    }
    return both(`GeoboxTiles of ${tile.width} x ${tile.height} px over ${geoboxHeadline(base)}`)
  }
  if (has('x', 'y') && Object.keys(value).length === 2) {
    const { x, y } = value as { readonly x: unknown; readonly y: unknown }
    return typeof x === 'number' && typeof y === 'number' ? both(`x ${short(x)}, y ${short(y)}`) : null
  }
  return null
}

function both(text: string): Texts {
  return { line: text, full: text }
}
