import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))

it('arrays are typed by their dims', () => {
  const config = ts.readConfigFile(join(here, '../../tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(here, '../..'))
  const program = ts.createProgram([join(here, 'typing.check.ts')], { ...options, noEmit: true, rootDir: join(here, '../..') })
  const checked = program.getSourceFile(join(here, 'typing.check.ts'))
  const found = program.getSemanticDiagnostics(checked).map((each) => {
    const line = each.file?.getLineAndCharacterOfPosition(each.start ?? 0).line ?? -1
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`
  })
  expect(found).toEqual([])
}, 120_000)
