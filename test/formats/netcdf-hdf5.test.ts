import { describe, expect, it } from 'vitest'
import { fullWindow } from '../../src/array/window.js'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import { conformSource, memoryFiles, seededPixels } from '../conformance/conform-source.js'
import { testKit } from '../kit.js'
import { openReader } from '../read-window.js'
import { type Version, type WrittenDataset, writeHdf5 } from './netcdf-hdf5-write.js'

const uri = 'd/written.h5'
const kit = testKit(64)

function count(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1)
}

function dataset(shape: readonly number[], more: Partial<WrittenDataset> = {}): WrittenDataset {
  return { name: 'a', data: seededPixels('int16', count(shape)) as Int16Array, shape, dtype: '<h', ...more }
}

async function readBack(written: WrittenDataset, version: Version): Promise<void> {
  const bytes = await writeHdf5([written], version)
  const reader = await openReader(netcdfSource, uri, { variable: written.name }, memoryFiles(new Map([[uri, bytes]])), kit)
  const { data } = await reader.read(fullWindow(written.shape))
  expect(Buffer.compare(Buffer.from(data.buffer), Buffer.from(written.data.buffer))).toBe(0)
}

const versions = ['earliest', 'v110', 'latest'] as const
const deflate = [1, 4] as const
const forms: Readonly<Record<string, { dataset: WrittenDataset }>> = {
  'in one piece': { dataset: dataset([7, 9]) },
  'chunks by a tree': { dataset: dataset([40, 50], { chunks: [8, 16] }) },
  'chunks by a tree of several levels': { dataset: dataset([200, 90], { chunks: [2, 3] }) },
  'chunks by a tree, deflate': { dataset: dataset([40, 50], { chunks: [8, 16], filter: deflate }) },
  'one chunk': { dataset: dataset([8, 16], { chunks: [8, 16] }) },
  'one chunk, deflate': { dataset: dataset([8, 16], { chunks: [8, 16], filter: deflate }) },
  'a fixed array': { dataset: dataset([40, 50], { chunks: [8, 16] }) },
  'a fixed array, deflate': { dataset: dataset([40, 50], { chunks: [8, 16], filter: deflate }) },
  'a fixed array in pages': { dataset: dataset([120, 90], { chunks: [2, 3] }) },
  'a fixed array in pages, deflate': { dataset: dataset([120, 90], { chunks: [2, 3], filter: deflate }) },
  'a fixed array that may grow': { dataset: dataset([10, 12], { chunks: [4, 5], maxshape: [30, 40] }) },
  'an extensible array along the first dim': { dataset: dataset([40, 50], { chunks: [8, 16], maxshape: [null, 50] }) },
  'an extensible array along the last dim': { dataset: dataset([40, 50], { chunks: [8, 16], maxshape: [40, null] }) },
  'an extensible array of many blocks': { dataset: dataset([600, 30], { chunks: [2, 3], maxshape: [null, 30] }) },
  'an extensible array of many blocks, deflate': {
    dataset: dataset([600, 30], { chunks: [2, 3], maxshape: [null, 60], filter: deflate }),
  },
  'an extensible array in pages': { dataset: dataset([9000, 6], { chunks: [1, 3], maxshape: [null, 6] }) },
  'a tree of the second version': { dataset: dataset([40, 50], { chunks: [8, 16], maxshape: [null, null] }) },
  'a tree of the second version of several levels': { dataset: dataset([300, 90], { chunks: [2, 3], maxshape: [null, null] }) },
  'a tree of the second version, deflate': {
    dataset: dataset([300, 60], { chunks: [2, 3], maxshape: [null, null], filter: deflate }),
  },
  'chunks of three dims': { dataset: dataset([5, 20, 30], { chunks: [2, 8, 16], maxshape: [null, 20, 30] }) },
  'a chunk longer than the array': { dataset: dataset([5, 6], { chunks: [8, 16], maxshape: [null, null], filter: deflate }) },
}

describe('HDF5 as its own library writes it', () => {
  for (const version of versions) {
    for (const [name, { dataset: written }] of Object.entries(forms)) {
      it(`reads ${name}, ${version}`, () => readBack(written, version))
    }
  }

  for (const version of versions) {
    it(`reads attributes in a header and in a heap of their own, ${version}`, async () => {
      const attributes = Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`note_${at}`, at % 2 === 0 ? at / 4 : `text ${at} `.repeat(9).trim()]),
      )
      const written = dataset([4, 5], { attributes: { ...attributes, list: new Int32Array([3, -4, 5]), units: 'm' } })
      const bytes = await writeHdf5([written], version)
      const { spec } = await netcdfSource.open(uri, {}, memoryFiles(new Map([[uri, bytes]])))
      expect(spec.bands[0]?.unit).toBe('m')
      expect(spec.attrs).toEqual({ ...attributes, list: [3, -4, 5] })
    })

    it(`reads groups of many members, ${version}`, async () => {
      const names = Array.from({ length: 60 }, (_, at) => `group/inner_${at % 3}/variable_${at}`)
      const bytes = await writeHdf5(
        names.map((name, at) => dataset([2, 3], { name, data: new Int16Array(6).fill(at) })),
        version,
      )
      const files = memoryFiles(new Map([[uri, bytes]]))
      for (const at of [0, 17, 59]) {
        const reader = await openReader(netcdfSource, uri, { variable: names[at] }, files, kit)
        expect((await reader.read(fullWindow([2, 3]))).data[0]).toBe(at)
      }
    })
  }

  it('refuses types that are no pixels and filters that are not there by their names', async () => {
    const bytes = await writeHdf5([dataset([2, 3])], 'earliest')
    const files = memoryFiles(new Map([[uri, bytes]]))
    await expect(netcdfSource.open(uri, { variable: 'b' }, files)).rejects.toThrow('no variable "b"; there are a (dim 0 2, dim 1 3)')
    await expect(netcdfSource.open(uri, { band: 1 }, files)).rejects.toThrow('isel')
  })
})

for (const [name, form] of [
  ['in one piece', forms['in one piece']],
  ['a tree, deflate', forms['chunks by a tree, deflate']],
  ['a fixed array', forms['a fixed array']],
  ['an extensible array, deflate', forms['an extensible array of many blocks, deflate']],
] as const) {
  if (form === undefined) throw new TypeError(name)
  const bytes = await writeHdf5([form.dataset], 'v110')
  conformSource(`HDF5, ${name}`, {
    def: netcdfSource,
    uri,
    files: new Map([[uri, bytes]]),
    truth: { data: form.dataset.data },
    reads: { open: 12, chunk: 1 },
  })
}
