import { chromium } from 'playwright-core'
import { chromiumFlags } from './src/commands/chromium.ts'
import { serve } from './src/commands/serve.ts'
const { server, url } = await serve('dist', 0)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags })
for (const [colorScheme, width] of [['light', 360], ['light', 680], ['dark', 360]] as const) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
  await page.setContent(`<body style="margin:0">${['forecast-record', 'player-map', 'market-growth', 'timeline', 'platform-shares', 'user-counts', 'parcel-volumes', 'player-places'].map((c) => '').join('')}</body>`)
  for (const chart of ['forecast-record', 'player-map', 'market-growth', 'timeline', 'platform-shares', 'user-counts', 'parcel-volumes', 'player-places']) {
    if (colorScheme === 'dark' && !['player-map', 'market-growth'].includes(chart)) continue
    await page.goto(`${url}indonesia-ecommerce/id/embed/${chart}/?theme=${colorScheme}`, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `/tmp/wt/shots-id/e-${chart}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.close()
}
await browser.close(); server.closeAllConnections(); server.close()
