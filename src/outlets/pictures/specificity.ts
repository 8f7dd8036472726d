import { list } from 'postcss'

/** How much a selector weighs: ids above classes above elements, in one number that orders as CSS does. */
export function specificity(selector: string): number {
  let weight = 0
  let plain = selector
  // What stands in these counts, and they themselves do not; the heaviest of a list counts for all of it.
  for (let found = functional(plain); found; found = functional(plain)) {
    const { name, argument, before, after } = found
    if (name === 'nth-child' || name === 'nth-last-child') weight += classWeight
    else if (name !== 'where') weight += Math.max(...list.comma(argument).map(specificity))
    plain = `${before}${after}`
  }
  plain = plain.replaceAll(/\[[^\]]*\]/g, '.attribute')
  const count = (pattern: RegExp): number => [...plain.matchAll(pattern)].length
  return (
    weight + count(/#[\w-]+/g) * idWeight + count(/\.[\w-]+|(?<!:):[\w-]+/g) * classWeight + count(/::[\w-]+|(?<![\w.#:-])[a-z][\w-]*/gi)
  )
}

const [idWeight, classWeight] = [10_000, 100]

/** The first pseudo-class with an argument: its name, what is in its brackets and what stands around it. */
function functional(selector: string): { name: string; argument: string; before: string; after: string } | undefined {
  const match = /:([\w-]+)\(/.exec(selector)
  if (!match) return undefined
  const from = match.index + match[0].length
  let depth = 1
  let to = from
  while (to < selector.length && depth > 0) {
    if (selector[to] === '(') depth += 1
    if (selector[to] === ')') depth -= 1
    to += 1
  }
  return { name: match[1] ?? '', argument: selector.slice(from, to - 1), before: selector.slice(0, match.index), after: selector.slice(to) }
}
