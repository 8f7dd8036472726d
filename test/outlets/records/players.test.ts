import { expect, it } from 'vitest'
import { chartCsv } from '../../../src/outlets/records/index.ts'
import { telling } from '../../charts/story.ts'
import { readRecords } from './reader.ts'

const rows = readRecords(chartCsv(telling, 'player-map'))
const find = (mark: string): Record<string, string> | undefined => rows.find((row) => row.mark === mark)

it('says of a tie between whom it is, how much of it and since when', () => {
  expect(find('tiktok-owns-tokopedia')).toMatchObject({
    player: 'tiktok',
    relation: 'owns',
    to: 'tokopedia',
    'to name': 'Tokopedia',
    'size (percent)': '',
    'stake (percent)': '75.01',
    fact: 'tokopedia-stake-tiktok',
    since: '2024-01-31',
    until: '',
    kind: 'reported',
  })
})

it('says of a player what it is and what sizes its disc', () => {
  expect(find('shopee')).toMatchObject({
    relation: 'platform',
    to: '',
    'size (percent)': '36',
    fact: 'shares-shopee-2022',
    kind: 'estimated',
  })
  expect(find('goto')).toMatchObject({ relation: 'company', 'size (percent)': '', fact: '', kind: '' })
})

it('names the statement with which a company answered', () => {
  expect(find('talks-bukalapak')).toMatchObject({ relation: 'in talks', answer: 'reply-bukalapak', kind: 'claimed' })
})
