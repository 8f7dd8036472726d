import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readContent, staleFacts } from '#prose'
import { replaceIn } from '../../story/tiny.ts'

const files = {
  'data.ts': `const defineStory = (story) => story

export default defineStory({
  published: '2024-01-01',
  updated: '2024-01-01',
  sources: { report: { publisher: 'A Firm', title: 'A report', language: 'en' } },
  facts: {
    shops: {
      value: 4e6,
      unit: 'businesses',
      asOf: '2023',
      kind: 'reported',
      source: 'report',
    },
    markets: { value: 6e6, unit: 'businesses', asOf: '2023', kind: 'reported', source: 'report' },
    stalls: { value: 9e6, unit: 'businesses', asOf: '2023', kind: 'reported', source: 'report' },
  },
  derived: {
    places: { method: 'sum', of: ['shops', 'markets'] },
  },
  series: {
    trade: {
      unit: 'USD',
      scope: 'here',
      points: {
        'trade-2022': { value: 4e9, period: '2022', kind: 'reported', source: 'report' },
        'trade-2023': { value: 5e9, period: '2023', kind: 'reported', source: 'report' },
      },
    },
  },
  charts: {
    dots: { form: 'counts', dot: 1e6, fields: [{ count: 'markets' }] },
  },
})
`,
  'en.mdx': `---
title: A headline
standfirst: It was {trade-2023}.
---

<Section id="shops" title="Many shops">

There are <Fact id="places" /> of them, and <Fact id="shops" /> shops.

<Chart id="dots" />

</Section>
`,
  'en.yaml': `facts:
  shops: Shops
  markets: Markets
  stalls: Stalls
  places: Places
series:
  trade: Trade
scopes:
  here: Here
charts:
  dots:
    title: '{markets} markets, {trade-2022} in trade'
    dek: Markets
    alt: There are {markets} markets.
    labels:
      dot: markets
      measure: What is counted
      amount: Markets
      date: When
      kind: How it is known
      markets: markets
`,
}

let root: string

function git(day: string, ...args: string[]): void {
  const date = `${day}T12:00:00Z`
  const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b.example', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b.example' }
  // A rebase makes every commit as new as itself; when it was written stays.
  const env = { PATH: process.env.PATH, HOME: root, ...who, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2024-06-01T12:00:00Z' }
  execFileSync('git', args, { cwd: root, env, stdio: 'pipe' })
}

function commit(day: string): void {
  git(day, 'add', '-A')
  git(day, 'commit', '-qm', 'A change')
}

async function edit(name: keyof typeof files, ...changes: [from: string, to: string][]): Promise<void> {
  const file = path.join(root, 'content/tiny', name)
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    changes.reduce((changed, [from, to]) => replaceIn(changed, from, to), text),
  )
}

/** What is stale, as `FILE:LINE:COLUMN ID CHANGED WRITTEN`. */
async function stale(): Promise<string[]> {
  const { stale: found, untold } = await staleFacts(root, [await readContent(root, 'tiny')])
  expect(untold).toBeUndefined()
  return found.map(
    ({ file, line, column, id, changed, written }) =>
      `${file.replace('content/tiny/', '')}:${String(line)}:${String(column)} ${id} ${changed ?? 'now'} ${written}`,
  )
}

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'pasar-stale-')))
  await mkdir(path.join(root, 'content/tiny'), { recursive: true })
  await mkdir(path.join(root, 'src/pages'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, 'content/tiny', name), text)
  git('2024-01-01', 'init', '-q')
  commit('2024-01-01')
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('words are stale', () => {
  it('never when they are as old as the data, or when nothing is committed', async () => {
    expect(await stale()).toEqual([])
    await rm(path.join(root, '.git'), { recursive: true })
    git('2024-01-01', 'init', '-q')
    expect(await stale()).toEqual([])
  })

  it('where a fact changed after them, with what is worked out from it, until they are touched', async () => {
    await edit('data.ts', ['value: 4e6', 'value: 5e6'])
    commit('2024-02-01')
    expect(await stale()).toEqual(['en.mdx:8:11 places 2024-02-01 2024-01-01', 'en.mdx:8:45 shops 2024-02-01 2024-01-01'])
    await edit('en.yaml', ['dek: Markets', 'dek: Markets of all kinds'])
    commit('2024-02-02')
    expect(await stale()).toEqual([])
  })

  it('where it stands in braces or is a mark of a chart', async () => {
    await edit('data.ts', ['value: 4e9', 'value: 4.5e9'], ['value: 5e9', 'value: 5.5e9'], ['value: 6e6', 'value: 7e6'])
    commit('2024-02-01')
    expect(await stale()).toEqual([
      'en.mdx:8:11 places 2024-02-01 2024-01-01',
      'en.mdx:3:13 trade-2023 2024-02-01 2024-01-01',
      'en.yaml:12:12 markets 2024-02-01 2024-01-01',
      'en.yaml:12:12 trade-2022 2024-02-01 2024-01-01',
    ])
  })

  it('by a change that is not committed yet, unless they are changed as well', async () => {
    await edit('data.ts', ['value: 5e9', 'value: 6e9'])
    expect(await stale()).toEqual(['en.mdx:3:13 trade-2023 now 2024-01-01'])
    await edit('en.mdx', ['of them', 'of these'])
    expect(await stale()).toEqual([])
  })

  it('by the unit of a series', async () => {
    await edit('data.ts', ["unit: 'USD'", "unit: 'IDR'"])
    commit('2024-02-01')
    expect(await stale()).toEqual(['en.mdx:3:13 trade-2023 2024-02-01 2024-01-01', 'en.yaml:12:12 trade-2022 2024-02-01 2024-01-01'])
  })

  it('by nothing that says no more than before: a fact they do not use, another field, spaces, a new line above', async () => {
    await edit(
      'data.ts',
      ['value: 9e6', 'value: 8e6'],
      ["      source: 'report',\n    },", "      source: 'report',\n      approximate: false,\n    },"],
      ["unit: 'businesses',\n      asOf", "unit:   'businesses',\n      asOf"],
      ["updated: '2024-01-01'", "updated: '2024-02-01'"],
      ['  facts: {', '  // What is counted.\n  facts: {'],
    )
    commit('2024-02-01')
    expect(await stale()).toEqual([])
  })
})

describe('that cannot be told', () => {
  const untold = async (): Promise<string | undefined> => (await staleFacts(root, [await readContent(root, 'tiny')])).untold

  it('without git', async () => {
    await rm(path.join(root, '.git'), { recursive: true })
    expect(await untold()).toBe('there is no git history here')
  })

  it('from a history that is cut short', async () => {
    await edit('data.ts', ['value: 4e6', 'value: 5e6'])
    commit('2024-02-01')
    const whole = root
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'pasar-stale-')))
    git('2024-02-01', 'clone', '-q', '--depth=1', `file://${whole}`, root)
    await mkdir(path.join(root, 'src/pages'), { recursive: true })
    expect(await untold()).toBe('the history is cut short (git fetch --unshallow brings the rest)')
    await rm(whole, { recursive: true })
  })
})
