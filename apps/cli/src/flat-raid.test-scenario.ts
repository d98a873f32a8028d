/** A small raid on the flat world, for tests that play whole studies: quick, and with doubt in it. */
export const flatRaid = `
schema: pavise-scenario/1
id: flat-raid
title: Six low fliers against one launcher
question: What does one launcher change?
world: flat
assets:
  - {id: site, east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 1}
threats:
  flier: {class: cruise, flight_reliability: [0.7, 0.8, 0.9]}
raid:
  - id: strike
    threat: flier
    aim: site
    count: 6
    route:
      - {east_m: 80000, north_m: 0, altitude_m: 100}
      - {east_m: 0, north_m: 0, altitude_m: 100, speed_m_s: 250}
    launch_times: {start_s: 0, spacing_s: 5}
doctrine: {salvo_per_look: [1], looks_max: 2}
options:
  - {id: none, title: Nothing, units: []}
  - id: launcher
    title: One launcher
    units:
      - id: battery
        at: site
        channels: 2
        reaction_time_s: 8
        launch_spacing_s: 1
        assessment_time_s: 4
        sensors:
          - id: radar
            role: acquisition
            mast_height_m: 15
            step: {range_km: 150, detection_probability: 0.9}
            period_s: 5
            initiation_m: 2
            initiation_n: 3
        magazines:
          - interceptor: round
            launchers: 1
            rounds_per_launcher: 8
            speed_m_s: 900
            envelopes: {cruise: {range_min_km: 2}}
            single_shot_kill_probability: {cruise: [0.3, 0.5, 0.9]}
            unit_cost_usd: [1000000, 2000000, 4000000]
  - id: launcher-off
    title: The same launcher, switched off
    same_as: launcher
    each_unit: {switched_off_at_s: 0}
`;
