/** A piece of a story's MDX and what the checks say of it, each as `COLUMN MESSAGE`; nothing where it may stand. */
export interface Fixture {
  tag: 'en' | 'fr' | 'id'
  what: string
  text: string
  says?: string[]
}

const figure = (column: number, text: string, fact?: string): string =>
  `${String(column)} unbound figure "${text}"; ${fact === undefined ? `expected <Fact id="…" /> with a fact of data.ts, or <Figure why="…">${text}</Figure> if it measures nothing` : `did you mean <Fact id="${fact}" />?`}`

const date = (column: number, text: string, fault: string): string =>
  `${String(column)} "${text}"${fault.startsWith('of ') ? ', ' : ' '}${fault}${fault.endsWith('?') ? '' : `; expected one of the story's dates, or <Figure why="…">${text}</Figure> if it dates nothing of it`}`

const hedge = (column: number, doubt: string, words: string): string =>
  `${String(column)} ${doubt}, and its sentence does not say so; expected a word such as ${words} in it, or <Fact … plain /> if the words round it do`

/** Pieces that may stand, as the small story of the tests has it: it knows of October and 13 November 2023, of 2022 to 2024. */
export const passing: Fixture[] = [
  { tag: 'en', what: 'the day of an event', text: 'On 4 October 2023 the shop stopped.' },
  { tag: 'en', what: 'a day of the year last named', text: 'It was frozen on 3 October 2023 and free again on 5 October.' },
  { tag: 'en', what: 'days of one month', text: 'It was frozen on 3–5 October 2023, or from 3 to 5 October.' },
  { tag: 'en', what: 'an abbreviated date and one of digits', text: 'By 4 Oct. 2023, which is Oct 4 and 2023-10-04, it had stopped.' },
  { tag: 'en', what: 'a month and years', text: 'In June 2023, in 2022, and from 2022 to 2024.' },
  { tag: 'en', what: 'times', text: 'At 17:00 WIB, or 5 pm, it stopped.' },
  { tag: 'en', what: 'ordinals and ranks', text: 'The second-largest market, the first shop and the 20th.' },
  { tag: 'en', what: 'one of several', text: 'One of the largest, and no one knew.' },
  { tag: 'en', what: 'names with numbers', text: 'The 12.12 sale, the G20, COVID-19 and a form 20-F.' },
  { tag: 'en', what: 'a regulation', text: 'Regulation 31 of 2023 has article 25.' },
  { tag: 'en', what: 'units without amounts', text: 'A share in per cent, prices in Rp, the first half of 2023.' },
  { tag: 'en', what: 'a claim that is one', text: 'According to sources, it was <Fact id="daily" /> a day.' },
  {
    tag: 'en',
    what: 'a date of the statement it stands in',
    text: '<Claim id="reply">The shop did not reply on 13 November 2023</Claim>.',
  },
  {
    tag: 'en',
    what: 'what was waived',
    text: 'On <Figure why="a date that never was">30 February 2031</Figure>, <Figure why="a figure of speech">a million miles</Figure> away.',
  },

  { tag: 'fr', what: 'le jour d’un événement', text: 'Le 4 octobre 2023, la boutique a fermé.' },
  { tag: 'fr', what: 'un jour de l’année nommée avant', text: 'Gelée le 3 octobre 2023, elle rouvre le 5 octobre.' },
  { tag: 'fr', what: 'une date abrégée', text: 'Le 4 oct. 2023, soit le 04/10/2023, elle avait fermé.' },
  { tag: 'fr', what: 'un mois et des années', text: 'En juin 2023, en 2022, puis de 2022 à 2024.' },
  { tag: 'fr', what: 'des heures', text: 'À 17 h WIB ou à 17 h 30, elle a fermé.' },
  { tag: 'fr', what: 'des ordinaux', text: 'Le deuxième marché, la 1re boutique, le 20e rang et le XXe siècle.' },
  { tag: 'fr', what: 'l’un des plus grands', text: 'L’un des plus grands, une boutique, un pays ; l’un et l’autre.' },
  { tag: 'fr', what: 'des noms à nombres', text: 'La journée du 12.12, le G20 et la COVID-19.' },
  { tag: 'fr', what: 'un règlement', text: 'Le règlement 31 de 2023 et son article 25.' },
  { tag: 'fr', what: 'des unités sans montant', text: 'Une part en pour cent, des prix en Rp, le premier semestre 2023.' },
  { tag: 'fr', what: 'une affirmation attribuée', text: 'Selon des sources, il y en avait <Fact id="daily" /> par jour.' },
  { tag: 'fr', what: 'une date de ce qu’elle dit', text: '<Claim id="reply">La boutique n’a pas répondu le 13 novembre 2023</Claim>.' },

  { tag: 'id', what: 'hari sebuah peristiwa', text: 'Pada 4 Oktober 2023 toko itu berhenti.' },
  { tag: 'id', what: 'hari dari tahun yang disebut sebelumnya', text: 'Dibekukan pada 3 Oktober 2023 dan dibuka lagi pada 5 Oktober.' },
  { tag: 'id', what: 'tanggal yang disingkat', text: 'Pada 4 Okt 2023, yakni 4/10/2023, toko itu sudah berhenti.' },
  { tag: 'id', what: 'bulan dan tahun', text: 'Pada Juni 2023, pada 2022, lalu dari 2022 hingga 2024.' },
  { tag: 'id', what: 'jam', text: 'Pukul 17.00 WIB toko itu berhenti.' },
  { tag: 'id', what: 'bilangan tingkat', text: 'Pasar terbesar kedua, toko pertama dan yang ke-20.' },
  { tag: 'id', what: 'salah satu', text: 'Salah satu yang terbesar; satu sama lain.' },
  { tag: 'id', what: 'nama berangka', text: 'Promo 12.12, G20, dan COVID-19.' },
  { tag: 'id', what: 'sebuah peraturan', text: 'Peraturan Nomor 31 Tahun 2023, pasal 25.' },
  { tag: 'id', what: 'satuan tanpa jumlah', text: 'Pangsa dalam persen, harga dalam Rp, semester pertama 2023.' },
  { tag: 'id', what: 'klaim yang disebut klaim', text: 'Menurut sumber, ada <Fact id="daily" /> sehari.' },
  { tag: 'id', what: 'tanggal pernyataannya', text: '<Claim id="reply">Toko itu tidak menjawab pada 13 November 2023</Claim>.' },
]

const asReply = {
  en: 'is no date of the fact "reply", in whose words it stands; its dates are 3 October 2023, 4 October 2023, 5 October 2023, 13 November 2023',
  fr: 'is no date of the fact "reply", in whose words it stands; its dates are 3 octobre 2023, 4 octobre 2023, 5 octobre 2023, 13 novembre 2023',
  id: 'is no date of the fact "reply", in whose words it stands; its dates are 3 Oktober 2023, 4 Oktober 2023, 5 Oktober 2023, 13 November 2023',
}
const noYear = 'is no year of this story, whose dates run from 2022 to 2024'

/** Pieces that are refused. */
export const failing: Fixture[] = [
  {
    tag: 'en',
    what: 'a day on which nothing happened',
    text: 'It stopped on 14 October 2023.',
    says: [
      date(15, '14 October 2023', 'is no date of this story; events near it: 4 October 2023 (The shop stops), 5 October 2023 (A freeze)'),
    ],
  },
  {
    tag: 'en',
    what: 'a day that is of another year than the last named',
    text: 'It was so in 2024. On 4 October it stopped.',
    says: [
      date(23, '4 October', 'of 2024 as the year last named, is no date of this story; did you mean 4 October 2023 (The shop stops)?'),
    ],
  },
  {
    tag: 'en',
    what: 'a day that no calendar has',
    text: 'On 31 November 2023.',
    says: [date(4, '31 November 2023', 'is no date of any calendar')],
  },
  {
    tag: 'en',
    what: 'a month in which nothing happened',
    text: 'By Feb 2023 it had.',
    says: [date(4, 'Feb 2023', 'is no month of this story; events near it: 3 October 2023 (A freeze), 4 October 2023 (The shop stops)')],
  },
  { tag: 'en', what: 'a year out of the story', text: 'It ends in 2032.', says: [date(12, '2032', noYear)] },
  {
    tag: 'en',
    what: 'a date of something else than the statement it stands in',
    text: '<Claim id="reply">It did not reply on 15 June 2023</Claim>.',
    says: [date(39, '15 June 2023', asReply.en)],
  },
  { tag: 'en', what: 'a number in words', text: 'It spoke with five of them.', says: [figure(15, 'five')] },
  { tag: 'en', what: 'a number of a fact', text: 'It has 40 million accounts.', says: [figure(8, '40 million', 'users')] },
  { tag: 'en', what: 'rupiah', text: 'The fine was Rp 15 billion.', says: [figure(14, 'Rp 15 billion')] },
  { tag: 'en', what: 'a comparison', text: 'Sales doubled; a third of it is new.', says: [figure(7, 'doubled'), figure(16, 'a third')] },
  {
    tag: 'en',
    what: 'a claim as if it were so',
    text: 'It was <Fact id="daily" /> a day.',
    says: [hedge(8, '"daily" is claimed', '"according to" or "said"')],
  },
  {
    tag: 'en',
    what: 'what rests on a claim as if it did not',
    text: 'It was <Fact id="second" /> a second.',
    says: [hedge(8, '"second" rests on "daily", which is claimed', '"according to" or "said"')],
  },
  {
    tag: 'en',
    what: 'a link that leads nowhere',
    text: 'See [it](#sale).',
    says: ['5 the link "#sale" leads to no part of the story; did you mean "#sales"?'],
  },
  {
    tag: 'en',
    what: 'an image without words',
    text: 'See ![](a.png).',
    says: ['5 an image without alt text; expected ![what the picture shows and means](…)'],
  },

  {
    tag: 'fr',
    what: 'un jour où rien n’est arrivé',
    text: 'Elle a fermé le 14 octobre 2023.',
    says: [
      date(17, '14 octobre 2023', 'is no date of this story; events near it: 4 octobre 2023 (The shop stops), 5 octobre 2023 (A freeze)'),
    ],
  },
  {
    tag: 'fr',
    what: 'un jour d’une autre année que la dernière nommée',
    text: 'C’était ainsi en 2024. Le 4 octobre, elle a fermé.',
    says: [
      date(27, '4 octobre', 'of 2024 as the year last named, is no date of this story; did you mean 4 octobre 2023 (The shop stops)?'),
    ],
  },
  {
    tag: 'fr',
    what: 'un jour qui n’existe pas',
    text: 'Le 31 novembre 2023.',
    says: [date(4, '31 novembre 2023', 'is no date of any calendar')],
  },
  {
    tag: 'fr',
    what: 'un mois où rien n’est arrivé',
    text: 'En févr. 2023, rien.',
    says: [date(4, 'févr. 2023', 'is no month of this story; events near it: 3 octobre 2023 (A freeze), 4 octobre 2023 (The shop stops)')],
  },
  { tag: 'fr', what: 'une année hors du récit', text: 'La fin, en 2032.', says: [date(12, '2032', noYear)] },
  {
    tag: 'fr',
    what: 'une date d’autre chose',
    text: '<Claim id="reply">Rien le 15 juin 2023</Claim>.',
    says: [date(27, '15 juin 2023', asReply.fr)],
  },
  { tag: 'fr', what: 'un nombre en lettres', text: 'Il a parlé à cinq sociétés.', says: [figure(14, 'cinq')] },
  { tag: 'fr', what: 'le nombre d’un fait', text: 'Il a 40 millions de comptes.', says: [figure(6, '40 millions', 'users')] },
  { tag: 'fr', what: 'des dollars', text: 'Soit 62 milliards de dollars.', says: [figure(6, '62 milliards de dollars')] },
  { tag: 'fr', what: 'des comparaisons', text: 'Le marché a doublé, de moitié.', says: [figure(13, 'doublé'), figure(24, 'moitié')] },
  {
    tag: 'fr',
    what: 'une affirmation sans auteur',
    text: 'Il y en a <Fact id="daily" /> par jour.',
    says: [hedge(11, '"daily" is claimed', '"selon" or "a dit"')],
  },
  {
    tag: 'fr',
    what: 'ce qui repose sur une prévision',
    text: 'Soit <Fact id="growth" /> par an.',
    says: [hedge(6, '"growth" rests on "sales-2023", which is forecast', '"prévu" or "attendu"')],
  },
  {
    tag: 'fr',
    what: 'un lien qui ne mène à rien',
    text: 'Voir [ici](#sale).',
    says: ['6 the link "#sale" leads to no part of the story; did you mean "#sales"?'],
  },
  {
    tag: 'fr',
    what: 'une image sans texte',
    text: 'Voir ![](a.png).',
    says: ['6 an image without alt text; expected ![what the picture shows and means](…)'],
  },

  {
    tag: 'id',
    what: 'hari tanpa peristiwa',
    text: 'Toko itu berhenti pada 14 Oktober 2023.',
    says: [
      date(24, '14 Oktober 2023', 'is no date of this story; events near it: 4 Oktober 2023 (The shop stops), 5 Oktober 2023 (A freeze)'),
    ],
  },
  {
    tag: 'id',
    what: 'hari dari tahun lain daripada yang terakhir disebut',
    text: 'Begitulah pada 2024. Pada 4 Oktober toko itu berhenti.',
    says: [
      date(27, '4 Oktober', 'of 2024 as the year last named, is no date of this story; did you mean 4 Oktober 2023 (The shop stops)?'),
    ],
  },
  {
    tag: 'id',
    what: 'hari yang tidak ada',
    text: 'Pada 31 November 2023.',
    says: [date(6, '31 November 2023', 'is no date of any calendar')],
  },
  {
    tag: 'id',
    what: 'bulan tanpa peristiwa',
    text: 'Pada Agu 2021 belum.',
    says: [date(6, 'Agu 2021', 'is no month of this story; events near it: 3 Oktober 2023 (A freeze), 4 Oktober 2023 (The shop stops)')],
  },
  { tag: 'id', what: 'tahun di luar cerita', text: 'Berakhir pada 2032.', says: [date(15, '2032', noYear)] },
  {
    tag: 'id',
    what: 'tanggal hal lain',
    text: '<Claim id="reply">Diam pada 15 Juni 2023</Claim>.',
    says: [date(29, '15 Juni 2023', asReply.id)],
  },
  { tag: 'id', what: 'bilangan dengan huruf', text: 'Ia berbicara dengan lima toko.', says: [figure(21, 'lima')] },
  { tag: 'id', what: 'bilangan sebuah fakta', text: 'Ada 40 juta akun.', says: [figure(5, '40 juta', 'users')] },
  { tag: 'id', what: 'rupiah', text: 'Dendanya Rp15 miliar.', says: [figure(10, 'Rp15 miliar')] },
  {
    tag: 'id',
    what: 'perbandingan',
    text: 'Naik dua kali lipat, separuh baru.',
    says: [figure(6, 'dua kali lipat'), figure(22, 'separuh')],
  },
  {
    tag: 'id',
    what: 'klaim tanpa sumber',
    text: 'Ada <Fact id="daily" /> sehari.',
    says: [hedge(5, '"daily" is claimed', '"menurut" or "mengatakan"')],
  },
  {
    tag: 'id',
    what: 'yang bertumpu pada perkiraan',
    text: 'Yakni <Fact id="both" /> bersama.',
    says: [hedge(7, '"both" rests on "slice-big", which is estimated', '"diperkirakan" or "menurut"')],
  },
  {
    tag: 'id',
    what: 'tautan yang buntu',
    text: 'Lihat [ini](#sale).',
    says: ['7 the link "#sale" leads to no part of the story; did you mean "#sales"?'],
  },
  {
    tag: 'id',
    what: 'gambar tanpa teks',
    text: 'Lihat ![](a.png).',
    says: ['7 an image without alt text; expected ![what the picture shows and means](…)'],
  },
]
