import { parseArgs } from 'node:util'
import { checkAllContent, printFindings, staleFacts } from '#prose'
import { checkAgainst } from './against.ts'
import { isMain } from './report.ts'

if (isMain(import.meta.url)) {
  const root = process.cwd()
  const { contents, ...findings } = await checkAllContent(root)
  for (const from of published()) {
    const { errors, warnings } = await checkAgainst(root, contents, from, today())
    findings.errors.push(...errors)
    findings.warnings.push(...warnings)
  }
  const history = await staleFacts(root, contents)
  console.log(printFindings({ ...findings, ...history }, root))
  process.exitCode = findings.errors.length > 0 ? 1 : 0
}

/** The lists of facts to compare with: files or addresses. */
function published(): string[] {
  try {
    return parseArgs({ options: { against: { type: 'string', multiple: true } } }).values.against ?? []
  } catch (error) {
    console.error(`invalid call: ${(error as Error).message}; expected npm run check, or npm run check -- --against FILE|ADDRESS`)
    process.exit(1)
  }
}

/** The day of whoever checks. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
