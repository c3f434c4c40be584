// @ts-check
// Talking to the server: JSON both ways. A network fault and a refusal are different things and stay so.

import { RoomError } from "./bytes.js";

/** @param {string} path @param {unknown} [body] @param {string} [method] */
export async function ask(path, body, method = body === undefined ? "GET" : "POST") {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    throw new RoomError("network", failure);
  }
  // Somebody is there and cannot reach its database: the same as nobody.
  if (response.status === 503) throw new RoomError("network");
  const tells = method !== "HEAD" && response.headers.get("Content-Type")?.includes("json");
  const answer = tells ? await wholeOf(response) : undefined;
  if (response.status === 409) throw new Behind(answer);
  if (response.status === 401) throw new RoomError("signed-out");
  if (!response.ok) throw new RoomError("refused", { status: response.status, reason: answer?.reason });
  return answer;
}

/** A server that dies while it answers leaves half an answer: the same as none. @param {Response} response */
async function wholeOf(response) {
  try {
    return await response.json();
  } catch (failure) {
    throw new RoomError("network", failure);
  }
}

/** Somebody else wrote first: read again, sign again, try again. */
export class Behind extends RoomError {
  /** @param {unknown} head */
  constructor(head) {
    super("behind", head);
  }
}
