import path from 'node:path'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig, fontProviders } from 'astro/config'
import { plainImports } from './src/browser/vite.ts'
import { classicScripts } from './src/embed/vite.ts'
import { sitemapOf } from './src/outlets/sitemap.ts'
import { checkedContent } from './src/prose/vite.ts'
import { subsetFonts } from './src/styles/fonts.ts'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')
const fonts = await subsetFonts(fileURLToPath(new URL('.build/fonts/', import.meta.url)))

const font = (name, cssVariable, file, fallbacks) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  // A font that is late is not swapped in: nothing a reader has begun to read ever moves.
  display: 'optional',
  // From the project's folder: the name of the family is made of this too, and must be the same wherever the project lies.
  options: { variants: [{ src: [`./${path.relative(root, file).replaceAll(path.sep, '/')}`], weight: '400 700', style: 'normal' }] },
})

const site = process.env.SITE_URL ?? 'https://pasar.example'
const base = process.env.BASE_PATH ?? '/'
const home = new URL(`${base}/`.replaceAll(/\/+/g, '/'), site).href
/** What a story may use, with the checks: for whoever writes, so it is in no build. */
const desk = {
  name: 'pasar:desk',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command === 'dev') injectRoute({ pattern: '/desk/[...path]', entrypoint: './src/pages/_desk.astro' })
    },
  },
}

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  integrations: [mdx(), desk, sitemap(sitemapOf(root, home))],
  fonts: [
    font('Source Serif 4', '--font-text', fonts.serif, ['Georgia', 'serif']),
    font('Source Sans 3', '--font-sans', fonts.sans, ['system-ui', 'sans-serif']),
  ],
  // One stylesheet of a few kilobytes: inlined, text is styled with the first bytes.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [checkedContent(root), classicScripts(), plainImports()],
    // The first of each engine to have light-dark(). Not told of them, the minifier joins what WebKit only reads apart.
    build: {
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        // What all of them share comes in one file.
        output: {
          codeSplitting: { groups: [{ name: 'shared', test: /src\/browser\/(?:address|figure|fill|paint|views)\.ts$|preload-helper/ }] },
        },
      },
    },
  },
})
