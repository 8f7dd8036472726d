import ts from 'typescript'

export interface Position {
  /** From 1. */
  line: number
  /** From 1. */
  column: number
}

/**
 * Where the value at a path of `export default defineStory({…})` stands in the text of a data file, or the deepest part of the path that is
 * there.
 *
 * @param named its name is wanted, not its value
 */
export function locateInData(text: string, path: readonly PropertyKey[], named = false): Position {
  const file = ts.createSourceFile('data.ts', text, ts.ScriptTarget.Latest, true)
  let node: ts.Node = storyLiteral(file) ?? file
  let at: ts.Node = node
  for (const key of path) {
    const next = child(node, String(key))
    if (!next) break
    at = next.name
    node = next.value
  }
  // A leaf is shown at its value, which is what is wrong; a branch at its name.
  const leaf = !named && !ts.isObjectLiteralExpression(node) && node !== file
  return positionAt(file, (leaf ? node : at).getStart(file))
}

/** Lines of a file, the first and the last of them, from 1. */
export interface Lines {
  first: number
  last: number
}

/** Tells on which lines the names and values at paths of `export default defineStory({…})` stand; undefined for a path that is not there. */
export function linesInData(text: string): (path: readonly PropertyKey[]) => Lines | undefined {
  const file = ts.createSourceFile('data.ts', text, ts.ScriptTarget.Latest, true)
  const story = storyLiteral(file)
  return (path) => {
    let node = story
    let name: ts.Node | undefined = story
    for (const key of path) {
      const next: ReturnType<typeof child> = node && child(node, String(key))
      node = next?.value
      name = next?.name
    }
    if (!node || !name) return undefined
    return { first: positionAt(file, name.getStart(file)).line, last: positionAt(file, node.getEnd()).line }
  }
}

/** Faults of syntax in a data file, before anything runs it. */
export function syntaxFaults(text: string): (Position & { message: string })[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    fileName: 'data.ts',
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  })
  return diagnostics.map((diagnostic) => ({
    ...(diagnostic.file && diagnostic.start !== undefined ? positionAt(diagnostic.file, diagnostic.start) : { line: 1, column: 1 }),
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
  }))
}

/** Names that stand twice in one group: only the last would count, and nothing would say so. */
export function repeatedNames(text: string): (Position & { message: string })[] {
  const file = ts.createSourceFile('data.ts', text, ts.ScriptTarget.Latest, true)
  const faults: (Position & { message: string })[] = []
  visit(file)
  return faults

  function visit(node: ts.Node): void {
    if (ts.isObjectLiteralExpression(node)) {
      const lines = new Map<string, number>()
      for (const { name } of node.properties) {
        if (!name) continue
        const word = nameOf(name)
        if (word === undefined) continue
        const place = positionAt(file, name.getStart(file))
        const first = lines.get(word)
        if (first !== undefined) faults.push({ ...place, message: `"${word}" stands twice; the first is on line ${String(first)}` })
        else lines.set(word, place.line)
      }
    }
    ts.forEachChild(node, visit)
  }
}

function positionAt(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset)
  return { line: line + 1, column: character + 1 }
}

function storyLiteral(file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements)
    if (ts.isExportAssignment(statement) && ts.isCallExpression(statement.expression)) return statement.expression.arguments[0]
  return undefined
}

function child(node: ts.Node, key: string): { name: ts.Node; value: ts.Expression } | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const value = node.elements[Number(key)]
    return value && { name: value, value }
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  for (const property of node.properties)
    if (ts.isPropertyAssignment(property) && nameOf(property.name) === key) return { name: property.name, value: property.initializer }
  return undefined
}

function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : undefined
}
