import { geoEquirectangular, geoPath } from 'd3-geo'
import land from 'world-atlas/land-110m.json' with { type: 'json' }
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** A place on the globe, in degrees. */
export interface Spot {
  latitude: number
  longitude: number
}

/** A piece of the world drawn at a scale: its coastline and where a place stands on it. */
export interface Region {
  coast: string
  width: number
  height: number
  point: (spot: Spot) => { x: number; y: number }
}

const coastline = feature(land as unknown as Topology, (land as unknown as Topology<{ land: GeometryCollection }>).objects.land)

/** Degrees of longitude without a place that make two regions of one. */
const emptySea = 40

/**
 * Sorts places into regions that an empty sea divides, from west to east with the Pacific in the middle, as a map for Asia has it.
 *
 * @returns the places of each region
 */
export function regionsOf<T extends Spot>(places: readonly T[]): T[][] {
  const eastward = (place: T): number => (place.longitude + 360) % 360
  const regions: T[][] = []
  for (const place of [...places].sort((a, b) => eastward(a) - eastward(b))) {
    const last = regions.at(-1)
    const neighbour = last?.at(-1)
    if (last && neighbour && eastward(place) - eastward(neighbour) < emptySea) last.push(place)
    else regions.push([place])
  }
  return regions
}

/** Degrees of latitude kept above and below the places, and shown at the least. */
const margins = { least: 8, shown: 30 }

/**
 * Draws the coast round some places, in Natural Earth's coarsest version and whole pixels.
 *
 * @param width of the drawing in pixels
 * @param scale pixels to a degree
 */
export function drawRegion(places: readonly Spot[], width: number, scale: number): Region {
  const latitudes = places.map((place) => place.latitude)
  const longitudes = places.map((place) => place.longitude)
  const [lowest, highest] = [Math.min(...latitudes), Math.max(...latitudes)]
  // A single spot needs more of its coast than a spread of places to be recognised.
  const margin = Math.max(margins.least, (margins.shown - (highest - lowest)) / 2)
  const [south, north] = [lowest - margin, highest + margin]
  const meridian = (Math.min(...longitudes) + Math.max(...longitudes)) / 2
  const height = Math.round((north - south) * scale)
  const projection = geoEquirectangular()
    .scale((scale * 180) / Math.PI)
    .rotate([-meridian, 0])
    .center([0, (north + south) / 2])
    .translate([width / 2, height / 2])
    .clipExtent([
      [0, 0],
      [width, height],
    ])
  return {
    coast: geoPath(projection).digits(0)(coastline) ?? '',
    width,
    height,
    point: ({ longitude, latitude }) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0]
      return { x, y }
    },
  }
}
