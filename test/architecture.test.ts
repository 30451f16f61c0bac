import { describe, expect, test } from 'vitest'
import { fileHard, fileSizeRule, functionSizeRule, longFunctions } from './architecture/budget.js'
import { parseModule } from './architecture/module.js'
import { readSource } from './architecture/read-source.js'
import {
  assemblyRule,
  cyclesRule,
  defaultExportsRule,
  docsRule,
  floorsRule,
  formatViolation,
  namesRule,
  type Rule,
  registryRule,
  targetsRule,
  topLevelAwaitRule,
} from './architecture/rules.js'

const rules: Readonly<Record<string, Rule>> = {
  'imports go down the stairs of the floors table': floorsRule,
  'imports point to files that are there': targetsRule,
  'there are no cycles': cyclesRule,
  'files are short': fileSizeRule,
  'functions are short': functionSizeRule,
  'every export has a doc comment': docsRule,
  'there are no default exports': defaultExportsRule,
  'there is no top-level await': topLevelAwaitRule,
  'names say what is inside': namesRule,
  'every card is in the registry': registryRule,
  'every kernel is compiled': assemblyRule,
}

describe('the source keeps to the architecture', () => {
  const modules = readSource()

  test('there is something to look at', () => {
    expect(modules.length).toBeGreaterThan(100)
  })

  for (const [name, rule] of Object.entries(rules)) {
    test(name, () => {
      expect(rule(modules).map(formatViolation)).toEqual([])
    })
  }

  test('the list of long functions names functions that are there', () => {
    const known = new Set(modules.flatMap(({ path, functions }) => functions.map(({ name }) => `${path} ${name}`)))
    expect(Object.keys(longFunctions).filter((each) => !known.has(each))).toEqual([])
  })
})

/** What the rules say of invented files. */
function violations(rule: Rule, files: Readonly<Record<string, string>>): string[] {
  return rule(Object.entries(files).map(([path, text]) => parseModule(path, text))).map(formatViolation)
}

describe('each rule catches what it is for', () => {
  const upwards = 'floors: base may not import array (array/window.ts); it may import nothing'

  test.each([
    ['an import', "import { x } from '../array/window.js'"],
    ['a type import', "import type { X } from '../array/window.js'"],
    ['an inline type import', "import { type X } from '../array/window.js'"],
    ['a bare import', "import '../array/window.js'"],
    ['a re-export', "export { x } from '../array/window.js'"],
    ['a star re-export', "export * from '../array/window.js'"],
    ['a dynamic import', "const f = () => import('../array/window.js')"],
    ['an import type', "let x: import('../array/window.js').X"],
    ['a require', "const x = createRequire(import.meta.url)('../array/window.js')"],
  ])('floors: upwards with %s', (_, text) => {
    expect(violations(floorsRule, { 'base/a.ts': `\n${text}` })).toEqual([`src/base/a.ts:2 ${upwards}`])
  })

  test.each([
    ['kernels', 'across a floor', 'array/a.ts', '../kernels/warp.js'],
    ['ops/*', 'an op to an op', 'ops/a.ts', './b.js'],
    ['formats/zarr', 'a format to a format', 'formats/geotiff/a.ts', '../zarr/b.js'],
    ['ops/*', 'the planner to an op', 'plan/a.ts', '../ops/b.js'],
    ['formats/zarr', 'the executor to a format', 'exec/a.ts', '../formats/zarr/b.js'],
    ['plan', 'the command line past the api', 'cli/a.ts', '../plan/b.js'],
    ['kernels/assembly', 'a loader to a kernel source', 'kernels/a.ts', './assembly/b.js'],
  ])('floors: to %s, %s', (room, _, path, specifier) => {
    const found = violations(floorsRule, { [path]: `import { x } from '${specifier}'` })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`may not import ${room} (`)
  })

  test('floors: down the stairs, within a room, and machinery that ops share are fine', () => {
    const files = {
      'ops/a.ts': "import { x } from './warp/b.js'\nimport { y } from '../kernels/c.js'",
      'formats/zarr/a.ts': "import { x } from './b.js'\nimport { y } from '../../codecs/c.js'",
      'kernels/assembly/a.ts': "import { x } from './b'",
      'index.ts': "export { x } from './api/a.js'",
    }
    expect(violations(floorsRule, files)).toEqual([])
  })

  test.each([
    ['array/a.ts', 'node:fs'],
    ['geo/a.ts', 'geotiff'],
    ['formats/zarr/a.ts', 'geotiff'],
    ['exec/a.ts', 'node:http'],
    ['api/a.ts', 'commander'],
    ['index.ts', 'node:fs'],
  ])('floors: %s may not import the package %s', (path, name) => {
    expect(violations(floorsRule, { [path]: `import x from '${name}'` })[0]).toContain(`may not import the package ${name}`)
  })

  test('floors: a folder or a file that the building does not know', () => {
    expect(violations(floorsRule, { 'tools/a.ts': '' })).toEqual(['src/tools/a.ts:1 floors: the building has no room for tools/a.ts'])
    expect(violations(floorsRule, { 'b.ts': '' })).toEqual(['src/b.ts:1 floors: the building has no room for b.ts'])
  })

  test('targets: a file that is not there', () => {
    expect(violations(targetsRule, { 'base/a.ts': "import './b.js'" })).toEqual([
      'src/base/a.ts:1 targets: imports base/b.ts, which is not there',
    ])
  })

  test('cycles: over three files, by types alone', () => {
    const files = {
      'base/a.ts': "import type { B } from './b.js'",
      'base/b.ts': "import type { C } from './c.js'",
      'base/c.ts': "\nimport type { A } from './a.js'",
    }
    expect(violations(cyclesRule, files)).toEqual(['src/base/c.ts:2 cycles: base/a.ts -> base/b.ts -> base/c.ts -> base/a.ts'])
  })

  test('cycles: a diamond is none', () => {
    const files = {
      'base/a.ts': "import './b.js'\nimport './c.js'",
      'base/b.ts': "import './d.js'",
      'base/c.ts': "import './d.js'",
      'base/d.ts': '',
    }
    expect(violations(cyclesRule, files)).toEqual([])
  })

  test('file size: one that is too long, and too many that are long', () => {
    expect(violations(fileSizeRule, { 'base/a.ts': '\n'.repeat(fileHard + 1), 'base/b.table.ts': '\n'.repeat(5000) })).toContain(
      'src/base/a.ts:401 file size: 401 lines; at most 400',
    )
    expect(violations(fileSizeRule, { 'base/a.ts': '\n'.repeat(300) })).toEqual([
      'src/base/a.ts:1 file size: one file in ten has more than 300 lines; the budget is 250',
    ])
  })

  test('function size: one that is too long, and too many that are long', () => {
    const long = (lines: number): string => `function f() {${'\n'.repeat(lines - 1)}}`
    const short = 'const f = () => {}\n'.repeat(20)
    expect(violations(functionSizeRule, { 'base/a.ts': short + long(80) })).toEqual([])
    expect(violations(functionSizeRule, { 'base/a.ts': short + long(81) })).toEqual([
      'src/base/a.ts:21 function size: f has 81 lines; at most 80',
    ])
    expect(violations(functionSizeRule, { 'base/a.ts': long(31) })[0]).toContain('one function in ten has more than 31 lines')
  })

  test.each([
    ['a function', 'export function x() {}'],
    ['a class', 'export class x {}'],
    ['a constant', 'export const x = 1'],
    ['an interface', 'export interface x {}'],
    ['a type', 'export type x = 1'],
    ['a name exported below', 'const x = 1\nexport { x }'],
    ['a comment that is no doc comment', '// one\nexport const x = 1'],
    ['an empty doc comment', '/** */ export const x = 1'],
    ['a doc comment of tags alone', '/** @internal */ export const x = 1'],
  ])('docs: %s', (_, text) => {
    expect(violations(docsRule, { 'base/a.ts': text })[0]).toContain('docs: the export x has no doc comment')
  })

  test('docs: what has one, what is not exported, what comes from elsewhere, and overloads after the first', () => {
    const text =
      "/** One. */\nexport const a = 1\nconst b = 2\nexport { c } from './c.js'\n/** Two. */\nexport function d(): void\nexport function d(e?: 1): void {}\n/** Three. */\n@inline\nexport function f(): void {}"
    expect(violations(docsRule, { 'base/a.ts': text })).toEqual([])
  })

  test('default exports and top-level await', () => {
    expect(violations(defaultExportsRule, { 'base/a.ts': 'export default 1', 'base/b.ts': 'export default function f() {}' })).toHaveLength(
      2,
    )
    expect(violations(topLevelAwaitRule, { 'base/a.ts': 'const f = async () => await 1\nconst x = await 1' })).toEqual([
      'src/base/a.ts:2 top-level await: awaits outside a function; require() cannot load that',
    ])
  })

  test.each(['base/utils.ts', 'base/helpers.ts', 'base/common/a.ts', 'shared/a.ts', 'base/misc.ts'])('names: %s', (path) => {
    expect(violations(namesRule, { [path]: '' })).toHaveLength(1)
  })

  test('registry: an op, a source and a sink that are not listed', () => {
    const files = {
      'api/registry.ts': "import { a } from '../ops/a.js'",
      'ops/a.ts': '',
      'ops/b.ts': '',
      'formats/x/source.ts': '',
      'formats/x/sink.ts': '',
      'formats/x/bytes.ts': '',
    }
    expect(violations(registryRule, files).map((each) => each.split(':')[0])).toEqual([
      'src/ops/b.ts',
      'src/formats/x/source.ts',
      'src/formats/x/sink.ts',
    ])
  })

  test('assembly: a kernel that nothing compiles', () => {
    const files = {
      'kernels/assembly/index.ts': "export * from './a'",
      'kernels/assembly/a.ts': "import './b'",
      'kernels/assembly/b.ts': '',
      'kernels/assembly/c.ts': '',
    }
    expect(violations(assemblyRule, files)).toEqual([
      'src/kernels/assembly/c.ts:1 assembly: kernels/assembly/index.ts does not reach it, so it is never compiled',
    ])
  })
})
