import type { Packing } from './packed-bytes.js'

/** Where the bytes of a key are: a range of a file (-1: all of it), inside a zip member, or as they are. */
export type Place =
  | { readonly uri: string; readonly offset: number; readonly length: number; readonly packing?: Packing }
  | { readonly bytes: Uint8Array }

/** A store whose keys are no files of their own. */
export interface ReferenceStore {
  /** Names what is read, for errors and `info`. */
  readonly kind: 'zip' | 'references'
  /** Keys directly below a path, or as far as the next slash. */
  names(path: string): string[]
  place(key: string): Place | null
}

/** Where the files of an array are that are no files of their own: what a thread is told. By the file's C-order index. */
export interface ReferenceTable {
  /** Into the source's files; -1: not there, -2: in `bytes`. */
  readonly file: Int32Array
  readonly offset: Float64Array
  /** -1: the whole file. */
  readonly length: Float64Array
  /** Where the file is a member of a zip file. */
  readonly packing: ReadonlyMap<number, Packing>
  readonly bytes: ReadonlyMap<number, Uint8Array>
}

/** The mark of a file that is not there. */
export const absentFile = -1
/** The mark of a file whose bytes the table holds. */
export const inlineFile = -2

/** The table of so many files by their keys, and the files that it names. */
export function referenceTable(
  store: ReferenceStore,
  count: number,
  keyOf: (file: number) => string,
): { table: ReferenceTable; files: string[] } {
  const table = {
    file: new Int32Array(count).fill(absentFile),
    offset: new Float64Array(count),
    length: new Float64Array(count),
    packing: new Map<number, Packing>(),
    bytes: new Map<number, Uint8Array>(),
  }
  const files = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const place = store.place(keyOf(index))
    if (place === null) continue
    if ('bytes' in place) {
      table.file[index] = inlineFile
      table.bytes.set(index, place.bytes)
      continue
    }
    if (!files.has(place.uri)) files.set(place.uri, files.size)
    table.file[index] = files.get(place.uri) as number
    table.offset[index] = place.offset
    table.length[index] = place.length
    if (place.packing !== undefined) table.packing.set(index, place.packing)
  }
  return { table, files: [...files.keys()] }
}
