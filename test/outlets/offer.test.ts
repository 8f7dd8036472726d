import { describe, expect, it } from 'vitest'
import { readContent } from '#prose'
import { heightAt } from '../../src/outlets/heights.ts'
import { offerOf } from '../../src/outlets/offer.ts'

const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')
const [edition] = editions
const origin = new URL('https://desk.example')

describe.each(Object.keys(edition.telling.story.data.charts))('what is offered of %s', async (id) => {
  const offer = await offerOf(edition, id, '/indonesia-ecommerce/fr/', origin, 'fr')

  it('has absolute addresses only, in the language asked for', () => {
    const { embed, page, picture, darkPicture, script } = offer
    expect({ embed, page, picture, darkPicture, script }).toEqual({
      embed: `https://desk.example/indonesia-ecommerce/fr/embed/${id}/`,
      page: `https://desk.example/indonesia-ecommerce/fr/charts/${id}/`,
      picture: `https://desk.example/indonesia-ecommerce/fr/charts/${id}.png`,
      darkPicture: `https://desk.example/indonesia-ecommerce/fr/charts/${id}-dark.png`,
      script: 'https://desk.example/embed.js',
    })
  })

  it('leads to where the story shows it', async () => {
    expect(offer.place).toBe(`https://desk.example/indonesia-ecommerce/fr/#${id}`)
    const without = { ...edition, outline: { ...edition.outline, charts: [] } }
    const { place } = await offerOf(without, id, '/indonesia-ecommerce/', origin)
    expect(place).toBe(`https://desk.example/indonesia-ecommerce/charts/${id}/`)
  })

  it('knows a height for each of the common columns and the size of its picture', () => {
    for (const width of [330, 510, 660, 930, 1200]) expect(heightAt(offer.heights, width)).toBeGreaterThan(200)
    expect(offer.pictureSize.width).toBe(1200)
    expect(offer.pictureSize.height).toBeGreaterThan(400)
  })
})

it('refuses a chart that the story does not have', async () => {
  await expect(offerOf(edition, 'nothing', '/indonesia-ecommerce/', origin)).rejects.toThrow('unknown chart nothing')
})
