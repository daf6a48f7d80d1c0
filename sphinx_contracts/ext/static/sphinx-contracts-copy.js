/* A button on each example that copies it. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;

  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    // pages that are opened from a disk or without encryption
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "contract-offscreen";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function addButton(block) {
    const text = block.querySelector("pre");
    if (!text || block.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "contract-copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await copy(text.textContent.replace(/\n+$/, "\n"));
      button.textContent = words.copied;
      window.setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    block.append(button);
  }

  document.querySelectorAll(".contract-blocks div.highlight").forEach(addButton);
})();
