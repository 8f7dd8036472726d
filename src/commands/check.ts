import { checkAllContent, staleFacts } from '#prose'
import { isMain } from './report.ts'
import { printFindings } from './findings.ts'

if (isMain(import.meta.url)) {
  const root = process.cwd()
  const findings = await checkAllContent(root)
  const history = await staleFacts(root, findings.contents)
  console.log(printFindings({ ...findings, ...history }, root))
  process.exitCode = findings.errors.length > 0 ? 1 : 0
}
