import { crc32, deflateSync } from 'node:zlib'

/** Pixels as four bytes each (red, green, blue, alpha), row by row. */
export interface Pixels {
  width: number
  height: number
  bytes: Uint8Array
}

/**
 * A PNG of at most 256 colours, a third of the size of one with all of them: a chart has few, and the many between two of them, on the
 * rims of letters, are the nearest of those that are seen most. What is transparent is not kept so.
 */
export function encodePng({ width, height, bytes }: Pixels): Buffer {
  const colours = new Uint32Array(width * height)
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const at = pixel * 4
    const colour = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    colours[pixel] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const kept = [...counts]
    .sort(([one, often], [other, oftener]) => oftener - often || one - other)
    .slice(0, 256)
    .map(([colour]) => colour)
  const palette = Uint8Array.from(kept.flatMap(channels))
  const places = new Map(kept.map((colour, place) => [colour, place]))
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(colour, palette))

  const rows = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < colours.length; pixel++) rows[pixel + Math.floor(pixel / width) + 1] = places.get(colours[pixel] ?? 0) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, which name a place in the palette.
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** The place of the colour in a palette, its channels one after another, that is nearest to one. */
function nearest(colour: number, palette: Uint8Array): number {
  const [red, green, blue] = channels(colour)
  let [place, least] = [0, Infinity]
  for (let at = 0; at < palette.length; at += 3) {
    const distance = ((palette[at] ?? 0) - red) ** 2 + ((palette[at + 1] ?? 0) - green) ** 2 + ((palette[at + 2] ?? 0) - blue) ** 2
    if (distance < least) [place, least] = [at / 3, distance]
  }
  return place
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
