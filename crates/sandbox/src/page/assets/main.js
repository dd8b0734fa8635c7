/**
 * Connects the parts of the page.
 */

import { createCalls } from "./calls.js";
import { createChannels } from "./channels.js";
import { createComposer } from "./composer.js";
import { byId } from "./dom.js";
import { createFaults } from "./faults.js";
import { createGroups } from "./groups.js";
import { hash, links, readLink } from "./links.js";
import { createMenus } from "./menus.js";
import { createMessages } from "./messages.js";
import { createModal } from "./modal.js";
import { createNewWorld } from "./new-world.js";
import { createPanes } from "./panes.js";
import { createPeople } from "./people.js";
import { createPresses } from "./presses.js";
import { createScenes } from "./scenes.js";
import { connect } from "./socket.js";
import { Store } from "./store.js";
import { keepRelativeTimes } from "./time.js";
import { createWelcome } from "./welcome.js";
import { createWords } from "./words.js";

const link = readLink();
const store = new Store();
const app = { store, links };
let worlds = 0;

function showConnection(connected) {
  byId("connection").hidden = connected;
  document.documentElement.dataset.connected = String(connected);
}

/** Shows a frame. A first or `fresh` frame contains the whole state. */
function showNews(frame, first) {
  if (first || frame.fresh) {
    worlds += 1;
    store.setPage("world", worlds);
    if (first) store.setPage("connection", worlds);
  }
  store.apply({ ...frame, fresh: first || frame.fresh });
}

/** Runs once the page shows the view of the requested person. */
function startAsLinked() {
  if (document.documentElement.dataset.ready === "true" || !store.here || !app.isAsWanted()) return;
  document.documentElement.dataset.ready = "true";
  const { scene } = store.here;
  if (link.scene && !(scene?.name === link.scene && scene.playing)) {
    app.play(link.scene, { person: link.person, stepwise: link.stepwise });
  }
}

if (link.view) document.documentElement.dataset.view = link.view;
if (link.channel) store.setPage("channel", link.channel);
createWords(store);
app.ask = connect({ onNews: showNews, onState: showConnection });
app.menus = createMenus(app);
app.presses = createPresses(app);
createPanes(app);
createChannels(app);
createComposer(app);
createPeople(app, link.person);
createScenes(app);
createNewWorld(app);
createMessages(app);
createGroups(app);
createCalls(app);
createFaults(app);
createModal(app);
createWelcome(app);
keepRelativeTimes();
store.watch(["here"], startAsLinked);
// This watcher is the last: when it announces the person, all of their content is drawn.
store.watch(["here", "people"], () => {
  document.documentElement.dataset.person = store.get("people", store.here?.you)?.name ?? "";
});
addEventListener("hashchange", () => {
  const channel = hash();
  if (channel && channel !== "composer") app.openChannel(channel);
});
