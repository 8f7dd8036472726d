import type { Unit } from './unit.ts'

/** How sure a figure is; decides how it is drawn and worded. */
export const kinds = ['reported', 'estimated', 'forecast', 'claimed', 'derived'] as const
export type Kind = (typeof kinds)[number]

/** What two companies can be to each other. */
export const tieKinds = ['owns', 'in talks', 'seeks a licence', 'regulates'] as const
export type TieKind = (typeof tieKinds)[number]

/**
 * Everything the site says that is not the story: one object a language. Numbers and dates go through Intl with `locale`; the
 * functions only put words round what Intl made.
 */
export interface InterfaceWords {
  /** BCP 47 tag of the page's `lang`. */
  tag: string
  /** BCP 47 tag given to Intl. */
  locale: string
  /** The language's own name for itself. */
  name: string
  direction: 'ltr' | 'rtl'
  /** 0 to 20. */
  cardinals: readonly string[]
  /** Between a name and what is said of it, its spaces with it. */
  colon: string
  about: (figure: string) => string
  range: (low: string, high: string) => string
  money: (amount: string, currency: 'USD' | 'IDR', style: 'short' | 'long') => string
  percent: (amount: string, style: 'short' | 'long') => string
  percentagePoints: (amount: string, style: 'short' | 'long') => string
  times: (amount: string, style: 'short' | 'long') => string
  halfYear: (half: 1 | 2, year: number) => string
  /** The first of a month, where a bare 1 would be wrong: 1er janvier. */
  firstOfMonth?: string
  units: Record<Unit, string>
  kinds: Record<Kind, string>
  ties: Record<TieKind, string>
  site: {
    tagline: string
    skip: string
    contents: string
    published: (date: string) => string
    updated: (date: string) => string
    factsTo: (date: string) => string
    /** Marks pages of a story that is not finished, and of one that may not be published yet. */
    draft: string
    embargoed: (moment: string) => string
    facts: string
    numbers: string
    linkToSection: string
    /** A link to the page of a chart, which a script turns into a button that shares it. */
    share: string
    /** Said when the address of a chart is on the clipboard. */
    copied: string
    /** Stands before the title of the story that a chart is from. */
    fromStory: string
    views: string
    previous: string
    next: string
    /** What stands before a list of companies to choose from, and its choice of none in particular. */
    choose: string
    everyone: string
    tieKinds: string
    /** What two charts of the same players show. */
    ownership: string
    seats: string
    close: string
    /** A link from a step of the story to the view of the chart that it speaks of. */
    toChart: string
    source: string
    sourcesOfChart: string
    /** Ends a list of names that has no room for all. */
    more: (count: number) => string
    via: (publisher: string) => string
    quoted: string
    undated: string
    derivedFrom: string
    owners: string
    home: string
    about: string
    notFound: string
    notFoundHelp: string
    explainers: string
    edition: (edition: string) => string
  }
  /** What the ledger of a story's facts says, and what leads to it. */
  ledger: {
    title: string
    /** A sentence on what the ledger holds. */
    about: (facts: string, story: string) => string
    /** A link to the ledger from the shorter list of sources. */
    rest: string
    /** A link to one entry, from what opens beside a figure. */
    entry: string
    /** What the entries are chosen by. */
    by: { kind: string; source: string; section: string }
    all: string
    /** How many of them are shown. */
    shown: (shown: string, all: string) => string
    /** Heads the facts of which the prose says nothing, and those that nothing shows. */
    onCharts: string
    elsewhere: string
    /** What the lines of an entry say. */
    asOf: string
    sources: string
    uses: string
    /** How it was worked out, and what is worked out from it. */
    working: string
    leadsTo: string
    headline: string
    standfirst: string
    /** Stands after the title of a chart, to tell it from a section. */
    chart: string
    /** A place among the words of a chart that does not draw the fact. */
    wordsOf: (title: string) => string
    /** A copy of a source in a public archive. */
    archived: string
    /** The facts, the events and the players that rest on a source. */
    facts: string
    events: string
    /** Derivations in a sentence that has no full stop, by their methods. Each figure is printed with what its fact measures. */
    methods: {
      ratio: (from: string, to: string) => string
      compoundGrowth: (from: string, to: string, years: number) => string
      difference: (from: string, to: string) => string
      revision: (from: string, to: string) => string
      share: (part: string, whole: string) => string
      sum: (parts: string) => string
      perSecond: (daily: string) => string
      perDay: (amount: string, days: number) => string
      perYear: (daily: string) => string
    }
    /** Said where a share sets accounts against people. */
    assumed: string
  }
  /** What is said to those who want the numbers of a chart. */
  data: {
    /** Heads the links to them as files. */
    title: string
    /** Leads to the numbers of all charts of the story, and to all its facts. */
    story: string
    facts: string
    package: string
    citation: string
    /** How to name a chart; `url` ends it, so that whoever pastes it can open it. */
    cite: (parts: { publisher: string; title: string; story: string; date: string; url: string }) => string
    /** Whose the figures are, in a sentence. */
    rights: string
  }
  /** What is said where something published was wrong. */
  corrections: {
    /** Heads the list of them. */
    title: string
    /** Stands small after a figure that was corrected, and begins what `corrected` says. */
    mark: string
    corrected: (date: string) => string
    /** Of a chart that another stands for. */
    superseded: (date: string) => string
    /** Leads to that other chart. */
    replacement: string
    /** Of a chart that should not be relied on. */
    withdrawn: (date: string) => string
    /** What a fact was said to be and what it is, a sentence each or both in one. */
    change: (from: string, to: string) => string
    /** Stands for what a fact did not hold. */
    none: string
    /** What the feed brings. */
    feed: string
    /** The title of a correction in the feed; what it names is a fact or a chart. */
    entry: (name: string) => string
  }
  /** What is said to those who want a chart on a page of their own. */
  use: {
    /** The control under a chart, and the name of what it opens. */
    title: string
    /** The ways to use it, as a list of tabs and each with a sentence that helps. */
    ways: string
    snippet: string
    snippetHelp: string
    iframe: string
    iframeHelp: string
    wordPress: string
    wordPressHelp: string
    picture: string
    pictureHelp: string
    pictureAddress: string
    data: string
    dataHelp: string
    /** Stands before the links to the numbers as files. */
    dataFiles: string
    /** What other systems leave of what is pasted. */
    left: string
    leftWithoutScripts: string
    leftWithoutStyle: string
    leftByWordPress: string
    /** A copy that later changes to the data leave as it is. */
    frozen: (date: string) => string
    frozenHelp: string
    copy: string
    copied: string
    /** Said where the clipboard is out of reach, once the text is selected. */
    selected: string
    theme: string
    follow: string
    light: string
    dark: string
    language: string
    preview: string
    width: string
    full: string
    /** A link to the page that documents embedding. */
    more: string
  }
}
