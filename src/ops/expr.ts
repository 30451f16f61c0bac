import type { Dtype } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { broadcastSpec, windowsUnder } from '../graph/broadcast.js'
import { adoptedGridNote } from '../graph/grids-agree.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type ArraySpec, type Band, plainBand } from '../graph/spec.js'
import { type Compiled, compile } from './expr/compile.js'
import { runCompiled, scratchOf } from './expr/run.js'
import { type ExprTree, inputOf, inputsIn, parseTree } from './expr/tree.js'

export { type ExprFunction, exprFunctions } from './expr/functions.js'

/** Params of {@link expr}. */
export type ExprParams = { readonly tree: Json }

function parse(params: Json): ExprParams {
  // A node's params come here again and again: what was parsed once is known by its text.
  if (keys.has(params as ExprParams)) return params as ExprParams
  const { tree } = paramsObject('expr', params, ['tree'])
  const parsed = { tree: parseTree(tree) as Json }
  keys.set(parsed, JSON.stringify(parsed.tree))
  return parsed
}

/** Programs by expression and dtypes of the inputs: the planner asks for their scratch at every task, and long chains repeat a few. */
const programs = new Map<string, Compiled>()
const mostPrograms = 1024
/** The text of expressions that were parsed. */
const keys = new WeakMap<ExprParams, string>()

function textOf(params: ExprParams): string {
  const known = keys.get(params)
  if (known !== undefined) return known
  const text = JSON.stringify(params.tree)
  keys.set(params, text)
  return text
}

function compiledFor(inputs: readonly ArraySpec[], params: ExprParams): Compiled {
  const key = inputs.reduce((all, { dtype }) => `${all} ${dtype}`, textOf(params))
  const known = programs.get(key)
  if (known !== undefined) return known
  const tree = params.tree as ExprTree
  const wanted = inputsIn(tree)
  if (wanted !== inputs.length) throw new UsageError(`expr: the expression names ${wanted} inputs, ${inputs.length} arrays were given`)
  const dtypes: Dtype[] = inputs.map(({ dtype }) => dtype)
  const program = compile(tree, dtypes)
  if (programs.size >= mostPrograms) programs.clear()
  programs.set(key, program)
  return program
}

function infer(inputs: readonly ArraySpec[], params: ExprParams): ArraySpec {
  const { dtype } = compiledFor(inputs, params)
  const joined = broadcastSpec(inputs)
  const [first] = inputs as readonly [ArraySpec, ...ArraySpec[]]
  const picked = pickedFrom(inputs, params.tree as ExprTree)
  const name = inputs.every((input) => input.name === first.name) ? first.name : null
  const bands = bandsOf(inputs, joined)
  const plain = { ...joined, dtype, bands, categorical: false, moved: false, name, attrs: {} }
  if (picked.length === 0) return plain
  return { ...plain, ...keptFrom(picked, plain.bands, dtype) }
}

/** Plain bands: what is said of numbers is not true of what is made of them. Descriptions are labels along `band`, and stay where arrays agree. */
function bandsOf(inputs: readonly ArraySpec[], { dims, shape }: ArraySpec): Band[] {
  const named = inputs.filter((input) => input.dims.includes('band'))
  const count = named.length === 0 ? 1 : (shape[dims.indexOf('band')] as number)
  return Array.from({ length: count }, (_, at) => {
    const description = named[0]?.bands[at]?.description ?? null
    const agree = named.every((input) => input.bands[at]?.description === description)
    return agree ? { ...plainBand, description } : plainBand
  })
}

/** The inputs whose numbers are picked, not computed with: those of `where`, `fillNa`, `clip`, `min` and `max` at the root, where all are inputs or numbers. */
function pickedFrom(inputs: readonly ArraySpec[], tree: ExprTree): ArraySpec[] {
  if (typeof tree !== 'object' || !['where', 'fillNa', 'clip', 'min', 'max'].includes(String(tree[0]))) return []
  const operands = tree.slice(tree[0] === 'where' ? 2 : 1)
  const all = operands.every((operand) => typeof operand === 'number' || inputOf(operand) >= 0)
  return all ? operands.flatMap((operand) => (inputOf(operand) < 0 ? [] : [inputs[inputOf(operand)] as ArraySpec])) : []
}

/** What stays true of picked numbers: scale, offset and unit where all agree, and of one array's alone its name, attributes and classes. */
function keptFrom(picked: readonly ArraySpec[], bands: readonly Band[], dtype: Dtype): Partial<ArraySpec> {
  const [first] = picked as readonly [ArraySpec, ...ArraySpec[]]
  const only = new Set(picked).size === 1
  const kept = bands.map((band, at): Band => {
    const own = first.bands[at] ?? (first.bands[0] as Band)
    const agree = picked.every(({ bands: others }) => {
      const other = others[at] ?? (others[0] as Band)
      return other.scale === own.scale && other.offset === own.offset && other.unit === own.unit
    })
    return agree
      ? { ...band, scale: own.scale, offset: own.offset, unit: own.unit, description: only ? own.description : band.description }
      : band
  })
  if (!only) return { bands: kept }
  return { bands: kept, name: first.name, attrs: first.attrs, categorical: first.categorical && first.dtype === dtype }
}

function notes(inputs: readonly ArraySpec[], params: ExprParams): string[] {
  const [first, ...others] = inputs as readonly [ArraySpec, ...ArraySpec[]]
  const { dtype } = compiledFor(inputs, params)
  const grids = others.flatMap((other, at) => adoptedGridNote(first, other, others.length === 1 ? undefined : `array ${at + 1}`) ?? [])
  const from = [...new Set(inputs.map((input) => input.dtype))]
  const widened = from.length === 1 && from[0] === dtype ? [] : [`${from.join(' and ')} to ${dtype}`]
  const scaled = inputs.some(({ bands }) => bands.some(({ scale, offset }) => scale !== 1 || offset !== 0))
  const stored = scaled ? ['numbers are taken as they are stored: decode first to compute with what scale and offset make of them'] : []
  return [...grids, ...widened, ...stored]
}

/**
 * `expr`: elementwise functions of any number of arrays, as one expression. Dims are matched by name; a dim that an array lacks is repeated. Labels of
 * shared dims must be the same, grids to a thousandth of a pixel: the first's is the result's.
 *
 * Each function rounds to its own dtype (docs/numerics.md has the table), so that one expression gives the bits of many arrays. A pixel is invalid where
 * what it is made of is, where it is divided by zero, where a result is NaN, and where an integer cannot hold it; `isNa`, `notNa` and `fillNa` see
 * invalid pixels, `where` looks at its condition and at what it picks. The result has no nodata of its own.
 */
export const expr: OpDef<ExprParams, { readonly specs: readonly ArraySpec[]; readonly compiled: Compiled }> = {
  name: 'expr',
  version: 1,
  parse,
  infer,
  prepare: (inputs, params) => ({ specs: inputs, compiled: compiledFor(inputs, params) }),
  // Programs are shared by all nodes of one expression.
  stateBytes: (_inputs, params) => 512 + 32 * textOf(params).length,
  demand: (out, inputs) => windowsUnder(out, inputs),
  scratchBytes: (_out, inputs, params) => scratchOf(compiledFor(inputs, params)),
  elementwise: true,
  movesPixels: false,
  keepsValid: (inputs, params) => compiledFor(inputs, params).safe,
  leaf: false,
  notes,
  simplify: () => null,
  run: (out, inputs, _params, state, kit) => runCompiled(out, inputs, state.specs, state.compiled, kit),
}
