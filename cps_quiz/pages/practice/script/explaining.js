/* Everything that is said after an answer: every part with its mark and why, and what stands behind a wrong choice. */

/* The learner's wrong choices first, then the key, then the rest; within each as shown. */
function explainedOrder(item, order, response) {
  const rank = (index) => (item.options[index][0] ? 1 : chosenOf(response).includes(index) ? 0 : 2);
  return [...order.keys()].sort((a, b) => rank(order[a]) - rank(order[b]) || a - b);
}

function explanation(item, order, response) {
  const found = textsOf(item);
  const shown = [];
  if (item.options) {
    const list = explainedOrder(item, order, response).map((at) => explainedOption(item, order[at], at, response));
    shown.push(...behindChoices(item, response), make("ul", { class: "plain explained" }, list));
  } else if (item.kind === "order") {
    const given = response ? response.arranged : [];
    shown.push(paragraph(WORDS.feedback.right_order), make("ol", {}, found.parts.map((text, index) => {
      const note = given.includes(index) ? fill(WORDS.feedback.you_put_it_at, { place: given.indexOf(index) + 1 }) : "";
      return make("li", {}, text, note ? make("span", { class: "mark soft" }, ` (${note})`) : "");
    })));
  } else {
    shown.push(...explainedPoints(found, response));
  }
  if (!item.options) shown.push(...led(WORDS.feedback.why, copies(found.whys[0])));
  if (item.kind === "write") shown.push(...led(WORDS.feedback.example, copies(found.example)));
  return [...shown, found.source ? paragraph(found.source, "soft") : null];
}

function explainedPoints(found, response) {
  const list = found.parts.map((text, at) => {
    const note = !response ? "" : response.points.includes(at) ? WORDS.feedback.yours_too : WORDS.feedback.not_in_yours;
    return make("li", {}, text, note ? make("span", { class: "mark soft" }, ` (${note})`) : "");
  });
  const own = response && response.written ? led(WORDS.drill.wrote, [make("p", { class: "own" }, response.written)]) : [];
  return [...own, paragraph(WORDS.feedback.good_answer), make("ul", {}, list)];
}

function explainedOption(item, index, at, response) {
  const correct = Boolean(item.options[index][0]);
  const chosen = chosenOf(response).includes(index);
  const marks = WORDS.feedback.marks;
  const mark = correct ? (chosen ? marks.key_chosen : marks.key) : chosen ? marks.chosen : marks.other;
  const found = textsOf(item);
  const lead = leadOf(item, index);
  const why = copies(found.whys[index]);
  return make("li", { class: `option${correct ? " key" : ""}${chosen ? " chosen" : ""}` },
    make("span", { class: "letter" }, `${LETTERS[at]} `),
    make("span", { class: "said" }, found.parts[index]), " ",
    mark ? make("span", { class: correct ? "mark right" : "mark soft" }, `${correct ? "✓" : "✗"} ${mark}`) : null,
    lead ? led(lead, why) : why);
}

/* What goes before the why of an option: the approach that it commits or names, or where else it is good. */
function leadOf(item, index) {
  const label = item.negative && !item.options[index][0] ? null : labelOf(item, index);
  if (!label) return "";
  if (label.kind === "objective") return fill(WORDS.feedback.practice, { name: objectiveTitle(label.id) });
  return fill(WORDS.feedback.approach, { name: approachName(label.id) });
}

/* What the learner's wrong choices show: pairs of a sentence and what to do instead, or how to tell them apart. */
function shownByChoices(item, response) {
  const labels = chosenOf(response).filter((index) => !item.options[index][0] && !item.negative)
    .map((index) => labelOf(item, index)).filter(Boolean);
  const of = (kind) => [...new Set(labels.filter((label) => label.kind === kind).map((label) => label.id))];
  const known = of("misconception").filter((id) => APPROACHES.has(id)).map((id) => APPROACHES.get(id));
  const behind = known.map((one) => [one.behind, `${WORDS.feedback.instead}: ${one.instead}`]);
  const [meant] = named(item);
  const taken = meant ? of("names").filter((id) => id !== meant).map((id) => [
    fill(WORDS.feedback.taken_for, { meant: approachName(meant), taken: approachName(id) }),
    `${WORDS.feedback.telling_apart}: ${tellingApart(meant, id).join(" ")}`,
  ]) : [];
  return [...behind, ...taken];
}

function behindChoices(item, response) {
  return shownByChoices(item, response).map(([sentence, advice]) => make("div", { class: "behind" },
    paragraph(sentence), make("p", {}, make("strong", {}, advice))));
}

/* The other items of a set: what is asked there, and which option is right. */
function otherSituations(item) {
  const group = setOf(item);
  const others = group ? DATA.items.filter((other) => other !== item && setOf(other) === group) : [];
  if (!others.length) return null;
  const key = keyOf(item).map((index) => quoted(textsOf(item).parts[index])).join(" and ");
  const told = others.map((other) => make("section", { class: "situation" },
    textsOf(other).scenario.length ? copies(textsOf(other).scenario) : null, copies(textsOf(other).stem),
    keyOf(other).map((index) => [
      make("p", {}, make("strong", {}, fill(WORDS.feedback.key_there, { key: textsOf(other).parts[index] }))),
      copies(textsOf(other).whys[index]),
    ]).flat()));
  return make("details", { class: "others" }, make("summary", {}, SAY.others_button),
    paragraph(fillCounted(WORDS.feedback.others, others.length, { key })), told);
}
