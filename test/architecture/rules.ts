import { posix } from 'node:path'
import { floors, mayImportPackage, roomOf } from './floors.js'
import type { Module } from './module.js'

/** One place where the code does not keep to a rule. */
export interface Violation {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly message: string
}

/** A rule looks at all files at once. */
export type Rule = (modules: readonly Module[]) => readonly Violation[]

/** A violation as the tests print it. */
export function formatViolation({ file, line, rule, message }: Violation): string {
  return `src/${file}:${line} ${rule}: ${message}`
}

/** The file that a relative specifier names, by its path from `src/`; AssemblyScript's have no suffix. */
export function resolveImport(from: string, specifier: string): string {
  const path = posix.join(posix.dirname(from), specifier)
  return path.endsWith('.js') ? `${path.slice(0, -3)}.ts` : `${path}.ts`
}

const isRelative = (specifier: string): boolean => specifier.startsWith('.')

/** Each import stays within its room or goes down a stair of the floors table. */
export const floorsRule: Rule = (modules) =>
  modules.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === null) return [{ file: path, line: 1, rule: 'floors', message: `the building has no room for ${path}` }]
    return imports.flatMap(({ specifier, line }) => {
      const why = isRelative(specifier) ? roomProblem(path, room, resolveImport(path, specifier)) : packageProblem(room, specifier)
      return why === null ? [] : [{ file: path, line, rule: 'floors', message: why }]
    })
  })

function roomProblem(path: string, room: string, target: string): string | null {
  const other = roomOf(target)
  if (other === null) return `imports ${target}, which is in no room`
  if (room === other && (room !== 'ops/*' || path === target)) return null
  if (room !== other && (floors[room]?.rooms ?? []).includes(other)) return null
  return `${room} may not import ${other} (${target}); it may import ${floors[room]?.rooms.join(', ') || 'nothing'}`
}

function packageProblem(room: string, specifier: string): string | null {
  if (mayImportPackage(room, specifier)) return null
  return `${room} may not import the package ${specifier}; it may import ${floors[room]?.packages.join(', ') || 'none'}`
}

/** Imports that point to a file which is there (generated ones apart). */
export const targetsRule: Rule = (modules) => {
  const paths = new Set(modules.map(({ path }) => path))
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, line }) => {
      if (!isRelative(specifier)) return []
      const target = resolveImport(path, specifier)
      if (paths.has(target) || target.endsWith('.generated.ts')) return []
      return [{ file: path, line, rule: 'targets', message: `imports ${target}, which is not there` }]
    }),
  )
}

/** No file imports itself over others, type imports included. */
export const cyclesRule: Rule = (modules) => {
  const graph = new Map(modules.map((module) => [module.path, module]))
  const state = new Map<string, 'open' | 'done'>()
  const found: Violation[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    state.set(path, 'open')
    for (const { specifier, line } of graph.get(path)?.imports ?? []) {
      if (!isRelative(specifier)) continue
      const target = resolveImport(path, specifier)
      if (!graph.has(target) || state.get(target) === 'done') continue
      if (state.get(target) === 'open') {
        const ring = [...trail.slice(trail.indexOf(target)), target]
        found.push({ file: path, line, rule: 'cycles', message: ring.join(' -> ') })
      } else visit(target, [...trail, target])
    }
    state.set(path, 'done')
  }
  for (const { path } of modules) if (!state.has(path)) visit(path, [path])
  return found
}

/** A doc comment on every export. */
export const docsRule: Rule = (modules) =>
  modules.flatMap(({ path, exports }) =>
    exports
      .filter(({ documented }) => !documented)
      .map(({ name, line }) => ({ file: path, line, rule: 'docs', message: `the export ${name} has no doc comment` })),
  )

/** No default exports: a name is the same wherever it is used. */
export const defaultExportsRule: Rule = (modules) =>
  modules.flatMap(({ path, defaultExports }) =>
    defaultExports.map((line) => ({ file: path, line, rule: 'default exports', message: 'exports a default; give it a name' })),
  )

/** No top-level await: notebooks load the package through `require`. */
export const topLevelAwaitRule: Rule = (modules) =>
  modules.flatMap(({ path, topLevelAwaits }) =>
    topLevelAwaits.map((line) => ({
      file: path,
      line,
      rule: 'top-level await',
      message: 'awaits outside a function; require() cannot load that',
    })),
  )

const vagueNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared'])

/** No file or folder whose name says nothing. */
export const namesRule: Rule = (modules) =>
  modules.flatMap(({ path }) => {
    const vague = path
      .replace(/\.ts$/, '')
      .split('/')
      .find((part) => vagueNames.has(part))
    return vague === undefined ? [] : [{ file: path, line: 1, rule: 'names', message: `"${vague}" does not say what is inside` }]
  })

const registryPath = 'api/registry.ts'

/** Every op card, source and sink is imported by the registry, the only list. */
export const registryRule: Rule = (modules) => {
  const registry = modules.find(({ path }) => path === registryPath)
  const known = new Set((registry?.imports ?? []).map(({ specifier }) => resolveImport(registryPath, specifier)))
  return modules
    .filter(({ path }) => /^ops\/[^/]+\.ts$|^formats\/[^/]+\/(source|sink)\.ts$/.test(path) && !known.has(path))
    .map(({ path }) => ({ file: path, line: 1, rule: 'registry', message: `is not in ${registryPath}` }))
}

const assemblyIndex = 'kernels/assembly/index.ts'

/** Every kernel file is compiled: the module's index reaches it. */
export const assemblyRule: Rule = (modules) => {
  const graph = new Map(modules.map((module) => [module.path, module]))
  const reached = new Set<string>([assemblyIndex])
  for (const path of reached) for (const { specifier } of graph.get(path)?.imports ?? []) reached.add(resolveImport(path, specifier))
  return modules
    .filter(({ path }) => path.startsWith('kernels/assembly/') && !reached.has(path))
    .map(({ path }) => ({ file: path, line: 1, rule: 'assembly', message: `${assemblyIndex} does not reach it, so it is never compiled` }))
}
