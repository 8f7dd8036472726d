import { describe, expect, it } from 'vitest'
import { messageOf } from '../../src/embed/status.ts'

describe('the message of a status', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a string', 'corrected'],
    ['a list', ['corrected']],
    ['an empty object', {}],
    ['a chart that is current', { status: 'current' }],
    ['no message', { status: 'corrected' }],
    ['a message that is no string', { status: 'corrected', message: { toString: 'Corrected.' } }],
  ])('is none of %s', (_, answer) => {
    expect(messageOf(answer)).toBeUndefined()
  })

  it.each(['corrected', 'superseded', 'withdrawn'])('is told of a chart that was %s', (status) => {
    expect(messageOf({ status, message: 'The value for 2023 was wrong.', url: '/about/#corrections' })).toEqual({
      message: 'The value for 2023 was wrong.',
      url: '/about/#corrections',
    })
  })

  it.each([
    ['of another site', 'https://other.example/'],
    ['that only looks like ours', '//other.example/'],
    ['that browsers read as another site', '/\\other.example/'],
    ['that browsers read as another site without what they leave out', '/\t/other.example/'],
    ['that runs', 'javascript:alert(1)'],
    ['relative to the page', 'about/'],
    ['that is no string', { href: '/about/' }],
    ['that is not there', undefined],
  ])('has no link to an address %s', (_, url) => {
    expect(messageOf({ status: 'corrected', message: 'Corrected.', url })).toEqual({ message: 'Corrected.', url: undefined })
  })
})
