import { Command } from 'commander'
import type { CalcFlags } from './calc-flags.js'
import { oneOf, parseDtype, parseNodata } from './option-values.js'
import { addRunOptions, addWriteOptions } from './options.js'

const examples = `
Each variable of EXPR is given by an option of its name, as --A FILE, with :BAND behind the file for one band of several. Operators: + - * / **, comparisons,
&& || !, bits & | ^ << >>, x in [1, 2], a > 0 ? b : na (na is "invalid"), and functions as sqrt, log, min, where, isNa (docs/numerics.md).
Where a source is invalid, so is the output. Integers do not wrap.

Examples:
  rasterloom calc "(B - A) / (B + A)" --A b04.tif --B b08.tif ndvi.tif --scaled --dtype float32
  rasterloom calc "SCL in [4, 5, 6] ? NIR * 0.0001 : na" --SCL scl.tif --NIR b08.tif clear.tif --dtype float32
  rasterloom calc "red > 0.2 && nir < 0.1" --red stack.tif:3 --nir stack.tif:4 --scaled mask.zarr --plan
`

/** `rasterloom calc EXPR --A SRC... DST`. */
export function calcCommand(done: (code: number) => void): Command {
  const command = new Command('calc')
    .description('Compute an expression of rasters, pixel by pixel.')
    .argument('<expression>', 'what to compute')
    .argument('<paths...>', '--NAME SRC for each variable, and the output: .tif or .zarr')
    .usage('EXPR --A SRC [--B SRC ...] DST [options]')
    .allowUnknownOption()
    .optionsGroup('Values:')
    .option('--scaled', "apply the sources' scale and offset: physical values instead of stored ones")
    .option(
      '--join <rule>',
      'which pixels the output has of sources that are parts of one grid: exact (default), inner, outer, left',
      oneOf(['exact', 'inner', 'outer', 'left']),
    )
    .option('--dtype <t>', 'element type; values are rounded to the nearest (halves upwards) and clamped to what it holds', parseDtype)
    .option('--nodata <v>', 'nodata value of the output; none for none', parseNodata)
  addRunOptions(addWriteOptions(command), false)
  return command.addHelpText('after', examples).action(async (text: string, paths: string[], options: CalcFlags) => {
    // Loaded here, so that help and usage errors need not wait for it.
    const { calcFiles } = await import('./calc-action.js')
    done(
      await calcFiles(
        text,
        paths,
        options,
        command.options.map(({ long }) => long ?? ''),
      ),
    )
  })
}
