const text = id => document.getElementById(id).textContent.trim();
const unpacked = (id, type) => {
  const zipped = Uint8Array.from(atob(text(id)), c => c.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": type } });
};
globalThis.readoutWeights = () => unpacked("weights", "application/octet-stream").arrayBuffer();
const url = URL.createObjectURL(new Blob([text("glue")], { type: "text/javascript" }));
const glue = await import(url);
await glue.default({ module_or_path: await WebAssembly.compileStreaming(unpacked("wasm", "application/wasm")) });
dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
