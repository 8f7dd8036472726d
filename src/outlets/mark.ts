import { createHash } from 'node:crypto'

/** The style of the mark on what is not published. It is written where there is a mark, so that no published page carries it. */
export const markStyle =
  '.unpublished{margin:0;padding:.6rem 1rem;background:var(--color-accent);color:var(--color-paper);font:600 1rem/1.35 var(--font-sans);text-align:center;position:sticky;inset-block-start:0;z-index:9}'

/** What a page's policy must name for the style to count. */
export const markHash = `sha256-${createHash('sha256').update(markStyle).digest('base64')}` as const
