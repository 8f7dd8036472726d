import { createDocument } from '../../src/charts/svg.ts'
import { frameOf } from '../../src/charts/frame.ts'
import type { ChartContext, Drawing, Form, Frame, Size } from '#charts'
import { readStory } from '#story'
import type { ChartDeclaration, FormName } from '#story'

export const { tellings } = await readStory(process.cwd(), 'indonesia-ecommerce')

/** The first story in its first language. */
export const [telling] = tellings as [(typeof tellings)[number]]

export const sizes = ['narrow', 'wide'] as const

export function frame(size: Size): Frame {
  return frameOf(size, createDocument())
}

/** The context of a declared chart, some of its declaration changed. */
export function contextOf<Name extends FormName>(
  form: Name,
  id: string,
  change: Partial<Extract<ChartDeclaration, { form: Name }>> = {},
  told = telling,
): ChartContext<Name> {
  const declaration = told.story.data.charts[id]
  const words = told.words.charts[id]
  if (declaration?.form !== form || !words) throw new TypeError(`no chart "${id}" of the form "${form}"`)
  return { id, declaration: { ...(declaration as Extract<ChartDeclaration, { form: Name }>), ...change }, telling: told, words }
}

/** The text of a drawing or of a part of it, its lines joined by spaces. */
export function textOf(node: Element): string {
  return [...node.querySelectorAll('text')]
    .map((text) =>
      text.querySelector('tspan') ? [...text.querySelectorAll('tspan')].map((line) => line.textContent).join(' ') : text.textContent,
    )
    .join(' | ')
}

/** The elements that stand for a mark. */
export function partsOf({ svg }: Drawing, mark: string): Element[] {
  return [...svg.querySelectorAll('[data-mark]')].filter((node) => node.getAttribute('data-mark') === mark)
}

/** Ids of the marks drawn and of the rows in the table, each once. */
export function idsOf<Name extends FormName>(
  form: Form<Name>,
  context: ChartContext<Name>,
  size: Size,
): { drawn: Set<string>; listed: Set<string>; rows: Set<string> } {
  const { svg, marks } = form.draw(context, frame(size))
  return {
    drawn: new Set([...svg.querySelectorAll('[data-mark]')].map((node) => node.getAttribute('data-mark') ?? '')),
    listed: new Set(marks.map(({ id }) => id)),
    rows: new Set(form.table(context).rows.flatMap(({ mark }) => mark ?? [])),
  }
}
