import { describe, expect, it } from 'vitest'
import { answers, readAddress, readQuestion } from '../../src/embed/dialects.ts'
import type { Asked } from '../../src/embed/dialects.ts'
import { createHostile } from './hostile.ts'

const size = { width: 600, height: 431 }
const address = 'https://pasar.example/story/embed/market-growth/'
const say = (asked: Asked): (string | object)[] => answers(size, asked, 'market-growth', address)
const nobody = (): Asked => readAddress('', '')
/** What a host that asked hears beside what every host hears. */
const added = (asked: Asked): (string | object)[] => {
  const all = say(nobody()).map((message) => JSON.stringify(message))
  return say(asked).filter((message) => !all.includes(JSON.stringify(message)))
}
const init = (name: string): string => `[iFrameSizer]${name}:8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::false`

describe('a host that asked for nothing', () => {
  it('hears each dialect that needs no asking, in its exact form', () => {
    expect(say(nobody())).toEqual([
      '{"src":"https://pasar.example/story/embed/market-growth/","context":"iframe.resize","height":431}',
      '{"id":"iframeMessenger:market-growth","type":"set-height","value":431}',
      { 'datawrapper-height': { 'market-growth': 431 } },
      { sentinel: 'amp', type: 'embed-size', height: 431 },
      { subject: 'lti.frameResize', height: 431 },
      { height: 431 },
    ])
  })

  it('hears no string that is not JSON', () => {
    for (const message of say(nobody())) if (typeof message === 'string') expect(() => JSON.parse(message) as unknown).not.toThrow()
  })
})

it('every burst ends with an object that has the height, whoever asked for what', () => {
  const asked = readAddress('?childId=pym_0', '#?secret=a1')
  readQuestion({ type: 'iframe-child-init' }, asked)
  readQuestion(init('frame-1'), asked)
  expect(say(asked).at(-1)).toEqual({ height: 431 })
})

describe('pym.js', () => {
  it('is answered by the name it gave the frame in the address', () => {
    expect(added(readAddress('?initialWidth=600&childId=graphic_1&parentUrl=https://x.example/', ''))).toEqual([
      'pymxPYMxgraphic_1xPYMxheightxPYMx431',
    ])
  })

  it.each(['', '<b>', 'a b', 'x'.repeat(65), 'a"b', 'a\nb', 'a:b'])('is not answered by a name like %j', (name) => {
    expect(added(readAddress(`?childId=${encodeURIComponent(name)}`, ''))).toEqual([])
  })
})

describe('iframe-resizer', () => {
  it('is answered in its words when it starts, then in those of a change', () => {
    const asked = nobody()
    expect(readQuestion(init('iFrameResizer0'), asked)).toBe(true)
    expect(added(asked)).toEqual(['[iFrameSizer]iFrameResizer0:431:600:init', '[iFrameSizer]iFrameResizer0:431:600:mutationObserver'])
    asked.fresh = undefined
    expect(readQuestion(init('iFrameResizer0'), asked)).toBe(true)
    expect(readQuestion('[iFrameSizer]resize', asked)).toBe(true)
    expect(added(asked)).toEqual(['[iFrameSizer]iFrameResizer0:431:600:mutationObserver'])
  })

  it.each([
    '[iFrameSizer]',
    '[iFrameSizer]a',
    '[iFrameSizer]a:8:maybe',
    '[iFrameSizer]:8:true',
    '[iFrameSizer]<i>:8:true',
    '[iFrameSizer]resize',
    ' [iFrameSizer]a:8:true',
    `[iFrameSizer]${'x'.repeat(65)}:8:true`,
    '[iFrameSizer]a:8:trueish',
  ])('did not ask with %j', (message) => {
    const asked = nobody()
    expect(readQuestion(message, asked)).toBe(false)
    expect(asked).toEqual(nobody())
  })

  it('has four names at most', () => {
    const asked = nobody()
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => readQuestion(init(name), asked))).toEqual([true, true, true, true, false])
    expect([...asked.resizers]).toEqual(['a', 'b', 'c', 'd'])
  })
})

it.each(['iframe-child-init', 'iframe-get-child-dimensions'])('open-iframe-resizer is answered once it says %s', (type) => {
  const asked = nobody()
  expect(readQuestion({ type }, asked)).toBe(true)
  expect(readQuestion({ type }, asked)).toBe(true)
  expect(added(asked)).toEqual([{ type: 'iframe-resized', width: 600, height: 431 }])
})

it('newswire frames ask again what every host hears', () => {
  const asked = nobody()
  expect(readQuestion({ sentinel: 'amp', type: 'frames-init' }, asked)).toBe(true)
  expect(added(asked)).toEqual([])
})

describe('WordPress', () => {
  it.each(['#?secret=aB3dE6gH9j', '#secret=aB3dE6gH9j'])('is answered with the secret of %s', (hash) => {
    expect(added(readAddress('', hash))).toEqual([{ message: 'height', value: 431, secret: 'aB3dE6gH9j' }])
  })

  it('may bring its secret when it is ready, and is answered', () => {
    const asked = nobody()
    expect(readQuestion({ message: 'ready', secret: 'a1b2' }, asked)).toBe(true)
    expect(added(asked)).toEqual([{ message: 'height', value: 431, secret: 'a1b2' }])
  })

  it('cannot change its secret', () => {
    const asked = readAddress('', '#?secret=a1b2')
    expect(readQuestion({ message: 'ready', secret: 'c3' }, asked)).toBe(false)
    expect(readQuestion({ message: 'ready', secret: 'a1b2' }, asked)).toBe(true)
    expect(asked.secret).toBe('a1b2')
  })

  it.each(['', 'a b', '"]', 'é', 'x'.repeat(65)])('has no secret like %j', (secret) => {
    expect(readAddress('', `#?secret=${encodeURIComponent(secret)}`).secret).toBeUndefined()
    expect(readQuestion({ message: 'ready', secret }, nobody())).toBe(false)
  })
})

describe('ten thousand hostile messages and addresses', () => {
  const hostile = createHostile(20_26)

  it('ask nothing, leave nothing behind, and throw nothing', () => {
    const asked = nobody()
    const heard = Array.from({ length: 10_000 }, () => readQuestion(hostile.message(), asked)).filter(Boolean)
    expect(heard).toEqual([])
    expect(asked).toEqual(nobody())
  })

  it('put nothing but plain names into what is said', () => {
    for (let turn = 0; turn < 10_000; turn += 1) {
      const { child, secret } = readAddress(hostile.text(), hostile.text())
      expect(child ?? 'none').toMatch(/^[\w.-]{1,64}$/)
      expect(secret ?? 'none').toMatch(/^[\w.-]{1,64}$/)
    }
  })
})
