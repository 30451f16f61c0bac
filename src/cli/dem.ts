import { Command } from 'commander'
import type { DemFlags } from './dem-flags.js'
import { oneOf, parseFinite, parseNodata, parseWhole } from './option-values.js'
import { addRunOptions, addWriteOptions } from './options.js'

const examples = `
MEASURE is slope, aspect, hillshade, tri (ruggedness), tpi (position) or roughness, as gdaldem computes them, or fill, which fills holes as gdal_fillnodata does.
A grid in degrees needs --scale (111120 for heights in metres).

Examples:
  rasterloom dem slope dem.tif slope.tif --percent
  rasterloom dem hillshade dem.tif shade.tif --z-factor 2 --azimuth 300 --compute-edges
  rasterloom dem fill dem.tif filled.zarr --max-distance 50 --smoothing 2
`

/** `rasterloom dem MEASURE SRC DST`. */
export function demCommand(done: (code: number) => void): Command {
  const command = new Command('dem')
    .description('Measure heights: slope, aspect, hillshade, ruggedness; fill their holes.')
    .argument('<measure>', 'slope, aspect, hillshade, tri, tpi, roughness or fill')
    .argument('<source>', 'heights')
    .argument('<output>', '.tif or .zarr')
    .usage('MEASURE SRC DST [options]')
    .optionsGroup('Measures:')
    .option('--band <n>', 'the band that holds the heights (default 1)', parseWhole)
    .option('--scaled', "apply the source's scale and offset: physical heights instead of stored ones")
    .option(
      '--algorithm <name>',
      'horn (default) or zevenbergenThorne; of tri riley (default) or wilson',
      oneOf(['horn', 'zevenbergenThorne', 'riley', 'wilson']),
    )
    .option('--scale <n>', 'units of height in a unit of the grid', parseFinite)
    .option('--percent', 'slope in percent instead of degrees')
    .option('--trigonometric', 'aspect counter-clockwise from east instead of clockwise from north')
    .option('--zero-for-flat', 'aspect 0 where it is level, instead of nodata')
    .option(
      '--shading <name>',
      'plain (default), multidirectional, combined or igor',
      oneOf(['plain', 'multidirectional', 'combined', 'igor']),
    )
    .option('--z-factor <n>', 'what heights are multiplied by for a hillshade', parseFinite)
    .option('--azimuth <degrees>', 'where the lamp stands, clockwise from north (default 315)', parseFinite)
    .option('--altitude <degrees>', 'how high the lamp stands (default 45)', parseFinite)
    .option('--compute-edges', 'compute pixels beside an edge or nodata too')
    .option('--max-distance <px>', 'how far away pixels may lie that a hole is filled from (default 100)', parseFinite)
    .option('--smoothing <n>', 'how often filled pixels are smoothed (default 0)', parseWhole)
    .option('--nodata <v>', 'nodata value of the output; none for none', parseNodata)
  addRunOptions(addWriteOptions(command), false)
  return command.addHelpText('after', examples).action(async (measure: string, source: string, target: string, options: DemFlags) => {
    // Loaded here, so that help and usage errors need not wait for it.
    const { demFile } = await import('./dem-action.js')
    done(await demFile(measure, source, target, options))
  })
}
