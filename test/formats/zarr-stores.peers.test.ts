import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { dtypes } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { ownLabels } from '../../src/graph/labels.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { readWithZarrita } from './zarr-peer.js'
import { openZarrReader } from './zarr-reader.js'

const root = join(dataDir, 'zarr')
const isFull = process.env.RASTERLOOM_FULL === '1'

interface Variable {
  readonly store: string
  readonly group: string
  readonly name: string
  readonly document: JsonObject
}

/** All arrays of a store by their documents. */
function arraysOf(store: string, document: '.zarray' | 'zarr.json', group = ''): Variable[] {
  const here = join(root, store, group)
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const file = join(here, entry.name, document)
      const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonObject) : null
      const isArray = found !== null && (document === '.zarray' || found.node_type === 'array')
      if (isArray) return [{ store, group, name: entry.name, document: found }]
      return arraysOf(store, document, group === '' ? entry.name : `${group}/${entry.name}`)
    })
}

function digest(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

function bytesOf(data: ArrayBufferView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** What is read of large arrays: a window over the edges of chunks. */
function cropOf(shape: readonly number[]): number[] {
  return shape.map((extent) => (isFull ? extent : Math.min(extent, 300)))
}

function labelsOf(spec: ArraySpec, dim: string): (number | string)[] | null {
  const coord = ownLabels(spec, dim)
  if (coord === undefined || coord.kind === 'affine') return null
  const extent = spec.shape[spec.dims.indexOf(dim)] as number
  return coord.kind === 'inline' ? [...coord.labels] : Array.from({ length: extent }, (_, at) => coord.start + at * coord.step)
}

/** Whether an array is one of pixels: numbers, with a dim. */
function isPixels({ document }: Variable): boolean {
  return /^[<>|][biuf]\d+$/.test(String(document.dtype)) && (document.shape as number[]).length > 0
}

/** How much there is to compare: arrays, those that xarray and GDAL read, labels along dims, affines. */
const stores = [
  ['zarrita/v2/data.zarr', { arrays: 24, xarray: 0, gdal: 20, labels: 0, affines: 0 }],
  ['titiler/dataset_3d.zarr', { arrays: 4, xarray: 4, gdal: 4, labels: 3, affines: 1 }],
  ['titiler/pyramid.zarr', { arrays: 9, xarray: 9, gdal: 9, labels: 6, affines: 3 }],
  ['xcube/cube-1-250-250.zarr', { arrays: 11, xarray: 11, gdal: 11, labels: 18, affines: 5 }],
] as const

describeWithPeers('every store of version 2', ['data', 'zarr', 'numpy', 'rioxarray', 'gdal-python'], () => {
  it.each(stores)('%s: pixels, validity, labels, CRS and affine as zarr-python, xarray and GDAL see them', async (store, compared) => {
    const all = arraysOf(store, '.zarray')
    // Of zarr-python's own codecs this version knows neither the checksum of zstd nor its own texts.
    const pixels = all.filter((each) => isPixels(each) && !['1d.contiguous.zstd.i2'].includes(each.name))
    const asked = pixels.map(({ group, name, document }) => [join(root, store), group, name, cropOf(document.shape as number[])])
    const program = fileURLToPath(new URL('zarr-stores.py', import.meta.url))
    const lines = execFileSync(python, [program], { input: JSON.stringify(asked), encoding: 'utf8', maxBuffer: 2 ** 28 })
      .trim()
      .split('\n')
    const summary = { arrays: 0, xarray: 0, gdal: 0, labels: 0, affines: 0 }
    for (const [at, { group, name, document }] of pixels.entries()) {
      const seen = JSON.parse(lines[at] as string) as JsonObject & {
        labels?: Record<string, (number | string)[] | null>
        transform?: number[]
      }
      const path = group === '' ? name : `${group}/${name}`
      const reader = await openZarrReader(join(root, store), { variable: path })
      const { spec } = reader.opened
      const crop = cropOf(document.shape as number[])
      const read = await reader.read({ start: crop.map(() => 0), stop: crop })
      await reader.close()
      const own = spec.dtype === 'uint8' && seen.dtype === 'bool' ? 'bool' : spec.dtype
      expect([own, spec.shape, digest(bytesOf(read.data))], path).toEqual([seen.dtype, seen.shape, seen.pixels])
      summary.arrays++
      if (seen.gdal !== null) expect(digest(bytesOf(read.data)), path).toBe(seen.gdal)
      summary.gdal += Number(seen.gdal !== null)
      if (seen.xarray !== undefined) continue
      summary.xarray++
      expect(digest(read.valid), `${path}: validity`).toBe(seen.valid)
      const storedDims = reader.opened.info.storedDims as readonly string[]
      expect(storedDims, path).toEqual(seen.dims)
      for (const [dim, labels] of Object.entries(seen.labels ?? {})) {
        const found = labelsOf(spec, spec.dims[storedDims.indexOf(dim)] as string)
        if (labels === null || name === dim) continue
        const isPlaced = spec.geobox !== null && /^(x|y|lat|lon)$/.test(dim)
        if (!isPlaced) expect(found, `${path}: ${dim}`).toEqual(labels)
        else for (const [index, label] of labels.entries()) expect(Math.abs(Number(found?.[index]) - Number(label))).toBeLessThan(1e-9)
        summary.labels++
      }
      if (seen.crs !== null) expect(spec.geobox?.crs?.epsg, `${path}: CRS`).toBe(seen.crs)
      if (spec.geobox === null || seen.transform === undefined) continue
      const { a, b, c, d, e, f } = spec.geobox.affine
      for (const [index, value] of [a, b, c, d, e, f].entries())
        expect(Math.abs(value - (seen.transform[index] as number)), path).toBeLessThan(1e-9)
      summary.affines++
    }
    expect(summary).toEqual(compared)
  })
})

describeWithPeers('every store of version 3', ['data'], () => {
  const v3 = [
    ['zarrita/v3/data.zarr', 38],
    ['titiler/zarr_5d.zarr', 5],
    ['titiler/zarr_invalid_coord.zarr', 3],
    ['titiler/zarr_invalid_coord_name.zarr', 3],
  ] as const
  it.each(v3)('%s: as zarrita sees it', async (store, arrays) => {
    let count = 0
    for (const { group, name, document } of arraysOf(store, 'zarr.json')) {
      const path = group === '' ? name : `${group}/${name}`
      const type = String(document.data_type)
      const isNumber = type in dtypes || type === 'bool'
      if (!isNumber || (document.shape as number[]).length === 0) continue
      const reader = await openZarrReader(join(root, store), { variable: path })
      const { data } = await reader.read({ start: reader.opened.spec.shape.map(() => 0), stop: reader.opened.spec.shape })
      await reader.close()
      const expected = await readWithZarrita(join(root, store), path)
      expect(reader.opened.spec.shape, path).toEqual(expected.shape)
      const values = Array.from(expected.data as Iterable<number | boolean>, (value) => (typeof value === 'bigint' ? value : Number(value)))
      expect(Array.from(data as Iterable<number>), path).toEqual(values)
      count++
    }
    expect(count).toBe(arrays)
  })

  it('titiler/zarr_5d.zarr has its texts, times and numbers as labels', async () => {
    const { spec } = (await openZarrReader(join(root, 'titiler/zarr_5d.zarr'), { variable: 'dataset' })).opened
    expect(spec.attrs.labels_problem).toBeUndefined()
    expect(spec.coords).toEqual({
      time: { kind: 'inline', labels: [0, 365], unit: 'days since 2022-01-01 00:00:00', calendar: 'proleptic_gregorian' },
      universe: { kind: 'inline', labels: ['somewhere'] },
      z: { kind: 'inline', labels: [0] },
      y: { kind: 'affine' },
      x: { kind: 'affine' },
    })
  })
})
