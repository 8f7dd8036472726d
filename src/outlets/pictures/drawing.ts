import { createDocument, drawChart, element } from '#charts'
import type { Size } from '#charts'
import type { Telling } from '#story'
import type { Theme } from './colour.ts'
import type { Faces } from './faces.ts'
import { piecesOf } from './labels.ts'
import type { Outlines } from './outlines.ts'
import { paint } from './paint.ts'
import type { Style } from './paint.ts'
import type { Rule } from './rules.ts'

/** A chart as it stands in a picture: nothing in it asks for a stylesheet or a font. */
export interface PictureDrawing {
  group: Element
  width: number
  height: number
  /** From where to where each line of text reaches down the drawing. */
  lines: readonly (readonly [top: number, bottom: number])[]
  /** Where the first of the lines asked for begins; 0 where there is none. */
  begin: number
}

/** Where an element's geometry is said. */
const geometry = ['transform', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r', 'points']

/**
 * Draws a chart whole, as its page shows it at that size, with every look said by the elements themselves and its text as outlines.
 *
 * @param begin a selector of lines
 * @throws RangeError an unknown chart
 */
export function drawForPicture(
  telling: Telling,
  id: string,
  { size, theme, rules, faces, outlines }: { size: Size; theme: Theme; rules: readonly Rule[]; faces: Faces; outlines: Outlines },
  begin?: string,
): PictureDrawing {
  const document = createDocument()
  // The stylesheet is asked about the drawing where a page has it.
  document.body.innerHTML = `<figure class="chart" id="${id}" data-form="${telling.story.data.charts[id]?.form ?? ''}"><div class="drawing"><div role="img">${drawChart(telling, id, { size })}</div></div></figure>`
  const svg = document.querySelector('svg')
  if (!svg) throw new RangeError(`unknown chart ${id}`)
  const look = paint(document, rules, theme)
  const lines: [number, number][] = []

  function copy(node: Element, top: number): Element[] {
    const { own, whole } = look(node)
    if (whole.get('opacity') === '0') return []
    if (node.localName === 'text') {
      if (whole.get('visibility') === 'hidden') return []
      return piecesOf(node, look, faces).flatMap(({ text, line }) => {
        lines.push([top + line.y - line.size * 0.78, top + line.y + line.size * 0.24])
        return outlines.line(text, line)
      })
    }
    const children = [...node.children].flatMap((child) => copy(child, top + downOf(node)))
    if (node.localName === 'g' ? children.length === 0 : whole.get('visibility') === 'hidden') return []
    return [element(document, node.localName, { ...geometryOf(node), ...attributesOf(own) }, children)]
  }

  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)
  const { own } = look(svg)
  const group = element(
    document,
    'g',
    attributesOf(own),
    [...svg.children].flatMap((child) => copy(child, 0)),
  )
  const begins = begin === undefined ? [] : [...svg.querySelectorAll(begin)].map(topOf)
  return { group, width, height, lines, begin: begins.length === 0 ? 0 : Math.min(...begins) }
}

/** How far down an element moves what is in it. */
function downOf(node: Element): number {
  return Number(/translate\(\S+[ ,]([\d.-]+)\)/.exec(node.getAttribute('transform') ?? '')?.[1] ?? 0)
}

/** Where a line begins, measured down the whole drawing. */
function topOf(line: Element): number {
  let top = Number(/^M[\d.-]+[ ,]([\d.-]+)/.exec(line.getAttribute('d') ?? '')?.[1] ?? 0)
  for (let node = line.parentElement; node; node = node.parentElement) top += downOf(node)
  return top
}

function geometryOf(node: Element): Record<string, string> {
  return Object.fromEntries(
    geometry.flatMap((name) => {
      const value = node.getAttribute(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

/** What is left to say once text is outlined and what is hidden is left out. */
function attributesOf(own: Style): Record<string, string> {
  return Object.fromEntries([...own].filter(([name]) => !['font-size', 'font-weight', 'text-anchor', 'visibility'].includes(name)))
}
