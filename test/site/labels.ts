import type { Page } from 'playwright-core'

/** One line of text on a drawing, as a reader's browser drew it. Lengths are pixels on screen. */
interface Label {
  text: string
  note: boolean
  display: boolean
  size: number
  left: number
  right: number
  top: number
  bottom: number
}

/** What a page's drawings have to answer for at one width in one font. */
export interface Report {
  /** How many labels each chart has. */
  measured: Record<string, number>
  faults: string[]
}

/** Measures the labels of every chart that is drawn on the page, as it shows them now and as each of their views does. */
export function measureLabels(page: Page): Promise<Report> {
  return page.evaluate(() => {
    // What letters need above and below their baseline, in ems, whatever the text says.
    const [ascender, descender] = [0.76, 0.22]
    const least = { label: 11.9, note: 11 }
    // A figure on display is meant to be read across the room.
    const most = { label: 16.5, display: 24 }
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) throw new TypeError('invalid canvas: none')

    /** The pieces of a text by the line they stand on: one that says where it is begins a line. */
    function linesOf(text: SVGTextElement): Text[][] {
      const lines: Text[][] = []
      let begin = true
      const visit = (node: Node): void => {
        if (node instanceof Text) {
          if (node.data.trim() === '') return
          const line = begin ? undefined : lines.at(-1)
          if (line) line.push(node)
          else lines.push([node])
          begin = false
          return
        }
        if (node instanceof SVGTSpanElement && ['x', 'y', 'dy'].some((name) => node.hasAttribute(name))) begin = true
        for (const child of node.childNodes) visit(child)
      }
      visit(text)
      return lines
    }

    function measure(line: readonly Text[], scale: number): Label {
      const boxes = line.map((piece) => {
        const parent = piece.parentElement ?? document.body
        const { fontFamily, fontSize, fontWeight } = getComputedStyle(parent)
        const size = Number.parseFloat(fontSize) * scale
        const range = document.createRange()
        range.selectNodeContents(piece)
        const box = range.getBoundingClientRect()
        if (!canvas) throw new TypeError('invalid canvas: none')
        canvas.font = `${fontWeight} 100px ${fontFamily}`
        const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = canvas.measureText('x')
        const baseline = box.top + (box.height * up) / (up + down)
        return { left: box.left, right: box.right, top: baseline - ascender * size, bottom: baseline + descender * size, size, parent }
      })
      return {
        text: line.map((piece) => piece.data).join(''),
        note: boxes.every(({ parent }) => parent.closest('.note') !== null),
        display: boxes.every(({ parent }) => parent.closest('.display') !== null),
        size: Math.min(...boxes.map(({ size }) => size)),
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
        top: Math.min(...boxes.map(({ top }) => top)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      }
    }

    const report: Report = { measured: {}, faults: [] }
    for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) {
      const svg = [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].find((drawing) => drawing.checkVisibility())
      if (!svg) continue
      const [frame, room] = [svg.getBoundingClientRect(), figure.getBoundingClientRect()]
      const scale = frame.width / svg.viewBox.baseVal.width
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        shown: text.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        // Hidden because no view shows it now, and not because the page says something else in its place.
        away: text.closest('.away') !== null,
        views: text.closest('[data-views]')?.getAttribute('data-views')?.split(' '),
        labels: linesOf(text).map((line) => measure(line, scale)),
      }))
      const views = [...new Set(texts.flatMap((text) => text.views ?? []))]
      const together = [
        texts.filter(({ shown }) => shown),
        ...views.map((view) => texts.filter(({ shown, away, views }) => (shown || away) && (views?.includes(view) ?? shown))),
      ].map((group) => group.flatMap(({ labels }) => labels))

      const faults = new Set<string>()
      const px = (length: number): string => `${length.toFixed(1)} px`
      for (const labels of together) {
        for (const [index, label] of labels.entries()) {
          const { text, note, display, size, left, right, top, bottom } = label
          const smallest = note ? least.note : least.label
          if (size < smallest) faults.add(`"${text}" is ${px(size)} high, under ${px(smallest)}`)
          const largest = display ? most.display : most.label
          if (size > largest) faults.add(`"${text}" is ${px(size)} high, over ${px(largest)}`)
          const out = [
            { side: 'left', by: Math.max(frame.left, room.left) - left },
            { side: 'right', by: right - Math.min(frame.right, room.right) },
            { side: 'top', by: Math.max(frame.top, room.top) - top },
            { side: 'bottom', by: bottom - Math.min(frame.bottom, room.bottom) },
          ]
          for (const { side, by } of out) if (by > 0.5) faults.add(`"${text}" leaves the drawing at the ${side} by ${px(by)}`)
          for (const other of labels.slice(index + 1)) {
            const width = Math.min(right, other.right) - Math.max(left, other.left)
            const height = Math.min(bottom, other.bottom) - Math.max(top, other.top)
            if (width > 1 && height > 1) faults.add(`"${text}" and "${other.text}" overlap by ${px(width)} × ${px(height)}`)
          }
        }
      }
      report.measured[figure.id] = together.flat().length
      report.faults.push(...[...faults].map((fault) => `${figure.id}: ${fault}`))
    }
    return report
  })
}
