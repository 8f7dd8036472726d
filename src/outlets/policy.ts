import { createHash } from 'node:crypto'

const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/
const inline = /<(style|script)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g

/**
 * A page whose security policy allows the scripts and styles that it carries and no more. The framework gives every page the hashes of all
 * pages, which are bytes that do not compress, and leave to run.
 */
export function narrowPolicy(html: string): string {
  const own = new Set([...html.matchAll(inline)].map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
  return html.replace(policy, (meta) => meta.replaceAll(/ ('sha256-[^']+')/g, (found, hash: string) => (own.has(hash) ? found : '')))
}
