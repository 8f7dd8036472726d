import { answerMarks } from '../browser/tip.ts'
import type { Tip } from '../browser/tip.ts'
import { offerViews, showView, viewsOf } from '../browser/views.ts'
import { tellHeight } from './height.ts'
import { passLinks } from './links.ts'
import { readOptions } from './options.ts'
import { showStatus } from './status.ts'
import { followTheme } from './theme.ts'

/**
 * Starts a chart that stands in a frame of somebody else's page: as its address asks, answering as on its own page, and telling its height.
 *
 * @param enliven what its form can do beside answering for its marks and switching its views
 */
export function startFrame(enliven?: (figure: HTMLElement, tip: Tip) => void): void {
  const box = document.querySelector<HTMLElement>('.box')
  const figure = box?.querySelector('figure')
  if (!box || !figure) return
  const { theme, view, untitled, transparent } = readOptions(location.search, viewsOf(figure))
  const root = document.documentElement
  if (theme) root.style.colorScheme = theme
  root.toggleAttribute('data-transparent', transparent)
  root.toggleAttribute('data-untitled', untitled)
  // Its height was reckoned as it is written.
  if (untitled || view !== undefined) delete box.dataset.reserved
  showView(figure, view)
  const tip = answerMarks(figure)
  offerViews(figure)
  enliven?.(figure, tip)
  tellHeight(box)
  followTheme()
  passLinks()
  showStatus(figure)
}
