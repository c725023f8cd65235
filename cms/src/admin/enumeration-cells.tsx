import { Typography } from "@strapi/design-system";
import { valueNames } from "../desk/values.ts";

interface Header {
  readonly name: string;
  readonly attribute: { readonly type: string };
  readonly cellFormatter?: unknown;
}

/** Shows the names of values in lists, as forms do. */
export function nameValues<H extends Header, V extends { displayedHeaders: readonly H[] }>(view: V) {
  return {
    ...view,
    displayedHeaders: view.displayedHeaders.map((header) =>
      header.attribute.type === "enumeration" && !header.cellFormatter
        ? {
            ...header,
            cellFormatter: (row: Readonly<Record<string, unknown>>) => {
              const value = row[header.name];
              const name = typeof value === "string" ? (valueNames[value] ?? value) : "–";
              return <Typography textColor="neutral800">{name}</Typography>;
            },
          }
        : header,
    ),
  };
}
