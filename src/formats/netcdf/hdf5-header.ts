import { type Cursor, type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'

/** A message of an object header: what it is of, and its bytes. */
export interface Message {
  readonly type: number
  readonly body: Cursor
}

/** Numbers of the messages that are looked at. */
export const messageTypes = {
  dataspace: 1,
  linkInfo: 2,
  datatype: 3,
  oldFill: 4,
  fill: 5,
  link: 6,
  layout: 8,
  filters: 11,
  attribute: 12,
  continuation: 16,
  symbolTable: 17,
  attributeInfo: 21,
} as const

const mostMessages = 65_536
const mostBlocks = 4096

/** Reads the object header at an address, of version 1 or 2, with its continuations. Shared messages are resolved. Throws `E_SOURCE`. */
export async function readObjectHeader(reader: Hdf5Reader, address: number, depth = 0): Promise<Message[]> {
  const head = await reader.upTo(address, 64)
  const isNew = String.fromCharCode(...head.bytes.subarray(0, 4)) === 'OHDR'
  const first = isNew ? await newBlock(reader, head, address) : await oldBlock(reader, head, address)
  const messages: Message[] = []
  const blocks = [first.block]
  for (let at = 0; at < blocks.length; at++) {
    if (at >= mostBlocks) throw hdf5Fault(reader.uri, address, 'an object header goes on and on')
    for (const message of messagesOf(blocks[at] as Cursor, first.format)) {
      if (message.type === messageTypes.continuation) blocks.push(await continuation(reader, message.body, isNew))
      else if (message.type !== 0) messages.push({ type: message.type, body: await resolved(reader, message, depth) })
      if (messages.length > mostMessages) throw hdf5Fault(reader.uri, address, 'an object header has more messages than can be true')
    }
  }
  return messages
}

/** How messages are framed: version 1 aligns them to eight bytes. */
interface Format {
  readonly isNew: boolean
  readonly hasOrder: boolean
}

async function oldBlock(reader: Hdf5Reader, head: Cursor, address: number): Promise<{ block: Cursor; format: Format }> {
  const version = head.u8()
  if (version !== 1) throw head.fault(`an object header of version ${version} is not known`, 0)
  head.skip(7)
  const size = head.u32()
  return { block: await reader.piece(address + 16, size), format: { isNew: false, hasOrder: false } }
}

async function newBlock(reader: Hdf5Reader, head: Cursor, address: number): Promise<{ block: Cursor; format: Format }> {
  head.skip(4)
  const version = head.u8()
  if (version !== 2) throw head.fault(`an object header of version ${version} is not known`, 4)
  const flags = head.u8()
  head.skip((flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0))
  const size = head.uint(1 << (flags & 3))
  return { block: await reader.piece(address + head.at, size), format: { isNew: true, hasOrder: (flags & 4) !== 0 } }
}

async function continuation(reader: Hdf5Reader, body: Cursor, isNew: boolean): Promise<Cursor> {
  const address = body.address()
  const length = body.length()
  const block = await reader.piece(address, length)
  if (!isNew) return block
  block.signature('OCHK')
  return block.part(Math.max(0, length - 8))
}

interface RawMessage extends Message {
  readonly isShared: boolean
}

function* messagesOf(block: Cursor, { isNew, hasOrder }: Format): Generator<RawMessage> {
  const frame = isNew ? (hasOrder ? 6 : 4) : 8
  while (block.left >= frame) {
    const type = isNew ? block.u8() : block.u16()
    const size = block.u16()
    const flags = block.u8()
    block.skip(frame - (isNew ? 4 : 5))
    // The rest of a block may be a gap too small for a message.
    if (size > block.left) {
      if (isNew && type === 0) return
      throw block.fault(`a message of ${size} bytes in a header that ends after ${block.left}`)
    }
    yield { type, isShared: (flags & 2) !== 0, body: block.part(size) }
  }
}

/** The message itself, where a header only says which other one has it. */
async function resolved(reader: Hdf5Reader, { type, isShared, body }: RawMessage, depth: number): Promise<Cursor> {
  return isShared ? sharedMessage(reader, body, type, depth) : body
}

/** Follows a shared message to the header of the object that has it (a named type). Throws `E_SOURCE` for those in a table of the file. */
export async function sharedMessage(reader: Hdf5Reader, body: Cursor, type: number, depth = 0): Promise<Cursor> {
  const version = body.u8()
  const kind = body.u8()
  if (version === 1) body.skip(6)
  if (version === 3 && kind === 1) throw body.fault('messages that a file shares by a table are not available')
  const address = body.address()
  if (depth > 4) throw body.fault('messages are shared in a circle')
  const found = (await readObjectHeader(reader, address, depth + 1)).find((message) => message.type === type)
  if (found === undefined) throw body.fault(`the object at ${address} has not the message that is shared with it`)
  return found.body
}
