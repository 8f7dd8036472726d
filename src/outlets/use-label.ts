import type { Edition, Use } from '#prose'

/** What a place that uses a fact is called, in the language of the edition. */
export function useLabel({ telling, frontmatter, outline }: Edition, use: Use): string {
  const { language, words } = telling
  const titleOf = (chart: string): string => words.charts[chart]?.title ?? chart
  switch (use.kind) {
    case 'front matter':
      return language.ledger[use.field === 'title' ? 'headline' : 'standfirst']
    case 'prose': {
      const title = outline.sections.find(({ id }) => id === use.section)?.title ?? frontmatter.title
      const view = use.step && words.charts[use.step.chart]?.views[use.step.view]
      return view === undefined ? title : title + language.colon + view
    }
    case 'chart':
      return titleOf(use.chart)
    case 'words': {
      const [noun = '', id = ''] = use.of
      if (noun === 'charts') return language.ledger.wordsOf(titleOf(id))
      if (noun === 'facts') return telling.nameFact(id)
      return (noun === 'events' ? words.events[id] : undefined) ?? (noun === 'players' ? words.players[id] : undefined) ?? frontmatter.title
    }
    case 'derived':
      return telling.nameFact(use.fact)
  }
}
