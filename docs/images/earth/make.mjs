// Makes the pictures of docs/whole-earth.md and the page's table, with the library as it is built: node docs/images/earth/make.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import * as library from '../../../dist/index.js'
import { cases, grids, sceneWith } from './scene.mjs'

const here = new URL('.', import.meta.url)
const page = new URL('../../whole-earth.md', here)
const marks = ['<!-- cases -->', '<!-- end of cases -->']

const scene = sceneWith(library)
const run = { workers: 0 }
const rows = []
for (const each of cases) {
  const array = await (await scene.warped(each)).compute(run)
  const png = await library.quicklook(array, { width: Math.min(160, array.shape[2]), range: [0, 255], run })
  writeFileSync(new URL(`${each.id}.png`, here), png)
  const valid = array.valid === null ? 1 : array.valid.reduce((sum, byte) => sum + byte, 0) / array.valid.length
  if (valid === 0) throw new Error(`${each.id} is empty`)
  rows.push(`| ![${each.title}](images/earth/${each.id}.png) | ${each.title}${each.look === '' ? '' : `: *${each.look}*`} | ${(100 * valid).toFixed(0)} % |`)
}
const text = readFileSync(page, 'utf8')
const [before, rest] = text.split(marks[0])
const after = rest.split(marks[1])[1]
const table = ['| | Case: *what to look for* | Filled |', '|---|---|---|', ...rows].join('\n')
writeFileSync(page, `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${after}`)
process.stdout.write(`${rows.length} pictures of ${Object.keys(grids).length} grids\n`)
