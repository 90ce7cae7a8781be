/* Chance that can be had again, the questions to come, and the questions of an exam. */

function hashed(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/* Numbers from 0 to 1 that hang on `seed` and `name` alone (mulberry32, public domain). */
function chanceOf(seed, name) {
  let state = hashed(`${seed}/${name}`);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, seed, name) {
  const found = [...list];
  const random = chanceOf(seed, name);
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [found[at], found[other]] = [found[other], found[at]];
  }
  return found;
}

function freshSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/* The order in which to show the parts of an item; steps never stand in their right order. */
function shownOrder(item, seed, again) {
  const plain = Array.from({ length: partCount(item) }, (_, index) => index);
  if (item.kind === "write") return plain;
  const order = shuffled(plain, seed, `${item.id}/${again}`);
  const given = item.kind === "order" && order.every((index, at) => index === at);
  return given ? [...order.slice(1), order[0]] : order;
}

/* The last answer to each item. Those of a drill that leaves the schedule as it is count in sums alone. */
function pastOf() {
  return new Map(allEntries().filter((entry) => !entry.cram).map((entry) => [entry.item, entry]));
}

/* Whether an item was missed when it was asked last; a text that the learner scored is never a miss. */
function isMiss(entry) {
  return entry.score < 1 && !entry.self_assessed;
}

function grouped(list, nameOf) {
  const groups = new Map();
  for (const one of list) {
    const name = nameOf(one);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(one);
  }
  return [...groups.values()];
}

/* One of each list after the other, until all are used up. */
function byTurns(lists) {
  const found = [];
  for (let round = 0; lists.some((list) => round < list.length); round += 1) {
    for (const list of lists) if (round < list.length) found.push(list[round]);
  }
  return found;
}

/* How soon an item is to come again: what was wrong though sure before what was never seen, then what was missed or
   right by guessing alone, then the rest. */
function urgency(entry) {
  if (!entry) return 1;
  if (isMiss(entry)) return entry.confidence === "sure" ? 0 : 2;
  return entry.confidence === "guessing" ? 2 : 3;
}

/* Why a question is asked, by what is looked at below. */
function whyAsked(item, again) {
  if (again) return WORDS.drill.asked_again;
  const past = pastOf();
  const words = WORDS.drill.reasons;
  const entry = past.get(item.id);
  const ago = (day) => Math.max(0, Math.round((Date.parse(dayOf(Date.now())) - Date.parse(day)) / 86400000));
  const aim = { aim: item.objective ? objectiveTitle(item.objective) : topicTitle(item.topic) };
  const met = DATA.items.filter((one) => aimOf(one) === aimOf(item) && past.has(one.id)).map((one) => past.get(one.id).day);
  if (urgency(entry) === 0) return words.sure_miss;
  if (!met.length) return fill(words.unmet_aim, aim);
  const days = Math.min(...met.map(ago));
  if (days) return fillCounted(words.aim_long_ago, days, aim);
  if (!entry) return words.unmet_item;
  return ago(entry.day) ? fillCounted(words.item_long_ago, ago(entry.day)) : words.item_today;
}

function aimOf(item) {
  return `${item.topic}/${item.objective || ""}`;
}

/* Up to `count` items: objectives by turns, those longest not asked first, and topics by turns among them; of each
   objective the most urgent, then what was seen longest ago. */
function nextItems(items, past, count, seed) {
  const seen = (item) => (past.has(item.id) ? past.get(item.id).answered_at : -1);
  const known = (item) => urgency(past.get(item.id));
  const ranked = shuffled(items, seed, "items").sort((a, b) => known(a) - known(b) || seen(a) - seen(b));
  const aims = grouped(ranked, aimOf);
  const latest = (aim) => Math.max(...aim.map(seen));
  aims.sort((a, b) => latest(a) - latest(b));
  const turns = byTurns(grouped(aims, (aim) => aim[0].topic));
  return byTurns(turns).slice(0, count);
}

/* Seats shared out by weight: rounded-down shares first, the rest to the largest remainders. */
function apportion(seats, weights) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (whole ? (seats * weight) / whole : 0));
  const shares = exact.map(Math.floor);
  const waiting = weights.map((_, at) => at).filter((at) => weights[at])
    .sort((a, b) => (shares[a] - exact[a]) - (shares[b] - exact[b]) || a - b);
  const left = seats - shares.reduce((sum, share) => sum + share, 0);
  for (const at of waiting.slice(0, whole ? left : 0)) shares[at] += 1;
  return shares;
}

/* What items of one set have in common; null for one that stands alone. */
function setOf(item) {
  return item.set && item.options ? JSON.stringify([item.set, [...new Set(textsOf(item).parts)].sort()]) : null;
}

function mayStand(item) {
  return item.kind !== "write" && !isAside(item);
}

/* The items of an exam, or null when there are too few: topics by weight, levels as blueprints spread them, unseen ones
   first, of a set and of near duplicates one at most, those of one scenario together. */
function drawForm(items, topics, count, past, seed) {
  const seen = (item) => (past.has(item.id) ? past.get(item.id).answered_at : 0);
  const pool = shuffled(items.filter(mayStand), seed, "items").sort((a, b) => seen(a) - seen(b));
  const taken = new Set();
  const take = (list, most) => {
    const found = [];
    for (const item of list) {
      if (found.length === most) break;
      const kinds = [`item/${item.id}`, setOf(item), item.alike && `alike/${item.alike}`].filter(Boolean);
      if (kinds.some((kind) => taken.has(kind))) continue;
      found.push(item);
      kinds.forEach((kind) => taken.add(kind));
    }
    return found;
  };
  const levels = Object.keys(SETTINGS.levels);
  const shares = apportion(count, topics.map((topic) => topic.weight));
  const form = topics.flatMap((topic, at) => {
    const own = pool.filter((item) => item.topic === topic.id);
    const spread = apportion(shares[at], Object.values(SETTINGS.levels));
    const found = levels.flatMap((level, place) => take(own.filter((item) => item.level === level), spread[place]));
    return [...found, ...take(own, shares[at] - found.length)];
  });
  if (form.length < count) return null;
  const blocks = grouped(form, (item) => (item.scenario ? `s/${item.scenario}` : `i/${item.id}`));
  return shuffled(blocks, seed, "form").flat();
}

/* The longest exam of at most `count` questions that can be drawn; 0 when there is none. */
function longestForm(items, topics, count) {
  for (let size = Math.min(count, items.length); size > 0; size -= 1) {
    if (drawForm(items, topics, size, new Map(), 0)) return size;
  }
  return 0;
}
