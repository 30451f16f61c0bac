import { type CogFinding, type CogReport, validate } from '../api/validate.js'
import { formatBytes } from '../base/bytes.js'
import { exitCode } from './exit-code.js'
import { printJson } from './print.js'

/** Carries out `validate`; answers the exit code. */
export async function validateFiles(
  files: readonly string[],
  options: { strict?: boolean; quick?: boolean; json?: boolean },
): Promise<number> {
  const asked = { ...(options.strict === true ? { strict: true } : {}), ...(options.quick === true ? { tiles: false } : {}) }
  const reports: { file: string; report: CogReport }[] = []
  for (const file of files) {
    const report = await validate(file, asked)
    reports.push({ file, report })
    if (options.json !== true) process.stdout.write(reportText(file, report))
  }
  if (options.json === true) printJson(reports.map(({ file, report }) => ({ file, ...report })))
  return reports.every(({ report }) => report.valid) ? exitCode.done : exitCode.someFailed
}

function reportText(file: string, { valid, errors, warnings, levels, headerBytes }: CogReport): string {
  const verdict = valid ? 'is a valid Cloud Optimized GeoTIFF' : 'is NOT a valid Cloud Optimized GeoTIFF'
  const lines = (label: string, findings: readonly CogFinding[]): string[] =>
    findings.map(({ rule, message }) => `  ${label}: ${message} [${rule}]`)
  const sizes = levels.map(({ width, height }) => `${width} x ${height}`).join(', ')
  const facts = valid ? [`  ${sizes} px; ${formatBytes(headerBytes)} before the first tile`] : []
  return `${[`${file} ${verdict}`, ...lines('error', errors), ...lines('warning', warnings), ...facts].join('\n')}\n`
}
