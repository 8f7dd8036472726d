import { drawChart } from '#charts'
import type { Size } from '#charts'
import type { Edition } from '#prose'
import { captionHeight } from './caption.ts'

/** From a width of the frame on, its height is `fixed + ratio × min(width, cap)`; all are pixels but the ratio. */
export interface HeightStep {
  from: number
  fixed: number
  ratio: number
  cap: number
}

/** Room at each side of an embed, and the narrowest figure that is drawn: under it the table stands instead. */
const [padding, narrowest] = [8, 280]
/** Where the stylesheet changes to the wide drawing, and how wide it lets each become. */
const wide = 560
const most: Record<Size, number> = { narrow: 350, wide: 720 }
/** Nothing changes beyond: the longest line of a caption has its room by then, or is as good as there. */
const widest = 1600
/** How much more than is needed, in pixels, may be kept free so that a chart has fewer steps: a line. */
const slack = 25

/**
 * How high the embed of a chart is in each width of its frame, reckoned with letters as wide as those of any of the usual fonts. The embed
 * keeps that height as its least, so that a host can keep it free before the frame is there. Lengths are those of src/styles/embed.css,
 * figure.css, answers.css, players.css and timeline.css.
 */
export function heightSteps(edition: Edition, id: string): HeightStep[] {
  const { telling } = edition
  const drawn = (size: Size): { ratio: number; cap: number } => {
    const [, width = '1', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawChart(telling, id, { size })) ?? []
    return { ratio: Math.ceil((Number(height) / Number(width)) * 1000) / 1000, cap: most[size] + 2 * padding }
  }
  const drawings = { narrow: drawn('narrow'), wide: drawn('wide') }
  const fixedAt = captionHeight(edition, id)
  const steps: HeightStep[] = []
  for (let from = narrowest + 2 * padding; from <= widest; from += 1) {
    const inner = from - 2 * padding
    const { ratio, cap } = drawings[inner < wide ? 'narrow' : 'wide']
    // The drawing takes the width within the padding.
    const fixed = Math.ceil(fixedAt(inner) + 2 * padding * (1 - ratio))
    const last = steps.at(-1)
    if (last?.ratio === ratio && last.fixed >= fixed && last.fixed - fixed < slack) continue
    steps.push({ from, fixed, ratio, cap })
  }
  return steps
}

/** The height that is kept free for an embed in a frame of that width, in whole pixels. */
export function heightAt(steps: readonly HeightStep[], width: number): number {
  const { fixed, ratio, cap } = steps.findLast(({ from }) => from <= width) ?? steps[0] ?? { fixed: 0, ratio: 0, cap: 0 }
  return Math.ceil(fixed + ratio * Math.min(width, cap))
}

/** Declarations that keep the height free as rules of a stylesheet, in as few bytes as may be. */
export function reserveRules(selector: string, steps: readonly HeightStep[]): string {
  let last: HeightStep | undefined
  const rules = steps.map((step) => {
    const changed = [
      `--f:${String(step.fixed)}px`,
      ...(step.ratio === last?.ratio ? [] : [`--r:${String(step.ratio)}`, `--c:${String(step.cap)}px`]),
    ]
    const rule = `:root{${changed.join(';')}}`
    const whole = last ? `@media(width>=${String(step.from)}px){${rule}}` : rule
    last = step
    return whole
  })
  return `${selector}{min-block-size:calc(var(--f) + var(--r)*min(100vw,var(--c)))}${rules.join('')}`
}
