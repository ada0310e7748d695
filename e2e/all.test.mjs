// All journeys, one after another, in one browser, on one demonstration: `node --test all.test.mjs`.

import { after, before } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { openHouse } from "./lib/house.mjs";
import { accessibility } from "./journeys/accessibility.mjs";
import { casePaper } from "./journeys/case-paper.mjs";
import { chainMap } from "./journeys/chain-map.mjs";
import { consultant } from "./journeys/consultant.mjs";
import { door } from "./journeys/door.mjs";
import { hvidovreDialogue } from "./journeys/hvidovre-dialogue.mjs";
import { mending } from "./journeys/mending.mjs";
import { nursery } from "./journeys/nursery.mjs";
import { setup } from "./journeys/setup.mjs";
import { silkeborgSeminar } from "./journeys/silkeborg-seminar.mjs";
import { silkeborgYear } from "./journeys/silkeborg-year.mjs";
import { soroeYear } from "./journeys/soroe-year.mjs";
import { wheelAndMail } from "./journeys/wheel-and-mail.mjs";

const run = { url: "", browser: undefined };
let house;

before(async () => {
  house = await openHouse();
  run.url = house.url;
  run.data = house.data;
  run.browser = await openBrowser();
});

after(async () => {
  await run.browser?.close();
  await house?.close();
});

nursery(run);
consultant(run);
mending(run);
chainMap(run);
door(run);
setup(run);
wheelAndMail(run);
casePaper(run);
hvidovreDialogue(run);
silkeborgSeminar(run);
silkeborgYear(run);
soroeYear(run);
accessibility(run);
