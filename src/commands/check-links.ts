import { site } from '../../content/site.ts'
import { readAllContent } from '#prose'
import type { StoryContent } from '#prose'
import { linkStates } from './link-state.ts'
import type { LinkState } from './link-state.ts'
import { isMain, reportAndExit } from './report.ts'

/** An address that the site gives its readers, and what it is there for. */
export interface OutsideLink {
  address: string
  /** `indonesia-ecommerce: reuters-2023-11-13`, or the same with `(archive)` after it. */
  from: string
}

/** Every address outside the site that stands in its data: of sources, of their copies in archives, and of the licence. */
export function outsideLinks(contents: readonly Pick<StoryContent, 'story'>[]): OutsideLink[] {
  return [
    { address: site.licence.url, from: 'the licence of the site' },
    ...contents.flatMap(({ story }) =>
      Object.entries(story.data.sources).flatMap(([id, { url, archive }]) => [
        ...(url === undefined ? [] : [{ address: url, from: `${story.id}: ${id}` }]),
        ...(archive === undefined ? [] : [{ address: archive, from: `${story.id}: ${id} (archive)` }]),
      ]),
    ),
  ]
}

const headings = {
  dead: 'Dead: no page answers',
  moved: 'Moved for good: the new address can be written down',
  refused: 'Refused: a person may be let in',
} as const

/** What was found, for a person at a terminal: the worst first, each address once with all that names it, and last the counts. */
export function printStates(links: readonly OutsideLink[], states: readonly LinkState[]): string {
  const named = Map.groupBy(links, ({ address }) => address)
  const lists = (['dead', 'moved', 'refused'] as const).flatMap((state) => {
    const found = states.filter((one) => one.state === state)
    return found.length === 0 ? [] : [[headings[state], ...found.map((one) => lineOf(one, named.get(one.address) ?? []))].join('\n')]
  })
  const count = (state: LinkState['state']): string => `${String(states.filter((one) => one.state === state).length)} ${state}`
  const counts = `${String(states.length)} ${states.length === 1 ? 'address' : 'addresses'}: ${[count('alive'), count('moved'), count('refused'), count('dead')].join(', ')}.`
  return [...lists, counts].join('\n\n')
}

function lineOf({ address, status, to }: LinkState, links: readonly OutsideLink[]): string {
  const lead = to === undefined ? '' : `\n    leads to ${to}`
  return `  ${String(status)} ${address}${lead}\n    ${links.map(({ from }) => from).join('\n    ')}`
}

if (isMain(import.meta.url)) {
  const unknown = process.argv.slice(2)
  if (unknown.length > 0) {
    console.error(`unknown argument "${unknown.join(' ')}"; npm run check:links takes none`)
    process.exit(1)
  }
  const contents = await readAllContent(process.cwd()).catch(reportAndExit)
  const links = outsideLinks(contents)
  const addresses = [...new Set(links.map(({ address }) => address))]
  console.log(printStates(links, await linkStates(addresses, { timeout: 20_000 })))
}
