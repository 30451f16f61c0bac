import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The folder of fixtures, ending in a slash. */
export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** Whether the full counts run, rather than those that keep a test file short. */
export const isFull = process.env.RASTERLOOM_FULL === '1'

/** A directory of a test file's own, gone when its tests have run; answers paths in it. */
export function scratch(name: string): (file: string) => string {
  const directory = mkdtempSync(join(tmpdir(), `${name}-`))
  // A full run leaves gigabytes of small files.
  afterAll(() => rmSync(directory, { recursive: true, force: true }), 900_000)
  return (file) => join(directory, file)
}

/** All files of an output by path, a single file under the name ''. */
export function filesOf(path: string): Map<string, Buffer> {
  if (!statSync(path).isDirectory()) return new Map([['', readFileSync(path)]])
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.sort().map((file) => [file.slice(path.length), readFileSync(file)]))
}

/** Where two outputs first differ in their bytes; null where they are the same. */
export function bytesDifference(one: string, other: string): string | null {
  const [a, b] = [filesOf(one), filesOf(other)]
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    if (!a.has(name) || !b.has(name)) return `${name} is in one of them only`
    if (!(a.get(name) as Buffer).equals(b.get(name) as Buffer)) return `${name === '' ? 'the file' : name} differs`
  }
  return null
}
