import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readAllContent } from '#prose'
import { unknown } from '#story'
import { statusName } from '../outlets/addresses.ts'
import { chartDataOf } from '../outlets/chart-data.ts'
import { correctionsOfChart } from '../outlets/corrections.ts'
import { build } from './build.ts'
import { isMain, reportAndExit } from './report.ts'

/** A copy of a chart that never changes. */
export interface Frozen {
  /** Its folder, from the project's. */
  folder: string
  /** Whether it was made now; the same content is not frozen twice. */
  made: boolean
}

/**
 * Makes a copy of a chart's embed, with its picture and its numbers, whose address never changes and which no later edit of the data touches.
 *
 * @param root the project's folder
 * @param tag the language of the copy; that in which the story is told first unless given
 * @param now the moment it is made
 * @throws RangeError a story, chart or language that is not there
 * @throws ContentError with every problem in what people wrote
 */
export async function freeze(root: string, storyId: string, chart: string, tag?: string, now = new Date()): Promise<Frozen> {
  const contents = await readAllContent(root, 'release')
  const content = contents.find(({ story }) => story.id === storyId)
  if (!content)
    throw new RangeError(
      unknown(
        'story',
        storyId,
        contents.map(({ story }) => story.id),
      ),
    )
  const { charts } = content.story.data
  if (!(chart in charts)) throw new RangeError(unknown('chart', chart, Object.keys(charts)))
  const tags = content.editions.map(({ telling }) => telling.language.tag)
  const edition = content.editions[tag === undefined ? 0 : tags.indexOf(tag)]
  if (!edition) throw new RangeError(unknown('language', tag ?? '', tags))

  await build(root, now)
  const story = [storyId, ...(edition === content.editions[0] ? [] : [edition.telling.language.tag])]
  const built = (...segments: string[]): Promise<Buffer> => readFile(path.join(root, 'dist', ...story, ...segments))
  const data = chartDataOf(edition.telling, chart)
  const files: Record<string, Buffer | string> = {
    'index.html': standAlone(
      (await built('embed', chart, 'index.html')).toString(),
      [...story, 'charts', chart],
      correctionsOfChart(edition.telling, chart)[0]?.id,
    ),
    [`${chart}.svg`]: await built('charts', `${chart}.svg`),
    [`${chart}.png`]: await built('charts', `${chart}.png`),
  }
  const hash = createHash('sha256').update(JSON.stringify(data))
  for (const [name, file] of Object.entries(files)) hash.update(name).update(file)
  const digest = hash.digest('hex').slice(0, 10)

  const place = path.join('public', 'frozen', ...story, chart)
  const copies = existsSync(path.join(root, place)) ? readdirSync(path.join(root, place)) : []
  const known = copies.find((copy) => copy.endsWith(`-${digest}`))
  if (known !== undefined) return { folder: path.join(place, known), made: false }
  const folder = path.join(place, `${now.toISOString().slice(0, 10)}-${digest}`)
  await mkdir(path.join(root, folder), { recursive: true })
  for (const [name, file] of Object.entries(files)) await writeFile(path.join(root, folder, name), file)
  // Its moment tells which of a day's copies is the latest, and is no part of what was frozen.
  await writeFile(path.join(root, folder, `${chart}.json`), `${JSON.stringify({ frozen: now.toISOString(), ...data }, null, 2)}\n`)
  return { folder, made: true }
}

/**
 * An embed that stands at another address: its links lead to the chart's page from there, under whatever path the site is served, and it asks
 * what became of the chart since the last correction that it has in it.
 */
function standAlone(html: string, page: readonly string[], since: string | undefined): string {
  // A copy lies in frozen/, in folders of the story and the chart, and in its own.
  const up = '../'.repeat(page.length + 1)
  const copy = html
    .replace(/<base href="[^"]*"/, `<base href="${up}${page.join('/')}/"`)
    .replace(/<link rel="alternate"[^>]*>/, '')
    .replace(/(?<= data-status="[^"]*)status\.json(?=")/, statusName(since))
  if (copy === html) throw new TypeError('invalid embed: it has no base; expected one to put the address of its page in')
  return copy
}

if (isMain(import.meta.url)) {
  const [story, chart, tag] = process.argv.slice(2)
  if (story === undefined || chart === undefined) {
    console.error('invalid call: expected npm run freeze -- STORY CHART, such as npm run freeze -- indonesia-ecommerce market-growth')
    process.exit(1)
  }
  await freeze(process.cwd(), story, chart, tag).then(({ folder, made }) => {
    console.log(made ? `Frozen: ${folder}` : `Nothing has changed since it was frozen: ${folder}`)
    console.log(
      `Its address is /${path.posix.join(...folder.split(path.sep).slice(1))}/; commit the folder, and it is served from the next release on.`,
    )
  }, reportAndExit)
}
