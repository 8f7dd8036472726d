import { unknown } from '#story'
import type { ChartDeclaration, Problem, Telling, WordsFile } from '#story'
import type { ChartContext, Form, Mark, Play, Size, Table } from './contract.ts'
import { forms } from './forms.ts'
import { frameOf } from './frame.ts'
import { createDocument, serialize } from './svg.ts'
import { isInView } from './view.ts'

function contextOf(telling: Telling, id: string): { form: Form; context: ChartContext } {
  const declaration: ChartDeclaration | undefined = telling.story.data.charts[id]
  const words = telling.words.charts[id]
  if (!declaration || !words) throw new RangeError(unknown('chart', id, Object.keys(telling.story.data.charts)))
  // A form gets the declarations that carry its name and no others.
  const form = forms[declaration.form] as unknown as Form
  return { form, context: { id, declaration, telling, words } }
}

export interface DrawOptions {
  size: Size
  /** Show one view only; the marks outside it are there and have the class `away`. */
  view?: string
  /** Indent for a person to read. */
  indent?: string
  document?: Document
}

/**
 * Draws a declared chart as SVG text. Marks carry `data-mark` (the id of their row in the table) and, where the chart has views,
 * `data-views` (those they are in).
 *
 * @throws RangeError an unknown chart or view
 */
export function drawChart(telling: Telling, id: string, { size, view, indent, document = createDocument() }: DrawOptions): string {
  const { form, context } = contextOf(telling, id)
  const views = Object.entries(context.declaration.views)
  if (view !== undefined && !(view in context.declaration.views))
    throw new RangeError(unknown('view', view, Object.keys(context.declaration.views)))
  const { svg, marks } = form.draw(context, frameOf(size, document))
  const known = new Map(marks.map((mark) => [mark.id, mark]))
  const viewsWith = (mark: Mark): string[] => views.filter(([, selection]) => isInView(mark, selection)).map(([name]) => name)
  const put = (node: Element, inside: readonly string[]): void => {
    if (views.length === 0) return
    node.setAttribute('data-views', inside.join(' '))
    if (view !== undefined && !inside.includes(view)) node.classList.add('away')
  }
  for (const node of svg.querySelectorAll('[data-marks]')) {
    // What belongs to several marks stays while one of them does.
    const inside = new Set((node.getAttribute('data-marks') ?? '').split(' ').flatMap((id) => viewsWith(known.get(id) ?? { id })))
    node.removeAttribute('data-marks')
    put(node, [...inside])
  }
  for (const node of svg.querySelectorAll('[data-mark], [data-state]')) {
    // A panel of a map is no mark of the table; it goes with its state.
    const state = node.getAttribute('data-state')
    const mark = state === null ? known.get(node.getAttribute('data-mark') ?? '') : { id: state, states: [state] }
    if (!mark) throw new RangeError(`invalid mark: ${node.getAttribute('data-mark') ?? ''}; the form drew what it does not list`)
    put(node, viewsWith(mark))
  }
  // The words for a screen reader stand on the figure, once for both drawings.
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', size)
  svg.setAttribute('font-size', String(frameOf(size, document).fontSize))
  return serialize(svg, indent)
}

/** A declared chart's numbers. */
export function tableOf(telling: Telling, id: string): Table {
  const { form, context } = contextOf(telling, id)
  return form.table(context)
}

/** What a declared chart's own behaviour goes by in the browser, where its form has one. */
export function playOf(telling: Telling, id: string): Play | undefined {
  const { form, context } = contextOf(telling, id)
  return form.play?.(context)
}

/** Ids of the facts a chart rests on, each once. */
export function factsOf(telling: Telling, id: string): string[] {
  const { form, context } = contextOf(telling, id)
  return [...new Set(form.facts(context))]
}

/** Ids of the sources a chart rests on, each once, in the order the data lists them. */
export function sourcesOf(telling: Telling, id: string): string[] {
  const { story } = telling
  const { form, context } = contextOf(telling, id)
  const facts = form.facts(context).flatMap((fact) => story.facts.get(fact)?.sources ?? [])
  const used = new Set([...facts, ...(form.sources?.(context) ?? [])])
  return Object.keys(story.data.sources).filter((source) => used.has(source))
}

/** The labels and notes that the forms of a story's charts want and its words lack, or have and nothing reads. */
export function checkChartWords(telling: Telling, { file, locate }: WordsFile): Problem[] {
  return Object.entries(telling.words.charts).flatMap(([id, words]) => {
    const { form, context } = contextOf(telling, id)
    const wanted = { ...form.wants(context), views: Object.keys(context.declaration.views) }
    return (['labels', 'notes', 'views'] as const).flatMap((section) => {
      const keys = wanted[section] ?? []
      const missing = keys.filter((key) => words[section][key] === undefined)
      const extra = Object.keys(words[section]).filter((key) => !keys.includes(key))
      return [
        ...missing.map((key) => ({
          file,
          ...locate(['charts', id, section]),
          message: `chart "${id}" has no ${section.slice(0, -1)} "${key}"; expected a line "${key}:" under "${section}:"`,
        })),
        ...extra.map((key) => ({ file, ...locate(['charts', id, section, key]), message: unknown(section.slice(0, -1), key, keys) })),
      ]
    })
  })
}
