/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The story being printed, in its language: set by the page, read by every component its MDX uses. */
    telling: import('#story').Telling
    /** Address of the story in that language, from the site's root. */
    storyPath: string
  }
}

/** A script bundled for a page to carry in itself: see src/embed/vite.ts. */
declare module '*?classic' {
  const code: string
  export default code
}
