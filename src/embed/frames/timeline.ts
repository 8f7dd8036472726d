import { enliven } from '../../browser/timeline.ts'
import { startFrame } from '../frame.ts'

startFrame(enliven)
