import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, YAMLError } from 'yaml'
import type { Position } from './position.ts'

/** A file of YAML with the means to say where each value of it stands. */
export interface Yaml {
  content: unknown
  /**
   * Where the value at a path stands, or the deepest part of the path that is there.
   *
   * @param piece its name is wanted, not its value, or a piece of the text it is, after the text before that piece
   */
  locate: (path: readonly PropertyKey[], piece?: Piece) => Position
}

type Piece = { named?: boolean } | { within: string; after: string }

/** Reads YAML, or says in a reporter's words where and why it is none. */
export function readYaml(source: string): Yaml | { fault: Position & { message: string } } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) return { fault: { ...at(fault.pos[0]), message: explain(fault, source) } }
  try {
    const content: unknown = document.toJS() ?? {}
    return { content, locate: (path, piece) => at(offsetOf(document, source, path, piece)) }
  } catch (error) {
    // A value that begins with * names an anchor, which a text hardly means.
    if (!(error instanceof ReferenceError)) throw error
    return { fault: { ...at(source.search(/(?<=[:-]\s+)\*/)), message: `a text begins with *; ${quoted}` } }
  }
}

const quoted = 'expected it in quotation marks'

function explain({ code, message, pos }: YAMLError, source: string): string {
  const reason = `${message.charAt(0).toLowerCase()}${message.slice(1)}`
  const line = source.slice(source.lastIndexOf('\n', pos[0] - 1) + 1, pos[0])
  if (/:\s+\{/.test(line)) return `${reason}; if a text begins with a brace, ${quoted}`
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return `${reason}; if a text holds a colon, ${quoted}`
  if (/:\s+'/.test(line)) return `${reason}; an apostrophe inside '…' is written twice`
  return reason
}

function offsetOf(document: Document, source: string, path: readonly PropertyKey[], piece: Piece = {}): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (!isNode(item)) break
      offset = start(item)
      node = item
      continue
    }
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    if (!pair) break
    if (isNode(pair.key)) offset = start(pair.key)
    node = pair.value
    if (isScalar(node) && node.value !== null && !('named' in piece && piece.named)) offset = start(node)
  }
  if (!('within' in piece) || !isScalar(node)) return offset
  // Folded lines and escapes move a piece, but they neither add nor remove one.
  const before = piece.after.split(piece.within).length - 1
  const lead = source
    .slice(offset, node.range?.[1])
    .split(piece.within)
    .slice(0, before + 1)
  const found = offset + lead.join(piece.within).length
  return source.startsWith(piece.within, found) ? found : offset
}

function start(node: Node): number {
  return node.range?.[0] ?? 0
}
