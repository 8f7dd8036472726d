import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** How a frame stands in its host's page, in CSS pixels. */
export interface Standing {
  address: string
  /** Height of what is in it. */
  content: number
  /** Height the host gives it. */
  given: number
  /** Whether it has to be scrolled to be seen whole. */
  scrolls: boolean
}

/** The frames of a page and what each is given; a frame that is still loading has no content. */
export async function standings(page: Page): Promise<Standing[]> {
  return Promise.all(
    page
      .frames()
      .filter((frame) => frame !== page.mainFrame())
      .map(standing),
  )
}

export async function standing(frame: Frame): Promise<Standing> {
  const element = await frame.frameElement()
  const given = await element.evaluate((node) => (node as HTMLElement).clientHeight)
  const look = (): Promise<Pick<Standing, 'content' | 'scrolls'>> =>
    frame
      .evaluate(() => ({
        content: document.querySelector('.box')?.getBoundingClientRect().height ?? 0,
        scrolls: document.documentElement.scrollHeight > innerHeight,
      }))
      .catch(() => ({ content: 0, scrolls: true }))
  const seen = await look()
  if (!seen.scrolls) return { address: frame.url(), given, ...seen }
  // Off screen a frame does not hear of its new height before it is to be seen.
  await element.scrollIntoViewIfNeeded()
  return { address: frame.url(), given, ...(await look()) }
}

/**
 * Waits until each of a page's frames is as high as what is in it, within two pixels, and none scrolls.
 *
 * @param limits what the host allows at least and at most
 * @returns the greatest difference, in CSS pixels
 */
export async function expectWhole(page: Page, frames: number, limits: readonly [number, number] = [0, 20_000]): Promise<number> {
  const off = ({ content, given }: Standing): number => Math.abs(Math.min(limits[1], Math.max(limits[0], content)) - given)
  let all: Standing[] = []
  const wrong = async (): Promise<unknown[]> => {
    all = await standings(page)
    if (all.length !== frames) return ['other frames', ...all]
    return all.filter((each) => each.content === 0 || off(each) > 2 || (each.scrolls && each.content <= limits[1]))
  }
  await expect.poll(wrong, { timeout: 20_000, interval: 50 }).toEqual([])
  return Math.max(...all.map(off))
}
