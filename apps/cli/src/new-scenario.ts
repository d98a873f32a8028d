/** What `pavise new` writes: a small scenario whose comments teach, complete and ready to run. */

const TEMPLATE = `# A scenario: one question, one raid, several defences. Change a line, then:
#   npx pavise validate NAME.yaml     is it complete, and does it make sense?
#   npx pavise run NAME.yaml --option patriot     one night, told second by second
#   npx pavise study NAME.yaml        many nights over everything nobody published; a report
# Quantities carry their unit in the name of the field. [least, likely, greatest] is a range that is drawn.
# Names of systems, threats and places: npx pavise catalogue list
# What is not written here is in the catalogue, with its source; anything of it may be changed below,
# or for one run: --set 'systems.patriot.reaction_time_s=20'
schema: pavise-scenario/1
id: NAME
title: "A raid on one air base"
question: "What does one battery change, and what do two vehicles close by add?"
world: wgs84

# What is defended. A threat that ends within the arrival radius (5 km unless you write
# arrival_radius_km) has arrived. Instead of a place: lat_deg, lon_deg, altitude_m.
assets:
  - id: base
    title: The base
    place: ain_al_asad

# The attack is written down by you, never computed.
raid:
  # Ballistic: a launch point and an apogee.
  - id: strike
    threat: fateh313
    aim: base
    count: 4
    launch: {place: kermanshah_launch_area, altitude_m: 1400}
    apogee: minimum-energy # the path of the least launch speed
    launch_times: {start_s: 1800, spacing_s: 15}
  # Everything else: a route, ending at the asset. Heights are above the sea, or above the ground.
  - id: drones
    threat: shahed136
    aim: base
    count: 8
    route:
      - {lat_deg: 33.9, lon_deg: 43.4, altitude_m: 500}
      - {place: ain_al_asad, altitude_m: 400}
    launch_times: {start_s: 60, spacing_s: 20}

# Two rounds, look, and again while time and rounds allow.
doctrine:
  salvo_per_look: [2]
  looks_max: unlimited

# The defences. All positions are hypothetical. Every option meets the same raid and the same luck.
options:
  - id: none
    title: No defence
    units: []

  - id: patriot
    title: One Patriot battery
    units:
      - id: patriot_base
        system: patriot
        at: base
        load: {pac3_mse: 24}
        sector_centre_deg: 81 # where its radar looks, clockwise from north

  # same_as takes everything from the option named; units are added, or changed by their id.
  - id: patriot-pantsir
    title: The same with two Pantsir vehicles
    same_as: patriot
    units:
      - {id: pantsir_1, system: pantsir_s1, at: base, load: {"57e6": 12}, sector_centre_deg: 81}
      - {id: pantsir_2, system: pantsir_s1, at: base, load: {"57e6": 12}, sector_centre_deg: 81}

# What must hold whatever is drawn, and why. Every study shows by how much it does.
expectations:
  - id: helps
    says: The battery lets fewer through than no defence.
    quantity: options.patriot.arrivals.total.mean
    less_than: options.none.arrivals.total.mean
    because: A round either stops a threat or changes nothing.

# How much a study plays unless you say otherwise (--draws, --replications).
study: {draws: 50, replications: 500}
`;

/** The template under a name of one's own. */
export function newScenario(name: string): string {
  return TEMPLATE.replaceAll("NAME", name);
}

/** A scenario under another id, comments and all; null where it has no line that says its id. */
export function renamedScenario(text: string, name: string): string | null {
  const line = /^id:.*$/m;
  return line.test(text) ? text.replace(line, `id: ${name}`) : null;
}
