// node run.mjs TEXTS: what runs in browsers today, in the same engine: megabytes a second of the processor's time.
// None of them says who said what; what each gives is named beside it.
import fs from "node:fs";
import nlp from "compromise";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

/** As many articles as these bytes hold; the slowest takes seconds for each. */
const SIZE = 600e3;
const RUNS = 3;

const texts = fs.readFileSync(process.argv[2], "utf8").trim().split("\n").map(line => JSON.parse(line).text);
const full = winkNLP(model);
const plain = winkNLP(model, ["sbd"]);

const peers = {
  "compromise: quotations, people, places, organisations": text => {
    const read = nlp(text);
    return [read.quotations(), read.people(), read.places(), read.organizations()].flatMap(found => found.out("array")).length;
  },
  "wink-nlp: tokens, sentences": text => plain.readDoc(text).sentences().out().length,
  "wink-nlp: all it has": text => full.readDoc(text).entities().out().length,
};

for (const [name, read] of Object.entries(peers)) {
  let best = 0;
  for (let run = 0; run < RUNS; run++) {
    let bytes = 0;
    const start = process.cpuUsage();
    for (const text of texts) {
      if (bytes >= SIZE) break;
      read(text);
      bytes += Buffer.byteLength(text);
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, bytes / (user + system));
  }
  console.log(`${name.padEnd(56)} ${best.toFixed(3).padStart(8)} MB/s`);
}
