import { chunkCount, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow } from '../../array/strided-copy.js'
import { fullWindow } from '../../array/window.js'
import { allocate, dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import type { Kit } from '../../graph/op.js'
import type { Source } from '../../graph/source.js'
import type { Readable } from '../../io/read-ahead.js'
import { instantiateKernels, reservedBytes } from '../../kernels/loader.js'
import { kernelModule } from '../../kernels/module.js'
import type { NetcdfLayout } from './storage.js'
import { netcdfTiles } from './tiles.js'

const pageBytes = 64 * 1024

/** All stored values of a small variable (labels of a dim), on the main thread, by the same decoder as pixels. Throws `E_SOURCE`. */
export async function readSmall(bytes: Readable, layout: NetcdfLayout): Promise<TypedArray> {
  const { shape, chunk, dtype } = layout
  const source = await netcdfTiles(layout)
  const tileSize = chunk.reduce((product, extent) => product * extent, 1)
  const kit = smallKit(layout, source, tileSize)
  const values = allocate(
    dtype,
    shape.reduce((product, extent) => product * extent, 1),
  )
  const grid = { shape, chunk }
  for (let tile = 0; tile < chunkCount(grid); tile++) {
    kit.reset()
    const encoded: Uint8Array[] = []
    for (const { offset, length } of source.locate(tile)) {
      const view = new Uint8Array(kit.memory.buffer, kit.scratch(length), length)
      view.set(await bytes.read(offset, length))
      encoded.push(view)
    }
    const data = viewOf(dtype, kit.memory.buffer, kit.scratch(tileSize * dtypes[dtype].bytes), tileSize)
    source.decode(encoded, tile, { data, mask: source.masked ? new Uint8Array(tileSize) : null }, kit)
    const window = chunkWindow(grid, tile)
    copyWindow({ data, start: window.start, shape: chunk }, { data: values, start: fullWindow(shape).start, shape }, window)
  }
  return values
}

/** Memory for one tile. Kernels are made only where filters need them. */
function smallKit({ storage, dtype }: NetcdfLayout, source: Source, tileSize: number): Kit & { reset(): void } {
  const bytes = source.maxEncodedBytes + source.decodeScratchBytes + tileSize * dtypes[dtype].bytes + 64 * 64
  const pages = Math.ceil((reservedBytes + bytes) / pageBytes)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const isFiltered = storage.kind === 'chunks' && storage.filters.length > 0
  let top = reservedBytes
  return {
    memory,
    kernels: isFiltered ? instantiateKernels(memory, kernelModule()) : {},
    scratch(wanted) {
      const at = top
      top += Math.ceil((wanted + 64) / 16) * 16
      return at
    },
    count() {},
    reset() {
      top = reservedBytes
    },
  }
}
