"use strict";

/* What the page is told beside its texts: items, topics, approaches, settings and words. */
const DATA = JSON.parse(document.getElementById("data").textContent);
const SETTINGS = DATA.settings;
const WORDS = DATA.words;
const SAY = WORDS.page;
const LETTERS = "abcdef";

const ITEMS = new Map(DATA.items.map((item, number) => [item.id, Object.assign(item, { number })]));
const TOPICS = new Map(DATA.topics.map((topic, number) => [topic.id, Object.assign(topic, { number })]));
const APPROACHES = new Map(DATA.approaches.map((known, number) => [known.id, Object.assign(known, { number })]));

function topicTitle(id) {
  return TOPICS.has(id) ? TOPICS.get(id).title : id;
}

function approachName(id) {
  return APPROACHES.has(id) ? APPROACHES.get(id).name : id;
}

function objectiveTitle(id) {
  return Object.hasOwn(DATA.objectives, id) ? DATA.objectives[id] : id;
}
