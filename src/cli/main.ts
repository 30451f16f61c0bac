#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { keepHeapsSmall, optimiseLate } from '../api/heap.js'
import { prestartWorkers } from '../api/prestart.js'
import { likelyWorkers } from './likely-workers.js'

/** The package's version, read without loading anything else: `--version` must answer at once. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** A reader that has gone away (`| head`) is no failure: the output file is still written. Anything else that stops printing is one. */
function onPrintError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = 4
  process.stderr.write(`E_OUTPUT: cannot print: ${error.message}\n`)
}

keepHeapsSmall()
optimiseLate()

process.stdout.on('error', onPrintError)
process.stderr.on('error', () => {})

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version()}\n`)
} else {
  prestartWorkers(likelyWorkers(argv))
  void import('./program.js').then(async ({ runProgram }) => {
    const code = await runProgram(argv, version())
    process.exitCode ||= code
  })
}
