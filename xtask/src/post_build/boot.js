const text = id => document.getElementById(id).textContent.trim();
const zipped = Uint8Array.from(atob(text("wasm")), c => c.charCodeAt(0));
const wasm = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
const response = new Response(wasm, { headers: { "content-type": "application/wasm" } });
const url = URL.createObjectURL(new Blob([text("glue")], { type: "text/javascript" }));
const glue = await import(url);
await glue.default({ module_or_path: await WebAssembly.compileStreaming(response) });
dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
