import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, inject, it } from 'vitest'
import type { DataPackage } from '../../src/outlets/data-package.ts'
import type { FactList } from '../../src/outlets/fact-list.ts'
import { interfaceWords } from '#language'
import { faultsOf, readRecords } from '../outlets/records/reader.ts'
import type { Schema } from '../outlets/records/reader.ts'
import { htmlFiles, readBuilt } from './pages.ts'

const builds = [
  { name: 'at the root', folder: inject('folder'), home: 'https://pasar.example/', base: '/' },
  { name: 'under a path', folder: inject('subpathFolder'), home: 'https://news.example/desk/pasar/', base: '/desk/pasar/' },
]

describe.each(builds)('the numbers as files, $name', ({ folder, home, base }) => {
  const charts = htmlFiles(folder).filter((file) => file.includes('/charts/'))
  const read = (file: string): string => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(folder, file)))
  const storyOf = (chart: string): string => chart.replace(/charts\/.*/, '')

  it('are there for charts', () => {
    expect(charts.length).toBeGreaterThan(7)
  })

  it.each(charts)('are those of the marks that the embed of /%s draws', (chart) => {
    const rows = readRecords(read(`${chart.slice(0, -1)}.csv`))
    const { document } = parseHTML(readBuilt(chart.replace('/charts/', '/embed/'), folder))
    const drawn = new Set([...document.querySelectorAll('svg [data-mark]')].map((node) => node.getAttribute('data-mark')))
    const tabled = [...document.querySelectorAll('table [id], .numbers [id]')].map(({ id }) => id)
    expect(drawn.size).toBeGreaterThan(3)
    expect([...drawn].filter((mark) => !rows.some((row) => row.mark === mark))).toEqual([])
    // What is on no drawing has its row in the table.
    expect(rows.filter(({ mark = '' }) => !drawn.has(mark) && !tabled.some((id) => id.endsWith(mark)))).toEqual([])
  })

  it.each(charts)('are offered on /%s with how to name them', (chart) => {
    const { document } = parseHTML(readBuilt(chart, folder))
    const links = [...document.querySelectorAll('.files a')].map((link) => link.getAttribute('href'))
    const [stem, story] = [`${base}${chart.slice(0, -1)}`, `${base}${storyOf(chart)}`]
    expect(links).toEqual([`${stem}.csv`, `${stem}.json`, `${story}facts.json`, `${story}datapackage.json`])
    const text = document.querySelector('.files')?.textContent.replaceAll(/[ \n]+/g, ' ') ?? ''
    const { data } = interfaceWords(document.documentElement.lang)
    expect(text).toContain(`CSV, JSON. ${data.story} ${data.facts}, ${data.package}.`)
    expect(text).toMatch(/[“«]/)
    expect(text).toContain(document.querySelector('h1')?.textContent.replaceAll(/[ \n]+/g, ' '))
    expect(text).toContain(`${home}${chart}. ${data.rights}`)
  })

  it.each(charts)('are the distribution of the dataset that /%s is', (chart) => {
    const { document } = parseHTML(readBuilt(chart, folder))
    const { '@graph': things } = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as {
      '@graph': { '@type': string; distribution?: unknown; creditText?: string }[]
    }
    const dataset = things.find((thing) => thing['@type'] === 'Dataset')
    const stem = `${home}${chart.slice(0, -1)}`
    expect(dataset?.distribution).toEqual([
      { '@type': 'DataDownload', contentUrl: `${stem}.csv`, encodingFormat: 'text/csv' },
      { '@type': 'DataDownload', contentUrl: `${stem}.json`, encodingFormat: 'application/json' },
    ])
    expect(dataset?.creditText).toBe(document.querySelector('.citation')?.textContent)
  })

  const stories = [...new Set(charts.map(storyOf))]
  it.each(stories)('are a package in /%s whose sheets are there, to the byte, and fit their schemas', (story) => {
    const { resources, homepage } = JSON.parse(read(`${story}datapackage.json`)) as DataPackage
    expect(homepage).toBe(`${home}${story}`)
    expect(resources.map((resource) => `${story}${resource.path}`).sort()).toEqual(
      charts.filter((chart) => storyOf(chart) === story).map((chart) => `${chart.slice(0, -1)}.csv`),
    )
    for (const resource of resources) {
      const file = readFileSync(path.join(folder, story, resource.path))
      expect(faultsOf(resource.schema as unknown as Schema, file.toString())).toEqual([])
      expect([file.length, `sha256:${createHash('sha256').update(file).digest('hex')}`]).toEqual([resource.bytes, resource.hash])
    }
  })

  it.each(stories)('agree with the list of facts in /%s', (story) => {
    const { facts } = JSON.parse(read(`${story}facts.json`)) as FactList
    const known = new Map(facts.map((fact) => [fact.id, fact]))
    const rows = charts.filter((chart) => storyOf(chart) === story).flatMap((chart) => readRecords(read(`${chart.slice(0, -1)}.csv`)))
    const told = rows.filter(({ fact = '' }) => fact !== '')
    expect(told.length).toBeGreaterThan(50)
    for (const row of told) {
      const { value, unit = '' } = known.get(row.fact ?? '') ?? {}
      expect(
        [`value (${unit})`, `size (${unit})`, `stake (${unit})`].map((head) => row[head] ?? ''),
        row.fact,
      ).toContain(String(value))
    }
  })
})

it('is the same bytes wherever the site is built for, but for the addresses in the package', () => {
  const files = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/charts\/[^/]+\.(?:csv|json)$|\/facts\.json$/.test(file.replaceAll(path.sep, '/')))
    .sort()
  expect(files.length).toBeGreaterThan(16)
  const [atRoot, under] = builds.map(({ folder }) => files.map((file) => readFileSync(path.join(folder, file), 'base64')))
  expect(under).toEqual(atRoot)
})
