#!/usr/bin/env node
import { readFileSync } from 'node:fs'

/** The package's version, read without loading anything else: `--version` must answer at once. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version()}\n`)
} else {
  void import('./program.js').then(async ({ runProgram }) => {
    process.exitCode = await runProgram(argv, version())
  })
}
