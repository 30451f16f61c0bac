import { Command } from 'commander'
import { type AllOptions, addConvertOptions, addRunOptions, addWriteOptions } from './options.js'

const examples = `
Examples:
  rasterloom convert scene.tif web.tif --crs EPSG:3857 --resampling bilinear
  rasterloom convert scene.tif part.zarr --bounds 500000,5200000,520000,5220000 --chunks 1024
  rasterloom convert B04.tif red.tif --scaled --dtype float32 --like B11.tif --resampling bilinear
  rasterloom convert cube.zarr june.tif --variable chl --select time=2021-06-14
  rasterloom convert *.tif out/ --format zarr --keep-going
  rasterloom convert big.tif big.zarr --plan --max-memory 256MB
`

/** `rasterloom convert SRC... DST`. */
export function convertCommand(done: (code: number) => void): Command {
  const command = new Command('convert')
    .description('Convert, crop, reproject or resample. Several sources go one by one into the directory DST; `mosaic` puts them together.')
    .argument(
      '<paths...>',
      'sources (GeoTIFF, COG, VRT, Zarr, NetCDF; paths, http(s) or s3 URLs), then the output: .tif, .zarr or a directory',
    )
    .usage('SRC... DST [options]')
  addRunOptions(addWriteOptions(addConvertOptions(command)), true)
  return command.addHelpText('after', examples).action(async (paths: string[], options: AllOptions) => {
    // Loaded here, so that help and usage errors need not wait for it.
    const { convert } = await import('./convert-action.js')
    done(await convert(paths, options))
  })
}
