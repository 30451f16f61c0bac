import type { Dtype } from '../../base/dtype.js'
import type { Json, JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { Storage } from './storage.js'

/** An attribute with the type that it is stored in: conventions tell packed from unpacked limits by it. */
export interface Attribute {
  readonly type: Dtype | 'text' | 'other'
  /** One number or text, or a list of them. Numbers that JSON lacks are texts, as in `ScalarJson`. */
  readonly value: Json
}

/** Attributes by name, in the order of the file. */
export type Attributes = ReadonlyMap<string, Attribute>

/** How elements of a variable are stored. */
export interface ElementType {
  /** Null where elements are no pixels: `name` says what they are. */
  readonly dtype: Dtype | null
  readonly bytes: number
  readonly bigEndian: boolean
  /** The type's own name, for messages. */
  readonly name: string
}

/** A variable as the file describes it, in one form for classic files and HDF5. */
export interface Variable {
  /** Names of its groups and its own, joined by slashes; none at the start. */
  readonly path: string
  /** Null for a dim that has no name. */
  readonly dims: readonly (string | null)[]
  readonly shape: readonly number[]
  readonly type: ElementType
  readonly attributes: Attributes
  /** What unwritten elements hold. */
  readonly fill: ScalarJson
  /** The value that the file's library writes where nothing was written, and takes for missing; null where writers turned that off. */
  readonly defaultFill: ScalarJson | null
}

/** A NetCDF file of either kind, opened for reading: metadata only. */
export interface NetcdfFile {
  readonly uri: string
  /** What `info` calls it: `NetCDF classic`, `NetCDF 64-bit offset`, `NetCDF 64-bit data`, `NetCDF-4 (HDF5)`, `HDF5`. */
  readonly format: string
  readonly size: number
  /** Attributes of the groups by path; the root's under the empty text. */
  readonly groups: ReadonlyMap<string, Attributes>
  readonly variables: readonly Variable[]
  /** Where a variable's elements lie, and how they are encoded. Reads what the file has of an index of chunks. */
  storage(variable: Variable): Promise<Storage>
}

/** The value of an attribute, or undefined. */
export function storedValue(attributes: Attributes, name: string): Json | undefined {
  return attributes.get(name)?.value
}

/** The text of an attribute, or null where there is none or it is no text. */
export function textOf(attributes: Attributes, name: string): string | null {
  const value = storedValue(attributes, name)
  return typeof value === 'string' ? value : null
}

/** The numbers of an attribute: those of a list, one, or those that a text spells; none where there are no such. */
export function numbersOf(attributes: Attributes, name: string): number[] {
  const value = storedValue(attributes, name)
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
  return list.map((each) => (typeof each === 'string' && each.trim() === '' ? Number.NaN : Number(each)))
}

/** Attributes as plain JSON. */
export function attributesJson(attributes: Attributes): JsonObject {
  return Object.fromEntries([...attributes].map(([name, { value }]) => [name, value]))
}

/** Path of the group that a variable lies in; empty for the root. */
export function groupOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** A variable's name without its groups. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * The variable that a name means in a group: in the group itself, else in the nearest one above it; absolute and relative paths as they stand.
 * Null where there is none.
 */
export function findVariable({ variables }: Pick<NetcdfFile, 'variables'>, group: string, name: string): Variable | null {
  const at = (path: string): Variable | null => variables.find((variable) => variable.path === path) ?? null
  if (name.startsWith('/')) return at(name.slice(1))
  for (let folder = group; ; folder = groupOf(folder)) {
    const found = at(folder === '' ? name : `${folder}/${name}`)
    if (found !== null || folder === '') return found
  }
}
