import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The lines of the first code block of a language. */
function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

describe('the README', () => {
  // A place of its own, where the package is installed and the fixtures lie.
  const place = mkdtempSync(join(tmpdir(), 'rasterloom-readme-'))
  mkdirSync(join(place, 'node_modules'))
  symlinkSync(root, join(place, 'node_modules/rasterloom'), 'junction')
  symlinkSync(join(root, 'fixtures'), join(place, 'fixtures'), 'junction')
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }')
  afterAll(() => rmSync(place, { recursive: true, force: true }))
  const example = join(place, 'example.ts')
  writeFileSync(example, block('ts'))

  /** What the compiler says of a program, with the options that the README asks for. */
  function problemsOf(file: string): string[] {
    const program = ts.createProgram([file], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(dirname(createRequire(import.meta.url).resolve('@types/node/package.json')), '..')],
    })
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }

  test('has an example that compiles', () => {
    expect(problemsOf(example)).toEqual([])
  })

  test('has an example that runs', () => {
    const { outputText } = ts.transpileModule(block('ts'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    })
    writeFileSync(join(place, 'example.mjs'), outputText)
    const printed = execFileSync(process.execPath, ['example.mjs'], { cwd: place, encoding: 'utf8' })
    expect(printed).toContain('DataArray ndvi')
    expect(printed).toContain('at most')
    expect(existsSync(join(place, 'ndvi.zarr/ndvi/zarr.json'))).toBe(true)
    expect(existsSync(join(place, 'ndvi.tif'))).toBe(true)
  })

  const lines = block('sh')
    .split('\n')
    .filter((line) => line.startsWith('npx rasterloom '))

  test('has commands', () => {
    expect(lines.length).toBeGreaterThan(3)
  })

  test.each(lines)('$ %s', (line) => {
    const main = join(root, 'dist/cli/main.js')
    execFileSync(process.execPath, [main, ...line.split(' ').slice(2)], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] })
  })

  /** What a sample shows, and what the command before it prints now. */
  function sample(name: string): { shown: string; printed: string } {
    const [command = '', ...shown] = block(`text ${name}`).trimEnd().split('\n')
    const args = command.split(' ').slice(3)
    const printed = execFileSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd: place, encoding: 'utf8' })
    return { shown: shown.join('\n'), printed: printed.trimEnd() }
  }

  test('shows what info prints', () => {
    const { shown, printed } = sample('info')
    expect(shown).toBe(printed)
  })

  test('shows what a plan says, but for the memory of the process', () => {
    const { shown, printed } = sample('plan')
    const tables = printed.split('\n\n').slice(0, -1).join('\n\n')
    const plain = (text: string): string => text.replace(/Plan [0-9a-f]+/, 'Plan').replace(/at most [\d.]+ MiB/, '')
    expect(plain(shown)).toBe(plain(tables))
  })

  const library = [...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
    .map((match) => match[1])
    .join('\n')

  test('leads to a page of examples that compile', () => {
    const page = join(place, 'library.ts')
    writeFileSync(page, library)
    expect(problemsOf(page)).toEqual([])
  })

  test('leads to a page of examples that run', () => {
    const { outputText } = ts.transpileModule(library, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    })
    writeFileSync(join(place, 'library.mjs'), outputText)
    const printed = execFileSync(process.execPath, ['library.mjs'], { cwd: place, encoding: 'utf8' })
    expect(printed).toContain("[ 'red', 'nir', 'ndvi' ]")
    expect(printed).toContain("true [] [ 'time', 'y', 'x' ]")
    expect(printed).toContain('Bounds x 10 to 11, y 49 to 50')
    expect(existsSync(join(place, 'nir.png'))).toBe(true)
  })

  test('has pages whose links lead to headings that are there', () => {
    const slug = (heading: string): string =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-')
    const pageOf = (path: string): string => readFileSync(path, 'utf8')
    const headingsOf = (text: string): string[] => [...text.matchAll(/^#+ (.*)$/gm)].map((match) => slug(match[1] as string))
    for (const name of ['numerics', 'library', 'grids', 'whole-earth', 'adding', 'architecture']) {
      const own = join(root, 'docs', `${name}.md`)
      for (const [, page = '', anchor] of pageOf(own).matchAll(/\]\((?!https?:)([^)#]*\.md)?#([^)]+)\)/g)) {
        const target = page === '' ? own : join(root, 'docs', page)
        expect(headingsOf(pageOf(target)), `${name}.md: ${page}#${anchor}`).toContain(anchor)
      }
    }
    const surprises =
      /## What will surprise a GDAL user\n\n([\s\S]*?)\n\n/.exec(pageOf(join(root, 'docs/numerics.md')))?.[1]?.split('\n') ?? []
    expect(surprises.length).toBeGreaterThan(5)
    expect(surprises.length).toBeLessThanOrEqual(10)
    for (const line of surprises) expect(line).toMatch(/\]\([^)]*(#|\.md)/)
  })

  test('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)[^)]*\)/g)].map((match) => match[1] as string)
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
