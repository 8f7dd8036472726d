import * as Plot from '@observablehq/plot'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { muted, style } from './chart.ts'
import type { Draw } from './chart.ts'

export const places: Draw<'places'> = async ({ regions, unverified }, width) => {
  const topology = (await (await fetch('land.json')).json()) as Topology<{ land: GeometryCollection }>
  const land = feature(topology, topology.objects.land)
  const box = document.createElement('div')
  for (const { seats } of regions) {
    const coordinates = seats.map(({ longitude, latitude }) => [longitude, latitude])
    const cities = [...Map.groupBy(seats, ({ place }) => place)].map(([place, here]) => ({
      ...here[0],
      text: `${place}: ${here.map(({ player }) => player).join(', ')}`,
    }))
    box.append(
      Plot.plot({
        width,
        height: 300,
        style,
        projection: { type: 'equirectangular', domain: { type: 'MultiPoint', coordinates }, inset: 60 },
        marks: [
          Plot.geo(land, { fill: 'var(--color-land)' }),
          Plot.dot(seats, { x: 'longitude', y: 'latitude', fill: 'colour', tip: true }),
          Plot.text(cities, { x: 'longitude', y: 'latitude', text: 'text', textAnchor: 'start', dx: 8, lineWidth: 12 }),
        ],
      }),
    )
  }
  box.append(
    Plot.plot({
      width,
      height: 60,
      style,
      axis: null,
      marks: [Plot.text([unverified], { frameAnchor: 'left', lineWidth: width / 13, fill: muted })],
    }),
  )
  return box
}
