import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { createDocument, drawChart, tableOf } from '#charts'
import type { Size } from '#charts'
import { listStories, readStory } from '#story'
import type { Telling } from '#story'

const root = process.cwd()
const tellings: Telling[] = []
for (const id of await listStories(root)) tellings.push(...(await readStory(root, id)).tellings)
const [first] = tellings
if (!first) throw new TypeError('invalid content: no story; expected one to draw')

/** A drawing by the name of its file: in the first language that a story is told in, without its tag. */
interface Case {
  name: string
  telling: Telling
  id: string
  size: Size
}

const cases: Case[] = tellings.flatMap((telling) => {
  const isFirst = tellings.find(({ story }) => story.id === telling.story.id) === telling
  return Object.keys(telling.story.data.charts).flatMap((id) =>
    (['narrow', 'wide'] as const).map((size) => ({ name: `${id}-${size}${isFirst ? '' : `-${telling.language.tag}`}`, telling, id, size })),
  )
})

const styles = ['../../../src/styles/tokens.css', '../../../src/styles/chart.css', '../snapshot.css']

/** The drawing as a file that a browser opens: one element a line, with the styles of the site. */
function fileOf({ telling, id, size }: Case): string {
  const svg = drawChart(telling, id, { size, indent: '  ' }).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  return [...styles.map((style) => `<?xml-stylesheet href="${style}"?>`), svg, ''].join('\n')
}

it('draws each chart under a name of its own', () => {
  const names = cases.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  expect(names.length).toBeGreaterThanOrEqual(16)
})

it('keeps none on file that nothing draws', () => {
  const files = existsSync('test/output/charts') ? readdirSync('test/output/charts') : []
  expect(files.filter((file) => !cases.some(({ name }) => file === `${name}.svg`))).toEqual([])
})

describe.each(cases)('$name', (drawing) => {
  const { telling, id, size, name } = drawing
  const svg = drawChart(telling, id, { size, indent: '  ' })
  const tags = [...svg.matchAll(/<([a-z][\w-]*)((?:\s[^<>]*?)?)\/?>/gi)].map(([, element = '', attributes = '']) => ({
    element,
    attributes: [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => ({ key, value })),
  }))
  const attributes = tags.flatMap((tag) => tag.attributes)

  it('is the drawing on file', async () => {
    await expect(fileOf(drawing)).toMatchFileSnapshot(`../output/charts/${name}.svg`)
  })

  it('draws something, and says so in text', () => {
    expect(tags.length).toBeGreaterThan(10)
    expect(tags.filter(({ element }) => element === 'text').length).toBeGreaterThan(2)
  })

  it('has an element a line and no number finer than a tenth of a pixel', () => {
    // White space inside text is drawn, so what holds text stays on one line.
    const crowded = svg.split('\n').filter((line) => !/^\s*<t(?:ext|span)\b/.test(line) && (line.match(/<(?!\/)/g)?.length ?? 0) > 1)
    expect(crowded).toEqual([])
    const fine = attributes.filter(({ key, value }) => !key.startsWith('data-') && /\d\.\d{2}/.test(value))
    expect(fine).toEqual([])
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/)
  })

  it('leaves colour, style and ids to the page', () => {
    expect(tags.filter(({ element }) => ['style', 'script', 'use', 'image', 'foreignObject'].includes(element))).toEqual([])
    const own = attributes.filter(({ key }) => ['id', 'style', 'href', 'xlink:href'].includes(key) || key.startsWith('on'))
    expect(own).toEqual([])
    const painted = attributes.filter(
      ({ key, value }) =>
        ['fill', 'stroke', 'color', 'stop-color'].includes(key) && !/^(?:none|currentColor|inherit|var\(--[\w-]+\))$/.test(value),
    )
    expect(painted).toEqual([])
  })

  it('marks only what its table has a row for', () => {
    const rows = tableOf(telling, id).rows.flatMap(({ mark }) => mark ?? [])
    const marks = new Set(attributes.filter(({ key }) => key === 'data-mark').map(({ value }) => value))
    expect(marks.size).toBeGreaterThan(0)
    expect(rows).toEqual([...new Set(rows)])
    if (rows.length > 0) expect([...marks].filter((mark) => !rows.includes(mark))).toEqual([])
  })
})

test.each(cases.filter(({ size }) => size === 'wide'))(
  '$name has a finding for a title, a line on what is measured, and words for who cannot see it',
  ({ telling, id }) => {
    const { title, dek, alt } = telling.words.charts[id] ?? {}
    for (const words of [title, dek, alt]) {
      expect(words).toMatch(/\S.{12,}/)
      expect(words).not.toContain('To be written')
    }
    expect(title).not.toMatch(/[.:]$/)
    expect(alt).toMatch(/\.$/)
    expect(alt).not.toMatch(/^(?:(?:an?|the|this) )?(?:\w+ )?(?:chart|graph|map|picture|image|drawing) (?:of|shows|showing)/i)
    expect(tableOf(telling, id).rows.length).toBeGreaterThan(1)
  },
)

it('draws alike in any document, whatever was drawn there before', () => {
  const shared = createDocument()
  for (const { telling, id, size } of [...cases, ...cases.toReversed()])
    expect(drawChart(telling, id, { size, document: shared })).toBe(drawChart(telling, id, { size, document: createDocument() }))
})

it('draws the same bytes in another process', () => {
  const script = `
    import { drawChart } from '#charts'
    import { listStories, readStory } from '#story'
    const drawings = []
    for (const story of await listStories(process.cwd()))
      for (const telling of (await readStory(process.cwd(), story)).tellings)
        for (const id of Object.keys(telling.story.data.charts))
          for (const size of ['narrow', 'wide']) drawings.push(drawChart(telling, id, { size, indent: '  ' }))
    console.log(JSON.stringify(drawings))`
  // Another zone and locale as well: a machine’s own must not show.
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env, maxBuffer: 2 ** 26 })
  const elsewhere = JSON.parse(output) as string[]
  expect(elsewhere).toEqual(cases.map(({ telling, id, size }) => drawChart(telling, id, { size, indent: '  ' })))
})

test.each(tellings)('all drawings of $story.id in $language.name weigh 26 kB together, compressed', (telling) => {
  const drawings = cases.filter((drawing) => drawing.telling === telling).map(({ id, size }) => drawChart(telling, id, { size }))
  const bytes = brotliCompressSync(drawings.join('\n'), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  expect(bytes).toBeGreaterThan(1000)
  expect(bytes).toBeLessThanOrEqual(26_000)
})
