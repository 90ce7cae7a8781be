/* Questions and topics that are put aside: they are not asked any more, until they are brought back. */

function noteAside(fields) {
  const name = `aside/${fields.kind}/${fields.aside}`;
  const here = recall(name);
  if (!here || fields.at >= here.at) keep(name, fields);
}

function setAside(kind, id, on) {
  const here = recall(`aside/${kind}/${id}`);
  noteAside({ aside: id, kind, on, at: Math.max(Date.now(), here ? here.at : 0) });
}

function isAside(item) {
  return [["item", item.id], ["topic", item.topic]].some(([kind, id]) => (recall(`aside/${kind}/${id}`) || {}).on);
}

function askable(items) {
  return items.filter((item) => !isAside(item));
}

/* The question that is asked goes out of the drill, whenever it was to come. */
function asideNow(drill) {
  const [id] = drill.queue[0];
  const without = (queue) => queue.filter(([other]) => other !== id);
  const next = {
    ...drill, queue: without(drill.queue), skipped: [...drill.skipped, id],
    answers: drill.answers.map((one) => ({ ...one, queue: without(one.queue) })),
  };
  setAside("item", id, true);
  keep("drill", next);
  askNow(next);
  announce(SAY.put_aside);
}

/* What is put aside, each with a button that brings it back. */
function asidesPart() {
  const away = recallAll("aside").filter((fields) => fields.on);
  if (!away.length) return [];
  const rows = away.map((fields) => make("li", { class: "aside" }, paragraph(asideName(fields)),
    button(SAY.ask_again, () => {
      setAside(fields.kind, fields.aside, false);
      answersView();
      announce(SAY.asked_again);
    })));
  return [make("h2", {}, SAY.asides), make("ul", { class: "plain" }, rows)];
}

function asideName({ kind, aside }) {
  if (kind === "topic") return `${SAY.topic}: ${topicTitle(aside)}`;
  return ITEMS.has(aside) ? stemOf(ITEMS.get(aside)) : aside;
}
