import { enliven } from '../../browser/volumes.ts'
import { startFrame } from '../frame.ts'

startFrame(enliven)
