import { isOnDark, languageAround } from './backdrop.ts'
import { frameAddress } from './frame-address.ts'
import { isTheme } from './options.ts'
import { reserveRules } from './reserve.ts'

const [least, most] = [50, 20_000]

// Where a browser knows no sheets of this kind the script ends here, and the pictures stay.
const sheet = new CSSStyleSheet()
sheet.replaceSync(
  ':host{display:block;container-type:inline-size}:host([hidden]){display:none}' +
    'div{position:relative;overflow:hidden;outline-color:canvas}.told slot{display:none}.told iframe{visibility:visible}' +
    'iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}',
)

/**
 * A chart in a page of somebody else: the linked picture inside it until the frame has said its height, then the frame. Attributes: `src`;
 * `heights` (see `reserveRules`); `theme`: light or dark, else that of the page; `view`; `title` of the frame, else the picture's alt text;
 * `follow="lang"` with `languages="fr id"`: the page's language where the chart has it, `src` being that of the story's first.
 */
export class PasarChart extends HTMLElement {
  static readonly observedAttributes = ['src', 'heights', 'theme', 'view', 'title', 'languages', 'follow']

  readonly #box = document.createElement('div')
  readonly #frame = document.createElement('iframe')
  readonly #reserved = new CSSStyleSheet()
  // Asked before the page is laid out, each of many charts would have it laid out anew.
  readonly #laidOut = new ResizeObserver(() => {
    this.#laidOut.disconnect()
    this.#isLaidOut = true
    this.update()
  })
  #isLaidOut = false
  #origin = ''
  #address = ''
  #theme = ''
  #told = 0

  constructor() {
    super()
    const slot = document.createElement('slot')
    // Before the frame is told, the parser may not have come to the picture.
    slot.addEventListener('slotchange', () => this.#setTitle())
    this.#box.append(slot)
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet, this.#reserved]
    root.append(this.#box)
    // No origin of its own and no way to steer the page around it; links may open windows, which are like any other.
    this.#frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    this.#frame.loading = 'lazy'
    this.#frame.referrerPolicy = 'no-referrer'
  }

  connectedCallback(): void {
    this.#laidOut.observe(this.#box)
  }

  disconnectedCallback(): void {
    this.#laidOut.disconnect()
    this.#isLaidOut = false
    this.#stop()
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'heights') this.#reserved.replaceSync(reserveRules(value ?? ''))
    else this.update()
  }

  /** Looks at the attributes and at the page again; the frame is loaded anew only if its address changes by more than the theme. */
  update(): void {
    if (!this.#isLaidOut) return
    const languages = this.getAttribute('follow')?.includes('lang') ? (this.getAttribute('languages') ?? '').split(' ') : []
    const language = languages.find((each) => each === languageAround(this))
    const address = frameAddress(this.getAttribute('src') ?? '', document.baseURI, this.getAttribute('view'), language)
    if (!address) {
      this.#stop()
      return
    }
    const page = isOnDark(this, this.#box) ? 'dark' : 'light'
    const asked = this.getAttribute('theme') ?? address.searchParams.get('theme') ?? ''
    const theme = isTheme(asked) ? asked : page
    // A chart of the other theme brings its own paper, or it could not be read.
    if (theme === page) address.searchParams.set('background', 'transparent')
    address.searchParams.delete('theme')
    this.#show(address, theme)
    this.#setTitle()
  }

  /** Takes a message for the height if this chart's frame sent it. */
  hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== this.#frame.contentWindow || (origin !== 'null' && origin !== this.#origin)) return
    const height = (data as { height?: unknown } | null | undefined)?.height
    if (typeof height !== 'number' || !Number.isFinite(height)) return
    this.#told = Math.min(most, Math.max(least, Math.ceil(height)))
    this.#box.className = 'told'
    const css = `${String(this.#told)}px`
    if (this.#box.style.height !== css) this.#box.style.height = css
  }

  #show(address: URL, theme: string): void {
    const isSame = address.href === this.#address
    // The frame would paint an opaque box behind a chart of another scheme.
    this.#frame.style.colorScheme = theme
    if (isSame && theme === this.#theme) return
    this.#theme = theme
    if (isSame && this.#told > 0) {
      this.#frame.contentWindow?.postMessage({ pasar: 'theme', theme }, '*')
      return
    }
    this.#stop()
    ;[this.#address, this.#origin] = [address.href, address.origin]
    address.searchParams.set('theme', theme)
    this.#frame.src = address.href
    this.#box.append(this.#frame)
  }

  #stop(): void {
    this.#frame.remove()
    this.#box.className = this.#box.style.height = this.#address = ''
    this.#told = 0
  }

  #setTitle(): void {
    const names = [this.getAttribute('title'), this.querySelector('img')?.alt, this.textContent.trim()]
    this.#frame.title = names.find(Boolean) ?? ''
  }
}
