/** `pavise catalogue list|show|sources|check`. */
import { type Catalogue, checkPage, entryPage, listPage, sourcesPage } from "@pavise/catalogue";
import { catalogueFolder, openedCatalogue } from "./study-source.ts";
import { print } from "./terminal.ts";

export type CataloguePage = "list" | "show" | "sources" | "check";

export function showCatalogue(
  page: CataloguePage,
  folder: string | undefined,
  name?: string,
): void {
  const catalogue = openedCatalogue(catalogueFolder(folder));
  print(pageOf(page, catalogue, name));
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
