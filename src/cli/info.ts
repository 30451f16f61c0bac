import { Command } from 'commander'

const examples = `
Examples:
  rasterloom info scene.tif
  rasterloom info cube.zarr --variable chl --json
`

/** `rasterloom info SRC`. */
export function infoCommand(done: (code: number) => void): Command {
  return new Command('info')
    .description(
      'Show what a raster is: dims, dtype, grid, CRS, nodata, bands, tiles, overviews, mask and metadata. Reads headers, no pixels.',
    )
    .argument('<src>', 'a GeoTIFF, a COG, a VRT, a Zarr store or a NetCDF file, told by its content: a path, an http(s) or an s3 URL')
    .usage('SRC [options]')
    .option('--json', 'as JSON')
    .option('--variable <name>', 'variable of a Zarr store or NetCDF file')
    .addHelpText('after', examples)
    .action(async (uri: string, options: { json?: boolean; variable?: string }) => {
      const { info } = await import('./info-action.js')
      done(await info(uri, options))
    })
}
