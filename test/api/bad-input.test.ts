import { describe, expect, it } from 'vitest'
import {
  Affine,
  CRS,
  checkSources,
  concat,
  DataArray,
  Dataset,
  describeSource,
  GeoBox,
  GeoboxTiles,
  htmlImage,
  isRasterloomError,
  open,
  openDataset,
  openMany,
  quicklook,
  slice,
  stack,
  WebMercator,
} from '../../src/index.js'

/** What callers without a compiler, or with a bug, hand in. */
const wrong: readonly (readonly [name: string, value: never])[] = [
  ['undefined', undefined as never],
  ['null', null as never],
  ['NaN', Number.NaN as never],
  ['{}', {} as never],
  ["'x'", 'x' as never],
  ['-1', -1 as never],
  ['[]', [] as never],
  ['[null]', [null] as never],
  ['true', true as never],
  ['1n', 1n as never],
  ['a function', (() => {}) as never],
]

const utm = CRS.parse('EPSG:32633')
const box = GeoBox.of(4, 3, { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, utm)
const array = DataArray.fromArray(new Uint16Array(12), { dims: ['y', 'x'], shape: [3, 4], geobox: box, name: 'small' }) as DataArray
const times = concat([array, array], { dim: 'time', labels: ['2021-01-01', '2021-02-01'] }) as DataArray
const data = Dataset.of({ red: array, nir: array }) as unknown as Dataset
const bounds = { left: 0, bottom: 0, right: 1, top: 1 }
const options = { dims: ['x'] as const, shape: [3] as const }

type Call = (value: never) => unknown

/** Every public call, each of its arguments given something wrong while the others are right. */
const calls: Readonly<Record<string, Call>> = {
  'open uri': (value) => open(value),
  'open options': (value) => open('/nowhere.tif', value),
  ...each(
    'open',
    ['band', 'bands', 'level', 'overview', 'masked', 'chunks', 'variable', 'scaled', 'name', 'nodata', 'crs', 'format', 'http'],
    (given) => open(new URL('../../fixtures/dem.tif', import.meta.url).pathname, given),
  ),
  'openDataset uri': (value) => openDataset(value),
  'openDataset options': (value) => openDataset('/nowhere.zarr', value),
  ...each('openDataset', ['variables', 'scaled', 'nodata', 'crs', 'http'], (given) => openDataset('/nowhere.zarr', given)),
  'describeSource uri': (value) => describeSource(value),
  'describeSource options': (value) => describeSource('/nowhere.tif', value),
  'openMany names': (value) => openMany(value),
  'openMany options': (value) => openMany('/nowhere/*.tif', value),
  'checkSources names': (value) => checkSources(value),
  'checkSources options': (value) => checkSources('/nowhere/*.tif', value),
  ...each('checkSources', ['extent', 'variable', 'http'], (given) => checkSources('/nowhere/*.tif', given)),
  'stack pattern': (value) => stack(value),
  'stack options': (value) => stack('/nowhere/{band}.tif', value),
  ...each('stack', ['dims', 'missing', 'scaled', 'join', 'like', 'resampling', 'chunks', 'band'], (given) =>
    stack(`${new URL('../../fixtures/series', import.meta.url).pathname}/NDVI_{time:%Y-%m-%d}.tif`, given),
  ),
  'concat names': (value) => concat('/nowhere/{time:%Y}.tif', value),
  'concat arrays': (value) => concat(value, { dim: 'time' }),
  'concat an array': (value) => concat([array, value], { dim: 'time' }),
  'concat options': (value) => concat([array], value),
  ...each('concat', ['dim', 'labels'], (given) => concat([array], { dim: 'time', ...given })),
  'slice start': (value) => array.isel({ x: slice(value) }),
  'slice stop': (value) => array.isel({ x: slice(0, value) }),
  'slice step': (value) => array.isel({ x: slice(0, 2, value) }),
  'slice label': (value) => array.sel({ x: slice(value, value, value) }),
  'slice time': (value) => times.sel({ time: slice(value, value) }),
  'fromArray values': (value) => DataArray.fromArray(value, options),
  'fromArray options': (value) => DataArray.fromArray(new Uint8Array(3), value),
  ...each('fromArray', ['dims', 'shape', 'geobox', 'nodata', 'mask', 'coords', 'descriptions', 'categorical', 'name', 'attrs'], (given) =>
    DataArray.fromArray(new Uint8Array(3), { ...options, ...given }),
  ),
  'fromArray coords of a dim': (value) => DataArray.fromArray(new Uint8Array(3), { ...options, coords: { x: value } }),
  'fromArray a label': (value) => DataArray.fromArray(new Uint8Array(3), { ...options, coords: { x: [0, 1, value] } }),
  'DataArray.fromJSON': (value) => DataArray.fromJSON(value),
  'DataArray.fromJSON options': (value) => DataArray.fromJSON(array.toJSON(), value),
  ...each('DataArray.fromJSON', ['base', 'verify'], (given) => DataArray.fromJSON(array.toJSON(), given)),
  'Dataset.fromJSON': (value) => Dataset.fromJSON(value),
  'Dataset.fromJSON options': (value) => Dataset.fromJSON(data.toJSON(), value),
  'new DataArray': (value) => new (DataArray as unknown as new (node: never) => unknown)(value),
  isel: (value) => array.isel(value),
  'isel a dim': (value) => array.isel({ x: value }),
  'isel a list': (value) => array.isel({ x: [0, value] }),
  sel: (value) => array.sel(value),
  'sel a dim': (value) => array.sel({ x: value }),
  'sel a time': (value) => times.sel({ time: value }),
  'sel a list': (value) => array.sel({ x: [500005, value] }),
  'sel options': (value) => array.sel({ x: 500005 }, value),
  ...each('sel', ['method', 'tolerance'], (given) => array.sel({ x: 500005 }, { method: 'nearest', ...given })),
  clipBox: (value) => array.clipBox(value),
  'clipBox an edge': (value) => array.clipBox([500000, value, 500010, 5400000]),
  'clipBox edges': (value) => array.clipBox(500000, 5399970, 500010, value),
  'clipBox options': (value) => array.clipBox([500000, 5399970, 500010, 5400000], value),
  'clipBox crs': (value) => array.clipBox([500000, 5399970, 500010, 5400000], { crs: value }),
  astype: (value) => array.astype(value),
  'astype options': (value) => array.astype('uint8', value),
  ...each('astype', ['rounding', 'overflow'], (given) => array.astype('uint8', { overflow: 'clamp', ...given })),
  add: (value) => array.add(value),
  sub: (value) => array.sub(value),
  mul: (value) => array.mul(value),
  div: (value) => array.div(value),
  rename: (value) => array.rename(value),
  assignAttrs: (value) => array.assignAttrs(value),
  'assignAttrs a value': (value) => array.assignAttrs({ a: value }),
  assignNodata: (value) => array.assignNodata(value),
  reproject: (value) => array.reproject(value),
  'reproject options': (value) => array.reproject('EPSG:3857', value),
  ...each('reproject', ['resolution', 'size', 'bounds', 'boundsCrs', 'snap', 'resampling', 'validity', 'nodata', 'maxErrorPx'], (given) =>
    array.reproject('EPSG:3857', given),
  ),
  reprojectMatch: (value) => array.reprojectMatch(value),
  'reprojectMatch options': (value) => array.reprojectMatch(array, value),
  ...each('reprojectMatch', ['resampling', 'validity', 'nodata', 'maxErrorPx'], (given) => array.reprojectMatch(array, given)),
  resample: (value) => array.resample(value),
  ...each('resample', ['resolution', 'size', 'factor'], (given) => array.resample(given)),
  'resample resampling': (value) => array.resample({ factor: 2, resampling: value }),
  'resample validity': (value) => array.resample({ factor: 2, validity: value }),
  chunk: (value) => array.chunk(value),
  'chunk a dim': (value) => array.chunk({ x: value }),
  compute: (value) => times.compute(value),
  ...each('compute', ['maxMemory', 'workers', 'onProgress', 'signal', 'overwrite', 'resume', 'onNodataClash'], (given) =>
    times.compute(given),
  ),
  plan: (value) => array.plan(value),
  ...each(
    'plan',
    [
      ...['to', 'format', 'maxMemory', 'workers', 'chunks', 'blockSize', 'compress', 'level', 'predictor', 'interleave'],
      ...['overviews', 'overviewResampling', 'mask', 'bigtiff', 'onNodataClash'],
    ],
    (given) => array.plan({ to: 'out.tif', ...given }),
  ),
  ...each('plan zarr', ['chunks', 'shards', 'shardIndex', 'checksum', 'compress', 'level', 'variable', 'zarrFormat'], (given) =>
    array.plan({ to: 'out.zarr', ...given }),
  ),
  'toZarr path': (value) => typeof value === 'string' || array.toZarr(value),
  'toZarr options': (value) => array.toZarr('/nowhere/out.zarr', value),
  'toCog path': (value) => typeof value === 'string' || array.toCog(value),
  'toCog options': (value) => array.toCog('/nowhere/out.tif', value),
  toJSON: (value) => array.toJSON(value),
  'toJSON base': (value) => array.toJSON({ base: value }),
  filled: (value) => array.filled(value),
  quicklook: (value) => quicklook(value),
  'quicklook options': (value) => quicklook(array, value),
  ...each('quicklook', ['width', 'bands', 'stretch', 'range', 'colormap', 'run'], (given) => quicklook(array, given)),
  htmlImage: (value) => htmlImage(value, 1, ''),
  'Dataset.of': (value) => Dataset.of(value),
  'Dataset.of a variable': (value) => Dataset.of({ red: value }),
  'Dataset get': (value) => data.get(value),
  'Dataset map': (value) => data.map(value),
  'Dataset map result': (value) => data.map(() => value),
  'Dataset merge': (value) => data.merge(value),
  'Dataset assign': (value) => data.assign(value),
  'Dataset rename': (value) => data.rename(value),
  'Dataset rename a variable': (value) => data.rename({ red: value }),
  'Dataset reproject': (value) => data.reproject(value),
  'Dataset reproject options': (value) => data.reproject('EPSG:3857', value),
  'Dataset reproject resampling': (value) => data.reproject('EPSG:3857', { resampling: value }),
  'Dataset reproject resampling of a variable': (value) => data.reproject('EPSG:3857', { resampling: { red: value } }),
  'Dataset reprojectMatch': (value) => data.reprojectMatch(value),
  'Dataset reprojectMatch options': (value) => data.reprojectMatch(array, value),
  'Dataset resample': (value) => data.resample(value),
  'Dataset clipBox': (value) => data.clipBox(value),
  'Dataset clipBox options': (value) => data.clipBox([500000, 5399970, 500010, 5400000], value),
  'Dataset isel': (value) => data.isel(value),
  'Dataset isel a dim': (value) => data.isel({ x: value }),
  'Dataset sel': (value) => data.sel(value),
  'Dataset sel a dim': (value) => data.sel({ x: value }),
  'Dataset sel options': (value) => data.sel({ x: 500005 }, value),
  'Dataset astype': (value) => data.astype(value),
  'Dataset astype options': (value) => data.astype('uint8', value),
  'Dataset chunk': (value) => data.chunk(value),
  'Dataset compute': (value) => data.compute(value),
  'Dataset plan': (value) => data.plan(value),
  'Dataset toZarr': (value) => typeof value === 'string' || data.toZarr(value),
  'Dataset toZarr options': (value) => data.toZarr('/nowhere/out.zarr', value),
  'Dataset toCog': (value) => typeof value === 'string' || data.toCog(value),
  'Dataset toJSON': (value) => data.toJSON(value),
  'CRS.parse': (value) => CRS.parse(value),
  'CRS.fromEpsg': (value) => CRS.fromEpsg(value),
  'CRS.fromProj': (value) => CRS.fromProj(value),
  'CRS.equals': (value) => CRS.equals(utm, value),
  'CRS.format': (value) => CRS.format(value),
  'CRS.unit': (value) => CRS.unit(value),
  'CRS.transformBounds': (value) => CRS.transformBounds(value, utm, utm),
  'CRS.transformBounds from': (value) => CRS.transformBounds(bounds, value, utm),
  'CRS.transformBounds to': (value) => CRS.transformBounds(bounds, utm, value),
  'GeoBox.of width': (value) => GeoBox.of(value, 1, Affine.identity, null),
  'GeoBox.of affine': (value) => GeoBox.of(1, 1, value, null),
  'GeoBox.of crs': (value) => GeoBox.of(1, 1, Affine.identity, value),
  'GeoBox.fromBounds': (value) => GeoBox.fromBounds(value, { resolution: 1 }, null),
  'GeoBox.fromBounds size': (value) => GeoBox.fromBounds(bounds, value, null),
  'GeoBox.fromBounds crs': (value) => GeoBox.fromBounds(bounds, { resolution: 1 }, value),
  'GeoBox.parse': (value) => GeoBox.parse(value),
  'GeoBox.equals': (value) => GeoBox.equals(box, value),
  'GeoBox.bounds': (value) => GeoBox.bounds(value),
  'GeoBox.resolution': (value) => GeoBox.resolution(value),
  'GeoBox.resize': (value) => GeoBox.resize(value, 2, 2),
  'GeoBox.resize width': (value) => GeoBox.resize(box, value, 2),
  'GeoBox.zoomOut': (value) => GeoBox.zoomOut(value, 2),
  'GeoBox.zoomOut factor': (value) => GeoBox.zoomOut(box, value),
  'GeoBox.fromTransform': (value) => GeoBox.fromTransform(value, { width: 1, height: 1 }, null),
  'GeoBox.fromTransform shape': (value) => GeoBox.fromTransform(Affine.identity, value, null),
  'GeoBox.fromRaster': (value) => GeoBox.fromRaster(value),
  'GeoBox.crop': (value) => GeoBox.crop(value, { start: [0, 0], stop: [1, 1] }),
  'GeoBox.crop window': (value) => GeoBox.crop(box, value),
  ...each('GeoBox.crop', ['start', 'stop'], (given) => GeoBox.crop(box, { start: [0, 0], stop: [1, 1], ...given })),
  'GeoBox.crop row': (value) => GeoBox.crop(box, { start: [value, 0], stop: [1, 1] }),
  'GeoBox.pad': (value) => GeoBox.pad(value, 1),
  'GeoBox.pad margin': (value) => GeoBox.pad(box, value),
  ...each('GeoBox.pad', ['left', 'top', 'right', 'bottom'], (given) => GeoBox.pad(box, given as never)),
  'GeoBox.buffered': (value) => GeoBox.buffered(value, 1),
  'GeoBox.buffered distance': (value) => GeoBox.buffered(box, value),
  ...each('GeoBox.buffered', ['x', 'y'], (given) => GeoBox.buffered(box, { x: 1, y: 1, ...given })),
  'GeoBox.zoomTo': (value) => GeoBox.zoomTo(value, { resolution: 1 }),
  'GeoBox.zoomTo size': (value) => GeoBox.zoomTo(box, value),
  ...each('GeoBox.zoomTo', ['resolution', 'shape'], (given) => GeoBox.zoomTo(box, given as never)),
  'GeoBox.zoomTo width': (value) => GeoBox.zoomTo(box, { shape: { width: value, height: 2 } }),
  'GeoBox.snapTo': (value) => GeoBox.snapTo(box, value),
  'GeoBox.enclosing': (value) => GeoBox.enclosing(box, value),
  'GeoBox.intersection': (value) => GeoBox.intersection(box, value),
  'GeoBox.union': (value) => GeoBox.union(box, value),
  'GeoBox.overlapRoi': (value) => GeoBox.overlapRoi(value, box),
  'GeoBox.translatePx': (value) => GeoBox.translatePx(box, value, 1),
  'GeoBox.rotate': (value) => GeoBox.rotate(box, value),
  'GeoBox.flipX': (value) => GeoBox.flipX(value),
  'GeoBox.toCrs': (value) => GeoBox.toCrs(box, value),
  'GeoBox.toCrs options': (value) => GeoBox.toCrs(box, 4326, value),
  ...each('GeoBox.toCrs', ['resolution', 'size', 'bounds', 'boundsCrs', 'anchor', 'snap', 'tol'], (given) =>
    GeoBox.toCrs(box, 4326, given),
  ),
  'GeoBox.boundaryPolygon': (value) => GeoBox.boundaryPolygon(box, value),
  'GeoBox.boundaryPolygon crs': (value) => GeoBox.boundaryPolygon(box, 2, value),
  'GeoBox.precision': (value) => GeoBox.precision(value),
  'GeoboxTiles.of': (value) => GeoboxTiles.of(box, value),
  'GeoboxTiles.window': (value) => GeoboxTiles.window(value, 0, 0),
  'GeoboxTiles.window column': (value) => GeoboxTiles.window(GeoboxTiles.of(box, 2), value, 0),
  'GeoboxTiles.geobox': (value) => GeoboxTiles.geobox(value, 0, 0),
  'GeoboxTiles.touching': (value) => GeoboxTiles.touching(GeoboxTiles.of(box, 2), value),
  'WebMercator.grid': (value) => WebMercator.grid(value),
  'WebMercator.tile': (value) => WebMercator.tile(value),
  'WebMercator.tiles': (value) => WebMercator.tiles(value, 1),
  'WebMercator.tiles zoom': (value) => WebMercator.tiles([0, 0, 1, 1], value),
  'Affine.of': (value) => Affine.of(value, 0, 0, 0, 1, 0),
  'Affine.translation': (value) => Affine.translation(value, 1),
  'Affine.scaling': (value) => Affine.scaling(value, 1),
  'Affine.fromGdal': (value) => Affine.fromGdal(value),
  'Affine.toGdal': (value) => Affine.toGdal(value),
  'Affine.compose': (value) => Affine.compose(value, Affine.identity),
  'Affine.invert': (value) => Affine.invert(value),
  'Affine.apply': (value) => Affine.apply(value, 0, 0),
  'Affine.equals': (value) => Affine.equals(value, Affine.identity),
}

/** A call for each of some options. */
function each(what: string, names: readonly string[], call: (given: object) => unknown): Record<string, Call> {
  return Object.fromEntries(names.map((name) => [`${what} { ${name} }`, (value) => call({ [name]: value })]))
}

/** What came of a call: its result, or why it failed. */
async function outcome(call: () => unknown): Promise<unknown> {
  try {
    await call()
    return null
  } catch (error) {
    return error
  }
}

describe('wrong arguments fail with errors that say what is wrong, or not at all', () => {
  it.each(Object.entries(calls))('%s', async (_, call) => {
    const raw: string[] = []
    for (const [name, value] of wrong) {
      const error = await outcome(() => call(value))
      if (error === null || (isRasterloomError(error) && error.code !== 'E_INTERNAL')) continue
      raw.push(`${name}: ${error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)}`)
    }
    expect(raw).toEqual([])
  })
})

describe('a size of a grid', () => {
  it.each([
    [{ shape: [100, 200] }, /shape: .* was given, expected \{ width: 200, height: 100 \} in pixels/],
    [{ resolution: '10' }, /resolution: .*"10".* was given, expected a number, or \{ x, y \}/],
    [{ resolution: [10, 20] }, /resolution: .* was given, expected a number, or \{ x, y \}/],
    [{ resolution: null }, /resolution: null was given/],
  ])('%j is refused with the right words', (size, message) => {
    expect(() => GeoBox.fromBounds(bounds, size as never, null)).toThrow(message)
  })
})
