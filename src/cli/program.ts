import { Command, CommanderError } from 'commander'
import { calcCommand } from './calc.js'
import { checkCommand } from './check.js'
import { convertCommand } from './convert.js'
import { demCommand } from './dem.js'
import { errorText, exitCode, exitCodeOf } from './exit-code.js'
import { infoCommand } from './info.js'
import { mosaicCommand } from './mosaic.js'
import { runCommand } from './run.js'
import { stackCommand } from './stack.js'
import { validateCommand } from './validate.js'
import { zonalCommand } from './zonal.js'

const footer = `
Examples:
  rasterloom info scene.tif
  rasterloom convert scene.tif web.tif --crs EPSG:3857 --resampling bilinear
  rasterloom convert scene.tif scene.zarr --chunks 1024 --plan
  rasterloom mosaic tiles/*.tif all.tif --method max
  rasterloom calc "(B - A) / (B + A)" --A b04.tif --B b08.tif ndvi.tif
  rasterloom stack 'NDVI_{time:%Y%m%d}.tif' cube.zarr
  rasterloom check tiles/*.tif

Exit codes: 0 done, 1 unexpected, 2 usage, 3 input unreadable or unsupported, 4 output cannot be written or exists,
5 does not fit the memory budget, 6 some of several files failed or differ, 130 interrupted (--resume goes on).
RASTERLOOM_DEBUG=1 shows where an error came from.
`

/** Runs the command line; answers the exit code. Errors are told in one line on stderr. */
export async function runProgram(argv: readonly string[], version: string): Promise<number> {
  // What is printed is ours alone: the AWS SDK would tell of versions of Node that it will not support one day.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  let code: number = exitCode.done
  const keep = (result: number): void => {
    code = result
  }
  const program = new Command('rasterloom')
    .description('Read, crop, reproject, resample and convert rasters larger than memory: GeoTIFF, Zarr and NetCDF in, COG and Zarr out.')
    .usage('<command> [options]')
    .version(version, '-V, --version')
    .addHelpText('after', footer)
  for (const command of [
    infoCommand(keep),
    checkCommand(keep),
    convertCommand(keep),
    mosaicCommand(keep),
    stackCommand(keep),
    calcCommand(keep),
    demCommand(keep),
    zonalCommand(keep),
    runCommand(keep),
    validateCommand(keep),
  ])
    program.addCommand(command)
  for (const command of [program, ...program.commands]) toldInOneLine(command)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
    process.stderr.write(errorText(error))
    return exitCodeOf(error)
  }
}

/** Makes a command throw instead of ending the process, and tell what is wrong as all errors are told: code, cause, remedy, in one line. */
function toldInOneLine(command: Command): void {
  const verb = command.name() === 'rasterloom' ? '' : ` ${command.name()}`
  const told = (text: string): string => {
    const line = text
      .trim()
      .replace(/^error: /, '')
      .replace(/^option '(--[a-z-]+).*' argument '.*' is invalid\. /s, '$1: ')
      .replace(/\s*\n\s*/g, ' ')
    return `E_USAGE: ${line.replace(/\.$/, '')}. See rasterloom${verb} --help\n`
  }
  command
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .configureOutput({ outputError: (text, write) => write(told(text)) })
}
