import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Job } from '../../bench/candidates.js'
import { compare, type JobResult, type Setting } from '../../bench/compare.js'
import type { Measurement } from '../../bench/measure.js'
import { readmePart } from '../../bench/readme.js'
import { mergeReports, type Report } from '../../bench/report.js'
import { jobTable, summary } from '../../bench/table.js'

const measured = (wallS: number, outputBytes = 100): Measurement => ({ wallS, cpuS: 2 * wallS, peakRssBytes: 1048576, outputBytes })

function jobOf(id: string, label: string, ours: number, theirs: number): JobResult {
  const row = (name: string, wallS: number) => ({ name, runs: [measured(wallS)], median: measured(wallS) })
  return { id, label, size: 122, rows: [row('rasterloom, 2 workers', ours), { ...row('gdalwarp, 2 threads', theirs), level: 'default' }] }
}

function reportOf(jobs: readonly JobResult[], node = 'v20.0.0'): Report {
  const machine = { processor: 'AMD', processors: 2, node, gdalwarp: 'GDAL 3.6.2, released 2023/01/02' }
  return { format: 1, began: '2026-01-02T10:00:00Z', ended: '2026-01-02T10:30:00Z', machine, size: 122, runs: 5, jobs, agreements: [] }
}

describe('a report', () => {
  test('becomes the table of the README, peers on one input together', () => {
    const part = readmePart(reportOf([jobOf('P2', 'warp', 2, 5), jobOf('P7', 'resample', 1, 2), jobOf('P9', 'warp', 2, 8)]))
    expect(part).toContain('Measured 2026-01-02 on 2 cores (AMD), Node 20.0.0, GDAL 3.6.2; medians of 5')
    const rows = part.split('\n').filter((line) => line.startsWith('| '))
    expect(rows.slice(1)).toEqual([
      '| warp | 2.00 s, 4.00 s, 1 MiB | gdalwarp | 2.50x, 2.50x |  | 1.000 | 1 MiB |',
      '| the same | 2.00 s, 4.00 s, 1 MiB | gdalwarp | 4.00x, 4.00x |  | 1.000 | 1 MiB |',
      '| resample | 1.00 s, 2.00 s, 1 MiB | gdalwarp | 2.00x, 2.00x |  | 1.000 | 1 MiB |',
    ])
  })

  test('is replaced in part by a later one of the same machine only', () => {
    const first = reportOf([jobOf('P2', 'warp', 2, 5), jobOf('P7', 'resample', 1, 2)])
    const merged = mergeReports([first, reportOf([jobOf('P7', 'resample', 1, 3), jobOf('P1', 'near', 1, 2)])])
    expect(merged.jobs.map(({ id, rows }) => [id, rows[1]?.median?.wallS])).toEqual([
      ['P1', 2],
      ['P2', 5],
      ['P7', 3],
    ])
    expect(() => mergeReports([first, reportOf([], 'v22.0.0')])).toThrow('different machines')
  })
})

describe('a comparison', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasterloom-bench-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Writes so many bytes. Ratios asked of it are far from 1, as the machine may be busy. */
  const candidate = (name: string, bytes: number) => ({
    name,
    needs: 'rasterloom' as const,
    extension: '.tif' as const,
    argv: (output: string) => [
      process.execPath,
      '-e',
      'fs.writeFileSync(process.argv[1], Buffer.alloc(+process.argv[2]))',
      output,
      String(bytes),
    ],
  })

  test('says what was met, not met, or met by too large a file, and what is missing', async () => {
    const theirs = candidate('theirs', 100)
    const job: Job = {
      id: 'P14',
      label: 'write',
      candidates: [
        candidate('ours', 105),
        { ...theirs, level: 'default', asked: { ratio: 0.01 } },
        { ...theirs, level: 'same', asked: { ratio: 0.01 } },
        { ...theirs, level: 'default', asked: { ratio: 0.01, anySize: true } },
        { ...theirs, level: 'default', asked: { ratio: 1000 } },
        { ...theirs, name: 'absent', needs: 'gdalwarp' },
      ],
    }
    const tools = { missing: new Map([['gdalwarp', 'not installed'] as const]), python: '', cli: '', timer: undefined, versions: {} }
    const setting: Setting = {
      tools,
      folder,
      runs: 1,
      keep: false,
      size: 4,
      note: () => {},
    }
    const result = await compare(job, setting)
    expect(result.rows.map(({ verdict }) => verdict?.met)).toEqual([undefined, 'met, file too large', 'met', 'met', 'NOT met', undefined])
    expect(jobTable(result)).toContain('0.01x met, file too large')
    expect(jobTable(result)).toMatch(/absent +not installed/)
    expect(summary(reportOf([result]))).toMatch(/P14 +write: theirs .* 1000x +NOT met/)
  })
})
