import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { describeWithPeers } from './peers.js'

const folder = fileURLToPath(new URL('../notebooks/', import.meta.url))
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'))

interface Output {
  readonly output_type: string
  readonly name?: string
  readonly text?: string | readonly string[]
  readonly data?: Readonly<Record<string, string | readonly string[]>>
}

interface Cell {
  readonly cell_type: string
  readonly source: readonly string[]
  readonly outputs?: readonly Output[]
}

function cellsOf(path: string): readonly Cell[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { cells: Cell[] }).cells
}

/** Texts and HTML that each cell shows, without what may differ between runs and machines: durations and amounts of memory. */
function shownTexts(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap(({ text, data = {} }) =>
      [text, data['text/plain'], data['text/html']].flatMap((each) => (each === undefined ? [] : [steady([each].flat().join(''))])),
    ),
  )
}

function steady(text: string): string {
  return (
    text
      // What this process takes beyond a bare one is not said where it is nothing.
      .replace(/^of it beyond maxMemory.*\n/gm, '')
      .replace(/^(?:this process|main thread|arena|worker threads|promised|allowed|state of the ops).*?(?=<\/pre>|$)/gm, '(memory)')
      .replace(/(?:at most )?[\d.]+ [KMG]iB of memory/g, '(memory)')
      // The hash of a plan has the places of its sources in it.
      .replace(/(^|>)Plan [0-9a-f]{12}:/gm, '$1Plan:')
      .replace(/[\d.]+ m?s\b/g, '(time)')
      .replace(/^(?:Memory|-----)[ -]*(?:Bytes)?-*$/gm, '')
  )
}

/** What kinds of things each cell shows: texts, HTML, pictures. */
function kinds(cells: readonly Cell[]): string[] {
  return cells.map(({ outputs = [] }) =>
    outputs.map(({ output_type, data = {}, name = '' }) => [output_type, name, ...Object.keys(data)].join(' ').trim()).join(', '),
  )
}

describe.each(names)('the committed notebook %s', (name) => {
  const cells = cellsOf(join(folder, name))

  test('carries its outputs, and no failure', () => {
    const shown = cells.flatMap(({ outputs = [] }) => outputs)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((output) => output.output_type === 'error' || output.name === 'stderr')).toEqual([])
  })

  test('names no directory of a machine', () => {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const place of ['/home/', '/root/', '/Users/', '/tmp/', '/work/', homedir()]) expect(text).not.toContain(place)
  })
})

describeWithPeers('notebooks run from top to bottom', ['jupyter'], () => {
  const out = mkdtempSync(join(tmpdir(), 'rasterloom-notebook-'))
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  test.each(names)('%s', (name) => {
    // Ends with code 1 and the cell's words where a cell fails.
    execFileSync(process.execPath, [join(folder, 'execute.mjs'), name, out], { stdio: ['ignore', 'inherit', 'inherit'] })
    const [fresh, committed] = [cellsOf(join(out, name)), cellsOf(join(folder, name))]
    expect(kinds(fresh)).toEqual(kinds(committed))
    // Where this fails, what is committed is stale: node notebooks/execute.mjs writes it anew.
    expect(shownTexts(fresh)).toEqual(shownTexts(committed))
  })
})
