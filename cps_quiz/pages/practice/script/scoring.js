/* What an answer is worth and what it shows: the rules of the Python code, core/questions/. Indices are authored ones. */

function partCount(item) {
  return item.options ? item.options.length : textsOf(item).parts.length;
}

function keyOf(item) {
  return item.options.flatMap(([correct], index) => (correct ? [index] : []));
}

/* Points of a response, 0 to 1. */
function scoreOf(item, response) {
  if (response.written !== undefined) return response.points.length / partCount(item);
  if (response.arranged !== undefined) return orderScore(response.arranged);
  const key = keyOf(item);
  const right = response.chosen.filter((index) => key.includes(index)).length;
  return Math.max(0, right - (response.chosen.length - right)) / key.length;
}

/* The share of the pairs of steps that stand in the right order. */
function orderScore(steps) {
  let pairs = 0;
  let right = 0;
  steps.forEach((step, at) => steps.slice(at + 1).forEach((later) => {
    pairs += 1;
    right += step < later ? 1 : 0;
  }));
  return pairs ? right / pairs : 0;
}

function labelOf(item, index) {
  const [, kind, id] = item.options[index];
  return kind ? { kind, id } : null;
}

/* The misconception that choosing an option shows, or null. */
function temptation(item, index) {
  const label = labelOf(item, index);
  const shows = label && label.kind === "misconception" && !item.options[index][0] && !item.negative;
  return shows ? label.id : null;
}

function indices(item) {
  return (item.options || []).map((_, index) => index);
}

/* The misconceptions that wrong options commit. */
function tempting(item) {
  return indices(item).map((index) => temptation(item, index)).filter(Boolean);
}

/* The approaches that the options name, each once, the one that is meant first; none where several options are right, as
   nobody can tell there which one was taken for which. */
function named(item) {
  const names = (index) => (labelOf(item, index) && labelOf(item, index).kind === "names" ? labelOf(item, index).id : null);
  const key = item.options ? keyOf(item) : [];
  if (key.length !== 1 || !names(key[0])) return [];
  return [...new Set([key[0], ...indices(item)].map(names).filter(Boolean))];
}

/* The approaches that an item is about: those that tempt, that are named, and that a negative one asks for. */
function exercised(item) {
  const keys = item.options ? keyOf(item).map((index) => labelOf(item, index)).filter(Boolean) : [];
  const asked = keys.filter((label) => label.kind === "misconception").map((label) => label.id);
  return new Set([...tempting(item), ...named(item), ...asked]);
}

function chosenOf(response) {
  return (response && response.chosen) || [];
}

function tempted(item, response) {
  return chosenOf(response).map((index) => temptation(item, index)).filter(Boolean);
}

/* The labels of what a response chose, as far as they say something of the learner, as pairs of kind and id. */
function shownLabels(item, response) {
  const chosen = chosenOf(response).map((index) => ({ correct: item.options[index][0], label: labelOf(item, index) }));
  const right = chosen.filter((one) => one.correct && one.label && one.label.kind === "names");
  const wrong = chosen.filter((one) => !one.correct && !item.negative && one.label);
  return [...right, ...wrong].map((one) => [one.label.kind, one.label.id]);
}

/* How to tell two approaches apart: the sentence that either has for it, else what each of them is. */
function tellingApart(one, other) {
  const pair = [one, other].filter((id) => APPROACHES.has(id)).map((id) => APPROACHES.get(id));
  for (const known of pair) {
    for (const [id, sentence] of Object.entries(known.apart)) if (id === one || id === other) return [sentence];
  }
  return pair.map((known) => `${known.name}: ${known.means}`);
}

/* Wilson's 95 % interval of a share. */
function wilson(right, asked) {
  const z = 1.959963984540054;
  const share = right / asked;
  const weight = (z * z) / asked;
  const spread = z * Math.sqrt((share * (1 - share)) / asked + weight / (4 * asked));
  const low = right ? (share + weight / 2 - spread) / (1 + weight) : 0;
  return [low, right < asked ? (share + weight / 2 + spread) / (1 + weight) : 1];
}
