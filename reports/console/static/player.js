// Plays a call's tracks in step, and lets rows, marks and the picture lead to their second. Works on the page as it is
// without this file too: each track then has controls of its own.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const tracks = [...document.querySelectorAll("audio[data-side]")];
  if (!tracks.length) return;
  const [master, ...others] = tracks;
  const strip = document.querySelector(".strip");
  const which = document.getElementById("which");
  const FAR_APART_S = 0.3; // the other track jumps; nearer than this it is only played a little faster or slower
  const CHECK_MS = 100;
  const LEAD_IN_MS = 200; // a first syllable is not cut off

  const began = (track) => Number(track.dataset.began);
  const callMs = () => began(master) + master.currentTime * 1000;
  const secondOf = (track, ms) => Math.max(0, (ms - began(track)) / 1000);

  function follow(force) {
    for (const other of others) {
      const behind = secondOf(other, callMs()) - other.currentTime;
      if (force || Math.abs(behind) > FAR_APART_S) other.currentTime = secondOf(other, callMs());
      const hurry = master.paused ? 0 : Math.max(-0.06, Math.min(0.06, behind));
      other.playbackRate = master.playbackRate * (1 + (Math.abs(behind) > 0.005 ? hurry : 0));
      other.volume = master.volume;
    }
  }

  function hear(side) {
    for (const track of tracks) track.muted = side !== "both" && track.dataset.side !== side;
  }

  function show() {
    const ms = callMs();
    const minutes = Math.floor(ms / 60000);
    document.getElementById("sound-clock").textContent =
      minutes + ":" + String(Math.floor(ms / 1000) % 60).padStart(2, "0");
    if (strip) {
      const { left, right, until } = strip.dataset;
      const x = Number(left) + (Number(right) - Number(left)) * Math.min(1, ms / Number(until));
      const head = strip.querySelector(".s-head");
      head.setAttribute("x1", x);
      head.setAttribute("x2", x);
    }
    let now = null;
    for (const row of document.querySelectorAll("#timeline tr[data-at]")) {
      row.classList.remove("now");
      if (Number(row.dataset.at) <= ms + LEAD_IN_MS && !row.classList.contains("lane-behind")) now = row;
    }
    if (now) now.classList.add("now");
  }

  function jump(ms) {
    master.currentTime = secondOf(master, ms - LEAD_IN_MS);
    follow(true);
    show();
  }

  master.addEventListener("play", () => { follow(true); others.forEach((other) => other.play()); });
  master.addEventListener("pause", () => others.forEach((other) => other.pause()));
  master.addEventListener("seeked", () => { follow(true); show(); });
  master.addEventListener("ratechange", () => follow(false));
  master.addEventListener("volumechange", () => follow(false));
  master.addEventListener("timeupdate", show);
  if (others.length) setInterval(() => { if (!master.paused) follow(false); }, CHECK_MS);

  document.getElementById("sound-at").hidden = false;
  if (which) {
    which.hidden = false;
    which.addEventListener("change", (event) => hear(event.target.value));
    for (const other of others) other.closest(".player").hidden = true;
    document.querySelector("label[for=" + master.id + "]").textContent = "Both sides";
  }

  document.addEventListener("click", (event) => {
    const from = event.target.closest(".play-from");
    if (from) {
      event.preventDefault();
      jump(Number(from.dataset.at));
      master.play();
      return;
    }
    const link = event.target.closest("a[href*='#entry-']");
    if (link) {
      const row = document.getElementById(link.getAttribute("href").split("#")[1]);
      if (row && row.dataset.at) jump(Number(row.dataset.at));
    }
  });

  if (strip) {
    strip.addEventListener("click", (event) => {
      if (event.target.closest("a")) return;
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(strip.getScreenCTM().inverse());
      const { left, right, until } = strip.dataset;
      const share = (point.x - Number(left)) / (Number(right) - Number(left));
      if (share >= 0 && share <= 1) jump(share * Number(until));
    });
  }
  show();
});
