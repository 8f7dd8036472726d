import { headerRules, otherwise, rulePattern } from './headers.ts'
import type { Headers } from './headers.ts'

/**
 * The same headers for nginx: locations to include in a `server` that says `root` and `index`. They name no story, so a new one needs no
 * change.
 *
 * @param root the path the site is served under, ending in `/`
 */
export function nginxHeaders(root: string): string {
  return [
    '# Written by npm run build. Include it in the server block of the site: it brings the locations, the block its root, index and error_page.',
    '',
    ...headerRules.map((rule) => location(`~ "${rulePattern(rule, root)}"`, rule.headers, rule.paths.includes('charts/') ? sheets : [])),
    location(root, otherwise),
  ].join('\n')
}

// The list of types that comes with nginx has no sheets. A location without headers of its own sends those of the one it stands in.
const sheets = [String.raw`  location ~ "\.csv$" { default_type "text/csv; charset=utf-8"; }`]

/** A location that sends a header of its own loses those of the blocks around it: each has the whole set. */
function location(match: string, headers: Headers, inner: readonly string[] = []): string {
  const lines = Object.entries(headers).map(([name, value]) => {
    // A type that is added stands beside that which the name of the file has.
    if (name === 'Content-Type') return `  types {}\n  default_type "${value}";`
    // Only an answer that is there is worth keeping.
    const always = name === 'Cache-Control' ? '' : ' always'
    return `  add_header ${name} "${value}"${always};`
  })
  return `location ${match} {\n${[...lines, ...inner].join('\n')}\n}\n`
}
