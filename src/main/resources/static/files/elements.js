// @ts-check
// Files on the page: the field that attaches them, one that came with a text, and the list of all of a group's.

import { FileList } from "./file-list.js";
import { SealedFile } from "./sealed-file.js";
import { SealedFiles } from "./sealed-files.js";

customElements.define("sealed-file", SealedFile);
customElements.define("sealed-files", SealedFiles);
customElements.define("file-list", FileList);
