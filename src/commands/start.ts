import { build, describe } from './build.ts'
import { reportAndExit } from './report.ts'
import { serve } from './serve.ts'

const root = process.cwd()
const port = Number(process.env.PORT ?? 4321)

try {
  console.log(describe(await build(root, new Date())))
} catch (error) {
  reportAndExit(error)
}

try {
  const { url } = await serve(`${root}/dist`, port, process.env.BASE_PATH)
  console.log(`Read it at ${url} (Ctrl+C ends it).`)
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  console.error(taken ? `Port ${String(port)} is in use. Choose another: PORT=4322 npm start` : error)
  process.exitCode = 1
}
