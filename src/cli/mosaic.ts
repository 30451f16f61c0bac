import { Command } from 'commander'
import { oneOf } from './option-values.js'
import { addConvertOptions, addRunOptions, addWriteOptions, type MosaicFlags } from './options.js'

const examples = `
SRC may be files, stores, URLs, a directory (its .tif, .tiff and .zarr), or a pattern in quotes ('scenes/**/B04.tif'). Their order is that of
--method first and last. Sources that are parts of one grid make the smallest grid that holds them all; others are brought to
--crs and --resolution, each by --resampling.

Examples:
  rasterloom mosaic tiles/*.tif all.tif
  rasterloom mosaic scenes/ newest.tif --method last --bounds 500000,5200000,520000,5220000
  rasterloom mosaic zone32/*.tif zone33/*.tif both.zarr --crs EPSG:3035 --resolution 10 --tap --resampling bilinear
  rasterloom mosaic 'archive/**/*.tif' clear.tif --method count --plan
`

/** `rasterloom mosaic SRC... DST`. */
export function mosaicCommand(done: (code: number) => void): Command {
  const command = new Command('mosaic')
    .description('Put rasters beside and over each other into one output; any number of them, in any CRS.')
    .argument('<paths...>', 'sources, then the output: .tif or .zarr')
    .usage('SRC... DST [options]')
    .optionsGroup('Mosaic:')
    .option(
      '--method <name>',
      'what a pixel is where several sources have one: first (default), last, min, max, mean, or count (how many have)',
      oneOf(['first', 'last', 'min', 'max', 'mean', 'count']),
    )
  addRunOptions(addWriteOptions(addConvertOptions(command)), false)
  return command.addHelpText('after', examples).action(async (paths: string[], options: MosaicFlags) => {
    // Loaded here, so that help and usage errors need not wait for it.
    const { mosaicFiles } = await import('./mosaic-action.js')
    done(await mosaicFiles(paths, options))
  })
}
