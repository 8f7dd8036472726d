import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readContent } from '#prose'
import { dataPackageOf } from '../../src/outlets/data-package.ts'
import { chartCsv } from '../../src/outlets/records/index.ts'
import { faultsOf } from './records/reader.ts'
import type { Schema } from './records/reader.ts'

const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')
const [edition] = editions
const described = dataPackageOf(edition, 'indonesia-ecommerce', 'https://desk.example/indonesia-ecommerce/', 'https://desk.example/')

// The rules are those of Tabular Data Package 1.0, read off the specification.
describe('the data package', () => {
  it('has what the profile demands', () => {
    expect(described.profile).toBe('tabular-data-package')
    expect(described.name).toMatch(/^[a-z0-9._/-]+$/)
    expect(described.resources.length).toBe(Object.keys(edition.telling.story.data.charts).length)
    for (const { name, path } of described.licenses)
      expect([name, path]).toEqual(['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'])
  })

  it('says that figures belong to their sources, and names every one of them', () => {
    expect(described.licenses[0]?.title).toBe('CC BY 4.0. Figures belong to their sources.')
    expect(described.sources.length).toBeGreaterThan(20)
    for (const { title, path } of [...described.sources, ...described.resources.flatMap(({ sources = [] }) => sources)]) {
      expect(title).toMatch(/^.+: .+$/)
      if (path !== undefined) expect(path).toMatch(/^https?:\/\//)
    }
    const titles = new Set(described.sources.map(({ title }) => title))
    expect(described.resources.flatMap(({ sources = [] }) => sources).filter(({ title }) => !titles.has(title))).toEqual([])
  })

  it('is told apart by its name alone from the same story in another language', () => {
    const { name, ...rest } = dataPackageOf(edition, 'indonesia-ecommerce-fr', described.homepage, 'https://desk.example/')
    expect({ ...rest, name: 'indonesia-ecommerce' }).toEqual(described)
    expect(name).toBe('indonesia-ecommerce-fr')
  })

  it('is the same every time', () => {
    const again = dataPackageOf(edition, described.name, described.homepage, 'https://desk.example/')
    expect(JSON.stringify(again)).toBe(JSON.stringify(described))
  })
})

describe.each(described.resources)('the resource $name', (resource) => {
  const text = chartCsv(edition.telling, resource.name)

  it('has what the profile demands', () => {
    expect(resource).toMatchObject({ profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' })
    expect(resource.name).toMatch(/^[a-z0-9._/-]+$/)
    // From the package, never above it.
    expect(resource.path).toBe(`charts/${resource.name}.csv`)
    expect(resource.sources).not.toEqual([])
    expect(new Set(resource.schema.fields.map(({ name }) => name)).size).toBe(resource.schema.fields.length)
  })

  it('describes the sheet to the byte', () => {
    expect(resource.bytes).toBe(Buffer.from(text).length)
    expect(resource.hash).toBe(`sha256:${createHash('sha256').update(Buffer.from(text)).digest('hex')}`)
  })

  it('has a table schema that its sheet fits, and that a changed sheet does not', () => {
    const schema = JSON.parse(JSON.stringify(resource.schema)) as Schema
    expect(faultsOf(schema, text)).toEqual([])
    const [head = '', first = '', ...rest] = text.split('\r\n')
    expect(faultsOf(schema, [head, first, first, ...rest].join('\r\n'))).toEqual([`${resource.schema.primaryKey} is empty or there twice`])
    expect(faultsOf(schema, [head, first.replace(/^[^,]+/, 'Not an id'), ...rest].join('\r\n'))).not.toEqual([])
  })
})
