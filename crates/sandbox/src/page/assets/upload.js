/**
 * File uploads to the sandbox.
 */

/**
 * @param {(request: Record<string, unknown>) => Promise<any>} ask
 * @param {File} file
 * @returns {Promise<string>} The number of the file, for an option.
 */
export async function upload(ask, file) {
  return ask({ do: "upload", filename: file.name, type: file.type || "application/octet-stream", base64: await base64(file) });
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",", 2)[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
