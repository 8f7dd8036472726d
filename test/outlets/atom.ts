/** An element of XML. */
export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  /** Text right inside it. */
  text: string
}

const namePattern = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const piece = new RegExp(
  `<(/?)(${namePattern})((?:\\s+${namePattern}="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#\\d+);)*")*)\\s*(/?)>|((?:[^<&>]|&(?:amp|lt|gt|quot|apos|#\\d+);)+)`,
  'gy',
)

/**
 * Reads XML as far as a feed needs it, and stricter than the standard: no comments, no doctype, every `>` of a text escaped.
 *
 * @throws SyntaxError it is not well formed
 */
export function readXml(source: string): Node {
  const [head = ''] = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(source) ?? []
  if (head === '') throw new SyntaxError('no declaration of XML')
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  piece.lastIndex = head.length
  while (piece.lastIndex < source.length) {
    const from = piece.lastIndex
    const [, end, name, attributes = '', empty, text] = piece.exec(source) ?? []
    const inside = open.at(-1)
    if (!inside || (name === undefined && text === undefined)) throw new SyntaxError(`not well formed: ${source.slice(from, from + 80)}`)
    if (text !== undefined) inside.text += plain(text)
    else if (end === '/') {
      if (inside.name !== name || attributes !== '') throw new SyntaxError(`</${String(name)}> ends <${inside.name}>`)
      open.pop()
    } else {
      const node: Node = { name: name ?? '', attributes: attributesOf(attributes), children: [], text: '' }
      inside.children.push(node)
      if (empty !== '/') open.push(node)
    }
  }
  const [only, ...others] = root.children
  if (!only || others.length > 0 || open.length !== 1 || root.text.trim() !== '') throw new SyntaxError('not one element')
  return only
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)] as const)
  if (new Set(found.map(([name]) => name)).size !== found.length) throw new SyntaxError(`an attribute twice:${text}`)
  return Object.fromEntries(found)
}

function plain(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(code)),
  )
}

/** What is wrong with a feed by the rules of Atom (RFC 4287), as far as they bear on what we write. */
export function faultsOf(feed: Node): string[] {
  const faults: string[] = []
  const check = (holds: boolean, message: string): void => {
    if (!holds) faults.push(message)
  }
  const all = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name)
  const text = (node: Node, name: string): string => all(node, name)[0]?.text ?? ''
  const allowed = ['author', 'entry', 'id', 'link', 'published', 'rights', 'summary', 'title', 'updated']

  check(feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'the root is no Atom feed')
  check(all(feed, 'author').length === 1 && text(all(feed, 'author')[0] ?? feed, 'name') !== '', 'the feed has no author with a name')
  const self = all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self')
  check(self.length === 1 && self[0]?.attributes.type === 'application/atom+xml', 'the feed does not link itself once, with its type')
  const entries = all(feed, 'entry')
  for (const node of [feed, ...entries]) {
    const what = `${node.name} "${text(node, 'id')}"`
    for (const name of ['id', 'title', 'updated'])
      check(all(node, name).length === 1 && text(node, name) !== '', `${what} has not one ${name}`)
    check(URL.canParse(text(node, 'id')), `${what}: its id is no address`)
    check(/^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(node.attributes['xml:lang'] ?? ''), `${what} says not which language it is in`)
    for (const { name, text: date } of node.children.filter((child) => ['updated', 'published'].includes(child.name)))
      check(isMoment(date), `${what}: ${name} ${date} is no moment of RFC 3339`)
    for (const { attributes } of all(node, 'link')) check(URL.canParse(attributes.href ?? ''), `${what} links no address`)
    const alternates = all(node, 'link').filter(({ attributes }) => attributes.rel === 'alternate')
    check(alternates.length === 1, `${what} has not one alternate`)
    for (const child of node.children) check(allowed.includes(child.name), `${what} has <${child.name}>`)
    check(node.text.trim() === '', `${what} has text between its parts`)
  }
  for (const entry of entries) {
    check(all(entry, 'summary').length === 1 && text(entry, 'summary') !== '', `${text(entry, 'id')} has no summary`)
    check(text(entry, 'published') <= text(entry, 'updated'), `${text(entry, 'id')} was updated before it was published`)
  }
  const ids = [feed, ...entries].map((node) => text(node, 'id'))
  check(new Set(ids).size === ids.length, 'an id stands twice')
  const dates = entries.map((entry) => text(entry, 'updated'))
  check(dates.join() === dates.toSorted().reverse().join(), 'the newest does not stand first')
  check(text(feed, 'updated') === dates[0], 'the feed is not as new as its newest entry')
  return faults
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
}
