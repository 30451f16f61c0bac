import { plainText } from './classic-header.js'
import { btree2Records } from './hdf5-btree2.js'
import { FractalHeap } from './hdf5-fractal-heap.js'
import { type Message, messageTypes } from './hdf5-header.js'
import { type Cursor, type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'

/** A name in a group, and the address of the object's header. */
export interface Link {
  readonly name: string
  readonly address: number
}

const mostLinks = 65_536

/** The hard links of a group by the messages of its header: a table of symbols, messages, or a heap of them. Other kinds of links are left out. */
export async function readLinks(reader: Hdf5Reader, messages: readonly Message[]): Promise<Link[]> {
  const links: Link[] = []
  const add = (link: Link | null): void => {
    if (link === null || link.address < 0) return
    if (links.length >= mostLinks) throw hdf5Fault(reader.uri, link.address, 'a group has more members than can be true')
    links.push(link)
  }
  for (const { type, body } of messages) {
    if (type === messageTypes.link) add(readLink(body))
    else if (type === messageTypes.symbolTable) for await (const link of symbols(reader, body)) add(link)
    else if (type === messageTypes.linkInfo) for await (const link of heapLinks(reader, body)) add(link)
  }
  return links
}

/** A link message; null for soft and external links. */
function readLink(cursor: Cursor): Link | null {
  const version = cursor.u8()
  if (version !== 1) throw cursor.fault(`a link of version ${version} is not known`)
  const flags = cursor.u8()
  const type = (flags & 8) !== 0 ? cursor.u8() : 0
  if ((flags & 4) !== 0) cursor.skip(8)
  if ((flags & 16) !== 0) cursor.skip(1)
  const name = plainText(cursor.take(cursor.uint(1 << (flags & 3))))
  return type === 0 ? { name, address: cursor.address() } : null
}

async function* heapLinks(reader: Hdf5Reader, info: Cursor): AsyncGenerator<Link | null> {
  info.skip(1)
  const flags = info.u8()
  if ((flags & 1) !== 0) info.skip(8)
  const heapAddress = info.address()
  const names = info.address()
  if (heapAddress < 0 || names < 0) return
  const heap = await FractalHeap.open(reader, heapAddress)
  for await (const record of btree2Records(reader, names)) {
    record.skip(4)
    yield readLink(await heap.object(record))
  }
}

async function* symbols(reader: Hdf5Reader, table: Cursor): AsyncGenerator<Link | null> {
  const tree = table.address()
  const heap = table.address()
  const { offsetSize, lengthSize } = reader.sizes
  const head = await reader.piece(heap, 8 + 2 * lengthSize + offsetSize)
  head.signature('HEAP')
  head.skip(4)
  const size = head.length()
  head.skip(lengthSize)
  const names = await reader.piece(head.address(), size)
  for await (const node of leaves(reader, tree)) {
    const start = await reader.piece(node, 8)
    start.signature('SNOD')
    start.skip(2)
    const count = start.u16()
    const entry = 2 * offsetSize + 24
    const entries = await reader.piece(node + 8, count * entry)
    for (let each = 0; each < count; each++) yield symbol(entries.part(entry), names, offsetSize)
  }
}

function symbol(entry: Cursor, names: Cursor, offsetSize: number): Link | null {
  const at = entry.uint(offsetSize)
  const address = entry.address()
  // A symbolic link has no object of its own.
  if (entry.u32() === 2) return null
  if (at >= names.bytes.length) throw entry.fault(`a name at ${at} of a heap of ${names.bytes.length} bytes`)
  return { name: plainText(names.bytes.subarray(at)), address }
}

/** Addresses of the nodes of symbols below a B-tree of version 1. */
async function* leaves(reader: Hdf5Reader, address: number, level = -1, seen = new Set<number>()): AsyncGenerator<number> {
  const { offsetSize, lengthSize } = reader.sizes
  const head = await reader.piece(address, 8 + 2 * offsetSize)
  head.signature('TREE')
  const type = head.u8()
  const own = head.u8()
  const count = head.u16()
  if (seen.has(address)) throw head.fault('a tree of names goes in a circle', 0)
  seen.add(address)
  if (type !== 0 || (level >= 0 && own !== level - 1)) throw head.fault(`a node of type ${type} and level ${own} in a tree of names`, 4)
  const body = await reader.piece(address + 8 + 2 * offsetSize, count * (lengthSize + offsetSize))
  for (let each = 0; each < count; each++) {
    body.skip(lengthSize)
    const child = body.address()
    if (own === 0) yield child
    else yield* leaves(reader, child, own, seen)
  }
}
