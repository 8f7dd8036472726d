import { describe, expect, it } from 'vitest'
import { csvText } from '../../../src/outlets/csv.ts'
import { faultsOf, readCsv, readRecords } from './reader.ts'

describe('the reader of these tests', () => {
  it.each(['a,b', 'a\n', 'a"b\r\n', '"a\r\n', '"a"b\r\n', 'a,b\r\nc'])('refuses %j', (text) => {
    expect(() => readCsv(text)).toThrow('invalid CSV')
  })

  it('reads back what was written, however it was quoted', () => {
    const rows = [
      ['a', 'b,c'],
      ['"', '""'],
      ['\r\n', ' '],
      ['’', ''],
    ]
    expect(readCsv(csvText(['x', 'y'], rows))).toEqual([['x', 'y'], ...rows])
    expect(readRecords('a,b\r\n1,"2,5"\r\n')).toEqual([{ a: '1', b: '2,5' }])
  })

  const field = (type: string, constraints?: Record<string, unknown>) => ({ fields: [{ name: 'a', type, constraints }] })
  it.each([
    ['a head that is another', field('string'), 'b\r\n', 'heads are b'],
    ['a word for a number', field('number'), 'a\r\n"1,5"\r\n', 'row 1, a: 1,5 is no number'],
    ['a part for a whole', field('integer'), 'a\r\n1.5\r\n', 'row 1, a: 1.5 is no integer'],
    ['a word for yes', field('boolean'), 'a\r\nyes\r\n', 'row 1, a: yes is no boolean'],
    ['what is missing', field('string', { required: true }), 'a\r\n""\r\n', 'row 1, a: missing'],
    ['what is not in the list', field('string', { enum: ['x'] }), 'a\r\ny\r\n', 'row 1, a: y is not allowed'],
    ['what fits a pattern in part', field('string', { pattern: '[a-z]' }), 'a\r\nxy\r\n', 'row 1, a: xy does not fit [a-z]'],
    ['what is too small', field('number', { minimum: 0 }), 'a\r\n-1\r\n', 'row 1, a: -1 is below 0'],
    ['what is too great', field('number', { maximum: 0 }), 'a\r\n1\r\n', 'row 1, a: 1 is above 0'],
    ['what is there twice', field('string', { unique: true }), 'a\r\nx\r\nx\r\n', 'a is empty or there twice'],
    ['a key that is there twice', { ...field('string'), primaryKey: 'a' }, 'a\r\nx\r\nx\r\n', 'a is empty or there twice'],
    ['a row too long', field('string'), 'a\r\nx,y\r\n', 'row 1 has 2 cells'],
  ])('finds %s', (_, schema, text, fault) => {
    expect(faultsOf(schema, text)).toEqual([fault])
  })

  it('finds nothing where all is well', () => {
    expect(faultsOf({ ...field('number', { required: true }), primaryKey: 'a' }, 'a\r\n1\r\n-2.5e-7\r\n')).toEqual([])
  })
})
