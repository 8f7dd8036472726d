import { createDocument, element, serialize } from '#charts'
import type { Face } from './faces.ts'
import { breakLines, setText } from './letters.ts'
import { decimal, Outlines } from './outlines.ts'
import type { Line } from './outlines.ts'
import type { Studio } from './studio.ts'

/** How a paragraph is set. Lengths are pixels; `spacing` is in ems. */
export interface Setting {
  size: number
  face: Face
  fill: string
  /** From baseline to baseline, in ems. */
  leading: number
  spacing?: number
}

/** One picture in the making: what is put on it stands in the order it was put. */
export class Picture {
  readonly studio: Studio
  readonly outlines: Outlines
  readonly #document = createDocument()
  readonly #parts: Element[] = []

  constructor(studio: Studio) {
    this.studio = studio
    this.outlines = new Outlines(studio.faces, (name, attributes, children) => element(this.#document, name, attributes, children))
  }

  put(...parts: Element[]): void {
    this.#parts.push(...parts)
  }

  shape(name: string, attributes: Record<string, string | number>, children: readonly (Element | string)[] = []): Element {
    return element(this.#document, name, attributes, children)
  }

  text(text: string, line: Line): void {
    this.put(...this.outlines.line(text, line))
  }

  lines(text: string, width: number, { size, face, spacing }: Setting): string[] {
    return breakLines(this.studio.faces, text, face, width / size, spacing)
  }

  /**
   * Sets a paragraph.
   *
   * @param top of the box of its first line
   * @returns the foot of the box of its last
   */
  paragraph(lines: readonly string[], x: number, top: number, { leading, ...setting }: Setting): number {
    const height = setting.size * leading
    // Capitals stand in the middle of their line.
    lines.forEach((line, index) => {
      this.text(line, { ...setting, x, y: top + index * height + height / 2 + setting.size * 0.33 })
    })
    return top + lines.length * height
  }

  /** The site's name as its masthead has it, ending in a dot. @returns how wide it is */
  name(name: string, x: number, y: number, size: number): number {
    const { colour, faces } = this.studio
    const setting = { face: 'serif-bold', spacing: -0.01 } as const
    const { width } = setText(faces, name, setting.face, setting.spacing)
    this.text(name, { ...setting, x, y, size, fill: colour('ink') })
    const radius = 0.21
    const dot = x + (width + 0.16 + radius) * size
    this.put(this.shape('circle', { cx: decimal(dot), cy: decimal(y - radius * size), r: decimal(radius * size), fill: colour('accent') }))
    return (width + 0.16 + 2 * radius) * size
  }

  /** The picture as a file. `title` and `about` are what a screen reader says of it. */
  svg(width: number, height: number, title: string, about: string): string {
    const size = { width: decimal(width), height: decimal(height) }
    const root = this.shape(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        viewBox: `0 0 ${size.width} ${size.height}`,
        ...size,
        role: 'img',
      },
      [
        this.shape('title', {}, [title]),
        this.shape('desc', {}, [about]),
        this.outlines.definitions(),
        this.shape('rect', { ...size, fill: this.studio.colour('paper') }),
        ...this.#parts,
      ],
    )
    return serialize(root)
  }
}
