import { standAlone } from '../../browser/alone.ts'
import { carry } from '../../browser/counts.ts'
import { startFrame } from '../frame.ts'

startFrame((figure) => {
  standAlone(figure, carry(figure))
})
