import { heightAt } from './heights.ts'
import type { HeightStep } from './heights.ts'
import { element, escapeText, styleString } from './markup.ts'
import { oembedWidth } from './oembed.ts'
import type { Offer } from './offer.ts'

/** Ground and colours that an editor chooses; without one the chart follows the page it stands in. */
export type Theme = 'light' | 'dark'

/** Column widths, in pixels, at which a frame of one height shows a chart whole. */
const columns = [300, 330, 510, 660, 930, 1200]

/**
 * What an editor pastes once: heights for every column, a picture that links to the chart, and the script that puts the frame in its place.
 * The picture stands in the room that the frame will take, so that nothing moves when it comes, and nothing if it never does.
 */
export function snippet(offer: Offer, theme?: Theme): string {
  const script = element('script', { async: true, src: offer.script }, '')
  return [element('style', {}, chartStyle(offer, theme)), chartElement(offer, theme), script].join('\n')
}

/** The part of a snippet that becomes the frame. */
export function chartElement(offer: Offer, theme?: Theme): string {
  const heights = offer.heights.map(({ from, fixed, ratio, cap }) => [from, fixed, ratio, cap].join(' ')).join(', ')
  return element('pasar-chart', { src: embedAddress(offer, theme), heights }, `\n  ${linkedPicture(offer, theme)}\n`)
}

/**
 * A stylesheet that keeps the height of a frame free in a column of any width, told by the column itself, so that it holds wherever the
 * snippet is pasted; it speaks of one chart only, so that it leaves the others on the page alone.
 */
export function chartStyle(offer: Offer, theme?: Theme): string {
  let last: HeightStep | undefined
  const rules = offer.heights.map((step) => {
    const { from, fixed, ratio, cap } = step
    const changed = [
      `--f:${String(fixed)}px`,
      ...(ratio === last?.ratio ? [] : [`--r:${String(ratio)}`]),
      ...(cap === last?.cap ? [] : [`--c:${String(cap)}px`]),
    ].join(';')
    const isFirst = last === undefined
    last = step
    return isFirst ? `${changed};` : `@container(width>=${String(from)}px){${changed}}`
  })
  return (
    `pasar-chart[src=${styleString(embedAddress(offer, theme))}]{display:block;container-type:inline-size;` +
    `&>*{display:block;block-size:calc(var(--f) + var(--r)*min(100cqi,var(--c)));${rules.join('')}}` +
    '& img{display:block;inline-size:100%;block-size:100%;margin:0;object-fit:contain;object-position:0 0}}'
  )
}

/**
 * A frame that needs no script where the browser knows `frame-sizing`; elsewhere it is high enough for every common column. The height of
 * the attribute would win over what is in the frame, and one of the style would be read by browsers that only know the one thing: whether
 * they know the other they are asked.
 */
export function plainIframe(offer: Offer, theme?: Theme): string {
  const { height, ...rest } = frame(offer, theme)
  const style = `border:0;frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:${String(height)}px)`
  return element('iframe', { ...rest, height, loading: 'lazy', style }, '')
}

/** What is left of a frame where its style is taken out. */
export function bareIframe(offer: Offer, theme?: Theme): string {
  return element('iframe', frame(offer, theme), '')
}

/** The picture of a chart that leads to its place in the story: what is left of the snippet where scripts are taken out. */
export function linkedPicture(offer: Offer, theme?: Theme): string {
  const { width, height } = offer.pictureSize
  const image = element('img', { src: pictureAddress(offer, theme), alt: offer.alt, width, height, loading: 'lazy' })
  return element('a', { href: offer.place }, image)
}

/** What WordPress makes of the address of a chart's page, and keeps of it. */
export function wordPressEmbed(offer: Offer): string {
  const quotation = element('blockquote', {}, element('a', { href: offer.page }, escapeText(offer.title)))
  const { embed: src, title } = offer
  const [width, height] = [oembedWidth, heightAt(offer.heights, oembedWidth)]
  return quotation + element('iframe', { src, width, height, title, sandbox: 'allow-scripts', security: 'restricted' }, '')
}

/** The frame of the copy that never changes, where there is one. */
export function frozenIframe(offer: Offer): string | undefined {
  return offer.frozen && plainIframe({ ...offer, embed: offer.frozen.address })
}

/** Address of a chart's embed with the theme that it is to keep. */
export function embedAddress({ embed }: Pick<Offer, 'embed'>, theme?: Theme): string {
  return theme === undefined ? embed : `${embed}?theme=${theme}`
}

function pictureAddress({ picture, darkPicture }: Offer, theme?: Theme): string {
  return theme === 'dark' ? darkPicture : picture
}

function frame(offer: Offer, theme?: Theme) {
  const height = Math.max(...columns.map((column) => heightAt(offer.heights, column)))
  return { src: embedAddress(offer, theme), title: offer.title, width: '100%', height, frameborder: 0 }
}
