import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { open } from '../../src/api/open.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'
import { temporaryDirectory } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** A variable `v` along `time`, whose labels are of a type. */
function storeOf(dataType: unknown, labels: readonly bigint[]): Map<string, Uint8Array> {
  const array = (type: unknown) =>
    json({
      zarr_format: 3,
      node_type: 'array',
      shape: [labels.length],
      data_type: type,
      chunk_grid: { name: 'regular', configuration: { chunk_shape: [labels.length] } },
      chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
      fill_value: 0,
      codecs: [{ name: 'bytes', configuration: { endian: 'little' } }],
      attributes: {},
      dimension_names: ['time'],
    })
  return new Map([
    ['m/zarr.json', json({ zarr_format: 3, node_type: 'group', attributes: {} })],
    ['m/v/zarr.json', array('uint8')],
    ['m/time/zarr.json', array(dataType)],
    ['m/time/c/0', new Uint8Array(BigInt64Array.from(labels).buffer)],
  ])
}

it('times of version 3 are labels with a unit', async () => {
  const specOf = async (type: unknown, labels: readonly bigint[]) =>
    (await openReader(zarrSource, 'm', { variable: 'v' }, memoryFiles(storeOf(type, labels)))).opened.spec
  const day = { name: 'numpy.datetime64', configuration: { unit: 'D', scale_factor: 1 } }
  expect((await specOf(day, [0n, 18000n])).coords.time).toMatchObject({ labels: [0, 18000], unit: 'days since 1970-01-01' })
  const weeks = { name: 'numpy.timedelta64', configuration: { unit: 'W', scale_factor: 2 } }
  expect((await specOf(weeks, [1n, 3n])).coords.time).toMatchObject({ labels: [14, 42], unit: 'days' })
  const months = { name: 'numpy.datetime64', configuration: { unit: 'M', scale_factor: 1 } }
  expect(JSON.stringify((await specOf(months, [1n])).attrs)).toContain('counts in months, which have no fixed length')
})

const script = `
import sys, json, numpy as np, zarr
base = sys.argv[1]
days = np.array(['2020-01-01', '2020-02-29', '2021-07-04T12:30:15'], 'M8[s]')
for name, kind in {'ns': '<M8[ns]', 'big': '>M8[s]', 'days': '<M8[D]', 'tens': '<M8[10s]'}.items():
    group = zarr.open_group(base + '/' + name + '.zarr', mode='w')
    v = group.create_dataset('v', data=np.arange(12, dtype='u1').reshape(3, 2, 2), chunks=(1, 2, 2))
    v.attrs['_ARRAY_DIMENSIONS'] = ['time', 'y', 'x']
    t = group.create_dataset('time', data=days.astype(kind), chunks=2)
    t.attrs['_ARRAY_DIMENSIONS'] = ['time']
group = zarr.open_group(base + '/pixels.zarr', mode='w')
w = group.create_dataset('w', data=np.array([['2020-01-01', 'NaT'], ['1969-12-31', '1970-01-02']], 'M8[D]'), chunks=(2, 2))
w.attrs['_ARRAY_DIMENSIONS'] = ['y', 'x']
`

describeWithPeers('times that numpy stores', ['zarr'], () => {
  it('are labels of time, of any unit and byte order; as pixels they count', async () => {
    execFileSync(python, ['-c', script, directory.path])
    for (const [name, last] of Object.entries({ ns: '12:30:15', big: '12:30:15', days: '', tens: '12:30:10' })) {
      const array = await open(join(directory.path, `${name}.zarr`), { variable: 'v' })
      const wanted = ['2020-01-01', '2020-02-29', last === '' ? '2021-07-04' : `2021-07-04T${last}`]
      expect(array.coords.time?.map((label) => String(label).replace(/(T00:00:00)?(\.000)?Z$/, ''))).toEqual(wanted)
      expect(array.sel({ time: '2020-02' } as never).shape).toEqual([1, 2, 2])
    }
    const pixels = await (await open(join(directory.path, 'pixels.zarr'))).compute({ workers: 0 })
    expect([pixels.dtype, [...pixels.values].map(Number), pixels.valid && [...pixels.valid]]).toEqual([
      'int64',
      [18262, Number(-(2n ** 63n)), -1, 1],
      [1, 0, 1, 1],
    ])
    expect(pixels.bands[0]?.unit).toBe('days since 1970-01-01')
  })
})
