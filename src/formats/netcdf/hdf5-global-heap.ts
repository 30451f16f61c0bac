import type { Cursor, Hdf5Reader } from './hdf5-reader.js'

/** Most bytes of a collection: attributes are small. */
const mostCollectionBytes = 16 * 2 ** 20

/** The collections of a file that hold texts and lists of no fixed length. Each is read once. */
export class GlobalHeaps {
  readonly #reader: Hdf5Reader
  readonly #collections = new Map<number, Promise<ReadonlyMap<number, Uint8Array>>>()

  constructor(reader: Hdf5Reader) {
    this.#reader = reader
  }

  /** Reads a list's descriptor at a cursor (length, collection, index); answers its bytes, null for a list of nothing. Throws `E_SOURCE`. */
  async list(cursor: Cursor, elementBytes: number): Promise<Uint8Array | null> {
    const length = cursor.u32()
    const address = cursor.address()
    const index = cursor.u32()
    if (length === 0 || address < 0) return null
    let collection = this.#collections.get(address)
    if (collection === undefined) this.#collections.set(address, (collection = this.#collection(address)))
    const bytes = (await collection).get(index)
    // Writers leave references to nothing (index 0) in texts that were never set.
    if (bytes === undefined) {
      if (index === 0) return null
      throw cursor.fault(`the global heap at ${address} has no object ${index}`)
    }
    if (length * elementBytes > bytes.length) throw cursor.fault(`a list of ${length} elements in an object of ${bytes.length} bytes`)
    return bytes.subarray(0, length * elementBytes)
  }

  async #collection(address: number): Promise<ReadonlyMap<number, Uint8Array>> {
    const { lengthSize } = this.#reader.sizes
    const head = await this.#reader.piece(address, 8 + lengthSize)
    head.signature('GCOL')
    head.skip(4)
    const size = head.length()
    if (size > mostCollectionBytes) throw head.fault(`a global heap of ${size} bytes is more than can be true`)
    const body = await this.#reader.piece(address, size)
    body.skip(8 + lengthSize)
    const found = new Map<number, Uint8Array>()
    while (body.left >= 8 + lengthSize) {
      const index = body.u16()
      body.skip(6)
      const length = body.length()
      if (index === 0) break
      found.set(index, body.take(length))
      body.skip(Math.min(body.left, -length & 7))
    }
    return found
  }
}
