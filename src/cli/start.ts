import { keepHeapsSmall, optimiseLate } from '../api/heap.js'
import { prestartWorkers } from '../api/prestart.js'
import { hasRoom, likelyWorkers } from './likely-workers.js'

/** A reader that has gone away (`| head`) is no failure: the output file is still written. Anything else that stops printing is one. */
function onPrintError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = 4
  process.stderr.write(`E_OUTPUT: cannot print: ${error.message}\n`)
}

/** Runs a command line in this process, which is all ours. */
export function start(argv: readonly string[], version: string): void {
  keepHeapsSmall(hasRoom(argv))
  optimiseLate()
  process.stdout.on('error', onPrintError)
  process.stderr.on('error', () => {})
  prestartWorkers(likelyWorkers(argv))
  void import('./program.js').then(async ({ runProgram }) => {
    const code = await runProgram(argv, version)
    process.exitCode ||= code
  })
}
