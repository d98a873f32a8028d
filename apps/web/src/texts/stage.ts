/** Words of the stage. */

export const stage = {
  name: "Stage",
  map: (option: string): string => `Map of the night: ${option}`,
  mapName: "Map of the night",
  mapHelp: "Arrow keys move the map, + and − zoom, Shift with arrows turn and tilt it.",
  cameras: { above: "From above", side: "From the side", globe: "Globe" },
  camera: "Camera",
  hypothetical: "hypothetical positions",
  flat: "flat world: a plane for teaching, no place on Earth",
  scaleMiddle: (length: string): string => `${length} in the middle of the picture`,
  kilometres: (value: number): string => (value < 1 ? `${value * 1000} m` : `${value} km`),
  credit: "Map: Natural Earth; GeoNames, CC BY",
  loading: "Playing the night…",
  loadingMap: "Drawing the map…",
  empty: "No night is chosen.",
  emptyHelp: "Choose a defence and a night to see it threat by threat.",
  failed: "The night could not be shown.",
  noGraphics:
    "This browser shows no map (WebGL 2 is missing). Kill chain, log and side view still work.",
  retry: "Try again",
  side: "Side view",
  sideUnits: (asset: string): string => `km from ${asset}, and high`,
  sideNone: "Choose a threat to see it from the side.",
  sideTrue: "true to scale",
  sideScaled: (factor: number): string => `heights drawn ${factor} × larger`,
  sideDescription: (threat: string, asset: string, lengthKm: number, heightKm: number): string =>
    `${threat} flies ${Math.round(lengthKm)} km to ${asset} and rises to ${Math.round(heightKm)} km.`,
} as const;
