import './charts.ts'
import './scrolly.ts'

// The details of a figure are few bytes and wanted at the first press anywhere in the story, so they come once the page is there.
const article = document.querySelector<HTMLElement>('article')
if (article)
  void import('./details.ts').then(({ openDetails }) => {
    openDetails(article)
  })
