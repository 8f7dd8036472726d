import type { Font, Glyph } from 'fontkit'
import type { Face, Faces } from './faces.ts'
import { setText } from './letters.ts'

/** Where a line of text stands and how it looks. Lengths are pixels, `y` is the baseline. */
export interface Line {
  x: number
  y: number
  size: number
  face: Face
  fill?: string
  /** A rim round the letters. */
  halo?: { colour: string; width: number }
  /** Between letters, in ems. */
  spacing?: number
}

type Make = (name: string, attributes: Record<string, string>, children?: readonly Element[]) => Element

/**
 * Text as outlines. A picture goes where no font of ours is: what a page shows as `<img>`, a vector editor and a rasteriser take no font
 * from a stylesheet inside a file, or not all of them do, and labels that were placed to a pixel would run into each other in another
 * font. A letter is drawn once for each size of file and used from there; what it says stands in `aria-label`, as vector editors have it.
 */
export class Outlines {
  readonly #faces: Faces
  readonly #make: Make
  readonly #letters = new Map<string, Element>()

  constructor(faces: Faces, make: Make) {
    this.#faces = faces
    this.#make = make
  }

  /** A line of text: a group, or one for its rim and one for itself. */
  line(text: string, { x, y, size, face, fill, halo, spacing = 0 }: Line): Element[] {
    const scale = size / 1000
    const uses = this.#uses(text, face, spacing)
    const transform = `translate(${decimal(x)} ${decimal(y)}) scale(${decimal(scale, 5)})`
    const letters: Record<string, string> = { transform, stroke: 'none', ...(fill !== undefined && { fill }) }
    const rim = halo && {
      transform,
      fill: 'none',
      stroke: halo.colour,
      'stroke-width': decimal(halo.width / scale),
      'stroke-linejoin': 'round',
    }
    return [
      ...(rim ? [this.#make('g', rim, uses)] : []),
      this.#make('g', { 'aria-label': text, ...letters }, rim ? this.#uses(text, face, spacing) : uses),
    ]
  }

  /** The letters that were used, to stand before all that uses them. */
  definitions(): Element {
    const names = [...this.#letters.keys()].sort()
    return this.#make(
      'defs',
      {},
      names.flatMap((name) => this.#letters.get(name) ?? []),
    )
  }

  #uses(text: string, face: Face, spacing: number): Element[] {
    const { letters } = setText(this.#faces, text, face, spacing)
    return letters.flatMap(({ font, glyphs }) =>
      glyphs.flatMap(({ glyph, x }) => {
        const name = this.#letter(face, font, glyph)
        return name === undefined ? [] : [this.#make('use', { 'xlink:href': `#${name}`, ...(x !== 0 && { x: decimal(x) }) })]
      }),
    )
  }

  /** The name of a letter's outline; none where it has no ink. */
  #letter(face: Face, font: Font, glyph: Glyph): string | undefined {
    const name = `${face}${font === this.#faces[face][0] ? '-' : '-x'}${String(glyph.id)}`
    if (!this.#letters.has(name)) {
      const unit = 1000 / font.unitsPerEm
      const d = glyph.path.scale(unit, -unit).toSVG()
      if (d === '') return undefined
      this.#letters.set(name, this.#make('path', { id: name, d: compact(d) }))
    }
    return name
  }
}

function compact(d: string): string {
  return d.replaceAll(/-?\d+\.\d+/g, (number) => decimal(Number(number))).replaceAll(/ (?=-)/g, '')
}

/** A number for an attribute. */
export function decimal(value: number, places = 1): string {
  return String(Number(value.toFixed(places)) + 0)
}
