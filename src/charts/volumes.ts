import type { Form } from './contract.ts'
import { createDrawing } from './svg.ts'

export const volumes: Form<'volumes'> = {
  wants: () => ({}),
  draw: (_, frame) => ({ svg: createDrawing(frame.document, frame.width, 100), marks: [] }),
  table: () => ({ columns: [], rows: [] }),
  facts: () => [],
}
