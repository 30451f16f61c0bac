import {
  asking,
  type Candidate,
  creation,
  gdalTranslate,
  gdalwarp,
  type Job,
  ourCalc,
  ours,
  python,
  type Surroundings,
  TIFF_OPTIONS,
} from './candidates.js'
import type { SceneSize } from './scene.js'

const TRANSLATED = [...TIFF_OPTIONS, 'PREDICTOR=2']
const COG_OPTIONS = ['COMPRESS=DEFLATE', 'PREDICTOR=2', 'NUM_THREADS=2', 'OVERVIEW_RESAMPLING=AVERAGE', 'OVERVIEWS=IGNORE_EXISTING']
const WARP_LABEL = 'UTM to EPSG:3857'

/** The arguments of our warp to EPSG:3857 that writes the full size only. */
export function warpOptions(kernel: string): string[] {
  return ['--crs', 'EPSG:3857', '--resampling', kernel, '--overviews', 'none']
}

/** A warp against gdalwarp at its default level (with what is asked there) and at ours. */
function warpJob(
  id: string,
  around: Surroundings,
  size: SceneSize,
  kernel: string,
  asked: readonly [number?, number?],
  workers: number | null = 2,
): Job {
  const { path } = around.scene(size)
  return {
    id,
    label: `${WARP_LABEL}, ${kernel}`,
    size,
    candidates: [
      ours(around, path, warpOptions(kernel), workers),
      asking(gdalwarp(path, kernel, 'default', 2), asked[0]),
      asking(gdalwarp(path, kernel, 'same', 2), asked[1]),
    ],
  }
}

/**
 * Differences of class codes do not compress, so that neither side has a predictor here. Our level 1 makes less of classes than level 6 of zlib and libdeflate do of the same
 * pixels, but the pixels are not the same: gdalwarp before 3.11 counts each touched pixel once, which leaves fewer single pixels than shares of area do, and so a smaller
 * file. The second job has level 6 on both sides; the rule of sizes is for levels that differ.
 */
function classesJobs(around: Surroundings, size: SceneSize): Job[] {
  const { path } = around.scene(size, 'classes')
  const options = [...warpOptions('mode'), '--predictor', 'none']
  const label = `${WARP_LABEL}, mode of uint8 classes`
  const theirs = gdalwarp(path, 'mode', 'default', 1)
  const sameLevel = { ...theirs, asked: { ratio: 5, anySize: true } as const }
  return [
    { id: 'P6', label, size, candidates: [ours(around, path, options), asking(theirs, 5), gdalwarp(path, 'mode', 'same', 1)] },
    { id: 'P6', label: `${label}, level 6 both`, size, candidates: [ours(around, path, [...options, '--level', '6']), sameLevel] },
  ]
}

function resampleJob(around: Surroundings, size: SceneSize, direction: 'up' | 'down'): Job {
  const smaller = { 488: 122, 122: 30, 30: 4, 4: 4 } as const
  const from = direction === 'up' ? smaller[size] : size
  const { path, side } = around.scene(from)
  const newSide = direction === 'up' ? side * 2 : side / 2
  const shape = ['-r', 'bilinear', '-outsize', String(newSide), String(newSide)]
  const levelOne = [...shape, ...creation([...TRANSLATED, 'ZLEVEL=1'])]
  return {
    id: 'P7',
    label: `2x ${direction} in the same CRS, bilinear`,
    size: from,
    candidates: [
      ours(around, path, ['--size', `${newSide}x${newSide}`, '--resampling', 'bilinear', '--overviews', 'none']),
      asking(gdalTranslate('2 threads, default level', path, [...shape, ...creation(TRANSLATED)], 'default'), 2),
      gdalTranslate('2 threads, level 1', path, levelOne, 'same'),
    ],
  }
}

function cogJob(around: Surroundings, size: SceneSize): Job {
  const { path } = around.scene(size)
  const levelOne = ['-of', 'COG', ...creation([...COG_OPTIONS, 'LEVEL=1'])]
  return {
    id: 'P8',
    label: 'COG with average overviews',
    size,
    candidates: [
      ours(around, path, ['--format', 'cog', '--overviews', 'auto', '--overview-resampling', 'average']),
      asking(gdalTranslate('2 threads, default level', path, ['-of', 'COG', ...creation(COG_OPTIONS)], 'default'), 2.5),
      asking(gdalTranslate('2 threads, level 1', path, levelOne, 'same'), 1.8),
    ],
  }
}

function rioxarrayJob(around: Surroundings, size: SceneSize): Job {
  const { path } = around.scene(size)
  const theirs = python('rioxarray + dask, 2 threads', around, 'rioxarray_reproject.py', [path, 'bilinear'], '.tif')
  return {
    id: 'P9',
    label: `${WARP_LABEL}, bilinear`,
    size,
    candidates: [ours(around, path, warpOptions('bilinear')), asking(theirs, 7)],
  }
}

function coarsenJob(around: Surroundings, size: SceneSize): Job {
  const { path, side } = around.scene(size)
  const options = ['--size', `${side / 2}x${side / 2}`, '--resampling', 'average', '--format', 'zarr', '--chunks', '512']
  const theirs = python('xarray + dask, 2 threads', around, 'dask_coarsen.py', [path])
  return { id: 'P10', label: 'mean of 2 x 2 to Zarr', size, candidates: [ours(around, path, options, 2, '.zarr'), asking(theirs, 4)] }
}

function ndviJob(around: Surroundings, size: SceneSize): Job {
  const [red, nir] = [around.scene(size).path, around.scene(size, 'nir').path]
  return {
    id: 'P10',
    label: 'NDVI of two bands to Zarr, float32',
    size,
    candidates: [
      ourCalc(around, '(B - A) / (B + A)', { A: red, B: nir }, ['--dtype', 'float32', '--chunks', '512']),
      asking(python('xarray + dask, 2 threads', around, 'dask_ndvi.py', [red, nir]), 2.5),
    ],
  }
}

function zarrJob(around: Surroundings, size: SceneSize): Job {
  const { path } = around.scene(size)
  const zarr = ['-of', 'ZARR', ...creation(['COMPRESS=BLOSC', 'BLOCKSIZE=512,512'])]
  return {
    id: 'P11',
    label: 'GeoTIFF to Zarr, Blosc',
    size,
    candidates: [
      ours(around, path, ['--format', 'zarr', '--chunks', '512'], 2, '.zarr'),
      asking(gdalTranslate('blosc', path, zarr, 'default', '.zarr'), 1.3),
    ],
  }
}

/** The ratio is one worker's time / that of two. */
function workersJob(around: Surroundings, size: SceneSize, kernel: string): Job {
  const { path } = around.scene(size)
  const one = ours(around, path, warpOptions(kernel), 1)
  return {
    id: 'P13',
    label: `1 to 2 workers, ${WARP_LABEL}, ${kernel}`,
    size,
    candidates: [ours(around, path, warpOptions(kernel)), asking(one, 1.75)],
  }
}

function startUpJob(around: Surroundings): Job {
  const version: Candidate = {
    name: 'rasterloom --version',
    needs: 'rasterloom',
    extension: '.tif',
    argv: () => [process.execPath, around.cli, '--version'],
    asked: { atMostS: 0.15 },
  }
  return { id: 'P14', label: 'start-up', candidates: [version] }
}

/** The jobs that compare times, by the number of the demand they stand for; P12 and P15 are of other kinds. */
export const JOBS: Readonly<Record<string, (around: Surroundings, size: SceneSize) => readonly Job[]>> = {
  P1: (around, size) => [warpJob('P1', around, size, 'near', [2.5, 1.5])],
  P2: (around, size) => [warpJob('P2', around, size, 'bilinear', [4, 3])],
  P3: (around, size) => [warpJob('P3', around, size, 'cubic', [4.5, 3.3])],
  P4: (around, size) => [warpJob('P4', around, size, 'lanczos', [8])],
  P5: (around, size) => [warpJob('P5', around, size, 'average', [3])],
  P6: classesJobs,
  P7: (around, size) => [resampleJob(around, size, 'down'), resampleJob(around, size, 'up')],
  P8: (around, size) => [cogJob(around, size)],
  P9: (around, size) => [rioxarrayJob(around, size)],
  P10: (around, size) => [coarsenJob(around, size), ndviJob(around, size)],
  P11: (around, size) => [zarrJob(around, size)],
  P13: (around, size) => ['bilinear', 'cubic'].map((kernel) => workersJob(around, size, kernel)),
  P14: (around) => [
    warpJob('P14', around, 30, 'bilinear', [2], null),
    warpJob('P14', around, 4, 'bilinear', [1], null),
    startUpJob(around),
  ],
}

/** All jobs in order. */
export const JOB_IDS: readonly string[] = Array.from({ length: 15 }, (_, i) => `P${i + 1}`)
