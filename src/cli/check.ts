import { Command } from 'commander'
import type { CheckFlags } from './check-action.js'

const examples = `
SRC may be files, stores, URLs, a directory (its .tif, .tiff and .zarr), or a pattern in quotes ('scenes/**/B04.tif'). What most files have is what the
others are compared with; ! marks what differs, * the file that offsets are measured from.

Examples:
  rasterloom check tiles/*.tif
  rasterloom check 'archive/**/B04.tif' --extent --only-differing
  rasterloom check days/ --json

Exit codes: 0 all agree, 6 some differ or cannot be read.
`

/** `rasterloom check SRC...`. */
export function checkCommand(done: (code: number) => void): Command {
  return new Command('check')
    .description(
      'Show whether rasters fit together: CRS, pixels, offset of their grids, dtype, bands, nodata, scale. Reads headers, no pixels.',
    )
    .argument('<src...>', 'rasters, directories and patterns')
    .usage('SRC... [options]')
    .option('--extent', 'size and place must agree too, as for a stack along time')
    .option('--variable <name>', 'variable of Zarr stores and NetCDF files')
    .option('--only-differing', 'list only files that differ or cannot be read')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(async (sources: string[], options: CheckFlags) => {
      const { check } = await import('./check-action.js')
      done(await check(sources, options))
    })
}
