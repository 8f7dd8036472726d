import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { frozenDate, latestFrozen } from '../../src/outlets/frozen.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'frozen-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function freeze(...segments: string[]): void {
  const folder = path.join(root, 'public', 'frozen', ...segments)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '')
}

it('finds nothing where nothing was frozen', () => {
  expect(latestFrozen('tiny', 'growth', undefined, root)).toBeUndefined()
  mkdirSync(path.join(root, 'public', 'frozen', 'tiny', 'growth'), { recursive: true })
  expect(latestFrozen('tiny', 'growth', undefined, root)).toBeUndefined()
})

it('finds the copy of the latest day', () => {
  freeze('tiny', 'growth', '2026-02-01-ffff')
  freeze('tiny', 'growth', '2026-11-26-0a1b')
  freeze('tiny', 'growth', '2025-12-31-zzzz')
  freeze('tiny', 'other', '2027-01-01-0000')
  expect(latestFrozen('tiny', 'growth', undefined, root)).toBe('/frozen/tiny/growth/2026-11-26-0a1b/')
})

it('takes no other folder, file or unfinished copy for one', () => {
  freeze('tiny', 'growth', '2026-02-01-ffff')
  freeze('tiny', 'growth', 'latest')
  freeze('tiny', 'growth', '2026-03-01')
  mkdirSync(path.join(root, 'public/frozen/tiny/growth/2026-04-01-abcd'))
  writeFileSync(path.join(root, 'public/frozen/tiny/growth/2026-05-01-abcd'), '')
  expect(latestFrozen('tiny', 'growth', undefined, root)).toBe('/frozen/tiny/growth/2026-02-01-ffff/')
})

it('finds the copies of a language under its segment, and only those', () => {
  freeze('tiny', 'growth', '2026-02-01-ffff')
  freeze('tiny', 'fr', 'growth', '2026-01-01-eeee')
  expect(latestFrozen('tiny', 'growth', 'fr', root)).toBe('/frozen/tiny/fr/growth/2026-01-01-eeee/')
  expect(latestFrozen('tiny', 'growth', 'id', root)).toBeUndefined()
})

it('reads the day from an address, and refuses another', () => {
  expect(frozenDate('/base/frozen/tiny/growth/2026-11-26-0a1b/')).toBe('2026-11-26')
  expect(() => frozenDate('/frozen/tiny/growth/')).toThrow('invalid address of a copy: /frozen/tiny/growth/; expected /frozen/…/DATE-HASH/')
})

it('finds the later of two copies of one day by the moment in their data', () => {
  const moments = { '2026-02-01-ffff': '2026-02-01T08:00:00.000Z', '2026-02-01-0000': '2026-02-01T09:00:00.000Z' }
  for (const [copy, frozen] of Object.entries(moments)) {
    freeze('tiny', 'growth', copy)
    writeFileSync(path.join(root, 'public', 'frozen', 'tiny', 'growth', copy, 'growth.json'), JSON.stringify({ frozen }))
  }
  expect(latestFrozen('tiny', 'growth', undefined, root)).toBe('/frozen/tiny/growth/2026-02-01-0000/')
})
