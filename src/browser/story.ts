import './charts.ts'
import './scrolly.ts'
import './languages.ts'
import { openDetails } from './details.ts'

const article = document.querySelector<HTMLElement>('article')
if (article) openDetails(article)
