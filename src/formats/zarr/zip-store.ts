import { SourceError } from '../../base/errors.js'
import type { ByteSource } from '../../graph/source.js'
import type { ReferenceStore } from './references.js'
import { type ZipMember, zipMembers } from './zip-directory.js'

const documents = ['zarr.json', '.zgroup', '.zarray', '.zmetadata']

/**
 * A store in a zip file: at the top of it, or in the folder highest up that is one, as where a store's directory was zipped. Reads the directory of the
 * file, no members. Throws `E_SOURCE` for zip files without a store.
 */
export async function zipStore(uri: string, source: ByteSource): Promise<ReferenceStore> {
  const members = (await zipMembers(source)).filter(({ name }) => !name.endsWith('/'))
  const roots = members.flatMap(({ name }) => {
    const own = documents.find((document) => name === document || name.endsWith(`/${document}`))
    return own === undefined ? [] : [name.slice(0, -own.length)]
  })
  const root = roots.sort((a, b) => a.split('/').length - b.split('/').length)[0]
  if (root === undefined)
    throw new SourceError(`${uri}: holds no Zarr store: no zarr.json, .zgroup or .zarray among its ${members.length} members`, { uri })
  const byKey = new Map<string, ZipMember>()
  for (const member of members) if (member.name.startsWith(root)) byKey.set(member.name.slice(root.length), member)
  return {
    kind: 'zip',
    names: (path) => namesBelow(byKey.keys(), path),
    place(key) {
      const member = byKey.get(key)
      if (member === undefined) return null
      const { offset, length, method, packedBytes, bytes, crc } = member
      return { uri, offset, length, packing: { method, packedBytes, bytes, crc } }
    },
  }
}

/** Names directly below a path among keys. */
export function namesBelow(keys: Iterable<string>, path: string): string[] {
  const prefix = path === '' ? '' : `${path}/`
  const found = new Set<string>()
  for (const key of keys) if (key.startsWith(prefix)) found.add(key.slice(prefix.length).split('/')[0] as string)
  return [...found].sort()
}
