// The bytes of a first visit against budget.tsv. Every file of the build but readout.html is loaded: by the page,
// or by the service worker behind it.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { dist } from "./lib/paths.mjs";

const lines = fs.readFileSync(path.join(import.meta.dirname, "budget.tsv"), "utf8").split("\n");
const budget = new Map(lines.filter(line => line && !line.startsWith("#")).map(line => {
  const [name, most] = line.split("\t");
  return [name, Number(most)];
}));

/** The budget's line for a file. */
function line(name) {
  const plain = name.replace(/-[0-9a-f]{8,16}(?=[._])/, "");
  return budget.has(plain) ? plain : "static";
}

const spent = new Map([...budget.keys()].map(name => [name, 0]));
for (const name of fs.readdirSync(dist, { recursive: true })) {
  const file = path.join(dist, name);
  if (name === "readout.html" || name.startsWith(".stage") || fs.statSync(file).isDirectory()) continue;
  const size = zlib.brotliCompressSync(fs.readFileSync(file)).length;
  const sums = name.startsWith("attribution") ? ["all"] : ["page", "all"];
  for (const key of [line(name), ...sums]) spent.set(key, spent.get(key) + size);
}
let over = 0;
for (const [name, most] of budget) {
  const size = spent.get(name);
  if (size > most) over += 1;
  console.log(`${name.padEnd(22)} ${String(size).padStart(7)} of ${String(most).padStart(7)}${size > most ? "  OVER" : ""}`);
}
process.exit(over ? 1 : 0);
