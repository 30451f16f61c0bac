import { Command } from 'commander'
import { oneOf, parseBands, parseMemory, parseNodata, parseSelect, parseWhole } from './option-values.js'
import type { ZonalFlags } from './zonal-flags.js'

const examples = `
ZONES is GeoJSON (each feature is a zone, named by its id, or by --by) or a raster of whole numbers on the grid of SRC (each value is a zone). GeoJSON is in
longitude and latitude unless --zones-crs says otherwise. There is a row for each zone and band (or time). Without OUT the rows are printed.

Examples:
  rasterloom zonal ndvi.tif fields.geojson
  rasterloom zonal cube.zarr fields.geojson table.csv --by crop --stats count,mean,median
  rasterloom zonal ndvi.tif landcover.tif --stats sum,majority --format csv
`

/** `rasterloom zonal SRC ZONES [OUT]`. */
export function zonalCommand(done: (code: number) => void): Command {
  const command = new Command('zonal')
    .description('Statistics of the pixels in zones: polygons, or the classes of another raster.')
    .argument('<source>', 'what is measured')
    .argument('<zones>', 'GeoJSON, or a raster of classes')
    .argument('[output]', '.csv or .json')
    .usage('SRC ZONES [OUT] [options]')
    .optionsGroup('Zones:')
    .option('--zones-crs <crs>', 'CRS of the GeoJSON (default: longitude and latitude, as its standard has it)')
    .option('--by <property>', 'the property that names zones: features with the same value are one')
    .option('--all-touched', 'a zone has every pixel that it touches, instead of those whose centres lie in it')
    .optionsGroup('Source:')
    .option('--bands <list>', 'bands to take, in this order: 1,3', parseBands)
    .option('--variable <name>', 'variable of a Zarr store or a NetCDF file')
    .option('--select <dim=label>', 'select by label, as time=2021-06; once for each dim', parseSelect)
    .option('--scaled', "apply the source's scale and offset: physical values instead of stored ones")
    .option('--src-crs <crs>', 'CRS of the source, where it says none or a wrong one')
    .option('--src-nodata <v>', 'nodata value of the source, in place of what it declares; none for none', parseNodata)
    .optionsGroup('Output:')
    .option(
      '--stats <list>',
      'count, sum, mean, min, max, std, median, majority, minority, unique (default: count,mean,min,max)',
      (text: string) => text.split(','),
    )
    .option('--format <name>', 'json or csv (default: by the name of OUT, else json)', oneOf(['json', 'csv']))
    .option('--overwrite', 'replace an output that exists')
    .optionsGroup('Run:')
    .option('--max-memory <size>', 'bound of the whole process (default: 512MB)', parseMemory)
    .option('--workers <n>', 'worker threads; 0 for none (default: one a core, none for a small job)', parseWhole)
  return command
    .addHelpText('after', examples)
    .action(async (source: string, zones: string, target: string | undefined, options: ZonalFlags) => {
      // Loaded here, so that help and usage errors need not wait for it.
      const { zonalTable } = await import('./zonal-action.js')
      done(await zonalTable(source, zones, target, options))
    })
}
