/**
 * Lines that grow with time: each point has a moment, and what lies after the moment of the clock is
 * not drawn. The clock is read when a frame is drawn, so that moving it costs no update of the layer.
 */

import { PathLayer, type PathLayerProps } from "@deck.gl/layers";

/** The moment of the night that layers draw, seconds; changed in place, frame by frame. */
export interface StageClock {
  seconds: number;
}

interface TrailProps {
  readonly clock: StageClock;
  /** Seconds over which a line pales after it was drawn, down to `least` of its strength. */
  readonly fade: number;
  readonly least: number;
}

// One field a line: the library reads the block line by line.
const BLOCK = `layout(std140) uniform trailUniforms {
  float now;
  float fade;
  float least;
} trail;
`;

const trailUniforms = {
  name: "trail",
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { now: "f32", fade: "f32", least: "f32" },
} as const;

const inject = {
  "vs:#decl": "in float instanceMoments;\nin float instanceNextMoments;\nout float vMoment;\n",
  "vs:#main-end":
    "vMoment = mix(instanceMoments, instanceNextMoments, vPathLength > 0.0 ? vPathPosition.y / vPathLength : 0.0);\n",
  "fs:#decl": "in float vMoment;\n",
  "fs:DECKGL_FILTER_COLOR":
    "if (vMoment > trail.now) discard;\ncolor.a *= max(trail.least, 1.0 - (trail.now - vMoment) / trail.fade);\n",
};

/** Lines as binary data: see `TrailData`. */
export class TrailLayer extends PathLayer<unknown, TrailProps> {
  static override layerName = "TrailLayer";

  override getShaders(): ReturnType<PathLayer["getShaders"]> {
    const shaders = super.getShaders();
    return { ...shaders, inject, modules: [...shaders.modules, trailUniforms] };
  }

  override initializeState(): void {
    super.initializeState();
    this.getAttributeManager()!.addInstanced({
      moments: {
        size: 1,
        accessor: "getMoments",
        shaderAttributes: {
          instanceMoments: { vertexOffset: 0 },
          instanceNextMoments: { vertexOffset: 1 },
        },
      },
    });
  }

  override draw(options: Parameters<PathLayer["draw"]>[0]): void {
    const { clock, fade, least } = this.props;
    this.state.model!.shaderInputs.setProps({ trail: { now: clock.seconds, fade, least } });
    super.draw(options);
  }
}

/** Lines one after the other, as the layer reads them without touching single objects. */
export interface TrailData {
  readonly length: number;
  readonly startIndices: Uint32Array;
  readonly attributes: {
    readonly getPath: { readonly value: Float32Array; readonly size: 3 };
    readonly getMoments: { readonly value: Float32Array; readonly size: 1 };
  };
}

export type TrailLayerProps = PathLayerProps<unknown> & TrailProps;
