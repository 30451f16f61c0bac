import { describe, expect, test, vi } from 'vitest'
import { runProgram } from '../../src/cli/program.js'
import { commandIn, fixture, type Outcome, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B09.tif')

/** What fails before anything is read needs no process of its own. */
async function parsed(...args: string[]): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text)
      return true
    }),
  )
  try {
    return { code: await runProgram(args, '0.0.0'), ...texts }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('help', () => {
  test('without arguments it shows what there is, and that something was missing', async () => {
    const { code, stdout, stderr } = await rasterloom()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Usage: rasterloom <command> \[options\]/)
  })

  test.each([['--help'], ['-h'], ['help']])('rasterloom %s names the verbs that work, with examples and exit codes', async (flag) => {
    const { code, stdout, stderr } = await rasterloom(flag)
    expect([code, stderr]).toEqual([0, ''])
    for (const word of [
      'info',
      'check',
      'convert',
      'mosaic',
      'stack',
      'calc',
      'dem',
      'run',
      'validate',
      'Examples:',
      'Exit codes: 0 done',
      '130 interrupted',
    ])
      expect(stdout).toContain(word)
  })

  test('convert --help shows every option that works, and none that does not', async () => {
    const { code, stdout } = await rasterloom('convert', '--help')
    expect(code).toBe(0)
    const shown = new Set(stdout.match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm))
    expect([...shown].sort()).toEqual(
      [
        ...['--append', '--region', '--if-none-match', '--scratch', '--side-files', '--no-side-files'],
        ...['--blosc-codec', '--blosc-shuffle', '--order', '--bool', '--bounds-variables', '--max-z-error'],
        ...['--cutline', '--cutline-crs', '--cutline-all-touched', '--cutline-invert', '--crop-to-cutline'],
        ...['--src-crs', '--crs', '--resolution', '--size', '--bounds', '--bounds-crs', '--tap', '--like', '--resampling', '--src-nodata'],
        ...['--nodata', '--dtype', '--bands', '--variable', '--select', '--scaled', '--max-error-px', '--src-overviews', '--format'],
        ...[
          '--compress',
          '--level',
          '--predictor',
          '--interleave',
          '--mask',
          '--chunks',
          '--shards',
          '--zarr-format',
          '--overviews',
          '--overview-resampling',
        ],
        ...[
          '--max-memory',
          '--workers',
          '--rechunk',
          '--resume',
          '--overwrite',
          '--no-check-space',
          '--keep-going',
          '--progress',
          '--quiet',
          '--recipe-out',
          '--plan',
        ],
        ...[
          '--json',
          '--help',
          '--scale',
          '--min-valid-fraction',
          '--validity',
          '--allow-averaging',
          '--on-read-error',
          '--report',
          '--trace',
          ...['--quality', '--lossless', '--sparse', '--statistics', '--overview-source'],
          ...['--tiling-scheme', '--zoom-level-strategy', '--zoom-level', '--aligned-levels'],
        ],
      ].sort(),
    )
    expect(stdout).toMatch(/Examples:\n {2}rasterloom convert/)
  })

  test('run --help and info --help have examples', async () => {
    for (const verb of ['run', 'info', 'mosaic']) {
      const { code, stdout } = await rasterloom(verb, '--help')
      expect(code).toBe(0)
      expect(stdout).toMatch(/Examples:\n {2}rasterloom/)
    }
  })
})

describe('values that make no sense', () => {
  test.each([
    [['--resolution', '-3'], '--resolution: "-3" is not a pixel size: use one positive number, or two like 10,20'],
    [['--resolution', '1,2,3'], '"1,2,3" is not a pixel size'],
    [['--size', '100'], '"100" is not a size in pixels: use width x height, like 1024x768'],
    [['--bounds', '1,2,3'], '"1,2,3" is not an extent: use west,south,east,north'],
    [['--bounds', '3,2,1,4'], 'west < east and south < north'],
    [['--dtype', 'uint12'], '"uint12" is not an element type: use uint8, int8, uint16'],
    [['--nodata', 'low'], '"low" is not a nodata value: use a number, nan, or none'],
    [['--bands', '0'], '"0" is not a list of 1-based bands'],
    [['--select', 'time'], '"time" is not a selection: use dim=label'],
    [['--max-error-px', '-1'], '"-1" is not a number from 0 to 1'],
    [['--scale', '0'], '--scale: "0" is not a scale (output pixels per source pixel): use one number above 0, or two like 0.5,0.25'],
    [['--min-valid-fraction', '2'], '--min-valid-fraction: "2" is not a number from 0 to 1'],
    [['--resampling', 'gauss'], 'med, q1, q3, sum (gauss is for overviews alone: --overview-resampling gauss)'],
    [['--max-memory', '512'], '--max-memory: "512" is not an amount of memory that anything runs in, it is 512 B: did you mean 512MB?'],
    [['--max-memory', '10kB'], 'it is 10 KiB: use some hundred MB, like 512MB'],
    [['--src-overviews', '0'], '"0" is not never, auto, or the number of an overview from 1, the finest'],
    [['--validity', 'most'], '"most" is not one of band, any, all'],
    [['--resampling', 'fast'], '"fast" is not a resampling: use one of near, bilinear'],
    [['--format', 'png'], '"png" is not one of cog, zarr'],
    [['--compress', 'zip'], '"zip" is not one of none, deflate, zstd, lzw, jpeg, webp, lerc, blosc'],
    [['--predictor', '4'], '"4" is not a predictor: use auto, none, 2 or 3'],
    [['--interleave', 'line'], '"line" is not one of pixel, band'],
    [['--mask', 'outside'], '"outside" is not one of auto, internal, alpha, none'],
    [['--tiling-scheme', 'WebMercatorQuad'], '"WebMercatorQuad" is not one of GoogleMapsCompatible'],
    [['--chunks', 'large'], '"large" is not an extent in pixels'],
    [['--overviews', 'some'], '"some" is not a number of overviews'],
    [['--overview-resampling', 'best'], '"best" is not a resampling of overviews'],
    [['--max-memory', 'much'], '"much" is not an amount of memory: use a number with a unit, like 512MB or 1.5GB'],
    [['--workers', '-2'], '"-2" is not a whole number of at least 0'],
    [['--progress', 'dots'], '"dots" is not one of auto, bar, json, none'],
  ])('%j', async (options, message) => {
    const { code, stdout, stderr } = await parsed('convert', source, 'out.tif', ...options)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^E_USAGE: --.*See rasterloom convert --help\n$/)
    expect(stderr).toContain(message)
  })

  test('an unknown option, with the one that was meant', async () => {
    const { code, stderr } = await rasterloom('convert', source, 'out.tif', '--resamplng', 'near')
    expect([code, stderr]).toEqual([
      2,
      "E_USAGE: unknown option '--resamplng' (Did you mean --resampling?). See rasterloom convert --help\n",
    ])
  })

  test('an unknown verb, with the one that was meant', async () => {
    const { code, stderr } = await rasterloom('convrt', source, 'out.tif')
    expect([code, stderr]).toEqual([2, "E_USAGE: unknown command 'convrt' (Did you mean convert?). See rasterloom --help\n"])
  })

  test('an option without its value, and a verb without its arguments', async () => {
    expect((await rasterloom('convert', source, 'out.tif', '--crs')).stderr).toContain("option '--crs <crs>' argument missing")
    expect((await rasterloom('convert', source)).stderr).toContain('name a source and an output')
    expect((await rasterloom('info')).stderr).toContain("missing required argument 'src'")
    expect((await rasterloom('run')).code).toBe(2)
  })
})

describe('options that contradict each other or the output', () => {
  test.each([
    [['--resolution', '10', '--size', '3x3'], '--resolution and --size both say what the grid is: give one of them'],
    [['--like', source, '--crs', 'EPSG:3857'], '--like and --crs both say what the grid is: give one of them'],
    [['--like', source, '--tap'], '--like and --tap both say what the grid is'],
    [['--validity', 'any'], '--validity any is for pixels that move to another grid, and none is asked for: give --crs'],
    [['--scale', '0.5'], '--scale is for pixels that move to another grid, and none is asked for: give --crs'],
    [['--min-valid-fraction', '0.5'], '--min-valid-fraction is for pixels that move to another grid'],
    [['--bounds-crs', 'EPSG:4326'], '--bounds-crs says the CRS of --bounds, which is not given'],
    [['--tap'], '--tap moves the edges to multiples of --resolution, which is not given'],
    [['--overwrite', '--resume'], '--overwrite begins anew and --resume goes on with what is there: give one of them'],
    [['--compress', 'blosc'], '--compress blosc is not for COG output: use deflate, zstd, lzw, jpeg, webp, lerc, none'],
    [['--zarr-format', '3'], '--zarr-format is for Zarr output, this one is COG: leave it out, or give --format zarr'],
    [['--chunks', '256x512'], '--chunks 256x512: the tiles of a COG are square'],
    [['--chunks', '100'], 'multiple of 16 from 64 to 4096'],
    [['--format', 'zarr', '--compress', 'lzw'], '--compress lzw is not for Zarr output: use blosc, zstd, deflate, none'],
    [['--format', 'zarr', '--predictor', '2'], '--predictor is for COG output, this one is Zarr: leave it out, or give --format cog'],
    [['--format', 'zarr', '--interleave', 'band'], '--interleave is for COG output'],
    [['--format', 'zarr', '--mask', 'internal'], '--mask is for COG output'],
    [['--compress', 'lzw', '--level', '3'], '--compress lzw has no levels, but --level 3 is given'],
    [['--predictor', '3'], '--predictor 3 is for floats, the array is uint16: use --predictor 2'],
  ])('%j', async (options, message) => {
    const { code, stdout, stderr } = await parsed('convert', source, 'out.tif', ...options)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^E_USAGE: .*\n$/)
    expect(stderr).toContain(message)
  })

  test('a name that says no format', async () => {
    const { code, stderr } = await rasterloom('convert', source, 'out.jpg')
    expect([code, stderr]).toEqual([
      2,
      'E_USAGE: out.jpg: its name does not say a format: end it in .tif or .zarr, or give --format cog or --format zarr\n',
    ])
  })
})
