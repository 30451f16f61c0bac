import { type Cursor, type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'

interface HeapHeader {
  readonly idBytes: number
  readonly offsetBytes: number
  readonly lengthBytes: number
  readonly width: number
  readonly startBlock: number
  readonly mostDirect: number
  readonly rootBlock: number
  readonly rootRows: number
}

/** A heap that holds many attributes or links of one object. */
export class FractalHeap {
  readonly #reader: Hdf5Reader
  readonly #address: number
  readonly #header: HeapHeader

  private constructor(reader: Hdf5Reader, address: number, header: HeapHeader) {
    this.#reader = reader
    this.#address = address
    this.#header = header
  }

  /** Reads the header of the heap at an address. Throws `E_SOURCE` for a damaged one, or one that is compressed. */
  static async open(reader: Hdf5Reader, address: number): Promise<FractalHeap> {
    const { offsetSize, lengthSize } = reader.sizes
    const cursor = await reader.piece(address, 22 + 3 * offsetSize + 12 * lengthSize)
    cursor.signature('FRHP')
    cursor.skip(1)
    const idBytes = cursor.u16()
    const filterBytes = cursor.u16()
    if (filterBytes > 0) throw cursor.fault('a heap of attributes that is compressed is not available')
    cursor.skip(1)
    const mostManaged = cursor.u32()
    cursor.skip(2 * offsetSize + 10 * lengthSize)
    const width = cursor.u16()
    const startBlock = cursor.length()
    const mostDirect = cursor.length()
    const mostHeapBits = cursor.u16()
    cursor.skip(2)
    const rootBlock = cursor.address()
    const rootRows = cursor.u16()
    if (width === 0 || startBlock === 0 || mostDirect === 0 || mostHeapBits === 0 || mostHeapBits > 64) {
      throw cursor.fault(`a heap of ${width} columns of blocks of ${startBlock} to ${mostDirect} bytes`)
    }
    const offsetBytes = Math.ceil(mostHeapBits / 8)
    const lengthBytes = Math.min(
      Math.floor((Math.floor(Math.log2(mostDirect)) + 7) / 8),
      Math.floor(Math.log2(Math.max(1, mostManaged)) / 8) + 1,
    )
    return new FractalHeap(reader, address, { idBytes, offsetBytes, lengthBytes, width, startBlock, mostDirect, rootBlock, rootRows })
  }

  /** The object that an id means, as a piece. Throws `E_SOURCE`. */
  async object(id: Cursor): Promise<Cursor> {
    const { offsetBytes, lengthBytes, idBytes } = this.#header
    const kind = (id.u8() >> 4) & 3
    if (kind === 2) {
      if (idBytes > 18) id.skip(1)
      return id
    }
    if (kind !== 0) throw id.fault('an attribute of more than 64 KiB outside of its heap is not available')
    const offset = id.uint(offsetBytes)
    const length = id.uint(lengthBytes)
    const { rootBlock, rootRows, startBlock, width } = this.#header
    const block = rootRows === 0 ? { address: rootBlock, start: 0 } : await this.#find(rootBlock, rootRows, 0, offset, 0)
    if (block.address < 0 || startBlock * width === 0) throw hdf5Fault(this.#reader.uri, this.#address, `its heap has nothing at ${offset}`)
    return this.#reader.piece(block.address + offset - block.start, length)
  }

  /** The direct block that holds an offset of the heap, below an indirect block that begins at `start`. */
  async #find(address: number, rows: number, start: number, offset: number, depth: number): Promise<{ address: number; start: number }> {
    const { offsetBytes, width, startBlock, mostDirect } = this.#header
    const { uri, sizes } = this.#reader
    if (depth > 16 || rows > 256) throw hdf5Fault(uri, address, 'its heap is nested deeper than can be true')
    let at = start
    for (let row = 0; row < rows; row++) {
      const size = startBlock * 2 ** Math.max(0, row - 1)
      if (offset >= at + size * width) {
        at += size * width
        continue
      }
      const column = Math.floor((offset - at) / size)
      const entry = 5 + sizes.offsetSize + offsetBytes + (row * width + column) * sizes.offsetSize
      const cursor = await this.#reader.piece(address, entry + sizes.offsetSize)
      cursor.signature('FHIB')
      cursor.skip(entry - 4)
      const child = cursor.address()
      const begin = at + column * size
      if (child < 0) break
      if (size <= mostDirect) return { address: child, start: begin }
      const childRows = Math.floor(Math.log2(size)) - Math.floor(Math.log2(startBlock * width)) + 1
      return this.#find(child, childRows, begin, offset, depth + 1)
    }
    throw hdf5Fault(uri, address, `its heap has nothing at ${offset}`)
  }
}
