import { Command, CommanderError } from 'commander'
import { convertCommand } from './convert.js'
import { errorText, exitCode, exitCodeOf } from './exit-code.js'
import { infoCommand } from './info.js'
import { runCommand } from './run.js'

/** Verbs whose names are kept for features to come. */
const reservedVerbs = ['stack', 'mosaic', 'calc', 'check', 'validate']

/** Runs the command line; answers the exit code. Errors are told in one line on stderr. */
export async function runProgram(argv: readonly string[], version: string): Promise<number> {
  if (reservedVerbs.includes(argv[0] ?? '')) {
    process.stderr.write(`E_USAGE: rasterloom ${argv[0]}: not available yet. Available are info, convert and run.\n`)
    return exitCode.usage
  }
  let code: number = exitCode.done
  const program = new Command('rasterloom')
    .description(
      'Read, crop, reproject, resample and convert rasters larger than memory: GeoTIFF and Zarr in, Cloud Optimized GeoTIFF and Zarr out.',
    )
    .version(version, '-V, --version')
    .showHelpAfterError('(--help lists the options)')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'E_USAGE: ')) })
  const keep = (result: number): void => {
    code = result
  }
  for (const command of [infoCommand(keep), convertCommand(keep), runCommand(keep)]) {
    command.exitOverride().configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'E_USAGE: ')) })
    program.addCommand(command)
  }
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 unexpected, 2 usage, 3 input, 4 output, 5 memory budget, 6 some files failed, 130 interrupted.',
  )
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
    process.stderr.write(errorText(error))
    return exitCodeOf(error)
  }
}
