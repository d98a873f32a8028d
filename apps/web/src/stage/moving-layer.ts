/**
 * Icons of what is in the air. Their places are written straight into a buffer of the graphics card
 * when a frame is drawn: no update of the layer, no object per thing, nothing allocated.
 */

import { IconLayer, type IconLayerProps } from "@deck.gl/layers";
import type { Buffer, Device } from "@luma.gl/core";

/** The first `count` of these places are drawn. */
export interface IconPlaces {
  readonly places: Float32Array;
  readonly count: number;
}

interface MovingProps {
  readonly set: IconPlaces;
  readonly placesBuffer: Buffer;
}

export class MovingLayer extends IconLayer<unknown, MovingProps> {
  static override layerName = "MovingLayer";

  override draw(options: Parameters<IconLayer["draw"]>[0]): void {
    const { set, placesBuffer } = this.props;
    if (set.count === 0) return;
    placesBuffer.write(set.places.subarray(0, 3 * set.count));
    this.state.model!.setInstanceCount(set.count);
    super.draw(options);
  }
}

const made = new WeakMap<IconPlaces, MovingProps & Pick<IconLayerProps, "data">>();

/** What the layer needs to draw a set: its buffer, made once, and data that names the buffer. */
export function movingProps(
  device: Device,
  set: IconPlaces,
): MovingProps & Pick<IconLayerProps, "data"> {
  const known = made.get(set);
  if (known !== undefined) return known;
  const length = set.places.length / 3;
  // Of at least one place: an empty buffer cannot be made.
  const placesBuffer = device.createBuffer({ byteLength: Math.max(12, set.places.byteLength) });
  const attributes = { getPosition: { buffer: placesBuffer, type: "float32", size: 3 } };
  const data = { length, attributes } as unknown as IconLayerProps["data"];
  const props = { set, placesBuffer, data };
  made.set(set, props);
  return props;
}
