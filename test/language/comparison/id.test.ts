import { expect, it } from 'vitest'
import { changeIn, comparisonWords, sizeIn } from '#language'

const words = comparisonWords('id')

it.each([
  [1, 'kurang lebih sama dengan'],
  [1.4, '40 persen lebih besar daripada'],
  [1.9, 'hampir dua kali'],
  [2, 'sekitar dua kali'],
  [2.58, 'lebih dari dua kali'],
  [10, 'sekitar sepuluh kali'],
  [57.3, 'sekitar 57 kali'],
  [0.97, '97 persen dari'],
  [0.75, 'sekitar tiga perempat dari'],
  [0.48, 'hampir separuh'],
  [0.52, 'lebih dari separuh'],
  [1 / 3, 'sekitar sepertiga dari'],
  [0.1, 'sekitar sepersepuluh dari'],
])('an amount that is %d of another is %s it in Indonesian', (ratio, said) => {
  expect(sizeIn(words, ratio)).toBe(said)
})

it.each([
  [1, 'kurang lebih tetap'],
  [1.03, 'naik 3 persen'],
  [1.5, 'naik sekitar separuh'],
  [1.92, 'naik menjadi hampir dua kali lipat'],
  [2.58, 'naik menjadi lebih dari dua kali lipat'],
  [4.5, 'naik menjadi lebih dari empat kali lipat'],
  [0.95, 'turun 5 persen'],
  [0.67, 'turun sekitar sepertiga'],
  [0.26, 'turun sekitar tiga perempat'],
])('an amount that came to %d of what it was: it %s in Indonesian', (ratio, said) => {
  expect(changeIn(words, ratio)).toBe(said)
})
