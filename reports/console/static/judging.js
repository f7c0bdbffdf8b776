// Judging a whole call with few keys: a link to a point opens its form, the entries it rests on light up beside it, and
// what is written is kept until it is added. Works on the page as it is without this file too.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const first = (fold) => fold.querySelector("input[type=radio]:checked") || fold.querySelector("input[type=radio]");
  const forms = [...document.querySelectorAll("form.judge")];

  function open(place) {
    const fold = place && place.querySelector(".judge-fold");
    if (!fold) return false;
    fold.open = true;
    place.scrollIntoView({ block: "start" });
    first(fold).focus({ preventScroll: true });
    return true;
  }

  async function light(mark) {
    const code = mark.querySelector(".mark-code");
    if (!code || !window.htmx || mark.classList.contains("lit")) return;
    await htmx.ajax("GET", code.getAttribute("hx-get"), { target: "#timeline", swap: "outerHTML" });
    for (const other of document.querySelectorAll(".mark.lit")) other.classList.remove("lit");
    mark.classList.add("lit");
    const box = document.querySelector("#timeline .scroll");
    const row = box && box.querySelector("tr.lit");
    if (row) box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - 6;
  }

  for (const fold of document.querySelectorAll(".judge-fold")) {
    fold.addEventListener("toggle", () => {
      const mark = fold.closest(".mark");
      if (fold.open && mark) light(mark);
    });
    // Whoever opens a form wants to fill it: the keyboard is on the verdict at once.
    fold.querySelector("summary").addEventListener("click", () => setTimeout(() => { if (fold.open) first(fold).focus(); }));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".judge-link");
    if (link && open(document.getElementById(link.getAttribute("href").slice(1)))) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
    }
  });

  for (const form of forms) {
    const key = "first-contact judging " + form.dataset.draft;
    form.querySelector(".keys").hidden = false;
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit();
      } else if (event.key === "Escape") {
        const fold = form.closest("details");
        fold.open = false;
        fold.querySelector("summary").focus();
      }
    });

    // A page that is loaded again, because another point was judged, loses nothing that was begun here.
    const words = form.elements.reason;
    const keep = () => {
      const verdict = form.elements.verdict.value;
      if (words.value || verdict) sessionStorage.setItem(key, JSON.stringify([verdict, words.value]));
      else sessionStorage.removeItem(key);
    };
    form.addEventListener("input", keep);
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
    const kept = sessionStorage.getItem(key);
    if (kept && !words.value) {
      const [verdict, reason] = JSON.parse(kept);
      form.elements.verdict.value = verdict;
      words.value = reason;
      form.closest("details").open = true;
    }
  }

  // After a judgement the keyboard is on what comes next. The browser first goes to the fragment, and takes the focus.
  const next = document.querySelector(".stored a");
  if (next) window.addEventListener("load", () => setTimeout(() => next.focus({ preventScroll: true }), 50));
});
