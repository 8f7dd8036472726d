/** A function that works out each of its results once: asked for the same thing again, it answers with what it made. */
export function onceFor<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, { made: Made }>()
  return (thing) => {
    const result = known.get(thing) ?? { made: make(thing) }
    known.set(thing, result)
    return result.made
  }
}
