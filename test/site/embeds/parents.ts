import type { HostPage, Hosts } from './server.ts'

/** A way in which a page of somebody else makes its frames as high as what is in them. */
export interface Parent {
  name: string
  page: (hosts: Hosts, frames: readonly string[]) => HostPage
  /** The lowest and the highest it allows, in CSS pixels. */
  limits?: readonly [least: number, most: number]
}

const html = (body: string): HostPage => ({
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Host</title><style>body{margin:0}iframe{display:block;width:100%;border:0}</style><body>${body}</body></html>`,
})
const escape = (address: string): string => address.replaceAll('&', '&amp;')
const iframes = (frames: readonly string[], attributes = ''): string =>
  frames.map((src, n) => `<iframe id="frame-${String(n)}" ${attributes} src="${escape(src)}"></iframe>`).join('\n')
const sandboxed = 'sandbox="allow-scripts"'

/** A library's own parent, out of its package. */
function library(name: string, file: string, start: string, body = iframes): Parent {
  return { name, page: (hosts, frames) => html(`<script src="${hosts.library(file)}"></script>${body(frames)}<script>${start}</script>`) }
}

/**
 * A parent written from its family's format: `read` is given what came and the frame it came from, and returns a height for it. As in public,
 * it reads what comes without a guard.
 */
function listener(name: string, read: string, attributes = ''): Parent {
  const script = `addEventListener('message', (event) => {
    const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === event.source)
    const height = ((data, frame) => { ${read} })(event.data, frame)
    if (height !== undefined) frame.style.height = height + 'px'
  })`
  return { name, page: (_, frames) => html(`<script>${script}</script>${iframes(frames, attributes)}`) }
}

const bare = 'return Number.isFinite(data.height) ? data.height : 150'
const datawrapper = "for (const id in data['datawrapper-height']) return data['datawrapper-height'][id]"

/** WordPress as its format says: the frame is hidden until the right secret comes, clipped, sandboxed, and asked once it is there. */
const wordpress: Parent = {
  name: 'WordPress',
  limits: [200, 1000],
  page: (_, frames) =>
    html(`<style>iframe{position:absolute;clip:rect(1px,1px,1px,1px)}</style>
${frames.map((src, n) => `<iframe ${sandboxed} security="restricted" data-secret="secret${String(n)}" src="${escape(src)}#?secret=secret${String(n)}"></iframe>`).join('\n')}
<script>
addEventListener('message', ({data, source}) => {
  if (!data || /[^a-zA-Z0-9]/.test(data.secret)) return
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (frame.contentWindow !== source) continue
    frame.style.position = 'static'
    frame.style.clip = 'auto'
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)))
  }
})
addEventListener('load', () => {
  for (const frame of document.querySelectorAll('iframe')) frame.contentWindow.postMessage({message: 'ready', secret: frame.dataset.secret}, '*')
})
</script>`),
}

/** Our own element, with nothing but a picture until its script runs. */
const ours: Parent = {
  name: 'pasar-chart',
  page: (hosts, frames) =>
    html(`<script async src="${hosts.script}"></script>
${frames.map((src) => `<pasar-chart src="${escape(src)}"><a href="${escape(src)}"><img src="/picture.svg" alt="A chart" width="1200" height="600" style="max-width:100%;height:auto"></a></pasar-chart>`).join('\n')}`),
}

export const parents: readonly Parent[] = [
  { name: 'frame-sizing, without a script', page: (_, frames) => html(iframes(frames, 'style="frame-sizing:content-height"')) },
  { name: 'frame-sizing, sandboxed', page: (_, frames) => html(iframes(frames, `style="frame-sizing:content-height" ${sandboxed}`)) },
  library(
    'pym.js 1',
    'pym.js/dist/pym.v1.min.js',
    "for (const each of document.querySelectorAll('[data-src]')) new pym.Parent(each.id, each.dataset.src, {})",
    (frames) => frames.map((src, n) => `<div id="pym_${String(n)}" data-src="${escape(src)}"></div>`).join('\n'),
  ),
  library('newswire frames 1', '@newswire/frames/dist/frames.umd.js', 'newswireFrames.autoInitFrames()', (frames) =>
    frames.map((src) => `<div data-frame-src="${escape(src)}"></div>`).join('\n'),
  ),
  library('sidechain 1', '@nprapps/sidechain/dist/sidechain.js', '', (frames) =>
    frames.map((src) => `<side-chain src="${escape(src)}"></side-chain>`).join('\n'),
  ),
  library('iframe-resizer 4', 'iframe-resizer/js/iframeResizer.js', "iFrameResize({}, 'iframe')"),
  library('iframe-resizer 5', '@iframe-resizer/parent/index.umd.js', "iframeResize({license: 'GPLv3'}, 'iframe')"),
  library('open-iframe-resizer 2', '@open-iframe-resizer/core/dist/index.umd.cjs', "iframeResizer.initialize({}, 'iframe')"),
  library(
    'open-iframe-resizer 2, sandboxed and speaking the old strings',
    '@open-iframe-resizer/core/dist/index.umd.cjs',
    "iframeResizer.initialize({enableLegacyLibSupport: true}, 'iframe')",
    (frames) => iframes(frames, sandboxed),
  ),
  listener('AMP', "if (data.sentinel === 'amp' && data.type === 'embed-size' && data.height >= 100) return data.height"),
  listener('Datawrapper', datawrapper),
  listener('Datawrapper, sandboxed', datawrapper, sandboxed),
  listener('Embedly', "if (typeof data === 'string' && JSON.parse(data).context === 'iframe.resize') return JSON.parse(data).height"),
  listener(
    'Guardian',
    `if (typeof data !== 'string') return
    const {id, type, value} = JSON.parse(data)
    if (type === 'set-height' && id.startsWith('iframeMessenger:') && typeof value === 'number') return value`,
  ),
  listener('LTI', "if (data.subject === 'lti.frameResize') return data.height"),
  listener('a bare height', bare),
  listener('a bare height, sandboxed', bare, sandboxed),
  wordpress,
  ours,
]
