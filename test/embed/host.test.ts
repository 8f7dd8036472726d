import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundleClassic } from '../../src/embed/bundle.ts'

const { code } = await bundleClassic(path.resolve('src/embed/host.ts'))

describe('the script of other people’s pages', () => {
  it('is at most 2,000 bytes', () => {
    const bytes = brotliCompressSync(code).length
    console.log(`embed.js: ${String(bytes)} bytes`)
    expect(bytes).toBeLessThanOrEqual(2000)
  })

  it('runs where a page lets nothing be evaluated, written into it or styled by attribute', () => {
    expect(code).not.toMatch(
      /\beval\b|Function\(|innerHTML|outerHTML|document\.write|insertAdjacentHTML|setAttribute\(.style|cssText|import\(/,
    )
  })
})
