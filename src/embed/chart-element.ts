import { isOnDark, languageAround } from './backdrop.ts'
import { frameAddress } from './frame-address.ts'
import { reserve } from './reserve.ts'

const [least, most] = [50, 20_000]

// Where a browser knows no sheets of this kind the script ends here, and the pictures stay.
const sheet = new CSSStyleSheet()
sheet.replaceSync(
  ':host{display:block}:host([hidden]){display:none}div{position:relative;overflow:hidden}i{display:block;outline-color:canvas}' +
    'iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}.told slot{display:none}.told iframe{visibility:visible}',
)

/**
 * A chart in a page of somebody else: the linked picture inside it until the frame has said its height, then the frame. Attributes: `src`;
 * `heights` (see `reserve`); `theme`: light or dark, else that of the page; `view`; `title` of the frame, else the picture's alt text;
 * `follow="lang"` with `languages="fr id"`: the page's language where the chart has it, `src` being that of the story's first.
 */
export class PasarChart extends HTMLElement {
  static readonly observedAttributes = ['src', 'heights', 'theme', 'view', 'title', 'languages', 'follow']

  readonly #box = document.createElement('div')
  // As wide as the chart and never higher, so that watching it is not answered by the height that follows from it.
  readonly #rule = document.createElement('i')
  readonly #frame = document.createElement('iframe')
  readonly #column = new ResizeObserver(([column]) => {
    this.#width = column?.contentRect.width ?? 0
    if (this.#address) this.#setHeight()
    else this.update()
  })
  #width = 0
  #origin = ''
  #address = ''
  #theme = ''
  #told = 0

  constructor() {
    super()
    const slot = document.createElement('slot')
    // Before the frame is told, the parser may not have come to the picture.
    slot.addEventListener('slotchange', () => this.#setTitle())
    this.#box.append(this.#rule, slot)
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.append(this.#box)
    // No origin of its own and no way to steer the page around it; links may open windows, which are like any other.
    this.#frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    this.#frame.loading = 'lazy'
    this.#frame.referrerPolicy = 'no-referrer'
  }

  connectedCallback(): void {
    this.#column.observe(this.#rule)
  }

  disconnectedCallback(): void {
    this.#column.disconnect()
    this.#width = 0
    this.#stop()
  }

  attributeChangedCallback(): void {
    this.update()
  }

  /** Looks at the attributes and at the page again; the frame is loaded anew only if its address changes by more than the theme. */
  update(): void {
    // Asked before the page is laid out, each of many charts would have it laid out anew.
    if (this.#width === 0) return
    const languages = this.getAttribute('follow')?.includes('lang') ? (this.getAttribute('languages') ?? '').split(' ') : []
    const language = languages.find((each) => each === languageAround(this))
    const address = frameAddress(this.getAttribute('src') ?? '', document.baseURI, this.getAttribute('view'), language)
    if (!address) {
      this.#stop()
      return
    }
    const page = isOnDark(this, this.#rule) ? 'dark' : 'light'
    const asked = this.getAttribute('theme') ?? address.searchParams.get('theme') ?? ''
    const theme = asked === 'light' || asked === 'dark' ? asked : page
    // A chart of the other theme brings its own paper, or it could not be read.
    if (theme === page) address.searchParams.set('background', 'transparent')
    address.searchParams.delete('theme')
    this.#show(address, theme)
    this.#setTitle()
    this.#setHeight()
  }

  /** Takes a message for the height if this chart's frame sent it. */
  hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== this.#frame.contentWindow || (origin !== 'null' && origin !== this.#origin)) return
    const height = (data as { height?: unknown } | null | undefined)?.height
    if (typeof height !== 'number' || !Number.isFinite(height)) return
    this.#told = Math.min(most, Math.max(least, Math.ceil(height)))
    this.#box.className = 'told'
    this.#setHeight()
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
    this.#box.className = this.#address = ''
    this.#told = 0
    this.#setHeight()
  }

  #setTitle(): void {
    const names = [this.getAttribute('title'), this.querySelector('img')?.alt, this.textContent.trim()]
    this.#frame.title = names.find(Boolean) ?? ''
  }

  #setHeight(): void {
    const height = this.#told || reserve(this.getAttribute('heights') ?? '', this.#width)
    const css = height === undefined || !this.#address ? '' : `${String(height)}px`
    if (this.#box.style.height !== css) this.#box.style.height = css
  }
}
