/**
 * The connection to the sandbox: requests with their answers, and state changes. It reconnects whenever it ends.
 */

import { say } from "./words.js";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/** The server's error for a request that it refuses. */
export class Refusal extends Error {}

/**
 * @param {object} listeners
 * @param {(frame: any, first: boolean) => void} listeners.onNews `first` marks the first frame of a new connection.
 * @param {(connected: boolean) => void} listeners.onState
 * @returns {(request: Record<string, unknown>) => Promise<any>} Sends a request, and returns the answer.
 */
export function connect({ onNews, onState }) {
  /** @type {Map<number, {resolve: (value: any) => void, reject: (problem: Refusal) => void}>} */
  const asked = new Map();
  /** @type {WebSocket} */
  let socket;
  let last = 0;
  let pause = FIRST_PAUSE;

  function receive(text, first) {
    const frame = JSON.parse(text);
    if (frame.answer === undefined) {
      onNews(frame, first);
      return true;
    }
    const waiting = asked.get(frame.answer);
    asked.delete(frame.answer);
    if (frame.problem === undefined) {
      waiting?.resolve(frame.ok);
    } else {
      waiting?.reject(new Refusal(frame.problem));
    }
    return false;
  }

  function open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    let first = true;
    socket = new WebSocket(`${scheme}://${location.host}/live`);
    socket.addEventListener("open", () => {
      pause = FIRST_PAUSE;
      onState(true);
    });
    socket.addEventListener("message", ({ data }) => {
      if (receive(data, first)) first = false;
    });
    socket.addEventListener("close", () => {
      onState(false);
      for (const { reject } of asked.values()) reject(new Refusal(say("stopped-retry")));
      asked.clear();
      setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  }

  open();
  return (request) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) {
        reject(new Refusal(say("stopped-retry")));
        return;
      }
      last += 1;
      asked.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, ...request }));
    });
}
