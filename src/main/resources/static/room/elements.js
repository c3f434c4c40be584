// @ts-check
// The room on the page: text that opens itself, a field that is sealed before it is sent, the lock in the corner,
// the words that all its members read to each other and those of two, the list of all that was written and the log of all else.

import { RoomContents } from "./room-contents.js";
import { RoomLog } from "./room-log.js";
import { RoomPair } from "./room-pair.js";
import { RoomRestored } from "./room-restored.js";
import { RoomLock } from "./room-lock.js";
import { RoomWords } from "./room-words.js";
import { SealedField } from "./sealed-field.js";
import { SealedText } from "./sealed-text.js";

customElements.define("sealed-text", SealedText);
customElements.define("sealed-field", SealedField);
customElements.define("room-lock", RoomLock);
customElements.define("room-words", RoomWords);
customElements.define("room-pair", RoomPair);
customElements.define("room-contents", RoomContents);
customElements.define("room-log", RoomLog);
customElements.define("room-restored", RoomRestored);
