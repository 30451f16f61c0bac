import { Command } from 'commander'
import { oneOf, parseBands, parseBounds, parseDtype, parseNodata, parseResampling, resamplingNames } from './option-values.js'
import { addRunOptions, addWriteOptions } from './options.js'
import type { StackFlags } from './stack-action.js'

const examples = `
PATTERN is a path in quotes. Fields in braces are labels, and dims of the output: {band} any text, {time:%Y%m%d} a time (%Y %y %m %d %j %H %M %S), {depth:d} a
number. * ? [a-z] {a,b} and ** stand for what varies and is no label. Times come first and bands last, labels are sorted.

Examples:
  rasterloom stack 'S2_{time:%Y%m%d}_{band}.tif' cube.zarr
  rasterloom stack 'series/NDVI_{time:%Y-%m-%d}.tif' ndvi.zarr --scaled --chunks 512
  rasterloom stack 'LC08_*_{time:%Y%m%d}_*_SR_{band}.TIF' landsat.zarr --missing drop --join outer
  rasterloom stack 'scene/{band}.tif' scene.tif --like scene/B02.tif --resampling bilinear
`

/** `rasterloom stack PATTERN DST`. */
export function stackCommand(done: (code: number) => void): Command {
  const command = new Command('stack')
    .description(
      'Lay rasters along time, bands or other dims, by what their names say. Any number of files; all of one grid, dtype and scale.',
    )
    .argument('<pattern>', 'names with fields, in quotes')
    .argument('<dst>', 'a .zarr store, or a .tif where bands are all that is stacked')
    .usage('PATTERN DST [options]')
    .optionsGroup('Source:')
    .option('--dims <list>', 'the fields in another order, the outermost first: band,time', (text: string) => text.split(','))
    .option(
      '--missing <rule>',
      'where a combination of labels has no file: error (default) or drop the outermost label',
      oneOf(['error', 'drop']),
    )
    .option(
      '--join <way>',
      'where files have other extents on one grid: exact (default), inner, outer or left',
      oneOf(['exact', 'inner', 'outer', 'left']),
    )
    .option('--scaled', "apply each file's scale and offset: physical values instead of stored ones (1 and 0 where it declares none)")
    .option('--bands <list>', 'bands to take of each file, in this order: 1,3', parseBands)
    .option('--variable <name>', 'variable of Zarr stores and NetCDF files')
    .option('--src-crs <crs>', 'CRS of the files, where they say none or a wrong one')
    .option('--src-nodata <v>', 'nodata value of the files, in place of what they declare; none for none', parseNodata)
    .option('--on-read-error <rule>', 'where a tile cannot be read: fail (default), nodata or retry', oneOf(['fail', 'nodata', 'retry']))
    .optionsGroup('Grid:')
    .option('--like <raster>', 'bring every file to the grid of this raster')
    .option('--resampling <name>', `${resamplingNames} (default: near)`, parseResampling)
    .optionsGroup('Values:')
    .option('--bounds <w,s,e,n>', 'crop to the whole pixels that this touches', parseBounds)
    .option('--bounds-crs <crs>', 'CRS of --bounds (default: that of the files)')
    .option('--dtype <t>', 'element type; values are rounded to the nearest (halves upwards) and clamped to what it holds', parseDtype)
    .option('--nodata <v>', 'nodata value of the output; none for none', parseNodata)
  addRunOptions(addWriteOptions(command), false)
  return command.addHelpText('after', examples).action(async (pattern: string, target: string, options: StackFlags) => {
    const { stackFiles } = await import('./stack-action.js')
    done(await stackFiles(pattern, target, options))
  })
}
