import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { languageTags } from '#language'
import { listStories, readYaml } from '#story'
import type { Problem } from '#story'
import { embargoProblem, parseStatus } from './status.ts'
import type { Status } from './status.ts'

/** What is read of the stories: everything, as in dev and a preview, or what a release has. */
export type Scope = 'everything' | 'release'

/** A language of a story by its status, with the place where the status stands. */
export interface Held extends Omit<Problem, 'message'> {
  tag: string
  status: Status
}

/** The status of every language of a story. One whose front matter cannot be read counts as published, so that the checks say why. */
export async function statusesOf(root: string, id: string): Promise<Held[]> {
  const files = (await readdir(path.join(root, 'content', id))).filter((file) => file.endsWith('.mdx')).sort()
  const held = await Promise.all(
    files.map(async (name) => {
      const file = `content/${id}/${name}`
      return { tag: name.slice(0, -4), file, ...statusIn(await readFile(path.join(root, file), 'utf8')) }
    }),
  )
  // A language that the interface does not speak is refused by the checks.
  return languageTags.flatMap((tag) => held.filter((language) => language.tag === tag))
}

/** Only the top of the file: a draft may be half written below. */
function statusIn(source: string): { status: Status; line: number; column: number } {
  const published = { status: { state: 'published' }, line: 1, column: 1 } as const
  const yaml = readYaml(/^---\r?\n([^]*?)\r?\n---/.exec(source)?.[1] ?? '')
  if ('fault' in yaml) return published
  const { status: written } = yaml.content as { status?: unknown }
  if (typeof written !== 'string') return published
  const status = parseStatus(written)
  const { line, column } = yaml.locate(['status'])
  return 'fault' in status ? published : { status, line: line + 1, column }
}

/** Tags of a story's languages that are no part of what is read. */
export async function heldBack(root: string, id: string, scope: Scope): Promise<ReadonlySet<string>> {
  if (scope === 'everything') return new Set()
  return new Set((await statusesOf(root, id)).filter(({ status }) => status.state === 'draft').map(({ tag }) => tag))
}

/** Whether none of a story is part of what is read. */
export async function isLeftOut(root: string, id: string, scope: Scope): Promise<boolean> {
  if (scope === 'everything') return false
  const statuses = await statusesOf(root, id)
  return statuses.length > 0 && statuses.every(({ status }) => status.state === 'draft')
}

/** A first language held back longer than another: the other would take its address, and lose it again. */
export async function heldFirst(root: string, id: string): Promise<Problem[]> {
  const [first, ...others] = await statusesOf(root, id)
  if (!first) return []
  const sooner = others.find(({ status }) => opens(status) < opens(first.status))
  if (!sooner) return []
  const { file, line, column, tag } = first
  const message = `"${tag}" may be read later than "${sooner.tag}", and the story's address is that of "${tag}"; expected "${tag}" published first, or "${sooner.tag}" held back as long`
  return [{ file, ...(line !== undefined && { line }), ...(column !== undefined && { column }), message }]
}

function opens(status: Status): number {
  if (status.state === 'embargoed') return status.until.at
  return status.state === 'draft' ? Infinity : -Infinity
}

/** What a release at that moment leaves out, and the embargoes for which it must wait. */
export async function heldFromRelease(root: string, now: Date): Promise<{ drafts: string[]; embargoes: Problem[] }> {
  const stories = await Promise.all((await listStories(root)).map((id) => statusesOf(root, id)))
  const all = stories.flat()
  return {
    drafts: all.filter(({ status }) => status.state === 'draft').map(({ file }) => file),
    embargoes: all.flatMap(({ status, file, line, column }) =>
      status.state === 'embargoed' ? (embargoProblem({ file, line, column }, status.until, now) ?? []) : [],
    ),
  }
}
