import { parseHTML } from 'linkedom'

const namespace = 'http://www.w3.org/2000/svg'

/** An empty document to draw into. */
export function createDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document
}

type Attributes = Record<string, string | number | undefined>

/** An SVG element with attributes (those undefined are left out) and children (text or elements). */
export function element(
  document: Document,
  name: string,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): SVGElement {
  const node = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(key, typeof value === 'number' ? String(round(value)) : value)
  node.append(...children)
  return node
}

/** A line of text with a class of its own. */
export interface TextLine {
  text: string
  class: string
}

/** One text of a line or more; `y` is the baseline of the first, and the others follow at `lineHeight`. */
export function textLines(
  document: Document,
  { lineHeight, ...attributes }: Attributes & { x: number; y: number; lineHeight: number },
  lines: readonly (string | TextLine)[],
): SVGElement {
  const [only] = lines
  if (lines.length === 1 && typeof only === 'string') return element(document, 'text', attributes, [only])
  const spans = lines.map((line, index) => {
    const { text, class: name } = typeof line === 'string' ? { text: line, class: undefined } : line
    return element(document, 'tspan', { x: attributes.x, dy: index === 0 ? undefined : lineHeight, class: name }, [text])
  })
  return element(document, 'text', attributes, spans)
}

/** An empty drawing of that size. */
export function createDrawing(document: Document, width: number, height: number): SVGSVGElement {
  return element(document, 'svg', { viewBox: `0 0 ${String(round(width))} ${String(round(height))}`, width, height }) as SVGSVGElement
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A coordinate of a path, to one decimal. */
export function tenth(value: number): string {
  return String(round(value))
}

/**
 * Makes Plot's SVG ours: its stylesheet goes (a strict CSP refuses it, the page's CSS does the work), what Plot wrote for screen readers
 * goes (the drawing is one image), an `ariaLabel` channel becomes `data-mark`, what has a class of ours is painted by it and by nothing else, and
 * numbers keep one decimal.
 */
export function cleanPlot(svg: SVGSVGElement): SVGSVGElement {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const node of svg.querySelectorAll('[aria-label]')) {
    if (node.localName !== 'g') node.setAttribute('data-mark', node.getAttribute('aria-label') ?? '')
    node.removeAttribute('aria-label')
  }
  for (const node of svg.querySelectorAll('[aria-hidden]')) node.removeAttribute('aria-hidden')
  for (const node of svg.querySelectorAll('g[class]'))
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin']) node.removeAttribute(name)
  for (const name of ['class', 'fill', 'font-family', 'font-size', 'text-anchor', 'style', 'xmlns:xlink']) svg.removeAttribute(name)
  const long = /-?\d+\.\d{2,}(?:e-\d+)?/g
  for (const node of svg.querySelectorAll('*'))
    for (const { name, value } of [...node.attributes])
      if (name !== 'class' && !name.startsWith('data-') && /\.\d{2}/.test(value))
        node.setAttribute(
          name,
          value.replace(long, (number) => String(round(Number(number)))),
        )
  return svg
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * An SVG as text, attributes in the order they were set.
 *
 * @param indent `''` for a page; two spaces for a file that a person reads, one element a line
 */
export function serialize(node: Element, indent = '', depth = 0): string {
  const lead = indent === '' ? '' : `\n${indent.repeat(depth)}`
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`).join('')
  const open = `${depth === 0 ? '' : lead}<${node.localName}${attributes}`
  const children = [...node.childNodes]
  if (children.length === 0) return `${open}/>`
  // White space inside text is drawn, so what holds text stays on one line.
  const inline = children.some((child) => child.nodeType === 3)
  const inner = children
    .map((child) => (child.nodeType === 3 ? escape(child.textContent ?? '') : serialize(child as Element, inline ? '' : indent, depth + 1)))
    .join('')
  return `${open}>${inner}${inline ? '' : lead}</${node.localName}>`
}
