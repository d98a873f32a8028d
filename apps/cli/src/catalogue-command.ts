/** `pavise catalogue list|show|sources|check`. */
import {
  antennaHeight,
  type Catalogue,
  checkPage,
  entryPage,
  envelopesOf,
  InputError,
  listPage,
  shownValue,
  sourcesPage,
} from "@pavise/catalogue";
import { envelopeSvg } from "@pavise/report";
import type { Command } from "commander";
import { catalogueFolder, openedCatalogue } from "./study-source.ts";
import { note, print } from "./terminal.ts";
import { checkWritable, writeTextFile } from "./text-file.ts";

type CataloguePage = "list" | "show" | "sources" | "check";

interface ShowFlags {
  readonly svg?: string;
}

export function addCatalogue(program: Command, overlay: () => string | undefined): void {
  const pages = program.command("catalogue").description("what is known, with sources");
  const page = (name: CataloguePage, about: string): Command =>
    pages.command(name).description(about);
  const show = (name: CataloguePage, entry?: string): void =>
    print(pageOf(name, openedCatalogue(catalogueFolder(overlay())), entry));
  page("list", "every entry").action(() => show("list"));
  page("show", "one entry, every value with source, range and grade")
    .argument("<id>")
    .option("--svg <FILE>", "write the envelopes of a system's interceptors as a picture, too")
    .action((id: string, { svg }: ShowFlags) => {
      if (svg !== undefined) checkWritable("--svg", svg);
      const catalogue = openedCatalogue(catalogueFolder(overlay()));
      const text = pageOf("show", catalogue, id);
      const picture = svg === undefined ? "" : envelopePicture(catalogue, id);
      print(text);
      if (svg === undefined) return;
      writeTextFile(svg, picture);
      note(`Picture: ${svg}`);
    });
  page("sources", "every source, or one and where it is used")
    .argument("[key]")
    .action((key?: string) => show("sources", key));
  page("check", "read and count everything").action(() => show("check"));
}

/** @throws InputError for what has no envelope to be drawn. */
function envelopePicture(catalogue: Catalogue, id: string): string {
  const system = id.replace(/^systems\./, "");
  const envelopes = envelopesOf(catalogue, system);
  const title = catalogue.systems.get(system)?.name;
  if (title === undefined || envelopes.length === 0) {
    const drawn = [...catalogue.systems.keys()].filter((key) => {
      return envelopesOf(catalogue, key).length > 0;
    });
    const expected = `a system whose interceptors have envelopes: ${drawn.join(", ")}`;
    throw new InputError({ place: "--svg", path: "", expected, got: shownValue(id) });
  }
  const height = antennaHeight(catalogue, system);
  return envelopeSvg({ title, antennaHeight: height, envelopes, catalogueHash: catalogue.hash });
}

function pageOf(page: CataloguePage, catalogue: Catalogue, name: string | undefined): string {
  switch (page) {
    case "list":
      return listPage(catalogue);
    case "show":
      return entryPage(catalogue, name ?? "");
    case "sources":
      return sourcesPage(catalogue, name);
    case "check":
      return checkPage(catalogue);
  }
}
