import { describe, expect, it } from 'vitest'
import { amountColumns } from '../../../src/outlets/records/amounts.ts'
import type { Amount } from '../../../src/outlets/records/amounts.ts'

function columnsOf(...amounts: (Amount | undefined)[]): Record<string, unknown> {
  const columns = amountColumns('value', amounts, (amount) => amount)
  return Object.fromEntries(columns.map(({ name, cell }) => [name, amounts.map(cell)]))
}

describe('the columns of amounts', () => {
  it('are none where nothing is counted', () => {
    expect(columnsOf()).toEqual({})
    expect(columnsOf(undefined)).toEqual({})
  })

  it('say the unit in their heads and keep nought', () => {
    expect(columnsOf({ value: 0, unit: 'USD' }, undefined)).toEqual({ 'value (USD)': [0, undefined] })
  })

  it('keep people and per cent apart, so that nobody adds them up', () => {
    expect(columnsOf({ value: 10, unit: 'people' }, { value: 5, unit: 'percent' })).toEqual({
      'value (people)': [10, undefined],
      'value (percent)': [undefined, 5],
    })
  })

  it('give the ends of a range columns of their own', () => {
    expect(columnsOf({ value: [20, 30], unit: 'percent' }, { value: 5, unit: 'percent' })).toEqual({
      'value (percent)': [undefined, 5],
      'value low (percent)': [20, undefined],
      'value high (percent)': [30, undefined],
    })
    expect(Object.keys(columnsOf({ value: [20, 30], unit: 'percent' }))).toEqual(['value low (percent)', 'value high (percent)'])
  })
})
