import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { narrowPolicy } from '../../src/outlets/policy.ts'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (scripts: string, styles: string): string =>
  `<head><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${scripts}; style-src 'self'${styles};"><style>a{}</style></head><body><script>
let b
</script><script type="module" src="/c.js"></script></body>`

describe('the security policy of a page', () => {
  it('keeps the hashes of what stands in the page, to the last space, and drops the others', () => {
    const own = page(` ${hash('\nlet b\n')}`, ` ${hash('a{}')}`)
    expect(narrowPolicy(page(` ${hash('let b')} ${hash('\nlet b\n')} ${hash('other')}`, ` ${hash('a{}')} ${hash('b{}')}`))).toBe(own)
    expect(narrowPolicy(own)).toBe(own)
  })

  it('is left alone where it names no hash, and so is a page without one', () => {
    expect(narrowPolicy(page('', ''))).toBe(page('', ''))
    expect(narrowPolicy(`<p>${hash('other')}</p>`)).toBe(`<p>${hash('other')}</p>`)
  })
})
