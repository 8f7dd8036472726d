import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { htmlFiles } from './pages.ts'

const browser = useBrowser()
const scripts = ['src/browser', 'src/embed']
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  // What a comment says is not made.
  .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

/** Pages that share a stylesheet. */
const kinds = Object.entries(
  Object.groupBy(htmlFiles(), (file) =>
    file.includes('/charts/') ? 'chart pages' : file.includes('/') && !['about/', 'embed/'].includes(file) ? 'stories' : 'plain pages',
  ),
)

describe.each(kinds)('the styles of %s', (_, files = []) => {
  it('are all for something that is there, or that a script puts there', async () => {
    const unused: string[][] = []
    for (const file of files)
      unused.push(
        await withPage(browser(), {}, async (page) => {
          await page.goto(`${inject('site')}${file}`)
          return page.evaluate((made) => {
            const names = new Set(made.match(/[\w-]+/g))
            const dead: string[] = []
            const isThere = (selector: string): boolean => {
              // What a reader does comes and goes, as states do; the element it is done to is there.
              const still = selector
                .replaceAll(/:not\((\[open\]|:hover|:focus-visible)\)|\[(open|hidden)\]|:empty/g, '')
                .replaceAll(/[~^$*|]?=("[^"]*"|[\w-]+)\]/g, ']')
                .replaceAll(/(?<=^|[\s>+~(,])(::[\w-]+|:(hover|focus-visible|focus|target|dir\([^)]*\)))+/g, '*')
                .replaceAll(/::[\w-]+|:(hover|focus-visible|focus|target|dir\([^)]*\))/g, '')
              if (document.querySelector(still)) return true
              // What a script puts there stands in its text; the rest of the selector must be on the page.
              const parts = still.match(/\.[\w-]+|\[[\w-]+|(?<=^|[\s>+~(,])[a-z][\w-]*/g) ?? []
              const isMade = (part: string): boolean => {
                const name = part.replace(/^\.|^\[(data-)?/, '').replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
                return /^[a-z]/.test(part)
                  ? made.includes(`('${part}'`) || made.includes(`Element('${part}'`)
                  : names.has(name) || names.has(part.slice(1))
              }
              return (
                parts.some(isMade) &&
                parts.every((part) => isMade(part) || document.querySelector(part.startsWith('[') ? `${part}]` : part))
              )
            }
            const visit = (rules: CSSRuleList): void => {
              for (const rule of rules)
                if (rule instanceof CSSStyleRule) {
                  const selectors = rule.selectorText.split(/,(?![^(]*\))/).map((selector) => selector.trim())
                  // Of elements that are set back together one is enough.
                  if (!selectors.some(isThere)) dead.push(rule.selectorText)
                } else if (rule instanceof CSSGroupingRule) visit(rule.cssRules)
            }
            for (const sheet of document.styleSheets) visit(sheet.cssRules)
            return dead
          }, scripts)
        }),
      )
    expect((unused[0] ?? []).filter((selector) => unused.every((each) => each.includes(selector)))).toEqual([])
  })
})
