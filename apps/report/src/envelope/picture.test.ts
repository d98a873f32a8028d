import { type Envelope, type EnvelopeLimit, envelopesOf } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { envelopeSvg } from "./picture.ts";

const catalogue = packedCatalogue();

function picture(envelopes: readonly Envelope[]): Document {
  const title = "S-400";
  const svg = envelopeSvg({ title, antennaHeight: 7, envelopes, catalogueHash: catalogue.hash });
  return parseHTML(svg).document as unknown as Document;
}

/** Width of the box for the likely values, in pixels. */
function likelyWidths(drawn: Document): number[] {
  return [...drawn.querySelectorAll("rect.likely")].map((box) => Number(box.getAttribute("width")));
}

test("draws every envelope of the S-400 on one scale: 57 km of 60 are 57 of 248 for 250 km", () => {
  const envelopes = envelopesOf(catalogue, "s400");
  const drawn = picture(envelopes);
  expect(drawn.querySelectorAll("path.horizon")).toHaveLength(envelopes.length);
  const at = (name: string, kind: string): number =>
    envelopes.findIndex((one) => one.interceptor === name && one.name === kind);
  const widths = likelyWidths(drawn);
  const ballistic = widths[at("48n6e3", "ballistic")]!;
  const aircraft = widths[at("48n6e3", "aerodynamic")]!;
  // Least range 3 and 2 km, greatest 60 and 250 km: lengths on one scale have this
  // ratio, but for coordinates written to a tenth of a pixel: 0.1 of 440 pixels is 2e-4.
  expect(ballistic / aircraft).toBeCloseTo((60 - 3) / (250 - 2), 3);
});

test("says below each name what the terminal says of it", () => {
  const text = [...picture(envelopesOf(catalogue, "s400")).querySelectorAll("text.words")]
    .map((each) => each.textContent)
    .join(" ");
  expect(text).toContain("48n6e3 against ballistic missiles: range 3 (2 to 5) to 60 km");
});

test("draws no full box where no value is certain to be reached", () => {
  const [one] = envelopesOf(catalogue, "s400") as [Envelope];
  const wide = (least: number, likely: number, greatest: number): EnvelopeLimit => {
    return { least, likely, greatest, value: [least, likely, greatest] };
  };
  const open = { ...one, rangeMin: wide(1, 2, 30), rangeMax: wide(20, 40, 60) };
  const drawn = picture([open]);
  expect(drawn.querySelectorAll("rect.every")).toHaveLength(0);
  expect(drawn.querySelectorAll("rect.likely")).toHaveLength(1);
});

test("is never a picture of nothing", () => {
  expect(() => picture([])).toThrow(RangeError);
});
