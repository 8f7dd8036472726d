import { describe, expect, test } from 'vitest'
import { concerned, follow, neighbours } from '../../src/browser/players-ties.ts'

// A hub in the middle, an owner above it, three partners below, the owner of one of them, and a pair that nothing ties to the rest.
const places = new Map([
  ['owner', { x: 0, y: -50 }],
  ['hub', { x: 0, y: 0 }],
  ['left', { x: -60, y: 80 }],
  ['middle', { x: 0, y: 100 }],
  ['right', { x: 60, y: 80 }],
  ['parent', { x: 60, y: 140 }],
  ['one', { x: 200, y: 0 }],
  ['other', { x: 240, y: 0 }],
])
const tie = (from: string, to: string, kind = 'owns') => ({ id: `${from}-${to}`, tie: kind, from, to })
const ties = [
  tie('owner', 'hub'),
  tie('hub', 'left', 'in-talks'),
  tie('hub', 'middle', 'in-talks'),
  tie('hub', 'right', 'in-talks'),
  tie('parent', 'right'),
  tie('one', 'other'),
]
const walk = (from: string, ...keys: string[]): (string | undefined)[] => {
  let at: string | undefined = from
  return keys.map((key) => (at = follow(key, at, places, ties)))
}

describe('follow', () => {
  test('an arrow goes along the tie that lies most in its direction', () => {
    expect(walk('hub', 'ArrowDown')).toEqual(['middle'])
    expect(walk('hub', 'ArrowUp')).toEqual(['owner'])
    expect(walk('right', 'ArrowDown', 'ArrowUp', 'ArrowUp')).toEqual(['parent', 'right', 'hub'])
  })

  test('where no tie leads that way it goes to one that is tied to the same player', () => {
    expect(walk('middle', 'ArrowLeft')).toEqual(['left'])
    expect(walk('middle', 'ArrowRight')).toEqual(['right'])
  })

  test('where nobody lies that way it leads nowhere', () => {
    expect(walk('owner', 'ArrowUp')).toEqual([undefined])
    expect(walk('other', 'ArrowRight')).toEqual([undefined])
  })

  test('a player that cannot be seen is never gone to', () => {
    const seen = new Map([...places].filter(([id]) => id !== 'middle'))
    expect(follow('ArrowDown', 'hub', seen, ties)).not.toBe('middle')
  })

  test('Home, End and the first key of all lead to the ends', () => {
    expect(walk('hub', 'Home', 'End')).toEqual(['owner', 'other'])
    expect(follow('ArrowDown', undefined, places, ties)).toBe('owner')
    expect(follow('ArrowDown', 'gone', places, ties)).toBe('owner')
    expect(follow('End', 'hub', new Map(), ties)).toBeUndefined()
  })
})

test('neighbours are those at the other end of a tie, whichever way it points, each once', () => {
  expect(neighbours(ties, 'right')).toEqual(['hub', 'parent'])
  expect(neighbours([...ties, tie('left', 'hub', 'in-talks')], 'left')).toEqual(['hub'])
  expect(neighbours(ties, 'nobody')).toEqual([])
})

test('a player concerns its ties and neighbours, a kind its ties and all they join', () => {
  expect(concerned(ties, 'right')).toEqual(new Set(['right', 'hub-right', 'hub', 'parent-right', 'parent']))
  expect(concerned(ties, 'in-talks')).toEqual(
    new Set(['in-talks', 'hub-left', 'hub', 'left', 'hub-middle', 'middle', 'hub-right', 'right']),
  )
  expect(concerned([], 'one')).toEqual(new Set(['one']))
})
