import { standAlone } from '../../browser/alone.ts'
import { enliven } from '../../browser/growth-record.ts'
import { startFrame } from '../frame.ts'

startFrame((figure) => {
  standAlone(figure)
  enliven(figure)
})
