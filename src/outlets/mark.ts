import { createHash } from 'node:crypto'

/** The style of the mark on an embed that is not published. It is written where there is a mark, so that nothing published carries it. */
export const markStyle =
  '.unpublished{margin:0;padding:.6rem 1rem;background:var(--color-accent);color:var(--color-paper);font:600 1rem/1.35 var(--font-sans);text-align:center}'

/** On a page it stays in sight, and on paper it is on every sheet. */
export const pageMarkStyle = `${markStyle}.unpublished{position:fixed;inset-block-end:0;inset-inline:0;z-index:9}body{padding-block-end:4rem}`

/** What a page's policy must name for the style to count. */
export const pageMarkHash = `sha256-${createHash('sha256').update(pageMarkStyle).digest('base64')}` as const
