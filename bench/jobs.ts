import type { SceneSize } from './scene.js'
import type { Tool } from './tools.js'

/** One way to do a job: the first of a job's candidates is ours with two workers, which the others are compared with. */
export interface Candidate {
  readonly name: string
  readonly needs: Tool
  /** Ends the output's name. */
  readonly extension: '.tif' | '.zarr'
  readonly argv: (output: string) => readonly string[]
  /** The ratio (theirs / ours, wall) that is asked of us; it holds at the full size only, except for P14. */
  readonly asked?: number
}

/** Something to be done by several candidates on the same input. */
export interface Job {
  readonly id: string
  readonly title: string
  readonly candidates: readonly Candidate[]
}

/** What the commands are made from. */
export interface Surroundings {
  readonly cli: string
  readonly python: string
  readonly scripts: string
  /** Path and side in pixels of the scene of a size. */
  readonly scene: (size: SceneSize) => { readonly path: string; readonly side: number }
}

const TIFF_OPTIONS = ['TILED=YES', 'COMPRESS=DEFLATE', 'PREDICTOR=2', 'BLOCKXSIZE=512', 'BLOCKYSIZE=512', 'NUM_THREADS=2']
const COG_OPTIONS = ['COMPRESS=DEFLATE', 'PREDICTOR=2', 'NUM_THREADS=2', 'OVERVIEW_RESAMPLING=AVERAGE', 'OVERVIEWS=IGNORE_EXISTING']

function creation(options: readonly string[]): string[] {
  return options.flatMap((option) => ['-co', option])
}

function ours(
  around: Surroundings,
  source: string,
  options: readonly string[],
  workers = 2,
  extension: '.tif' | '.zarr' = '.tif',
): Candidate {
  const fixed = ['--workers', String(workers), '--overwrite', '-q']
  return {
    name: `rasterloom, ${workers} worker${workers === 1 ? '' : 's'}`,
    needs: 'rasterloom',
    extension,
    argv: (output) => [process.execPath, around.cli, 'convert', source, output, ...options, ...fixed],
  }
}

function asking(candidate: Candidate, asked: number | undefined): Candidate {
  return asked === undefined ? candidate : { ...candidate, asked }
}

function gdalwarp(source: string, kernel: string, level: number | undefined): Candidate {
  const options = level === undefined ? TIFF_OPTIONS : [...TIFF_OPTIONS, `ZLEVEL=${level}`]
  const warp = ['-q', '-multi', '-wo', 'NUM_THREADS=2', '-t_srs', 'EPSG:3857', '-r', kernel, '-overwrite', ...creation(options)]
  return {
    name: level === undefined ? 'gdalwarp, 2 threads, default level' : `gdalwarp, 2 threads, level ${level}`,
    needs: 'gdalwarp',
    extension: '.tif',
    argv: (output) => ['gdalwarp', ...warp, source, output],
  }
}

function gdalTranslate(name: string, source: string, options: readonly string[], extension: '.tif' | '.zarr' = '.tif'): Candidate {
  return {
    name: `gdal_translate, ${name}`,
    needs: 'gdal_translate',
    extension,
    argv: (output) => ['gdal_translate', '-q', ...options, source, output],
  }
}

function python(name: string, around: Surroundings, script: string, args: readonly string[], extension: '.tif' | '.zarr'): Candidate {
  const [source, ...rest] = args
  return {
    name,
    needs: 'rioxarray',
    extension,
    argv: (output) => [around.python, `${around.scripts}/${script}`, source!, output, ...rest],
  }
}

function warpJob(id: string, around: Surroundings, size: SceneSize, kernel: string, asked: readonly [number?, number?]): Job {
  const { path } = around.scene(size)
  const options = ['--crs', 'EPSG:3857', '--resampling', kernel, '--overviews', 'none']
  return {
    id,
    title: `${kernel}, UTM 33N to EPSG:3857, ${size} Mpx`,
    candidates: [
      ours(around, path, options),
      ours(around, path, options, 1),
      asking(gdalwarp(path, kernel, undefined), asked[0]),
      asking(gdalwarp(path, kernel, 1), asked[1]),
    ],
  }
}

function resampleJob(around: Surroundings, size: SceneSize, direction: 'up' | 'down'): Job {
  const smaller = { 122: 30, 30: 4, 4: 4 } as const
  const from = direction === 'up' ? smaller[size] : size
  const { path, side } = around.scene(from)
  const newSide = direction === 'up' ? side * 2 : side / 2
  const shape = ['-r', 'bilinear', '-outsize', String(newSide), String(newSide)]
  return {
    id: 'P7',
    title: `bilinear 2x ${direction} in the same CRS, ${from} Mpx in`,
    candidates: [
      ours(around, path, ['--size', `${newSide}x${newSide}`, '--resampling', 'bilinear', '--overviews', 'none']),
      asking(gdalTranslate('2 threads, default level', path, [...shape, ...creation(TIFF_OPTIONS)]), 2),
      gdalTranslate('2 threads, level 1', path, [...shape, ...creation([...TIFF_OPTIONS, 'ZLEVEL=1'])]),
    ],
  }
}

function cogJob(around: Surroundings, size: SceneSize): Job {
  const { path } = around.scene(size)
  return {
    id: 'P8',
    title: `COG with average overviews, ${size} Mpx`,
    candidates: [
      ours(around, path, ['--format', 'cog', '--overviews', 'auto', '--overview-resampling', 'average']),
      asking(gdalTranslate('2 threads, default level', path, ['-of', 'COG', ...creation(COG_OPTIONS)]), 2.5),
      asking(gdalTranslate('2 threads, level 1', path, ['-of', 'COG', ...creation([...COG_OPTIONS, 'LEVEL=1'])]), 1.8),
    ],
  }
}

function zarrJob(around: Surroundings, size: SceneSize): Job {
  const { path } = around.scene(size)
  const zarr = ['-of', 'ZARR', ...creation(['COMPRESS=BLOSC', 'BLOCKSIZE=512,512'])]
  return {
    id: 'P11',
    title: `GeoTIFF to Zarr, ${size} Mpx`,
    candidates: [
      ours(around, path, ['--format', 'zarr', '--chunks', '512'], 2, '.zarr'),
      asking(gdalTranslate('blosc', path, zarr, '.zarr'), 1.3),
    ],
  }
}

function daskJob(id: 'P9' | 'P10', around: Surroundings, size: SceneSize): Job {
  const { path, side } = around.scene(size)
  if (id === 'P9') {
    const candidate = python('rioxarray + dask, 2 threads', around, 'rioxarray_reproject.py', [path, 'bilinear'], '.tif')
    const options = ['--crs', 'EPSG:3857', '--resampling', 'bilinear', '--overviews', 'none']
    return { id, title: `bilinear, UTM 33N to EPSG:3857, ${size} Mpx`, candidates: [ours(around, path, options), asking(candidate, 7)] }
  }
  const candidate = python('xarray + dask, 2 threads', around, 'dask_coarsen.py', [path], '.zarr')
  const options = ['--size', `${side / 2}x${side / 2}`, '--resampling', 'average', '--format', 'zarr', '--chunks', '512']
  return { id, title: `mean of 2 x 2 to Zarr, ${size} Mpx`, candidates: [ours(around, path, options, 2, '.zarr'), asking(candidate, 4)] }
}

function smallJobs(around: Surroundings): Job[] {
  const version: Candidate = {
    name: 'rasterloom --version',
    needs: 'rasterloom',
    extension: '.tif',
    argv: () => [process.execPath, around.cli, '--version'],
  }
  return [
    warpJob('P14', around, 30, 'bilinear', [2]),
    warpJob('P14', around, 4, 'bilinear', [1]),
    { id: 'P14', title: 'start-up', candidates: [version] },
  ]
}

/** Jobs run when none are named: those that need no kernel beyond near and bilinear. */
export const DEFAULT_JOBS = ['P1', 'P2', 'P7', 'P8', 'P9', 'P11', 'P14', 'P15'] as const

/** All the jobs that measure time, by the number of the demand they stand for. */
export const JOBS: Readonly<Record<string, (around: Surroundings, size: SceneSize) => readonly Job[]>> = {
  P1: (around, size) => [warpJob('P1', around, size, 'near', [2.5, 1.5])],
  P2: (around, size) => [warpJob('P2', around, size, 'bilinear', [4, 3])],
  P3: (around, size) => [warpJob('P3', around, size, 'cubic', [4.5, 3.3])],
  P4: (around, size) => [warpJob('P4', around, size, 'lanczos', [8])],
  P5: (around, size) => [warpJob('P5', around, size, 'average', [3])],
  P7: (around, size) => [resampleJob(around, size, 'down'), resampleJob(around, size, 'up')],
  P8: (around, size) => [cogJob(around, size)],
  P9: (around, size) => [daskJob('P9', around, size)],
  P10: (around, size) => [daskJob('P10', around, size)],
  P11: (around, size) => [zarrJob(around, size)],
  P14: (around) => smallJobs(around),
}
