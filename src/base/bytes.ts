import { UsageError } from './errors.js'

/** Bytes in a mebibyte. */
export const MiB = 1024 * 1024

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: MiB, g: 1024 * MiB, t: 1024 * 1024 * MiB }

/**
 * Bytes from `268435456`, `'256MB'`, `'256MiB'`, `'1.5g'`. Units are powers of 1024, as GDAL's and the JVM's memory settings are:
 * MB and MiB mean the same. Throws `E_USAGE` on anything else.
 */
export function parseBytes(value: number | string): number {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && value > 0) return Math.floor(value)
    throw new UsageError(`${value} is not a number of bytes: give a positive number, or a text like '512MB'`)
  }
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?\s*$/i.exec(value)
  const unit = match?.[2] === undefined ? undefined : units[match[2].toLowerCase()]
  const bytes = unit === undefined ? 0 : Math.floor(Number(match?.[1]) * unit)
  if (bytes > 0) return bytes
  throw new UsageError(`"${value}" is not a number of bytes: give a number with an optional unit, like '512MB' or '1.5GB'`)
}

/** Bytes for a person: `812 B`, `9.5 KiB`, `256 MiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes
  for (const unit of ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']) {
    if (value < 1024) return `${unit === 'B' || value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`
    value /= 1024
  }
  return `${Number(value.toPrecision(4))} EiB`
}
