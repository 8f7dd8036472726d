import { tellHeight } from '../../../src/embed/height.ts'
import { followTheme } from '../../../src/embed/theme.ts'

/*
 * The least a chart in a frame can be: text that is higher where it is narrower, and a table to open. `?lines=N` says how much text;
 * `?drawing` adds what is higher where it is wider; `?ratchet` makes it grow whenever its frame does, as an embed with a height in `vh` would.
 */

const box = document.querySelector<HTMLElement>('.box')
const text = document.querySelector('.text')
const asked = new URLSearchParams(location.search)
if (text)
  text.textContent = 'Twelve words that wrap somewhere, depending on how wide this column is. '.repeat(Number(asked.get('lines') ?? 8))
document.documentElement.style.colorScheme = asked.get('theme') ?? ''
if (asked.has('drawing') && box) box.append(Object.assign(document.createElement('div'), { className: 'drawing' }))
if (asked.has('ratchet') && box) addEventListener('resize', () => (box.style.minHeight = `${String(innerHeight + 40)}px`))
if (box) tellHeight(box)
followTheme()
