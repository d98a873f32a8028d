/** Vectors in three dimensions, tagged with the frame they are written in. */

declare const frame: unique symbol;

/**
 * A vector in frame F. The tag exists for the compiler alone: adding a vector of one frame to a
 * vector of another does not compile.
 */
export interface Vector3<F extends string> {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly [frame]?: F;
}

export function vector3<F extends string>(x: number, y: number, z: number): Vector3<F> {
  return { x, y, z };
}

export function sum<F extends string>(a: Vector3<F>, b: Vector3<F>): Vector3<F> {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

export function difference<F extends string>(a: Vector3<F>, b: Vector3<F>): Vector3<F> {
  return { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z };
}

export function scaled<F extends string>(a: Vector3<F>, factor: number): Vector3<F> {
  return { x: a.x * factor, y: a.y * factor, z: a.z * factor };
}

export function dot<F extends string>(a: Vector3<F>, b: Vector3<F>): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

export function cross<F extends string>(a: Vector3<F>, b: Vector3<F>): Vector3<F> {
  return {
    x: a.y * b.z - a.z * b.y,
    y: a.z * b.x - a.x * b.z,
    z: a.x * b.y - a.y * b.x,
  };
}

/** Length of a vector. */
export function norm<F extends string>(a: Vector3<F>): number {
  return Math.sqrt(a.x * a.x + a.y * a.y + a.z * a.z);
}

/** Distance between two points of one frame. */
export function distance<F extends string>(a: Vector3<F>, b: Vector3<F>): number {
  return norm(difference(a, b));
}
