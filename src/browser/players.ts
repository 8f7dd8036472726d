import { followAddress, pushAddress } from './address.ts'
import { gapTo, shownDrawing } from './figure.ts'
import type { Point } from './figure.ts'
import { about, sentenceOf } from './players-about.ts'
import { afterPaint } from './paint.ts'
import { offerKinds } from './players-kinds.ts'
import { concerned, follow } from './players-ties.ts'
import type { Tie } from './players-ties.ts'
import type { Tip } from './tip.ts'
import { showView } from './views.ts'

/** How far from a disc or its name, in pixels, a press still means it. */
const reach = 16

/**
 * Lets a reader of a map choose a player or a kind of tie: what it concerns stands out, and a panel says what is known of the player. The
 * choice is in the address. Arrow keys go along ties.
 */
export function enliven(figure: HTMLElement, tip: Tip): void {
  const drawing = figure.querySelector<HTMLElement>('.drawing')
  const select = figure.querySelector<HTMLSelectElement>('.choose select')
  if (!drawing || !select) return
  const rows = [...figure.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => ({ row, id: row.id.slice(figure.id.length + 1) }))
  const ties = rows.flatMap(({ row, id }): Tie[] => {
    const { tie, from = '', to = '' } = row.dataset
    return tie === undefined ? [] : [{ id, tie, from, to }]
  })
  const isTie = new Set(ties.map(({ id }) => id))
  const kinds = new Set(ties.map(({ tie }) => tie))
  const rowsById = new Map(rows.map(({ row, id }) => [id, row]))
  // All parts of both drawings by what they stand for: looked up anew, each would be a search of the whole map at every choice.
  const parts = Map.groupBy(drawing.querySelectorAll<SVGElement>('svg [data-mark]'), ({ dataset: { mark = '' } }) => mark)
  const players = new Set(rows.flatMap(({ id }) => (isTie.has(id) || !parts.has(id) ? [] : id)))
  for (const id of players) select.append(new Option(rowsById.get(id)?.cells[0]?.textContent.trim(), id))

  const panel = Object.assign(document.createElement('section'), { className: 'about', hidden: true })
  const name = document.createElement('strong')
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: figure.dataset.close ?? '' })
  let text = document.createElement('div')
  panel.append(name, close, text)
  figure.querySelector('.source')?.before(panel)
  const pressKind = offerKinds(figure, drawing, (kind) => {
    choose(kind)
  })
  const scene = drawing.closest<HTMLElement>('.scene')
  const states = [...drawing.querySelectorAll('[data-state]')].map((state) => {
    const nodes = [...state.querySelectorAll<SVGElement>('[data-mark]')]
    const marks = nodes.map(({ classList, dataset: { mark = '' } }) => ({ classList, mark }))
    return { marks, drawn: ties.filter(({ id }) => marks.some(({ mark }) => mark === id)) }
  })
  let choice: string | undefined
  let raised = 0

  /** Shows what a choice concerns, where it was made by the reader or by an address. */
  function show(next: string | undefined): void {
    choice = next
    figure.toggleAttribute('data-choice', choice !== undefined)
    pressKind(choice)
    const player = choice !== undefined && players.has(choice) ? choice : undefined
    if (select) select.value = player ?? ''
    const focused = panel.contains(document.activeElement)
    panel.hidden = player === undefined
    if (panel.hidden) raise(0)
    if (focused && panel.hidden) drawing?.focus({ preventScroll: true })
    if (player !== undefined) tell(player)
    const state = choice === undefined ? undefined : stateOf(choice)
    if (state !== undefined) showView(figure, state)
    for (const { marks, drawn } of states) {
      const meant = choice === undefined ? undefined : concerned(drawn, choice)
      for (const { classList, mark } of marks) {
        classList.toggle('meant', meant?.has(mark) ?? false)
        classList.toggle('chosen', mark === choice)
      }
    }
  }

  /** The first part that stands for a mark and is not hidden by a view. */
  function shownPart(mark: string): SVGElement | undefined {
    return parts.get(mark)?.find((part) => !part.closest('.away'))
  }

  /** A view that has what is chosen, where the one shown does not. */
  function stateOf(id: string): string | undefined {
    const marks = kinds.has(id) ? ties.filter(({ tie }) => tie === id).map((tie) => tie.id) : [id]
    if (marks.some((mark) => shownPart(mark))) return undefined
    return marks.map((mark) => parts.get(mark)?.[0]?.dataset.views?.split(' ')[0]).find((view) => view !== undefined)
  }

  function tell(player: string): void {
    const row = rowsById.get(player)
    if (!row) return
    const order = [...kinds]
    const own = ties
      .filter(({ from, to }) => from === player || to === player)
      // Who owns it comes first, then what it owns, then the other kinds.
      .sort((a, b) => order.indexOf(a.tie) - order.indexOf(b.tie) || Number(b.to === player) - Number(a.to === player))
      .flatMap(({ id }) => rowsById.get(id) ?? [])
    name.textContent = row.cells[0]?.textContent.trim() ?? ''
    panel.ariaLabel = name.textContent
    // A new one is at its top without being asked, which would lay out the page.
    const fresh = document.createElement('div')
    fresh.append(...about(row, own))
    text.replaceWith(fresh)
    text = fresh
    tip.say([name.textContent, ...own.map(sentenceOf)].join('. '))
  }

  /** The same again takes a choice back. */
  function choose(next: string | undefined): void {
    const chosen = next === choice ? undefined : next
    if (chosen === choice) return
    show(chosen)
    const part = chosen ?? figure.dataset.view
    pushAddress(part === undefined ? `#${figure.id}` : `#${figure.id}/${part}`)
  }

  select.addEventListener('change', () => {
    const { value } = select
    // Of choices that follow one another faster than they are shown, the last counts.
    afterPaint(() => {
      if (select.value === value && value !== choice) choose(value || undefined)
    })
  })
  close.addEventListener('click', () => {
    choose(undefined)
  })
  // A touch that chooses a player is told by the panel; to say the numbers first, and take them back, would only be slow.
  figure.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerType === 'touch' && playerAt(event) !== undefined) event.stopPropagation()
    },
    { capture: true },
  )
  drawing.addEventListener('click', (event) => {
    // A disc shows at once that it was pressed; what its choice changes takes a slow phone longer than a finger waits.
    const pressed = event.target instanceof Element ? event.target.closest<SVGElement>('[data-mark]') : null
    if (players.has(pressed?.dataset.mark ?? '')) pressed?.classList.add('chosen')
    afterPaint(() => {
      const player = playerAt(event)
      if (player === undefined) return
      tip.point(undefined)
      choose(player)
      reveal(player)
    })
  })
  drawing.addEventListener('keydown', (event) => {
    const mark = tip.current()
    if (event.target !== drawing || !['Enter', ' '].includes(event.key) || mark === undefined || !players.has(mark)) return
    event.preventDefault()
    choose(mark)
  })
  figure.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') choose(undefined)
  })
  tip.steer((key, from) => {
    const places = new Map(
      [...players].flatMap((id): [string, Point][] => {
        const disc = shownPart(id)?.querySelector('circle')
        return disc ? [[id, { x: disc.cx.baseVal.value, y: disc.cy.baseVal.value }]] : []
      }),
    )
    const shown = ties.filter(({ id }) => shownPart(id))
    return follow(key, from ?? choice, places, shown)
  })
  followAddress(({ place, part }) => {
    if (place !== figure.id) return
    show(part !== undefined && (players.has(part) || kinds.has(part)) ? part : undefined)
    // The browser went to the row of the table.
    if (choice === undefined || isSeen(drawing)) return
    figure.scrollIntoView({ behavior: 'instant' })
    reveal(choice)
  })

  /** The player whose disc or name was pressed. */
  function playerAt(press: MouseEvent): string | undefined {
    const svg = press.target instanceof Element && !press.target.closest('button') ? shownDrawing(figure) : undefined
    const near = [...(svg?.querySelectorAll<SVGElement>('[data-mark]:not(.away, .away *)') ?? [])]
      .filter(({ dataset: { mark = '' } }) => players.has(mark))
      .flatMap((part) =>
        [...part.querySelectorAll('circle, text')].map((node) => ({ part, gap: gapTo(node.getBoundingClientRect(), press) })),
      )
      .filter(({ gap }) => gap < reach)
      .sort((a, b) => a.gap - b.gap)
    return near[0]?.part.dataset.mark
  }

  /**
   * What was chosen stays in sight of the panel that tells of it: the page scrolls, or a drawing that sticks to the screen goes up, as
   * behind the edge of a window.
   */
  function reveal(player: string | undefined): void {
    const disc = shownDrawing(figure)?.querySelector(`[data-mark="${player ?? ''}"]:not(.away, .away *) circle`)
    const covered = (disc?.getBoundingClientRect().bottom ?? 0) + reach - panel.getBoundingClientRect().top
    if (panel.hidden || covered <= 0) return
    const style = scene && getComputedStyle(scene)
    const free = scene && style?.position === 'sticky' ? scene.getBoundingClientRect().top + raised - Number.parseFloat(style.top) : covered
    scrollBy({ top: Math.min(covered, free) })
    if (covered > free) raise(covered - free)
  }

  function raise(by: number): void {
    const before = raised
    raised = by === 0 ? 0 : raised + by
    if (!scene || before === raised) return
    const [from, to] = [before, raised].map((rise) => ({
      translate: `0 ${String(-rise)}px`,
      clipPath: `inset(${String(rise)}px -0.5rem 0)`,
    }))
    Object.assign(scene.style, raised === 0 ? { translate: '', clipPath: '' } : to)
    if (from && to && matchMedia('(prefers-reduced-motion: no-preference)').matches)
      scene.animate([from, to], { duration: 300, easing: 'ease' })
  }
}

function isSeen(node: Element): boolean {
  const { top, bottom } = node.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
