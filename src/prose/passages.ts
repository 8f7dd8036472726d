import { gap } from './patterns.ts'
import type { ProseNode } from './tree.ts'
import { isElement, propOf } from './tree.ts'

/** A run of words that a reader reads in one go: a paragraph, a title, an alt text. What is no word of it is a gap. */
export interface Passage {
  text: string
  /** Where a piece of the text stands in the file, by where it begins in the text. */
  placeAt: (index: number) => { line: number; column: number }
  /** The components and images in it, by where they begin in the text. */
  elements: readonly { node: ProseNode; index: number; end: number }[]
  /** It is the value of a prop, in which no component can stand. */
  prop?: { of: string; name: string }
}

/** Props whose value is read as words. */
const read: Readonly<Record<string, readonly string[]>> = { Section: ['title'], Aside: ['title'] }
const blocks = ['paragraph', 'heading', 'tableCell']

/** Every passage of a story's MDX in the order of the text, front matter apart. */
export function passagesOf(source: string, tree: ProseNode): Passage[] {
  const passages: Passage[] = []
  visit(tree)
  return passages

  function visit(node: ProseNode): void {
    if (isElement(node))
      for (const name of read[node.name] ?? []) {
        const value = propOf(node, name)
        if (value !== undefined) passages.push({ ...pieceOf(source, node, value), prop: { of: node.name, name } })
      }
    // What is waived is read by nobody; a fact or a claim may be a paragraph by itself.
    if (node.name === 'Figure') return
    if (blocks.includes(node.type) || node.name === 'Fact' || node.name === 'Claim' || node.name === 'Compare') {
      passages.push(passageOf(source, node), ...altsOf(source, node))
      return
    }
    for (const child of node.children ?? []) visit(child)
  }
}

function passageOf(source: string, block: ProseNode): Passage {
  let text = ''
  const pieces: { index: number; node: ProseNode }[] = []
  const elements: Passage['elements'][number][] = []
  visit(block)
  return {
    text,
    elements,
    placeAt: (index) => {
      const piece = pieces.findLast((candidate) => candidate.index <= index)
      if (!piece) return pointAt(source, block.position?.start.offset ?? 0)
      return pointAt(source, offsetIn(source, piece.node, text.slice(piece.index), index - piece.index))
    },
  }

  function visit(node: ProseNode): void {
    const index = text.length
    if ((node.type === 'text' || node.type === 'inlineCode') && node.value !== undefined) {
      pieces.push({ index, node })
      text += node.value
    } else if (node.type === 'break') text += ' '
    else if (node.type === 'image' || (node.children ?? []).length === 0) text += gap
    else if (node.name === 'Figure') text += gap.repeat(wordsIn(node).length || 1)
    else for (const child of node.children ?? []) visit(child)
    if (isElement(node)) elements.push({ node, index, end: text.length })
  }
}

/** All the words inside a node. */
export function wordsIn(node: ProseNode): string {
  return node.type === 'text' || node.type === 'inlineCode' ? (node.value ?? '') : (node.children ?? []).map(wordsIn).join('')
}

function altsOf(source: string, block: ProseNode): Passage[] {
  const images: ProseNode[] = []
  const collect = (node: ProseNode): void => {
    if (node.type === 'image' && node.alt) images.push(node)
    node.children?.forEach(collect)
  }
  collect(block)
  return images.map((image) => ({ ...pieceOf(source, image, image.alt ?? ''), prop: { of: 'image', name: 'alt' } }))
}

/** A text that stands as it is inside a node. */
function pieceOf(source: string, node: ProseNode, value: string): Passage {
  const start = node.position?.start.offset ?? 0
  const found = source.indexOf(value, start)
  return { text: value, elements: [], placeAt: (index) => pointAt(source, found < 0 ? start : found + index) }
}

/** Where a place of a text node stands in the file: as far in as in the text, save that escapes and references are longer in the file. */
function offsetIn(source: string, node: ProseNode, text: string, index: number): number {
  const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } }
  const written = source.slice(start.offset, end.offset)
  if (written.startsWith(text.slice(0, index + 1))) return start.offset + index
  const [piece = ''] = /^[\p{L}\p{N}$€£½¼¾]+/u.exec(text.slice(index)) ?? []
  if (piece === '') return start.offset
  const before = text.slice(0, index).split(piece).length - 1
  const lead = written.split(piece).slice(0, before + 1)
  const found = lead.join(piece).length
  return written.startsWith(piece, found) ? start.offset + found : start.offset
}

function pointAt(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
