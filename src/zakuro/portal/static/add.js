// A file dropped anywhere on the page is chosen.
"use strict";
const drop = document.getElementById("drop");
const file = document.getElementById("file");
for (const event of ["dragenter", "dragover", "dragleave", "drop"]) {
  addEventListener(event, (given) => {
    given.preventDefault();
    drop.classList.toggle("over", event === "dragenter" || event === "dragover");
    if (event === "drop" && given.dataTransfer.files.length) file.files = given.dataTransfer.files;
  });
}
