import { comparisons } from '#story'

/** What an id given to a component must be the id of. */
export type IdNoun = 'fact' | 'statement' | 'chart' | 'player' | 'source'

interface Prop {
  required?: boolean
  /** The value is the id of one of these. */
  id?: IdNoun
  /** The value is one of these words. */
  oneOf?: readonly string[]
  /** The value names a view of the chart that the component, or the one round it, is given. */
  view?: boolean
  /** The prop is there or not, without a value. */
  flag?: boolean
}

interface ComponentRule {
  props: Record<string, Prop>
  /** Whether it wraps words of the story. */
  children: 'required' | 'none'
}

/** Everything the MDX may use, with what each takes. Nothing else renders. */
export const components: Record<string, ComponentRule> = {
  Fact: {
    props: {
      id: { required: true, id: 'fact' },
      as: { oneOf: ['short', 'long', 'number', 'words'] },
      plain: { flag: true },
    },
    children: 'none',
  },
  Claim: { props: { id: { required: true, id: 'statement' }, plain: { flag: true } }, children: 'required' },
  Chart: { props: { id: { required: true, id: 'chart' }, view: { view: true } }, children: 'none' },
  Scrolly: { props: { chart: { required: true, id: 'chart' } }, children: 'required' },
  Step: { props: { view: { required: true, view: true } }, children: 'required' },
  Section: { props: { id: { required: true }, title: { required: true } }, children: 'required' },
  Player: { props: { id: { required: true, id: 'player' } }, children: 'none' },
  Source: { props: { id: { required: true, id: 'source' } }, children: 'none' },
  Aside: { props: { title: { required: true } }, children: 'required' },
  Compare: {
    props: {
      a: { required: true, id: 'fact' },
      b: { required: true, id: 'fact' },
      as: { oneOf: comparisons },
      plain: { flag: true },
    },
    children: 'none',
  },
  Figure: { props: { why: { required: true } }, children: 'required' },
}
