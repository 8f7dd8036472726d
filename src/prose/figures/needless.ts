import { proseWords } from '#language'
import type { Problem, Telling } from '#story'
import { amountsIn } from './amounts.ts'
import { datesIn } from '../dates/dates.ts'
import { misdatedIn } from '../dates/misdated.ts'
import { namesOf } from '../names.ts'
import { wordsIn } from '../passages.ts'
import type { ProseNode } from '../tree.ts'
import { walk } from '../tree.ts'

/** The waivers in a story's MDX whose words hold neither a figure nor a date that the story does not know. */
export function needlessWaivers(file: string, tree: ProseNode, telling: Telling): Problem[] {
  return [...walk(tree)].flatMap(({ node }) => {
    if (node.name !== 'Figure' || isNeeded(wordsIn(node), telling)) return []
    const { line = 1, column = 1 } = node.position?.start ?? {}
    return {
      file,
      line,
      column,
      message: `a waiver that nothing needs: "${wordsIn(node)}" holds no figure; expected the words without <Figure>`,
    }
  })
}

function isNeeded(text: string, telling: Telling): boolean {
  const words = proseWords(telling.language.tag)
  const names = namesOf(telling)
  // Which year a date without one is of depends on what stands before it.
  const isOpen = datesIn(text, words, names).some(({ year }) => year === undefined)
  return isOpen || amountsIn(text, words, names).length > 0 || misdatedIn(text, telling, names, {}).length > 0
}
