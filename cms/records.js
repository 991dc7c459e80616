// How a file of content becomes what the form shows, and back: what was not edited keeps its bytes.
import { isMap, isScalar, isSeq, parseDocument } from "./yaml/index.js";

const STAMP = "_read"; // goes with the form's data and leads back to the text that it was read from
const WIDTH = 100;
const read = new Map();

/**
 * Make the two directions of a file format.
 *
 * @param {{many: string[], text: string[], named: string[], name: string}} fields `many` may be
 *   typed as one or as a list; `text` is shown as it is typed, list or not; an item of `named` may
 *   be a name alone, which the form shows in a field `name`.
 * @param {boolean} records The file holds many records, by id or in a list.
 */
export function format(fields, records) {
  const shown = (text) => (records ? listed : whole)(opened(value(root(text), text, "", fields), "", fields));
  return {
    fromFile(text) {
      const stamp = digest(text);
      read.set(stamp, text);
      return { ...shown(text), [STAMP]: stamp };
    },
    toFile(form) {
      const { [STAMP]: stamp, ...rest } = closedNames(form, "", fields);
      const text = read.get(stamp) ?? "";
      const now = records ? unlisted(rest.records ?? [], text) : rest;
      if (!text) return block(now, 0).trimStart();
      const node = root(text);
      return text.slice(0, node.range[0]) + renewed(node, now, { text, fields, name: "" }, 0);
    },
  };
}

const root = (text) => parseDocument(text, { schema: "failsafe" }).contents;
const whole = (data) => data ?? {};

const listed = (data) => ({
  records: Array.isArray(data)
    ? data
    : Object.entries(data ?? {}).map(([id, record]) => ({ id, ...record })),
});

function unlisted(records, text) {
  if (text ? isSeq(root(text)) : !records[0]?.id) return records;
  return Object.fromEntries(records.map(({ id, ...record }) => [id, record]));
}

/** Give each name that stands for a record a field of its own, as the form has it. */
const opened = (data, name, fields) =>
  mapped(data, name, fields, opened, (item) => (typeof item === "string" ? { [fields.name]: item } : item));

/** Take names out of their field again. */
const closedNames = (data, name, fields) =>
  mapped(data, name, fields, closedNames, (item) => {
    const alone = item && typeof item === "object" && filled(item[fields.name]);
    return alone ? item[fields.name] : item;
  });

function mapped(data, name, fields, again, change) {
  if (Array.isArray(data)) {
    const items = fields.named.includes(name) ? data.map(change) : data;
    return items.map((item) => again(item, "", fields));
  }
  if (!data || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, of]) => [key, again(of, key, fields)]));
}

/** Read a node as the form holds it: text as typed, null where nothing is known. */
function value(node, text, name, fields) {
  if (fields.text.includes(name) && isSeq(node)) return text.slice(...node.range);
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value: of }) => [key.value, value(of, text, key.value, fields)]),
    );
  if (isSeq(node)) return node.items.map((item) => value(item, text, "", fields));
  const one = isNothing(node) ? null : node.value;
  return fields.many.includes(name) && one !== null ? [one] : one;
}

const isNothing = (node) =>
  !node || (isScalar(node) && node.type === "PLAIN" && ["", "~", "null", "Null", "NULL"].includes(node.source));

/** Write a node anew as far as it differs; `at` is its column. */
function renewed(node, now, file, at) {
  const source = file.text.slice(node.range[0], node.range[2]);
  if (same(value(node, file.text, file.name, file.fields), now)) return source;
  if (!node.flow && isMap(node)) return mapping(node, now, file, at);
  if (!node.flow && isSeq(node) && Array.isArray(now) && filled(now))
    return sequence(node, now, file, at);
  const end = source.slice(source.trimEnd().length) || "\n";
  return (node.flow ? flow(now) : written(now, at)).trimStart() + end.replace(/^[^\n]*/, "");
}

/** Renew a block mapping: its pairs in their order, new ones after what they follow in the form. */
function mapping(node, now, file, at) {
  const pieces = new Map();
  node.items.forEach((pair, index) => {
    const name = pair.key.value;
    const next = node.items[index + 1];
    const end = next ? next.key.range[0] : node.range[2];
    const source = file.text.slice(pair.key.range[0], end);
    pieces.set(name, pair_(pair, source, now[name], { ...file, name }, at));
  });
  let before;
  for (const name of Object.keys(now)) {
    if (!pieces.has(name) && filled(now[name]))
      insert(pieces, name, before, `${name}:${tail(now[name], at)}\n${" ".repeat(at)}`);
    if (pieces.has(name)) before = name;
  }
  return closed([...pieces.values()].filter(Boolean), at, file.text.slice(...node.range.slice(1)));
}

function pair_(pair, source, now, file, at) {
  if (same(pair.value ? value(pair.value, file.text, file.name, file.fields) : null, now))
    return source;
  const left = rest(source, at);
  if (!filled(now)) return left.trim() ? left.trimStart() : "";
  const isBlock = pair.value?.range && !pair.value.flow && !isScalar(pair.value) && filled(now);
  if (isBlock && typeof now === "object") {
    const start = pair.value.range[0];
    const column = start - (file.text.lastIndexOf("\n", start - 1) + 1);
    const head = file.text.slice(pair.key.range[0], start);
    const body = renewed(pair.value, now, file, column);
    const kept = source.slice(head.length + pair.value.range[2] - start);
    return `${head}${body}${kept}`;
  }
  const text = pair.value?.flow ? ` ${flow(now)}` : tail(now, at);
  return `${file.name}:${text}\n${left || " ".repeat(at)}`;
}

/** Give what stands after a pair and is not of it: blank lines, comments, the next one's indent. */
function rest(source, at) {
  const found = source.match(new RegExp(`\\n((?:[ \\t]*\\n| {0,${at}}#[^\\n]*\\n)*[ \\t]*)$`));
  return found ? found[1] : "";
}

/** Renew a block list: an item that is still there keeps its text, wherever it stands now. */
function sequence(node, asked, file, at) {
  const now = asked.filter(filled);
  const old = node.items.map((item, index) => {
    const next = node.items[index + 1];
    const start = item.range[0];
    const dash = file.text.lastIndexOf("-", start - 1);
    const end = next ? file.text.lastIndexOf("-", next.range[0] - 1) : node.range[2];
    return { item, dash, source: file.text.slice(dash, end), form: value(item, file.text, "", file.fields) };
  });
  const left = new Set(old);
  const chosen = now.map((form) => {
    const found = [...left].find((each) => same(each.form, form));
    left.delete(found);
    return found;
  });
  const pieces = now.map((form, index) => {
    if (chosen[index]) return chosen[index].source;
    const base = left.has(old[index]) ? old[index] : undefined;
    left.delete(base);
    if (base && isMap(base.item) && !base.item.flow) {
      const head = file.text.slice(base.dash, base.item.range[0]);
      const body = renewed(base.item, form, { ...file, name: "" }, at + head.length);
      return head + body + base.source.slice(head.length + base.item.range[2] - base.item.range[0]);
    }
    const short = base?.item.flow && typeof form === "object";
    return `- ${short ? flow(form) : written(form, at + 2).trimStart()}\n${" ".repeat(at)}`;
  });
  return closed(pieces, at, "");
}

/** Join pieces: each on its own line at its column, the last one without the indent of a next. */
function closed(pieces, at) {
  const pad = " ".repeat(at);
  return pieces
    .map((piece, index) => {
      const body = piece.replace(/[ \t]+$/, "");
      const line = body.endsWith("\n") ? body : `${body}\n`;
      return index === pieces.length - 1 ? line : line + pad;
    })
    .join("");
}

function insert(pieces, name, before, text) {
  const all = [...pieces];
  const place = before === undefined ? 0 : all.findIndex(([key]) => key === before) + 1;
  all.splice(place, 0, [name, text]);
  pieces.clear();
  for (const [key, piece] of all) pieces.set(key, piece);
}

function filled(data) {
  if (data === null || data === undefined || data === "") return false;
  if (Array.isArray(data)) return data.length > 0;
  return typeof data !== "object" || Object.values(data).some(filled);
}

function same(one, other) {
  if (!filled(one) || !filled(other)) return filled(one) === filled(other);
  if (typeof one !== "object" || typeof other !== "object")
    return typeof one !== "object" && typeof other !== "object" && String(one).trim() === String(other).trim();
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  if (Array.isArray(one) && one.length !== other.length) return false;
  return [...names].every((name) => same(one[name], other[name]));
}

// ---- what is new, in the style of the house

/** Write what stands after `name:` at a column. */
function tail(data, at) {
  if (Array.isArray(data)) {
    const short = data.every((item) => typeof item !== "object") && flow(data);
    if (short && short.length < WIDTH - 20) return ` ${short}`;
    return `\n${items(data, at + 2)}`;
  }
  if (typeof data === "object") return map(data, at);
  return ` ${scalar(String(data), at)}`;
}

function map(data, at) {
  const plain = Object.values(data).every((item) => typeof item !== "object");
  const short = plain && flow(data);
  return short && short.length < WIDTH - 20 ? ` ${short}` : `\n${" ".repeat(at + 2)}${block(data, at + 2).trim()}`;
}

const items = (data, at) =>
  data.filter(filled).map((item) => `${" ".repeat(at)}- ${written(item, at + 2).trimStart()}`).join("\n");

const written = (data, at) =>
  Array.isArray(data) ? items(data, at) : typeof data === "object" ? block(data, at).trimEnd() : scalar(String(data), at);

const block = (data, at) =>
  Object.entries(data)
    .filter(([, item]) => filled(item))
    .map(([name, item]) => `${" ".repeat(at)}${name}:${tail(item, at)}\n`)
    .join("");

function flow(data) {
  if (Array.isArray(data)) return `[${data.filter(filled).map(flow).join(", ")}]`;
  if (String(data).includes("\n")) return JSON.stringify(data);
  if (data && typeof data === "object")
    return `{${Object.entries(data).filter(([, item]) => filled(item)).map(([name, item]) => `${name}: ${flow(item)}`).join(", ")}}`;
  return quoted(data === null ? "null" : String(data), (text) => `[${text}]`, (node) => node.items?.length === 1 && node.items[0]);
}

function scalar(text, at) {
  const clean = text.replace(/\r\n?/g, "\n").trim();
  const pad = " ".repeat(at + 2);
  if (clean.includes("\n")) return `|\n${clean.split("\n").map((line) => (line.trim() ? pad + line.trimEnd() : "")).join("\n")}`;
  if (/^\[.*\]$/.test(clean) && isSeq(root(`- ${clean}`)?.items?.[0])) return clean;
  if (at + clean.length > WIDTH - 16 && !/ {2}/.test(clean)) return `>-\n${folded(clean, WIDTH - pad.length).map((line) => pad + line).join("\n")}`;
  return quoted(clean, (plain) => `k: ${plain}`, (node) => node.items?.length === 1 && node.items[0].value);
}

/** Quote a text only where it would not be read as it is. */
function quoted(text, around, inside) {
  try {
    const node = inside(root(around(text)));
    if (isScalar(node) && node.value === text && !isNothing(node) && !/^[@`%|>&*!]/.test(text)) return text;
  } catch {
    // what cannot be read is quoted
  }
  return `'${text.replaceAll("'", "''")}'`;
}

function folded(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

function digest(text) {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    one = Math.imul(one ^ text.charCodeAt(i), 2654435761);
    two = Math.imul(two ^ text.charCodeAt(i), 1597334677);
  }
  return `${text.length}-${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}
