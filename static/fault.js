// Says in words what is missing or broken, and what to do. Plain old JavaScript, inline and first in the page,
// so that it runs where nothing else does. The app's panic hook leaves its message in #fault's data-reason.
(function () {
  var started = false, told = false;
  var BROWSERS = "Firefox, Chrome, Edge or Safari of 2023 or later";

  function missing() {
    if (!("noModule" in document.createElement("script")))
      return ["This browser is too old for Readout.", "Open the page in " + BROWSERS + "."];
    if (typeof WebAssembly !== "object")
      return ["This browser does not run WebAssembly, which Readout needs to read the reports.",
        "Open the page in " + BROWSERS + ". Where a protected mode has turned WebAssembly off (Lockdown Mode, " +
        "or a strict security level), allow it for this page."];
    if (document.getElementById("wasm")) {
      if (typeof DecompressionStream !== "function")
        return ["This browser cannot unpack the single file: it has no DecompressionStream.",
          "Open the file in " + BROWSERS + "."];
    } else if (location.protocol === "file:")
      return ["This copy of Readout has to come from a server: browsers keep its parts from being loaded from a disk.",
        "Open readout.html instead, which has everything in one file, or serve this folder."];
    return null;
  }

  function broken(reason) {
    if (started)
      return ["Readout has stopped: something in it went wrong.",
        "Load the page again: the address keeps your view. If it happens again, please report it with these words: " + reason];
    return ["Readout could not start: a part of it did not load or did not run.",
      "Check the connection and load the page again. If it happens again, please report it with these words: " + reason];
  }

  function tell(reason) {
    var place = document.getElementById("fault");
    if (!place || told) return;
    var words = missing() || (reason && broken(place.getAttribute("data-reason") || reason));
    if (!words) return;
    told = true;
    for (var i = 0; i < words.length; i++)
      place.appendChild(document.createElement("p")).appendChild(document.createTextNode(words[i]));
    place.removeAttribute("hidden");
    document.documentElement.className += " faulty";
  }

  function fails(error, message) {
    var trap = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (trap || !started) tell(String(message || error));
  }

  addEventListener("TrunkApplicationStarted", function () {
    started = true;
    document.documentElement.className += " started";
  });
  addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT") tell("could not load " + (event.target.src || "a script"));
    else if (event.target === window) fails(event.error, event.message);
  }, true);
  addEventListener("unhandledrejection", function (event) { fails(event.reason, event.reason && event.reason.message); });
  document.addEventListener("DOMContentLoaded", function () { tell(""); });
})();
