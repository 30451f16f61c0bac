import { Command } from 'commander'

const examples = `
Examples:
  rasterloom validate scene.tif
  rasterloom validate *.tif --strict
  rasterloom validate https://example.com/scene.tif --json

Exit codes: 0 all are valid, 6 one is not, 3 one cannot be read.
`

/** `rasterloom validate FILE...`. */
export function validateCommand(done: (code: number) => void): Command {
  return new Command('validate')
    .description("Check whether files are Cloud Optimized GeoTIFFs: the rules of GDAL's validator, and what makes reading slower.")
    .argument('<file...>', 'a path or an http(s) URL')
    .usage('FILE... [options]')
    .option('--strict', 'warnings make a file invalid')
    .option('--quick', 'read directories only, not the bytes around every tile; the default for URLs')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(async (files: string[], options: { strict?: boolean; quick?: boolean; json?: boolean }) => {
      const { validateFiles } = await import('./validate-action.js')
      done(await validateFiles(files, options))
    })
}
