// Runs before the first paint: the reader's own light or dark, and whether the address asks for another screen than
// the one that stands in the page until the program is there.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem("readout.theme");
    if (theme) root.setAttribute("data-theme", theme);
  } catch (error) { /* It may not remember: then the system's. */ }
  if (!/^(#\/?(quotes\/?)?)?$/.test(location.hash)) root.className += " elsewhere";
})();
