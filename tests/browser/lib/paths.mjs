// Where the build under test is, and where pictures go.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const root = path.resolve(import.meta.dirname, "../../..");
export const dist = process.env.READOUT_DIST ?? path.join(root, "dist");
export const singleFile = pathToFileURL(path.join(dist, "readout.html")).href;
export const pictures = path.join(root, "target/pictures");
fs.mkdirSync(pictures, { recursive: true });
