import { describe, expect, it } from 'vitest'
import { zarrSource } from '../../src/formats/zarr/source.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { openReader } from '../read-window.js'

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

const axes = [
  { name: 't', type: 'time', unit: 'second' },
  { name: 'c', type: 'channel' },
  { name: 'z', type: 'space', unit: 'micrometer' },
  { name: 'y', type: 'space', unit: 'micrometer' },
  { name: 'x', type: 'space', unit: 'micrometer' },
]
const datasets = [
  { path: '0', coordinateTransformations: [{ type: 'scale', scale: [1, 1, 0.5, 0.25, 0.2] }] },
  {
    path: '1',
    coordinateTransformations: [
      { type: 'scale', scale: [1, 1, 0.5, 0.5, 0.4] },
      { type: 'translation', translation: [0, 0, 0, 0.125, 0.1] },
    ],
  },
]
const image = { axes, datasets, coordinateTransformations: [{ type: 'scale', scale: [2, 1, 1, 10, 10] }], version: '0.4' }

function arrayV2(shape: readonly number[]): Uint8Array {
  return json({
    zarr_format: 2,
    shape,
    chunks: shape,
    dtype: '|u1',
    compressor: null,
    filters: null,
    order: 'C',
    fill_value: null,
    dimension_separator: '/',
  })
}

function storeOf(attributes: object): Map<string, Uint8Array> {
  return new Map([
    ['m/.zgroup', json({ zarr_format: 2 })],
    ['m/.zattrs', json(attributes)],
    ['m/0/.zarray', arrayV2([3, 2, 4, 8, 6])],
    ['m/1/.zarray', arrayV2([3, 2, 4, 4, 3])],
  ])
}

async function specOf(attributes: object, options: object): Promise<ArraySpec> {
  return (await openReader(zarrSource, 'm', options, memoryFiles(storeOf(attributes)))).opened.spec
}

describe('an OME image', () => {
  it.each([
    ['0.4', { multiscales: [image] }],
    ['0.5', { ome: { version: '0.5', multiscales: [image] } }],
  ])('of version %s: dims by its axes, pixels where both scales put their centres, in no CRS', async (_, attributes) => {
    const spec = await specOf(attributes, {})
    expect(spec.dims).toEqual(['t', 'c', 'z', 'y', 'x'])
    expect(spec.geobox).toMatchObject({ affine: { a: 2, b: 0, c: -1, d: 0, e: 2.5, f: -1.25 }, crs: null })
    expect(spec.coords).toEqual({
      t: { kind: 'regular', start: 0, step: 2, unit: 'second' },
      z: { kind: 'regular', start: 0, step: 0.5, unit: 'micrometer' },
      y: { kind: 'affine' },
      x: { kind: 'affine' },
    })
    expect(spec.attrs.spatial_unit).toBe('micrometer')
    const coarse = await specOf(attributes, { level: 1 })
    expect(coarse.shape).toEqual([3, 2, 4, 4, 3])
    // The same edges as the full size has: 0.1 * 10 - 4 / 2.
    expect(coarse.geobox?.affine).toEqual({ a: 4, b: 0, c: -1, d: 0, e: 5, f: -1.25 })
  })

  it('without transforms, or with some that nobody knows, has no place, but its axes', async () => {
    for (const transforms of [undefined, [{ type: 'affine', affine: [[1]] }], [{ type: 'scale', scale: [1, 1, 1, 0, 1] }]]) {
      const spec = await specOf(
        { multiscales: [{ axes, datasets: [{ path: '0', coordinateTransformations: transforms }] }] },
        { variable: '0' },
      )
      expect([spec.dims, spec.geobox, spec.coords]).toEqual([['t', 'c', 'z', 'y', 'x'], null, {}])
    }
  })
})
