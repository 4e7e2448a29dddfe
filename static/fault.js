// Says in words what is missing or broken, and what to do. Plain old JavaScript, inline and first in the page,
// so that it runs where nothing else does. The app leaves the name of the report that it reads in #fault's
// data-reading, and its panic hook a message in data-reason.
(function () {
  var started = false, told = false, lasts = false;
  var BROWSERS = "Firefox, Chrome, Edge or Safari of mid-2024 or later";

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
    return ["Readout could not start: a part of it did not load or did not run.",
      "Check the connection and load the page again. If it happens again, please report it with these words: " + reason];
  }

  function halted(reason, reading) {
    return [started ? "Readout has stopped." : "Readout could not start.",
      "Its program met something that it was not made for" +
        (reading ? ", while it read the report “" + reading + "”" : "") + ". The fault is Readout’s, not yours.",
      "Load the page again: the address keeps your view, and the reports are part of the page, so nothing is lost. " +
        "If it stops again, your view may be the cause.",
      "Please report it with the address of the page and these words: " + (reading ? reading + ": " : "") + reason];
  }

  function tell(reason, trap) {
    var place = document.getElementById("fault");
    if (!place || told) return;
    reason = place.getAttribute("data-reason") || reason;
    var lacking = missing();
    var words = lacking || (trap ? halted(reason, place.getAttribute("data-reading")) : reason && broken(reason));
    if (!words) return;
    told = true;
    lasts = trap || lacking;
    for (var i = 0; i < words.length; i++)
      place.appendChild(document.createElement("p")).appendChild(document.createTextNode(words[i]));
    if (trap) {
      var anew = place.insertBefore(document.createElement("a"), place.lastChild);
      anew.className = "btn";
      anew.href = location.href.split("#")[0];
      anew.textContent = "Start with a fresh view";
    }
    place.removeAttribute("hidden");
    document.documentElement.className += " faulty";
  }

  function fails(error, message) {
    var trap = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (trap || !started) tell(String(message || error), trap);
  }

  addEventListener("TrunkApplicationStarted", function () {
    started = true;
    var page = document.documentElement, place = document.getElementById("fault");
    page.className += " started";
    // What failed before was not needed, if it did not keep the program from starting.
    if (told && !lasts && place) {
      place.textContent = "";
      place.setAttribute("hidden", "");
      page.className = page.className.replace(" faulty", "");
      told = false;
    }
  });
  addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT") tell("could not load " + (event.target.src || "a script"));
    else if (event.target === window) fails(event.error, event.message);
  }, true);
  addEventListener("unhandledrejection", function (event) { fails(event.reason, event.reason && event.reason.message); });
  document.addEventListener("DOMContentLoaded", function () { tell(""); });
})();
