// @ts-check
// An address as a picture that the camera of a telephone reads.

const SVG = "http://www.w3.org/2000/svg";

/** What makes its squares is fetched where somebody wants one. @param {string} address @param {string} label
 * @returns {Promise<SVGElement>} */
export async function pictureOf(address, label) {
  const { encodeQR } = await import("../vendor/qr-0.7.0.min.mjs");
  const squares = encodeQR(address, "raw", { border: 4, ecc: "medium" });
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${squares.length} ${squares.length}`);
  picture.setAttribute("class", "qr");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", squares.map((/** @type {boolean[]} */ row, /** @type {number} */ y) =>
    row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join(""));
  picture.append(path);
  return picture;
}
