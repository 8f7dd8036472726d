import { expect, it } from 'vitest'
import { readContent } from '#prose'
import { citationOf } from '../../src/outlets/citation.ts'

const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')
const [edition] = editions
const url = 'https://pasar.example/indonesia-ecommerce/charts/market-growth/'

it('names publisher, chart, story, date and address, and whose the figures are', () => {
  const title = edition.telling.words.charts['market-growth']?.title ?? ''
  const [year, month, day] = edition.telling.story.data.updated.split('-')
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
  const date = `${String(Number(day))} ${months[Number(month) - 1] ?? ''} ${year ?? ''}`
  expect(citationOf(edition, 'market-growth', url)).toBe(
    `Pasar, “${title}”, in “${edition.frontmatter.title}”, updated ${date}, ${url}. Figures belong to their sources.`,
  )
})

it('refuses a chart that is not there', () => {
  expect(() => citationOf(edition, 'nothing', url)).toThrow('unknown chart nothing')
})
