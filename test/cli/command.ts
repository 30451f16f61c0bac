import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The built command line; `npm test` builds it first. */
export const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** A file of the repository's fixtures. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
}

/** A directory of this test file's own, removed at its end. */
export function scratchDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'rasterloom-cli-'))
  mkdirSync(path, { recursive: true })
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** What a process did. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts a process and waits for its end. */
export function runProcess(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, RASTERLOOM_DEBUG: '', ...env } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', failed)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

/** Runs `rasterloom` in a directory. */
export function commandIn(cwd: string): (...args: string[]) => Promise<Outcome> {
  return (...args) => runProcess(process.execPath, [main, ...args], cwd)
}
