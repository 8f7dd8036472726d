import { expect, it } from 'vitest'
import { chartCsv } from '../../../src/outlets/records/index.ts'
import { telling } from '../../charts/story.ts'
import { readRecords } from './reader.ts'

const rows = readRecords(chartCsv(telling, 'player-places'))

it('says in degrees where a company is run from, and who says so', () => {
  expect(rows.find(({ mark }) => mark === 'blibli')).toEqual({
    mark: 'blibli',
    name: 'Blibli',
    place: 'kudus',
    'place name': 'Kudus',
    'latitude (degrees)': '-6.8',
    'longitude (degrees)': '110.8',
    sources: 'global-digital-niaga-prospectus-2022-10',
  })
})

it('leaves empty what no source says', () => {
  const { mark, name, ...rest } = rows.find((row) => row.mark === 'tiktok-shop') ?? {}
  expect([mark, name]).toEqual(['tiktok-shop', 'TikTok Shop'])
  expect([...new Set(Object.values(rest))]).toEqual([''])
})
