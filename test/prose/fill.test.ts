import { expect, it } from 'vitest'
import { fillFrontmatter, parseProse, readFrontmatter } from '#prose'
import type { Frontmatter } from '#prose'
import { formatProblem } from '#story'
import { tellTiny } from './passages.ts'

const telling = await tellTiny()

function fill(text: string): { frontmatter: Frontmatter; problems: string[] } {
  const parsed = parseProse('en.mdx', `${text}\n\nWords.\n`)
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  const read = readFrontmatter('en.mdx', parsed.tree)
  if ('problems' in read) throw new Error(read.problems.map(formatProblem).join('\n'))
  const { frontmatter, problems } = fillFrontmatter('en.mdx', parsed.tree, read.frontmatter, telling)
  return { frontmatter, problems: problems.map(formatProblem) }
}

it('the headline and the sentence under it print their facts', () => {
  expect(fill('---\ntitle: It has {users}\nstandfirst: Sales of {sales-2023:short} in 2023.\n---')).toEqual({
    frontmatter: { title: 'It has 40 million', standfirst: 'Sales of $55bn in 2023.', status: { state: 'published' } },
    problems: [],
  })
})

it('a fact in them that nobody knows is named where it stands', () => {
  expect(fill('---\ntitle: It has {usrs}\nstandfirst: A sentence.\n---').problems).toEqual([
    'en.mdx:2:15 unknown fact "usrs"; did you mean "users"?',
  ])
})
