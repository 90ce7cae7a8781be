/* The frame around the views, and the start. */

const PARTS = [
  ["drill", SAY.practice, drillHome], ["exam", SAY.exam, examHome], ["notes", SAY.notes, notesHome],
  ["progress", SAY.progress, standingView], ["answers", SAY.keeping, answersView],
];

/* Told below every view where the answers are; and at once when they are nowhere. */
function showKept() {
  const place = document.getElementById("kept");
  if (!place) return;
  place.textContent = isKept() ? SAY.kept_here : KEEPING.failed ? SAY.kept_no_more : SAY.not_kept;
  place.classList.toggle("behind", !isKept());
}

function frame() {
  const title = document.title;
  const menu = PARTS.map(([part, name, open]) => button(name, open, { "data-part": part }));
  document.getElementById("page").replaceChildren(
    make("a", { href: "#main", class: "skip" }, SAY.skip_link),
    make("header", {}, paragraph(title, "brand"), make("nav", { "aria-label": SAY.menu }, menu)),
    make("p", { id: "status", role: "status", "aria-live": "polite" }),
    make("main", { id: "main" }),
    make("footer", {}, make("p", { id: "kept", class: "soft" })),
  );
}

readStorage();
frame();
showKept();
drillHome();
