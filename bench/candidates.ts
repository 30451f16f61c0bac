import type { SceneKind, SceneSize } from './scene.js'
import type { Tool } from './tools.js'

/**
 * What is asked of us beside a candidate: it takes at least `ratio` times our wall time, or (our own rows) at most `atMostS` seconds. A ratio counts only where our
 * file is not much larger, unless `anySize` says that the level is the same and the rule has nothing to say.
 */
export type Asked = { readonly ratio: number; readonly anySize?: true } | { readonly atMostS: number }

/** One way to do a job: the first of a job's candidates is ours with two workers, which the others are compared with. */
export interface Candidate {
  readonly name: string
  readonly needs: Tool
  /** The effort of compression: the peer's own default, or the same as ours. */
  readonly level?: 'default' | 'same'
  /** Ends the output's name. */
  readonly extension: '.tif' | '.zarr'
  readonly argv: (output: string) => readonly string[]
  readonly asked?: Asked
}

/** Something to be done by several candidates on the same input. */
export interface Job {
  readonly id: string
  readonly label: string
  /** Millions of pixels of the input; none for start-up. */
  readonly size?: SceneSize
  readonly candidates: readonly Candidate[]
}

/** What the commands are made from. */
export interface Surroundings {
  readonly cli: string
  readonly python: string
  /** The folder of this benchmark. */
  readonly bench: string
  /** Path of the scene of a size, and its side in pixels. */
  readonly scene: (size: SceneSize, kind?: SceneKind) => { readonly path: string; readonly side: number }
}

/** Creation options of a tiled GeoTIFF as ours. */
export const TIFF_OPTIONS: readonly string[] = ['TILED=YES', 'COMPRESS=DEFLATE', 'BLOCKXSIZE=512', 'BLOCKYSIZE=512', 'NUM_THREADS=2']

/** Creation options as arguments. */
export function creation(options: readonly string[]): string[] {
  return options.flatMap((option) => ['-co', option])
}

/** Our command line with a number of workers; null leaves it to the plan, which needs none for few pixels. */
export function ours(
  around: Surroundings,
  source: string,
  options: readonly string[],
  workers: number | null = 2,
  extension: '.tif' | '.zarr' = '.tif',
): Candidate {
  const fixed = [...(workers === null ? [] : ['--workers', String(workers)]), '--overwrite', '-q']
  return {
    name: workers === null ? 'rasterloom' : `rasterloom, ${workers} worker${workers === 1 ? '' : 's'}`,
    needs: 'rasterloom',
    extension,
    argv: (output) => [process.execPath, around.cli, 'convert', source, output, ...options, ...fixed],
  }
}

/** Our band math, by the command line: an expression of named sources. */
export function ourCalc(
  around: Surroundings,
  expression: string,
  sources: Readonly<Record<string, string>>,
  options: readonly string[],
): Candidate {
  const named = Object.entries(sources).flatMap(([name, path]) => [`--${name}`, path])
  const fixed = ['--workers', '2', '--overwrite', '-q']
  return {
    name: 'rasterloom, 2 workers',
    needs: 'rasterloom',
    extension: '.zarr',
    argv: (output) => [process.execPath, around.cli, 'calc', expression, ...named, output, ...options, ...fixed],
  }
}

/** The candidate with what is asked of us beside it, if anything is. */
export function asking(candidate: Candidate, ratio: number | undefined): Candidate {
  return ratio === undefined ? candidate : { ...candidate, asked: { ratio } }
}

/** gdalwarp to EPSG:3857 with two threads. */
export function gdalwarp(source: string, kernel: string, level: 'default' | 'same', predictor: 1 | 2): Candidate {
  const options = [...TIFF_OPTIONS, `PREDICTOR=${predictor}`, ...(level === 'same' ? ['ZLEVEL=1'] : [])]
  const warp = ['-q', '-multi', '-wo', 'NUM_THREADS=2', '-t_srs', 'EPSG:3857', '-r', kernel, '-overwrite', ...creation(options)]
  return {
    name: `gdalwarp, 2 threads, ${level === 'same' ? 'level 1' : 'default level'}`,
    needs: 'gdalwarp',
    level,
    extension: '.tif',
    argv: (output) => ['gdalwarp', ...warp, source, output],
  }
}

/** gdal_translate; two threads where its writer has them. */
export function gdalTranslate(
  name: string,
  source: string,
  options: readonly string[],
  level: 'default' | 'same',
  extension: '.tif' | '.zarr' = '.tif',
): Candidate {
  return {
    name: `gdal_translate, ${name}`,
    needs: 'gdal_translate',
    level,
    extension,
    argv: (output) => ['gdal_translate', '-q', ...options, source, output],
  }
}

/** A Python script: OUT comes after the first of its arguments. */
export function python(
  name: string,
  around: Surroundings,
  script: string,
  args: readonly string[],
  extension: '.tif' | '.zarr' = '.zarr',
): Candidate {
  const [source, ...rest] = args
  return {
    name,
    needs: 'rioxarray',
    level: 'default',
    extension,
    argv: (output) => [around.python, `${around.bench}/python/${script}`, source!, output, ...rest],
  }
}
