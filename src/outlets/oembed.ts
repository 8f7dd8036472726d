import { site } from '../../content/site.ts'

/** What those who unfold a link are told of a chart: oEmbed 1.0, https://oembed.com. */
export interface Oembed {
  version: '1.0'
  type: 'rich'
  title: string
  provider_name: string
  provider_url: string
  /** Seconds for which the answer may be kept. */
  cache_age: number
  html: string
  width: number
  height: number
  thumbnail_url: string
  thumbnail_width: number
  thumbnail_height: number
}

/** Where a chart is, in absolute addresses. */
interface Places {
  /** The chart's own page. */
  page: string
  embed: string
  /** Its picture of 1200 × 630 pixels. */
  card: string
  /** The site. */
  home: string
}

/** Pixels of the column that the answer is for: it is a file, so it is the same whatever `maxwidth` is asked for. */
export const oembedWidth = 600

/**
 * The oEmbed answer for a chart.
 *
 * @param title the chart's title
 * @param height pixels of the embed in a column of 600
 */
export function oembedOf(title: string, height: number, { page, embed, card, home }: Places): Oembed {
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: site.name,
    provider_url: home,
    cache_age: 86_400,
    html: markup(title, height, page, embed),
    width: oembedWidth,
    height,
    thumbnail_url: card,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  }
}

/**
 * WordPress keeps of a stranger's answer only links, quotations and frames, without style, class or id. It wants the quotation first, which
 * stands where the frame may not, and the frame closed by its own tag with nothing in it. It makes no frame higher than 1000 pixels: so
 * scrolling is not forbidden, though it would keep that too, or nobody could read what is below.
 */
function markup(title: string, height: number, page: string, embed: string): string {
  const quotation = `<blockquote><a href="${escape(page)}">${escape(title)}</a></blockquote>`
  const frame = `<iframe src="${escape(embed)}" width="${String(oembedWidth)}" height="${String(height)}" frameborder="0" marginwidth="0" marginheight="0" title="${escape(title)}"></iframe>`
  return quotation + frame
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
