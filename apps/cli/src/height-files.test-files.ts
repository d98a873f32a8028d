/** Small files of ground heights, written byte by byte: no other program is needed for a test. */

/** An SRTM tile of 1,201 posts a side; `height` by row from the north and column from the west. */
export function hgtTile(height: (row: number, column: number) => number): Buffer {
  const side = 1201;
  const bytes = Buffer.alloc(2 * side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      bytes.writeInt16BE(height(row, column), 2 * (row * side + column));
    }
  }
  return bytes;
}

export interface TiffForm {
  readonly columns: number;
  readonly rows: number;
  /** Corner of the north-western pixel, or its post where pixels are points. */
  readonly westDeg: number;
  readonly northDeg: number;
  readonly stepDeg: number;
  readonly pixelIsPoint?: boolean;
  /** GTModelTypeGeoKey: 2 is degrees, 1 a projection. */
  readonly model?: number;
  readonly noData?: string;
  /** Where the heights are said to begin, if not where they do. */
  readonly heightsAt?: number;
  height(row: number, column: number): number;
}

const [SHORT, LONG, ASCII, DOUBLE] = [3, 4, 2, 12] as const;
const WIDTH = { [SHORT]: 2, [LONG]: 4, [ASCII]: 1, [DOUBLE]: 8 } as const;

type Tag = readonly [tag: number, type: keyof typeof WIDTH, values: readonly number[]];

/** A GeoTIFF of one strip of 16-bit heights (TIFF 6.0, GeoTIFF 1.1). */
export function geoTiff(form: TiffForm): Buffer {
  const { columns, rows, westDeg, northDeg, stepDeg, pixelIsPoint = false, model = 2 } = form;
  const size = 2 * columns * rows;
  const keys = [1, 1, 0, 2, 1024, 0, 1, model, 1025, 0, 1, pixelIsPoint ? 2 : 1];
  const tags: Tag[] = [
    [256, LONG, [columns]],
    [257, LONG, [rows]],
    [258, SHORT, [16]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [273, LONG, [form.heightsAt ?? 8]],
    [277, SHORT, [1]],
    [278, LONG, [rows]],
    [279, LONG, [size]],
    [339, SHORT, [2]],
    [33550, DOUBLE, [stepDeg, stepDeg, 0]],
    [33922, DOUBLE, [0, 0, 0, westDeg, northDeg, 0]],
    [34735, SHORT, keys],
    ...(form.noData === undefined
      ? []
      : [[42113, ASCII, [...Buffer.from(`${form.noData}\0`)]] as const]),
  ];
  const heights = Buffer.alloc(size);
  for (let i = 0; i < columns * rows; i++) {
    heights.writeInt16LE(form.height(Math.floor(i / columns), i % columns), 2 * i);
  }
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(8 + size, 4);
  return Buffer.concat([head, heights, directory(tags, 8 + size)]);
}

/** The directory of tags; values that take more than four bytes stand behind it. */
function directory(tags: readonly Tag[], start: number): Buffer {
  const table = Buffer.alloc(2 + 12 * tags.length + 4);
  table.writeUInt16LE(tags.length, 0);
  const behind: Buffer[] = [];
  let end = start + table.length;
  tags.forEach(([tag, type, values], index) => {
    const at = 2 + 12 * index;
    const bytes = Buffer.alloc(Math.max(4, values.length * WIDTH[type]));
    values.forEach((value, i) => {
      if (type === DOUBLE) bytes.writeDoubleLE(value, 8 * i);
      else bytes.writeUIntLE(value, WIDTH[type] * i, WIDTH[type]);
    });
    table.writeUInt16LE(tag, at);
    table.writeUInt16LE(type, at + 2);
    table.writeUInt32LE(values.length, at + 4);
    if (bytes.length <= 4) bytes.copy(table, at + 8);
    else {
      table.writeUInt32LE(end, at + 8);
      behind.push(bytes);
      end += bytes.length;
    }
  });
  return Buffer.concat([table, ...behind]);
}
