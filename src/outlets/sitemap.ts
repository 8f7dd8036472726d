import { listLanguages, listStories } from '#story'

/** A page of the sitemap with its translations. */
interface Listed {
  url: string
  links?: { lang: string; url: string }[] | undefined
}

/**
 * What the sitemap lists, and under each page of a story the same page in its other languages. It is asked for all pages before it is told
 * of one, so that no link leads to a page that was not built.
 *
 * @param root the project's folder
 * @param home absolute address of the site
 */
export function sitemapOf(root: string, home: string): { filter: (page: string) => boolean; serialize: (item: Listed) => Promise<Listed> } {
  const built = new Set<string>()
  let languages: Promise<Map<string, string[]>> | undefined
  return {
    filter: (page) => {
      built.add(page)
      return !/\/404\/$|\/embed\/[^/]+\/$/.test(page)
    },
    serialize: async (item) => {
      languages ??= readLanguages(root)
      const links = translationsOf(item.url.slice(home.length), await languages)
        .map(({ lang, path }) => ({ lang, url: `${home}${path}` }))
        .filter(({ url }) => built.has(url))
      // One that is in one language only stands twice: by its own, and for readers of any other.
      return links.length > 2 ? { ...item, links } : item
    },
  }
}

async function readLanguages(root: string): Promise<Map<string, string[]>> {
  const ids = await listStories(root)
  return new Map(await Promise.all(ids.map(async (id) => [id, await listLanguages(root, id)] as const)))
}

/** The same page of a story in every language of the story, and for readers of no other in its first. */
export function translationsOf(path: string, languages: ReadonlyMap<string, readonly string[]>): { lang: string; path: string }[] {
  const [story = '', second = '', ...rest] = path.split('/')
  const tags = languages.get(story) ?? []
  const [first] = tags
  if (first === undefined) return []
  const page = tags.indexOf(second) > 0 ? rest : [second, ...rest]
  const addressIn = (tag: string): string => [story, ...(tag === first ? [] : [tag]), ...page].join('/')
  return [...tags.map((tag) => ({ lang: tag, path: addressIn(tag) })), { lang: 'x-default', path: addressIn(first) }]
}
