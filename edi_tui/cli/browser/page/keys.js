// Gives the keys to the program as soon as it draws, so that no mouse is needed to begin.
document.addEventListener("DOMContentLoaded", () => {
  const begin = () => {
    if (document.body.classList.contains("-first-byte")) {
      watcher.disconnect();
      document.querySelector(".xterm-helper-textarea").focus();
    }
  };
  const watcher = new MutationObserver(begin);
  watcher.observe(document.body, { attributeFilter: ["class"] });
});
