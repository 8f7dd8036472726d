import { afterEach, expect, test, vi } from 'vitest'
import { findChromium } from '../../src/commands/chromium.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('CHROMIUM_PATH comes before any other browser', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
})

test('a CHROMIUM_PATH that leads nowhere is an error that names it', () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/browser')
  expect(() => findChromium()).toThrow('invalid CHROMIUM_PATH: /no/such/browser; expected the path of a Chromium or Chrome program')
})
