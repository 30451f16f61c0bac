// Executes notebooks headless: `node notebooks/execute.mjs 01-quickstart.ipynb [DIRECTORY]` writes them, with their outputs, into DIRECTORY (this
// folder by default). A cell that fails ends it with code 1 and the cell's own words. Needs Jupyter's nbconvert.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installKernel } from './kernel.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const [name, directory = here] = process.argv.slice(2)
const target = join(resolve(directory), name)

execFileSync(
  'jupyter',
  // Errors are allowed so that what the cells print is kept; it is looked at below.
  ['nbconvert', '--to', 'notebook', '--execute', '--allow-errors', '--log-level', 'ERROR', '--output-dir', resolve(directory), '--output', name, join(here, name)],
  { stdio: 'inherit', env: { ...process.env, ...installKernel() } },
)

const notebook = JSON.parse(readFileSync(target, 'utf8'))
for (const cell of notebook.cells) {
  // When a cell ran is of no interest to a reader and changes every time.
  delete cell.metadata.execution
  const failure = (cell.outputs ?? []).find((output) => output.output_type === 'error' || output.name === 'stderr')
  if (failure === undefined) continue
  process.stderr.write(`${name}: this cell failed:\n${textOf(cell.source)}\n\n${textOf(failure.text ?? failure.traceback ?? failure.evalue)}\n`)
  process.exitCode = 1
  break
}
writeFileSync(target, `${JSON.stringify(notebook, null, 1)}\n`)

/** A text as notebooks store it: lines, or one string. */
function textOf(text) {
  return Array.isArray(text) ? text.join('') : String(text)
}
