import ts from 'typescript'

/** One import, of whatever kind: static, type only, re-export, dynamic, `require`, or an import type. */
export interface Import {
  readonly specifier: string
  readonly line: number
}

/** One exported declaration. */
export interface Export {
  readonly name: string
  readonly line: number
  readonly documented: boolean
}

/** One function with a body in braces. */
export interface FunctionSize {
  readonly name: string
  readonly line: number
  readonly lines: number
}

/** What the rules need to know of one source file. */
export interface Module {
  /** Path from `src/`, with slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  readonly functions: readonly FunctionSize[]
  readonly defaultExports: readonly number[]
  readonly topLevelAwaits: readonly number[]
}

/** Parses a source file (TypeScript or AssemblyScript) into the facts that the rules look at. */
export function parseModule(path: string, text: string): Module {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: importsOf(file).map(({ node, specifier }) => ({ specifier, line: lineOf(node) })),
    exports: exportsOf(file).map(({ node, name }) => ({ name, line: lineOf(node), documented: isDocumented(node) })),
    functions: nodesOf(file, isBlockFunction).map((node) => ({
      name: functionName(node),
      line: lineOf(node),
      lines: file.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node),
    })),
    defaultExports: file.statements.filter(isDefaultExport).map(lineOf),
    topLevelAwaits: topLevelAwaits(file).map(lineOf),
  }
}

/** All nodes below (and with) a node that pass a test. */
function nodesOf<T extends ts.Node>(root: ts.Node, test: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const visit = (node: ts.Node): void => {
    if (test(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

function importsOf(file: ts.SourceFile): { node: ts.Node; specifier: string }[] {
  return nodesOf(file, (node): node is ts.Node => importSpecifier(node) !== null).map((node) => ({
    node,
    specifier: importSpecifier(node) as string,
  }))
}

function importSpecifier(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null
  if (ts.isCallExpression(node) && loadsModule(node.expression)) return literal(node.arguments[0])
  return null
}

function literal(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null
}

/** Whether calling this loads a module: `import(…)`, `require(…)`, `createRequire(…)(…)`. */
function loadsModule(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  if (ts.isIdentifier(callee)) return callee.text === 'require'
  return ts.isCallExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'createRequire'
}

function has(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false)
}

/** Exported declarations: those that say `export`, and those that an `export { … }` of the same file names. */
function exportsOf(file: ts.SourceFile): { node: ts.Node; name: string }[] {
  const listed = new Set(
    file.statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier === undefined &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map((element) => (element.propertyName ?? element.name).text)
        : [],
    ),
  )
  return file.statements.flatMap((statement) =>
    declaredNames(statement)
      .filter((name) => has(statement, ts.SyntaxKind.ExportKeyword) || listed.has(name))
      .map((name) => ({ node: statement, name })),
  )
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((each) => each.name.getText())
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  return named ? [statement.name?.text ?? 'default'] : []
}

/** Whether a doc comment with words in it stands before the declaration; of overloads the first carries it. */
function isDocumented(node: ts.Node): boolean {
  if (hasWords(node)) return true
  if (!ts.isFunctionDeclaration(node)) return false
  return node
    .getSourceFile()
    .statements.some((other) => ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text && hasWords(other))
}

function hasWords(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() !== '')
}

type BlockFunction = ts.FunctionLikeDeclaration & { readonly body: ts.Block }

function isBlockFunction(node: ts.Node): node is BlockFunction {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body as ts.Node)
}

function functionName(node: BlockFunction): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  if (node.name !== undefined) return node.name.getText()
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '(unnamed)'
}

function isDefaultExport(statement: ts.Statement): boolean {
  return ts.isExportAssignment(statement) || has(statement, ts.SyntaxKind.DefaultKeyword)
}

/** Awaits outside every function. */
function topLevelAwaits(file: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
