import { expect, it } from 'vitest'
import { defineStory, storySchema } from '#story'

// That a misspelt id is an error of types is tested with the compiler in test/content.

it('returns the declaration as it was written', () => {
  const declaration = {
    published: '2024-01-01',
    updated: '2024-01-01',
    sources: { report: { publisher: 'A Firm', title: 'A report', language: 'en' } },
    facts: { users: { value: 1e6, unit: 'accounts', asOf: '2023', kind: 'reported', source: 'report' } },
    series: {},
    charts: {},
  } as const
  expect(defineStory(declaration)).toBe(declaration)
})

it('takes what the build takes', () => {
  const story = defineStory({
    published: '2024-01-01',
    updated: '2024-01-01',
    sources: { report: { publisher: 'A Firm', title: 'A report', language: 'en' } },
    facts: { users: { value: [1e6, 2e6], unit: 'accounts', asOf: '2023', kind: 'reported', source: ['report'] } },
    derived: { daily: { method: 'perDay', of: 'parcels' } },
    series: {
      volume: { unit: 'parcels', scope: 'here', points: { parcels: { value: 365, period: '2023', kind: 'estimated', source: 'report' } } },
    },
    charts: { heaps: { form: 'volumes', amounts: ['daily'] } },
  })
  expect(storySchema.safeParse(story).success).toBe(true)
})
