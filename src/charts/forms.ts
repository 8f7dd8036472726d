import type { FormName } from '#story'
import type { Form } from './contract.ts'
import { counts } from './counts.ts'
import { growth } from './growth.ts'
import { places } from './places.ts'
import { players } from './players.ts'
import { shares } from './shares.ts'
import { timeline } from './timeline.ts'
import { volumes } from './volumes.ts'

/** Every form by the name a declaration gives. */
export const forms: { [Name in FormName]: Form<Name> } = { growth, counts, volumes, shares, players, places, timeline }
