// @ts-check
// A fictional person's words open their keys here, as a real person's would after being typed.

import { lock } from "../room/keyring.js";
import { unlockWithWords } from "../room/unlock.js";

const line = document.getElementById("entering");
await lock();
await unlockWithWords(line?.dataset.words ?? "");
location.replace(line?.dataset.next ?? "/");
