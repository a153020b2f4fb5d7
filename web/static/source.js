// Choosing a fact in the margin lights its stretches in the text and scrolls to the first.
(() => {
  "use strict";
  const text = document.querySelector("article.text");
  if (!text) return;
  const light = (number) => {
    for (const part of text.querySelectorAll(".lit")) part.classList.remove("lit");
    for (const other of document.querySelectorAll(".to-mark[aria-current]")) other.removeAttribute("aria-current");
    const parts = [...text.querySelectorAll("[data-marks]")].filter((part) => part.dataset.marks.split(" ").includes(number));
    parts.forEach((part) => part.classList.add("lit"));
    return parts[0];
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".to-mark");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const first = light(link.dataset.mark);
    if (!first) return;
    event.preventDefault();
    link.setAttribute("aria-current", "true");
    first.scrollIntoView({ block: "center" });
    history.replaceState(null, "", link.href);
  });
  const lit = text.querySelector(".lit");
  if (lit) lit.scrollIntoView({ block: "center", behavior: "instant" });
})();
