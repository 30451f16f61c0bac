import { SourceError } from '../../base/errors.js'
import type { OpenBytes } from '../../graph/source.js'
import { inlineFile, type ReferenceTable, referenceTable } from './references.js'
import { fileCount, uriOfFile, type ZarrLayout } from './tiles.js'
import type { VirtualStore } from './virtual-store.js'
import { headerBytes, mostHeaderBytes } from './zip-directory.js'

/**
 * The table of an array's files in a store whose keys are no files of their own. Shards in a zip file are read in parts, so that their own headers are
 * looked at now. Throws `E_SOURCE` for shards that are deflated, and for ones that references hold as text.
 */
export async function referencedFiles(
  layout: ZarrLayout,
  { store }: VirtualStore,
  root: string,
  openBytes: OpenBytes,
): Promise<{ table: ReferenceTable; files: string[] }> {
  const keyOf = (file: number): string => uriOfFile(layout, file).slice(root.length + 1)
  const { table, files } = referenceTable(store, fileCount(layout), keyOf)
  for (const [file, { packedBytes }] of table.packing)
    table.length[file] = Math.min(table.length[file] as number, packedBytes + mostHeaderBytes)
  if (layout.sharding === null) return { table, files }
  const refused = (file: number, why: string): SourceError => new SourceError(`${root}: the shard ${keyOf(file)} ${why}`, { uri: root })
  if (table.bytes.size > 0) throw refused(table.file.indexOf(inlineFile), 'is held by the references as text, which cannot be read')
  if (table.packing.size === 0) return { table, files }
  const source = await openBytes(files[0] as string)
  try {
    for (const [file, { method, packedBytes }] of table.packing) {
      if (method !== 0)
        throw refused(file, 'is deflated in the zip file, of which no parts can be read: zip it without compression (zip -0)')
      const header = await source.read(table.offset[file] as number, headerBytes)
      const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
      if (view.getUint32(0, true) !== 0x04034b50) throw refused(file, 'is not where the directory of the zip file says')
      table.offset[file] = (table.offset[file] as number) + headerBytes + view.getUint16(26, true) + view.getUint16(28, true)
      table.length[file] = packedBytes
    }
  } finally {
    await source.close()
  }
  return { table: { ...table, packing: new Map() }, files }
}
