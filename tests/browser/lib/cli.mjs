// The command line over the same reports: the numbers that the page must show.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { root } from "./paths.mjs";

const program = process.env.READOUT_CLI ?? path.join(root, "target/debug/readout");
const readout = words => execFileSync(program, words, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });

/** The answer to a query, given as the page's hash; read by the model unless options say else. */
export const counts = (hash, ...options) => JSON.parse(readout(["counts", "--query", hash, ...options, "seeds"]));
