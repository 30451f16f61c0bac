#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The package's version, read without loading anything else: `--version` must answer at once. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version()}\n`)
} else {
  const path = fileURLToPath(new URL('../program/start.js', import.meta.url))
  void import('./compiled.js').then(({ loadCompiled }) => {
    const { start } = loadCompiled(path) as typeof import('./start.js')
    start(argv, version())
  })
}
