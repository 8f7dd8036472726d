import { crc32, inflateSync } from 'node:zlib'

/** A PNG as the pictures are: with a palette, unfiltered. */
export interface Decoded {
  width: number
  height: number
  /** Red, green and blue of a pixel, 0 to 255. */
  rgb: (x: number, y: number) => number[]
  /** How light a pixel is, 0 to 255. */
  light: (x: number, y: number) => number
}

/** Reads a PNG of ours, and every check sum in it. */
export function decodePng(png: Buffer): Decoded {
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    if (crc32(body) !== png.readUInt32BE(at + 8 + length))
      throw new TypeError(`invalid PNG: the sum of what stands at ${String(at)} is wrong`)
    parts.set(body.subarray(0, 4).toString('latin1'), body.subarray(4))
    at += 12 + length
  }
  const part = (name: string): Buffer => parts.get(name) ?? Buffer.alloc(0)
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)]
  const rows = inflateSync(part('IDAT'))
  const palette = part('PLTE')
  const lightness = Array.from({ length: palette.length / 3 }, (_, place) => {
    const [red = 0, green = 0, blue = 0] = palette.subarray(place * 3)
    return (red + green + blue) / 3
  })
  const placeOf = (x: number, y: number): number => rows[y * (width + 1) + 1 + x] ?? 0
  return {
    width,
    height,
    rgb: (x, y) => [...palette.subarray(placeOf(x, y) * 3, placeOf(x, y) * 3 + 3)],
    light: (x, y) => lightness[placeOf(x, y)] ?? 0,
  }
}
