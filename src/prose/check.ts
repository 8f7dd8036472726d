import type { FigureStyle } from '#language'
import { compareFacts, comparisons, DerivationError, readYaml, shapeFaults, unknown } from '#story'
import type { Comparison, Problem, Story, Telling } from '#story'
import { components } from './components.ts'
import type { IdNoun } from './components.ts'
import { frontmatterSchema } from './frontmatter.ts'
import type { Frontmatter } from './frontmatter.ts'
import type { ProseNode } from './tree.ts'
import { isElement, propOf, walk } from './tree.ts'

type Attribute = NonNullable<ProseNode['attributes']>[number]

/** Everything wrong with a story's MDX that is not a matter of syntax: components, props, ids, views. */
export function checkProse(file: string, source: string, tree: ProseNode, telling: Telling): Problem[] {
  const problems: Problem[] = []
  const sections = new Map<string, number>()
  const charts = new Map<string, number>()
  const steps = new Map<string, number>()
  for (const { node, ancestors } of walk(tree)) {
    const report = (message: string, needle?: string): void => {
      problems.push({ file, ...placeOf(source, node, needle), message })
    }
    if (node.type === 'mdxjsEsm') report('an import or export; the words of a story import nothing, every component is already there')
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') checkExpression(node, report)
    if (node.type === 'text') {
      const brace = textOf(source, node).search(/(?<!\\)\}/)
      if (brace >= 0)
        problems.push({
          file,
          ...placeAt(source, node, brace),
          message: 'a closing brace that nothing opens; a brace meant as a character is written \\}',
        })
    }
    if (node.type === 'heading')
      report('a heading made with #; expected <Section id="…" title="…"> round the part, which makes the heading and the contents')
    const link = isLink(node) && ancestors.find(isLink)
    if (link) report(`${nameOf(node)} inside ${nameOf(link)}; both are links, and a link cannot stand in a link`)
    if (isElement(node)) {
      checkElement(node, ancestors, telling, report)
      if (node.name === 'Section') checkSection(node, sections, report)
      if (node.name === 'Chart' || node.name === 'Scrolly') checkOnce(node, charts, report)
      if (node.name === 'Scrolly')
        checkScrolly(node, ancestors, (child, message) => problems.push({ file, ...placeOf(source, child), message }))
      if (node.name === 'Step') checkStep(node, ancestors, steps, report)
    }
  }
  return problems
}

function isLink({ type, name }: ProseNode): boolean {
  return type === 'link' || type === 'linkReference' || ['Fact', 'Claim', 'Compare', 'Source'].includes(name ?? '')
}

function nameOf({ name }: ProseNode): string {
  return name ? `<${name}>` : 'a link'
}

type Report = (message: string, needle?: string) => void

function checkExpression(node: ProseNode, report: Report): void {
  const inner = node.value?.trim() ?? ''
  if (inner.replaceAll(/\/\*[^]*?\*\//g, '').trim() === '') return
  report(`an expression {${inner}}; a figure in the story is written <Fact id="…" />, and a brace meant as a character is written \\{`)
}

function checkSection(node: ProseNode, sections: Map<string, number>, report: Report): void {
  const id = propOf(node, 'id')
  if (id === undefined) return
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    report(`invalid section id "${id}"; expected lower-case words joined by hyphens, such as "market"`, id)
  const first = sections.get(id)
  if (first !== undefined) report(`two sections with the id "${id}"; the first is on line ${String(first)}`, id)
  else sections.set(id, node.position?.start.line ?? 0)
}

/** The chart that a component places, or that the steps are of which it is one. */
function chartOf(node: ProseNode, ancestors: readonly ProseNode[]): string {
  const scrolly = [node, ...ancestors].find(({ name }) => name === 'Scrolly')
  return (scrolly ? propOf(scrolly, 'chart') : propOf(node, 'id')) ?? ''
}

/** A chart has one place in a story, for its address is one. */
function checkOnce(node: ProseNode, charts: Map<string, number>, report: Report): void {
  const chart = chartOf(node, [])
  if (chart === '') return
  const first = charts.get(chart)
  if (first !== undefined) report(`the chart "${chart}" stands twice; the first is on line ${String(first)}`, chart)
  else charts.set(chart, node.position?.start.line ?? 0)
}

function checkScrolly(node: ProseNode, ancestors: readonly ProseNode[], report: (child: ProseNode, message: string) => void): void {
  if (!ancestors.some(({ name }) => name === 'Section'))
    report(node, '<Scrolly> outside a <Section>; expected it in one, whose id begins the addresses of its steps')
  for (const child of node.children ?? []) {
    const nothing = child.type === 'mdxFlowExpression' || child.type === 'mdxTextExpression' || child.value?.trim() === ''
    if (!nothing && child.name !== 'Step')
      report(
        child,
        `${isElement(child) ? nameOf(child) : 'words'} in <Scrolly> outside its steps; expected only <Step view="…">…</Step> in it`,
      )
  }
}

function checkStep(node: ProseNode, ancestors: readonly ProseNode[], steps: Map<string, number>, report: Report): void {
  if (!ancestors.some(({ name }) => name === 'Scrolly')) {
    report('<Step> outside a <Scrolly>; expected <Scrolly chart="…"> round the steps of a chart')
    return
  }
  const section = ancestors.findLast(({ name }) => name === 'Section')
  const view = propOf(node, 'view')
  if (!section || view === undefined) return
  const address = `#${propOf(section, 'id') ?? ''}/${view}`
  const first = steps.get(address)
  if (first !== undefined) report(`two steps with the address ${address}; the first is on line ${String(first)}`, view)
  else steps.set(address, node.position?.start.line ?? 0)
}

function checkElement(node: ProseNode & { name: string }, ancestors: readonly ProseNode[], telling: Telling, report: Report): void {
  const rule = components[node.name]
  if (!rule) {
    report(unknown('component', node.name, Object.keys(components)).replace(/"(\w+)"/g, '<$1>'))
    return
  }
  const attributes = node.attributes ?? []
  attributes.forEach((attribute, index) => {
    checkProp(node, ancestors, attribute, telling, report)
    if (attribute.name !== undefined && attributes.findIndex(({ name }) => name === attribute.name) < index)
      report(`${attribute.name} of <${node.name}> stands twice`, attribute.name)
  })
  for (const [name, prop] of Object.entries(rule.props))
    if (prop.required && !attributes.some((attribute) => attribute.name === name))
      report(`<${node.name}> has no ${name}; expected ${name}="…"`)
  const empty = (node.children ?? []).length === 0
  if (rule.children === 'required' && empty) report(`<${node.name}> is empty; expected words between <${node.name} …> and </${node.name}>`)
  if (node.name === 'Compare') checkComparison(node, telling, report)
  if (rule.children === 'none' && !empty) report(`<${node.name}> takes no words; expected <${node.name} … />`)
}

function checkProp(
  node: ProseNode & { name: string },
  ancestors: readonly ProseNode[],
  attribute: Attribute,
  telling: Telling,
  report: Report,
): void {
  const { name, value } = attribute
  if (name === undefined) {
    report(`<${node.name}> is given {…}; expected props such as id="…"`)
    return
  }
  const props = components[node.name]?.props ?? {}
  const prop = props[name]
  if (!prop) {
    report(unknown(`prop of <${node.name}>`, name, Object.keys(props)), name)
    return
  }
  if (prop.flag) {
    if (value !== null && value !== undefined) report(`${name} of <${node.name}> takes no value; expected just ${name}`, name)
    return
  }
  if (typeof value !== 'string' || value === '') {
    report(`${name} of <${node.name}> has no text; expected ${name}="…"`, name)
    return
  }
  if (prop.oneOf && !prop.oneOf.includes(value)) report(unknown(name, value, prop.oneOf), value)
  if (prop.id) checkId(prop.id, value, telling.story, report)
  const id = chartOf(node, ancestors)
  const chart = prop.view ? telling.story.data.charts[id] : undefined
  if (chart && !(value in chart.views)) report(unknown(`view of "${id}"`, value, Object.keys(chart.views)), value)
  if (node.name === 'Fact' && name === 'as') checkStyle(propOf(node, 'id') ?? '', value, telling, report)
}

function checkId(noun: IdNoun, id: string, story: Story, report: Report): void {
  const fact = story.facts.get(id)
  if (noun === 'fact' || noun === 'statement') {
    const fitting = [...story.facts.values()]
      .filter((other) => (other.value === undefined) === (noun === 'statement'))
      .map((other) => other.id)
    if (!fact) report(unknown(noun, id, fitting), id)
    else if (!fitting.includes(id))
      report(
        noun === 'fact'
          ? `"${id}" is a statement without a figure; expected <Claim id="${id}">its words</Claim>`
          : `"${id}" is a figure; expected <Fact id="${id}" />`,
        id,
      )
    return
  }
  const known = Object.keys(story.data[`${noun}s`])
  if (!known.includes(id)) report(unknown(noun, id, known), id)
}

/** Two facts may be of measures that cannot be compared. */
function checkComparison(node: ProseNode, telling: Telling, report: Report): void {
  const [a = '', b = ''] = [propOf(node, 'a'), propOf(node, 'b')]
  const as = propOf(node, 'as')
  // A misspelt id or way has been named by then.
  if ([a, b].some((id) => telling.story.facts.get(id)?.value === undefined) || !isComparison(as)) return
  try {
    compareFacts(telling, a, b, as)
  } catch (error) {
    if (!(error instanceof DerivationError || error instanceof RangeError)) throw error
    report(`<Compare a="${a}" b="${b}" /> ${error.message}`)
  }
}

function isComparison(as: string | undefined): as is Comparison | undefined {
  return as === undefined || (comparisons as readonly string[]).includes(as)
}

/** Some figures cannot be written in some styles, such as 21 in words. */
function checkStyle(id: string, style: string, telling: Telling, report: Report): void {
  if (telling.story.facts.get(id)?.value === undefined) return
  try {
    telling.print(id, style as FigureStyle)
  } catch (error) {
    report(`"${id}" cannot be written as="${style}": ${error instanceof Error ? error.message : String(error)}`, style)
  }
}

/** The place of a word inside a node's opening tag, or of the node. */
function placeOf(source: string, node: ProseNode, needle?: string): { line: number; column: number } {
  const pattern = needle?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = pattern === undefined ? 0 : textOf(source, node).search(new RegExp(`(?<=[\\s"'])${pattern}(?=["'\\s=/>])`))
  return placeAt(source, node, Math.max(0, found))
}

/** A node as it was written. */
function textOf(source: string, { position }: ProseNode): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset)
}

/** Where in the file so many characters of a node have passed. */
function placeAt(source: string, node: ProseNode, found: number): { line: number; column: number } {
  const start = node.position?.start ?? { line: 1, column: 1 }
  const lines = textOf(source, node).slice(0, found).split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: last.length + 1 }
}

/** Reads the front matter, or says where it is wrong. Lines count from the top of the file. */
export function readFrontmatter(file: string, tree: ProseNode): { frontmatter: Frontmatter } | { problems: Problem[] } {
  const node = tree.children?.find((child) => child.type === 'yaml')
  if (!node)
    return {
      problems: [
        { file, line: 1, column: 1, message: 'no front matter; expected the file to begin with ---, title: …, standfirst: …, ---' },
      ],
    }
  const line = node.position?.start.line ?? 1
  const yaml = readYaml(node.value ?? '')
  // The block's first line is the one after its dashes.
  if ('fault' in yaml)
    return {
      problems: [{ file, ...yaml.fault, line: yaml.fault.line + line, message: `the front matter is not YAML: ${yaml.fault.message}` }],
    }
  const parsed = frontmatterSchema.safeParse(yaml.content)
  if (parsed.success) return { frontmatter: parsed.data }
  return {
    problems: parsed.error.issues
      .flatMap((issue) => shapeFaults(issue, yaml.content, frontmatterSchema))
      .map(({ path, named, message }) => {
        const place = yaml.locate(path, { named })
        return { file, line: place.line + line, column: place.column, message }
      }),
  }
}
