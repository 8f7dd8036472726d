import path from 'node:path'
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { components } from '#prose'
import { listStories, readData } from '#story'

const declarations = path.resolve('content/stories.d.ts')

/** What TypeScript says of the props of a component as an editor knows it. */
function diagnose(uses: readonly string[]): string[] {
  const file = path.resolve('content/uses.ts')
  const text = uses
    .map((use) => use.replace(/^(\w+) (.*)$/, (_, name: string, props: string) => `({} as MDXProvidedComponents).${name}(${props})`))
    .join(';\n')
  const read = ts.readConfigFile('tsconfig.json', (name) => ts.sys.readFile(name)).config as { compilerOptions: object }
  const { options } = ts.parseJsonConfigFileContent({ ...read, extends: 'astro/tsconfigs/strictest' }, ts.sys, process.cwd())
  const host = ts.createCompilerHost(options)
  const sourceOf = host.getSourceFile.bind(host)
  host.getSourceFile = (name, target) =>
    path.resolve(name) === file ? ts.createSourceFile(file, `export {}\n${text}`, target) : sourceOf(name, target)
  const program = ts.createProgram([file, declarations], options, host)
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

describe('what editors offer in MDX', () => {
  it('has the ids of every story', async () => {
    const text = readFileSync(declarations, 'utf8')
    for (const id of await listStories(process.cwd())) expect(text, `a line for ${id}`).toContain(`'./${id}/data.ts'`)
  })

  it('takes what the checks take', { timeout: 60_000 }, async () => {
    const { facts, data } = await readData(process.cwd(), 'indonesia-ecommerce')
    const uses = [
      ...[...facts.values()].map(({ id, value }) => `${value === undefined ? 'Claim' : 'Fact'} { id: '${id}', plain: true }`),
      ...Object.entries(data.charts).flatMap(([id, { views }]) => [
        `Chart { id: '${id}' }`,
        ...Object.keys(views).map((view) => `Chart { id: '${id}', view: '${view}' }`),
      ]),
      ...Object.keys(data.players).map((id) => `Player { id: '${id}' }`),
      ...Object.keys(data.sources).map((id) => `Source { id: '${id}' }`),
      `Section { id: 'market', title: 'A market' }`,
      `Compare { a: 'market-2030', b: 'market-2023', as: 'change' }`,
      `Figure { why: 'an age' }`,
    ]
    expect(diagnose(uses)).toEqual([])
  })

  it('refuses what the checks refuse, and asks whether the nearest was meant', { timeout: 60_000 }, () => {
    const [fact, statement, figure, chart, view, prop] = diagnose([
      `Fact { id: 'market-2O30' }`,
      `Claim { id: 'largest-econmy' }`,
      `Claim { id: 'market-2030' }`,
      `Chart { id: 'market-grwth' }`,
      `Step { view: '2031' }`,
      `Fact { id: 'market-2030', style: 'short' }`,
    ])
    expect(fact).toMatch(/^Type '"market-2O30"' is not assignable .* Did you mean '"market-2030"'\?$/)
    expect(statement).toContain(`Did you mean '"largest-economy"'?`)
    expect(figure).toMatch(/^Type '"market-2030"' is not assignable to type /)
    expect(chart).toContain(`Did you mean '"market-growth"'?`)
    expect(view).toMatch(/^Type '"2031"' is not assignable to type /)
    expect(prop).toContain("'style' does not exist in type")
  })

  it('knows every component', () => {
    const uses = Object.keys(components).map((name) => `${name} {} as never`)
    expect(diagnose(uses)).toEqual([])
  })
})
