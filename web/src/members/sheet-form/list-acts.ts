import { isList, type TypedItem, type TypedSheet } from "./typed.ts";

/** What a button of a list does to it, by the name that the form sends; `clear` empties what is no list, such as a picture. */
export const listActs = ["add", "remove", "up", "down", "clear"] as const;
/** What a button of a list does. */
export type ListAct = (typeof listActs)[number];

/** The name of a button: `add:steps`, `up:steps.2`. */
export const actName = (act: ListAct, path: string): string => `${act}:${path}`;

/** What a pressed button asks for, if it is one of a list’s. */
export function readAct(sent: string | null): { readonly act: ListAct; readonly path: readonly string[] } | undefined {
  const [name, path = ""] = (sent ?? "").split(":");
  const act = listActs.find((one) => one === name);
  return act && path !== "" ? { act, path: path.split(".") } : undefined;
}

/** The name of the button that hands over the files chosen so far, and shows the form again. */
export const sendName = (path: string): string => `send:${path}`;

/** The part of the form whose files were handed over by that button. */
export const sentList = (sent: string | null): string | undefined => /^send:(\w+)/.exec(sent ?? "")?.[1];

/** What was typed, with an entry more or less, or in another place; the same where the path leads to no list. */
export function changeList(
  typed: TypedSheet,
  { act, path }: { readonly act: ListAct; readonly path: readonly string[] },
): TypedSheet {
  const [name = "", next, ...rest] = path;
  const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
  if (value === undefined || typeof value === "string") return typed;
  const put = (changed: TypedSheet[string]): TypedSheet => ({ ...typed, [name]: changed });
  if (!isList(value)) {
    if (next === undefined) return act === "clear" ? put({}) : typed;
    return put(changeList(value, { act, path: [next, ...rest] }));
  }
  if (next === undefined) return act === "add" ? put([...value, { from: undefined, typed: {} }]) : typed;
  const place = Number(next);
  const item = value[place];
  if (!item) return typed;
  if (rest.length > 0) return put(value.with(place, { ...item, typed: changeList(item.typed, { act, path: rest }) }));
  return put(moved(value, place, act));
}

function moved(items: readonly TypedItem[], place: number, act: ListAct): TypedItem[] {
  const item = items[place];
  const left = items.toSpliced(place, 1);
  if (!item || act === "add" || act === "clear") return [...items];
  if (act === "remove") return left;
  return left.toSpliced(Math.max(0, act === "up" ? place - 1 : place + 1), 0, item);
}
