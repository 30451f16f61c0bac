import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { SourceError, UsageError } from '../base/errors.js'
import { absoluteUri, isLocal } from './source-uri.js'
import { timeFormat } from './stack-time.js'

/** A label as a name says it: times as ISO texts, numbers (`{depth:d}`), texts. */
export type NameLabel = string | number

/** A file that fits a pattern, with its labels by field. */
export interface LabelledFile {
  readonly file: string
  readonly labels: Readonly<Record<string, NameLabel>>
}

/** One part of a path: a literal name, any directories, or an expression with what its groups mean. */
type Segment =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'match'; readonly expression: RegExp; readonly fields: readonly Field[] }

interface Field {
  readonly name: string
  label(text: string): NameLabel
}

/** A pattern of names with fields. */
export interface StackPattern {
  /** Names of the fields, in the order of the pattern. */
  readonly fields: readonly string[]
  readonly segments: readonly Segment[]
  /** The path up to the first part that is a pattern. */
  readonly root: string
}

/** A field: `{band}`, `{time:%Y%m%d}`, `{depth:d}`. Braces with a comma are choices: `{tif,tiff}`. */
const fieldPattern = /\{([A-Za-z_]\w*)(?::([^{}]*))?\}/

/** Whether a text has a field in braces. */
export function hasFields(text: string): boolean {
  return fieldPattern.test(text)
}

/**
 * Reads a pattern: `{name}` is a label along the dim of that name, any text without a slash, and as short as fits; `{name:%Y%m%d}` a time; `{name:d}` a whole number; a field
 * that comes again must have the same text. `*`, `?`, `[a-z]`, `{a,b}` and `**` stand for what is no label. Throws `E_USAGE` for a pattern without fields.
 */
export function parsePattern(text: string): StackPattern {
  if (!isLocal(text)) throw new UsageError(`stack: ${text} is remote, where names cannot be listed: give the arrays to concat, with labels`)
  const names = absoluteUri(text.replace(/\{[^{}]*\}/g, (braces) => braces.replaceAll('/', '\u0000')))
    .split(/[\\/]/)
    .map((name) => name.replaceAll('\u0000', '/'))
  const formats = new Map<string, string | undefined>()
  const segments = names.map((name) => segmentOf(name, formats))
  const fixed = segments.findIndex(({ kind }) => kind !== 'name')
  const fields = [...new Set(segments.flatMap((segment) => (segment.kind === 'match' ? segment.fields.map(({ name }) => name) : [])))]
  if (fields.length === 0 || fixed < 0)
    throw new UsageError(`stack: "${text}" has no field such as {time:%Y%m%d} or {band}, which name the dims to stack along`)
  const bad = fields.find((name) => name === 'x' || name === 'y')
  if (bad !== undefined) throw new UsageError(`stack: the field {${bad}} names a dim of the grid: files beside each other are a mosaic`)
  return { fields, segments: segments.slice(fixed), root: names.slice(0, fixed).join(sep) || sep }
}

function segmentOf(name: string, formats: Map<string, string | undefined>): Segment {
  if (name === '**') return { kind: 'any' }
  if (!/[*?[\]{}]/.test(name)) return { kind: 'name', name }
  const fields: Field[] = []
  const expression = name.replace(
    /\{([A-Za-z_]\w*)(?::([^{}]*))?\}|\{([^{}]*)\}|\[(!?)([^\]]+)\]|[*?]|[.+^$()|\\{}[\]]/g,
    (sign, field, format, choices, not, letters) => {
      if (field !== undefined) return fieldText(field, format, fields, formats)
      if (choices !== undefined) return `(?:${choices.split(',').map(literal).join('|')})`
      if (letters !== undefined) return `[${not === '!' ? '^' : ''}${letters.replace(/[\\\]^]/g, '\\$&')}]`
      return sign === '*' ? '[^/]*' : sign === '?' ? '[^/]' : `\\${sign}`
    },
  )
  return { kind: 'match', expression: new RegExp(`^${name.startsWith('.') ? '' : '(?!\\.)'}${expression}$`), fields }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** The group of a field; one that came before must have the same text again. */
function fieldText(name: string, given: string | undefined, fields: Field[], formats: Map<string, string | undefined>): string {
  if (fields.some((field) => field.name === name)) return `\\k<${name}>`
  // The format need be said once, in whichever part of the path comes first.
  const format = given ?? formats.get(name)
  formats.set(name, format)
  if (format === undefined) {
    fields.push({ name, label: (text) => text })
    return `(?<${name}>[^/]+?)`
  }
  if (format === 'd') {
    fields.push({ name, label: Number })
    return `(?<${name}>-?\\d+)`
  }
  if (!format.includes('%'))
    throw new UsageError(`stack: the field {${name}:${format}} has an unknown format: give a time like %Y%m%d, d for numbers, or none`)
  const { pattern, iso } = timeFormat(format)
  fields.push({ name, label: iso })
  return `(?<${name}>${pattern})`
}

/** The files and stores that fit a pattern, by name. Throws `E_SOURCE` where there are none. */
export async function filesOf(pattern: StackPattern, text: string): Promise<LabelledFile[]> {
  const found: LabelledFile[] = []
  await descend(pattern.root, pattern.segments, {}, found)
  if (found.length > 0) return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  throw new SourceError(`${text}: no file fits the pattern (looked below ${pattern.root})`, { uri: text })
}

async function descend(
  directory: string,
  segments: readonly Segment[],
  labels: LabelledFile['labels'],
  found: LabelledFile[],
): Promise<void> {
  const [segment, ...rest] = segments
  if (segment === undefined) return
  if (segment.kind === 'name' && rest.length > 0) return descend(join(directory, segment.name), rest, labels, found)
  if (segment.kind === 'any') await descend(directory, rest, labels, found)
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (segment.kind === 'any') {
      if (entry.isDirectory() && !/\.zarr$/i.test(entry.name)) await descend(path, segments, labels, found)
      continue
    }
    const more = labelsIn(segment, entry.name, labels)
    if (more === null) continue
    if (rest.length === 0) found.push({ file: path, labels: more })
    else if (!entry.isFile()) await descend(path, rest, more, found)
  }
}

/** The labels of a name beside those of the directories above it; null where it does not fit. */
function labelsIn(segment: Exclude<Segment, { kind: 'any' }>, name: string, labels: LabelledFile['labels']): LabelledFile['labels'] | null {
  if (segment.kind === 'name') return segment.name === name ? labels : null
  const groups = segment.expression.exec(name)?.groups
  if (groups === undefined) return segment.expression.test(name) ? labels : null
  const own = Object.fromEntries(segment.fields.map((field) => [field.name, field.label(groups[field.name] as string)]))
  const differs = Object.entries(own).some(([field, label]) => field in labels && labels[field] !== label)
  return differs ? null : { ...labels, ...own }
}
