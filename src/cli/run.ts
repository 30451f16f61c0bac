import { Command } from 'commander'
import { addRunOptions, addWriteOptions, type RecipeOptions } from './options.js'

const examples = `
Examples:
  rasterloom convert scene.tif web.tif --crs EPSG:3857 --recipe-out web.json
  rasterloom run web.json again.tif
  rasterloom run web.json --overwrite
`

/** `rasterloom run RECIPE.json [DST]`. */
export function runCommand(done: (code: number) => void): Command {
  const command = new Command('run')
    .description('Carry out a recipe: as saved by --recipe-out, or by the library. Its sources must still be what they were.')
    .argument('<recipe>', 'a recipe as JSON; paths in it are seen from where it lies')
    .argument('[dst]', 'the output; by default where and as --recipe-out recorded')
    .usage('RECIPE.json [DST] [options]')
  addRunOptions(addWriteOptions(command), false)
  return command.addHelpText('after', examples).action(async (path: string, target: string | undefined, options: RecipeOptions) => {
    const { run } = await import('./run-action.js')
    done(await run(path, target, options))
  })
}
