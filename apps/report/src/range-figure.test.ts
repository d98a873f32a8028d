import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { dotBlocks } from "./night-dots.ts";
import { type RangeFigure, rangeFigure } from "./range-figure.ts";
import { linearScale } from "./svg.ts";

const figure: RangeFigure = {
  id: "small",
  title: "What arrives",
  most: 4,
  axis: "threats that arrive",
  recorded: 3,
  isNamed: true,
  rows: [
    {
      title: "No defence",
      figures: "2.5 (1 to 4)",
      both: [1, 4],
      ignorance: [2, 3.2],
      likely: 2.8,
      nights: [1, 2, 2, 3, 3, 3, 4],
    },
  ],
};

test("the figure of one row and seven nights is drawn as it was looked at", async () => {
  await expect(rangeFigure(figure).text).toMatchFileSnapshot("golden/range-figure.svg.txt");
});

test("a hundred nights are a hundred dots, wherever they fall and however close numbers lie", () => {
  const x = linearScale([0, 400], [20, 300]);
  const nights = Array.from({ length: 100 }, (_, night) => (night * 7) % 400);
  expect(dotBlocks(nights, x).draw(0).text.match(/M/g)?.length).toBe(100);
});

test("all nights at one number stand in one block of at most six a row", () => {
  const blocks = dotBlocks(new Array<number>(60).fill(0), linearScale([0, 16], [20, 500]));
  expect(blocks.height).toBeGreaterThan(10 * 4.5);
});

test("bar, line and tick lie where their numbers are on the axis", () => {
  const { document } = parseHTML(rangeFigure(figure).text);
  const svg = document.querySelector("#small-wide-title")!.parentElement!;
  const x = linearScale([0, 4], [268, 740]);
  const bar = svg.querySelector("rect.ignorance")!;
  expect(Number(bar.getAttribute("x"))).toBeCloseTo(x(2), 0);
  expect(Number(bar.getAttribute("width"))).toBeCloseTo(x(3.2) - x(2), 0);
  expect(svg.querySelector("path.tick")!.getAttribute("d")).toContain(`M${x(2.8).toFixed(1)} `);
  expect(svg.querySelector("path.recorded")!.getAttribute("d")).toMatch(`M${x(3)} `);
});

test("marks are named in words inside the picture, on a wide and on a narrow screen", () => {
  const { text } = rangeFigure(figure);
  for (const name of [
    "thin line: eight nights of ten",
    "thick bar: ignorance alone",
    "tick: likely values",
  ]) {
    expect(text).toContain(name);
  }
  expect(text).toContain("bar: ignorance");
});
