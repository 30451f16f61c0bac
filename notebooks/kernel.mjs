// Makes the notebooks of this folder run: writes the tslab kernel's spec into notebooks/.jupyter and links the package into notebooks/node_modules,
// so that `import { open } from 'rasterloom'` finds the build of this checkout. `npm run notebooks` prints how to start Jupyter with it.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Installs the kernel's spec and the link; answers the environment that Jupyter wants. */
export function installKernel() {
  if (!existsSync(join(here, '../dist/index.js'))) throw new Error('dist is not there: run npm run build first')
  const tslab = join(dirname(createRequire(import.meta.url).resolve('tslab/package.json')), 'bin/tslab')
  const spec = { argv: [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'], display_name: 'TypeScript', language: 'typescript' }
  const directory = join(here, '.jupyter/kernels/tslab')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`)
  const link = join(here, 'node_modules/rasterloom')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync('../..', link, 'junction')
  return { JUPYTER_PATH: join(here, '.jupyter') }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { JUPYTER_PATH } = installKernel()
  process.stdout.write(`The TypeScript kernel is ready. Start with:\n  JUPYTER_PATH=${JUPYTER_PATH} jupyter notebook notebooks\n`)
}
