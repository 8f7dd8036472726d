import type { Telling } from '#story'

/** Names in a story that may hold a number which is no figure. */
export function namesOf({ words, story }: Telling): string[] {
  return [
    ...Object.values(words.players),
    ...Object.values(words.places),
    ...Object.values(story.data.sources).map(({ publisher }) => publisher),
  ]
}
