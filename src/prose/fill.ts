import { BraceError, fillBraces, readYaml } from '#story'
import type { Braced, Problem, Telling } from '#story'
import type { Frontmatter } from './frontmatter.ts'
import type { ProseNode } from './tree.ts'

/** The front matter with its facts printed, {market-2023}, and which they are, or what keeps one of them from being. */
export function fillFrontmatter(
  file: string,
  tree: ProseNode,
  frontmatter: Frontmatter,
  { story, print }: Telling,
): { frontmatter: Frontmatter; braced: Braced[]; problems: Problem[] } {
  const node = tree.children?.find(({ type }) => type === 'yaml')
  const yaml = readYaml(node?.value ?? '')
  const problems: Problem[] = []
  const braced: Braced[] = []
  const filled = { ...frontmatter }
  for (const field of ['title', 'standfirst'] as const) {
    const text = frontmatter[field]
    try {
      filled[field] = fillBraces(text, story.facts, (id, style) => {
        braced.push({ fact: id, path: [field] })
        return print(id, style)
      })
    } catch (error) {
      if (!(error instanceof BraceError) || 'fault' in yaml) throw error
      const place = yaml.locate([field], { within: error.braces, after: text.slice(0, error.index) })
      problems.push({ file, line: place.line + (node?.position?.start.line ?? 1), column: place.column, message: error.message })
    }
  }
  return { frontmatter: filled, braced, problems }
}
