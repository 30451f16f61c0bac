/** How the operands of a function make its result: one row each of the table of dtypes in docs/numerics.md. */
export type FunctionKind =
  | 'arith'
  | 'compare'
  | 'logic'
  | 'na'
  | 'real'
  | 'whole'
  | 'common'
  | 'fill'
  | 'where'
  | 'bits'
  | 'shift'
  | 'isIn'
  | 'cast'

/** A function of expressions: its row, and how many operands it takes. */
export interface ExprFunction {
  readonly kind: FunctionKind
  readonly least: number
  readonly most: number
}

function alike(names: readonly string[], kind: FunctionKind, least: number, most = least): [string, ExprFunction][] {
  return names.map((name) => [name, { kind, least, most }])
}

/** All functions of expressions by name. */
export const exprFunctions: Readonly<Record<string, ExprFunction>> = Object.fromEntries([
  ...alike(['add', 'sub', 'mul', 'div'], 'arith', 2),
  ...alike(['lt', 'le', 'gt', 'ge', 'eq', 'ne'], 'compare', 2),
  ...alike(['and', 'or', 'xor'], 'logic', 2),
  ...alike(['not'], 'logic', 1),
  ...alike(['isNa', 'notNa'], 'na', 1),
  ...alike(['sqrt', 'exp', 'log', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'], 'real', 1),
  ...alike(['pow', 'atan2', 'hypot'], 'real', 2),
  ...alike(['floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'neg'], 'whole', 1),
  ...alike(['min', 'max'], 'common', 2, 64),
  ...alike(['clip'], 'common', 3),
  ...alike(['fillNa'], 'fill', 2),
  ...alike(['where'], 'where', 2, 3),
  ...alike(['bitAnd', 'bitOr', 'bitXor'], 'bits', 2),
  ...alike(['shiftLeft', 'shiftRight'], 'shift', 2),
  ...alike(['isIn'], 'isIn', 2),
  ...alike(['float32', 'float64'], 'cast', 1),
])
