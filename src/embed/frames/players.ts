import { standAlone } from '../../browser/alone.ts'
import { enliven } from '../../browser/players.ts'
import { startFrame } from '../frame.ts'

startFrame((figure, tip) => {
  standAlone(figure)
  enliven(figure, tip)
})
