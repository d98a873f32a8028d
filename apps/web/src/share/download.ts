/** Files made in the page. */

/** Hands a file to the user. */
export function save(name: string, kind: string, contents: string | Blob): void {
  const blob = typeof contents === "string" ? new Blob([contents], { type: kind }) : contents;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Properties that a drawing gets from the style sheet and must carry by itself in a file. */
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "vector-effect",
];

/** Ground around a figure in a file. */
const MARGIN = 16;

/** The first figure on the page as an SVG file: with its styles, on the ground it stands on. */
export function figureSvg(): string {
  const figure = [...document.querySelectorAll<SVGSVGElement>(".drawn figure svg")].find(
    (each) => each.clientWidth > 0,
  );
  if (figure === undefined) throw new Error("there is no figure to save");
  const copy = figure.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute("class");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const from = figure.querySelectorAll<SVGElement>("*");
  for (const [index, element] of copy.querySelectorAll<SVGElement>("*").entries()) {
    const style = getComputedStyle(from[index]!);
    // As attributes: the policy of the page lets nothing have a style of its own.
    for (const name of CARRIED) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("style");
    element.removeAttribute("class");
  }
  const { x, y, width, height } = figure.viewBox.baseVal;
  const frame = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN] as const;
  copy.setAttribute("viewBox", frame.join(" "));
  copy.setAttribute("width", String(frame[2]));
  copy.setAttribute("height", String(frame[3]));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [k, name] of ["x", "y", "width", "height"].entries()) {
    ground.setAttribute(name, String(frame[k]));
  }
  ground.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  copy.insertBefore(ground, copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
}

/** Pixels of a picture for one of the drawing. */
const SCALE = 2;

/** The same figure as a picture. */
export async function figurePng(): Promise<Blob> {
  const svg = figureSvg();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth * SCALE, image.naturalHeight * SCALE);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}
