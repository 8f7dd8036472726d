import { mdxToMdast } from 'satteri'
import type { Problem } from '#story'

/** A place in the text: line and column from 1, offset from 0. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** The little of a syntax node that the prose is checked by. */
export interface ProseNode {
  type: string
  name?: string | null
  value?: string
  url?: string
  /** Of an image. */
  alt?: string | null
  attributes?: { type: string; name?: string; value?: string | { value: string } | null }[]
  children?: ProseNode[]
  position?: { start: Point; end: Point }
}

/** Parses a story's MDX, or says in a reporter's words why it is not one. */
export function parseProse(file: string, source: string): { tree: ProseNode } | { problems: Problem[] } {
  try {
    return { tree: mdxToMdast(source, { position: true, features: { frontmatter: true } }) as ProseNode }
  } catch (error) {
    return { problems: [syntaxProblem(file, error instanceof Error ? error.message : String(error))] }
  }
}

function syntaxProblem(file: string, message: string): Problem {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? []
  const place = { file, line: Number(line), column: Number(column) }
  const closing = /[Uu]nexpected closing tag `<\/(\w+)>`(?:.*closing tag for `<(\w+)>` \((\d+):)?/.exec(rest)
  if (closing) {
    const [, name = '', open, from] = closing
    return {
      ...place,
      message: `</${name}> closes no open tag; ${open ? `the last one open is <${open}> on line ${from ?? ''}` : `expected <${name} …> before it`}`,
    }
  }
  if (rest.includes('create a comment')) return { ...place, message: 'this is not MDX: <!-- begins no comment; expected {/* … */}' }
  const unclosed = /closing tag for `<(\w+)>`/.exec(rest)?.[1]
  if (unclosed)
    return {
      ...place,
      message: `<${unclosed}> is never closed; expected </${unclosed}> after its words, or <${unclosed} … /> if it has none`,
    }
  if (rest.includes('closing brace'))
    return { ...place, message: 'a brace "{" that is never closed; expected "}" after it (a brace meant as a character is written \\{)' }
  if (rest.includes('after `<`'))
    return {
      ...place,
      message:
        'a "<" that begins no tag, or a tag that is cut off; check its quotation marks and its ">" (a "<" meant as a character is written \\<)',
    }
  return { ...place, message: `this is not MDX: ${rest.replace(/ \(mdx.*\)$/s, '')}` }
}

/** Every node of a tree, parents before children, with the nodes it stands in. */
export function* walk(
  node: ProseNode,
  ancestors: readonly ProseNode[] = [],
): Generator<{ node: ProseNode; ancestors: readonly ProseNode[] }> {
  yield { node, ancestors }
  for (const child of node.children ?? []) yield* walk(child, [...ancestors, node])
}

export function isElement(node: ProseNode): node is ProseNode & { name: string } {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && typeof node.name === 'string'
}

/** The value of a component's prop as text; `undefined` where it is not given. */
export function propOf(node: ProseNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value
  return typeof value === 'string' ? value : undefined
}
