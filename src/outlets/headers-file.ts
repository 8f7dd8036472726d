import { common, headerRules, headersAt, rulePattern } from './headers.ts'
import type { Headers } from './headers.ts'

/**
 * The text of `_headers`, which Cloudflare Pages and Netlify read. Of all rules that fit an address they send the headers of each, joined,
 * and only one of the two lets a rule take back what another said: so no header is in two rules that fit the same address, and what has no
 * folder of its own is listed.
 *
 * @param files addresses of all that was built, from the site's root; pages end in `/`
 * @param stories addresses of the stories in each of their languages, from the site's root, ending in `/`
 * @param root the path the site is served under, ending in `/`
 * @param everywhere sent with everything beside what always is
 */
export function headersFile(files: readonly string[], stories: readonly string[], root: string, everywhere: Headers = {}): string {
  const ruled = headerRules.flatMap(({ below, paths, headers }) =>
    (below === 'site' ? [''] : stories).flatMap((story) =>
      paths.map((path) => ({ path: `${root}${story}${path}${path.endsWith('/') ? '*' : ''}`, headers: own(headers) })),
    ),
  )
  const patterns = headerRules.map((rule) => new RegExp(rulePattern(rule, root)))
  const listed = files
    .map((file) => `${root}${file}`)
    .filter((address) => !patterns.some((pattern) => pattern.test(address)))
    .sort()
    .map((path) => ({ path, headers: own(headersAt(path, root)) }))
  return [{ path: `${root}*`, headers: { ...common, ...everywhere } }, ...ruled, ...listed]
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n')
    .concat('\n')
}

/** Without those that are sent with everything. */
function own(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !(name in common)))
}
