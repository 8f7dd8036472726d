import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A project of its own with one small story, for commands to work on. */
export interface Folder {
  root: string
  /** Writes files of the story, the ones not named as they were; what else was in it is gone. */
  write: (files?: Partial<Record<'data.ts' | `${string}.mdx` | `${string}.yaml`, string>>) => Promise<void>
  remove: () => Promise<void>
}

/** A story that builds, in short lines. */
export const story = {
  'data.ts': `import { defineStory } from '#story'

export default defineStory({
  published: '2024-01-01',
  updated: '2024-01-01',
  sources: {
    report: { publisher: 'A Firm', title: 'A report', language: 'en' },
  },
  facts: {
    shops: {
      value: 4e6,
      unit: 'businesses',
      asOf: '2023',
      kind: 'reported',
      source: 'report',
    },
  },
  series: {},
  charts: {
    dots: { form: 'counts', dot: 1e6, fields: [{ count: 'shops' }] },
  },
})
`,
  'en.mdx': `---
title: A headline
standfirst: A sentence under it.
---

<Section id="shops" title="Many shops">

There are <Fact id="shops" /> of them.

<Chart id="dots" />

</Section>
`,
  'en.yaml': `facts:
  shops: Shops

charts:
  dots:
    title: '{shops} shops'
    dek: Shops, in millions
    alt: There are {shops} shops.
    labels:
      dot: shops
      measure: What is counted
      amount: Shops
      date: When
      kind: How it is known
      shops: shops
`,
}

/** Copies the project without its stories, borrows its libraries and puts the small story in. */
export async function createFolder(): Promise<Folder> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'pasar-')))
  for (const part of ['src', 'public', 'content/site.ts', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    await cp(part, path.join(root, part), { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'), 'dir')
  const content = path.join(root, 'content', 'tiny')
  await mkdir(content)

  const write: Folder['write'] = async (files = {}) => {
    const wanted = { ...story, ...files }
    // Whoever watches the folder sees no more change than there is.
    for (const name of await readdir(content)) if (!(name in wanted)) await rm(path.join(content, name))
    for (const [name, text] of Object.entries(wanted)) await writeFile(path.join(content, name), text)
  }
  await write()
  return { root, write, remove: () => rm(root, { recursive: true, force: true }) }
}

/** The environment of a person at a terminal: none of what a test runner sets. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }
}
