"""What the page to practice on in a browser says beside the words that it shares with the terminal."""

PRACTICE, EXAM, NOTES, PROGRESS, KEEPING = "Practice", "Mock exam", "Study notes", "Progress", "Your answers"
"""The parts of the page, as its menu names them."""

MENU = "Parts of this page"
SKIP_LINK = "Skip the menu"
TOO_OLD = "If nothing else appears here, this browser is too old for the page, or keeps its script from running."
WITHOUT_SCRIPT = (
    "Scripts are off here, so nothing can be scored or kept. You can still practice: read a question, choose, and"
    " open what is folded below it."
)
FOLDED = "The answer, and why"

WELCOME = "No answer can do any harm, and each one is explained."
START, GO_ON, BEGIN_ANEW = "Start", "Go on with it", "Begin anew"
ALL_TOPICS, TOPIC, HOW_MANY = "All topics", "Topic", "How many questions"
WHICH, ANY_KIND, ONLY_MISSED, ONLY_FLAGGED = "Which", "What comes next by turns", "What you missed", "What you flagged"
NONE_OF_THIS_KIND = "There is no question of this kind now."
QUESTIONS_THERE = "{count} questions: {met} met, {right} right when last asked."

HOW = {
    "single": "Choose one.",
    "multiple": "Choose all that are right, then hand in.",
    "order": "Put all in order, the first one first, then hand in.",
}
"""What to do with each kind of question, where there are buttons; for texts the terminal says it."""

YOUR_ANSWER, YOUR_WORDS = "Your answer", "Write here. What you write stays on this device."
HAND_IN, TAKE_BACK, SHOW_EXAMPLE, DONE = "Hand in", "Take back", "See a good answer", "Done"
NEXT, SKIP, UNDO, STOP, BACK = "Next", "Skip", "Undo", "Stop", "Back"
HINT_BUTTON, FLAG_BUTTON, KEYS_BUTTON, WHY_BUTTON = "Hint", "Flag", "Keys", "Why this"
ASIDE_BUTTON, ASIDES, ASK_AGAIN = "Put aside", "What you put aside", "Ask it again"
PUT_ASIDE = "Put aside: it is not asked any more. To bring it back, see “Your answers”."
ASKED_AGAIN = "It is asked again."
ASK_SURE, PASS = "Ask me after each answer how sure I was", "Pass"
OTHERS_BUTTON = "Other situations of this set"
PLACED = "Number {place}"
"""Where a step stands in the learner's order so far."""

SEE_APPROACH, DRILL_APPROACH = "More about {name}", "Practice telling it apart"
DRILL_MISSES, READ_NOTES, ONE_MORE = "Practice what you missed", "Read the notes", "Go on practicing"

EXAM_TITLE, EXAM_LENGTH = "Mock exam", "How many questions"
CERTAINTY = "Say how sure I am of each answer; marks count it"
EXAM_MINUTES, UNTIMED, MORE_TIME = "How many minutes", "No clock", "More time"
TIMES = "{factor} times the usual"
USUAL_TIME = "The usual time"
TOO_FEW = "There are questions for a mock exam of {most}, so that is how long it will be."
NO_EXAM = "There are no questions here that can stand in a mock exam."
PREVIOUS, OVERVIEW, BREAK, CLEAR, TO_RESULT = "Back", "Overview", "Break", "Take answer back", "Back to the result"
HAND_IN_NOW, NOT_YET, GO_ON_NOW = "Hand in now", "Not yet", "Go on"
SEE_MISSED, SEE_FLAGGED, SEE_ALL = "See the {count} not right", "See the {count} flagged", "See all questions"
ENDED_ELSEWHERE = "This exam was ended in another window of this browser."

TOPICS, APPROACHES = "Topics", "Approaches that tempt"
SEARCH_FOR = "Search notes, approaches and questions you have met"
FOUND = "{count} found."
NOTHING_FOUND = "Nothing was found. Try another word."
MET_QUESTION = "A question you have met"

NOTHING_YET = "Nothing yet. Answer some questions, and this page will show how it goes."
BY_TOPIC, TOPIC_PART, MET_PART, RIGHT_PART = "By topic", "Topic", "Met", "Right when last asked"

STREAK_TITLE = "Streak"
KEPT_HERE = (
    "Your answers are kept in this browser, on this device, and sent nowhere. Whoever can use this browser can see"
    " them. Clearing the browser's data deletes them."
)
FORGETFUL = (
    "Some browsers, Safari among them, delete what a page keeps when it was not opened for a week. Before a longer"
    " break, save your answers to a file."
)
NOT_KEPT = (
    "This browser keeps nothing for this page, so your answers are gone once you close it. To hold on to them, save"
    " them to a file under “Your answers”."
)
KEPT_NO_MORE = (
    "From here nothing is kept: the browser's storage is full or was closed. Save your answers to a file under"
    " “Your answers”."
)
KEPT_COUNT = "{answers} and {exams} are kept."
HELD_COUNT = "{answers} and {exams} are held until you close the page."
SAVE = "Save my answers to a file"
SAVE_HELP = (
    "The program cps-quiz on a computer takes them in with: cps-quiz history import FILE. Keep this file to yourself:"
    " it tells when you practiced, and holds the secret number that makes you one person wherever you share answers."
)
WITH_OWN_WORDS = "Put what I wrote in my own words into the file too"
FILE_NAME = "cps-quiz-answers"
SAVED = "{answers} were put into the file {name}."
READ, READ_HELP = (
    "Take in answers from a file",
    "One that this page saved, or that cps-quiz history export wrote. The same answers are never counted twice.",
)
TAKEN_IN = "{new} of {read}."
EXAMS_TAKEN_IN = "{count}."
LINES_SKIPPED = "Skipped as not readable: {count}."
NO_ANSWERS_IN_FILE = "There is no answer in this file that this page can read."
TOO_LARGE = "This file is larger than {most} MB. It is not taken in."
FORGET, REALLY_FORGET, KEEP_THEM = "Forget everything", "Yes, forget everything", "Keep my answers"
FORGET_HELP = "Deletes all that this page keeps in this browser: answers, exams, flags, choices. There is no way back."
FORGET_SHARED = (
    "If you gave answers to an instructor and may want them back, write the file that takes them back first: afterwards"
    " nothing here can."
)
FORGOTTEN = "Everything is forgotten."
LETTER_KEYS = "Letters and digits of the keyboard answer and steer"

SHARE = "Give answers to an instructor"
SHARE_HELP = (
    "So that a group can learn which questions are bad and what tempts many. You see what would leave before it is"
    " written, nothing is sent, and you can take it back. If you practice with the program on a computer too, first"
    " take the saved answers of this page in there, so that you are one person."
)
PROGRAMME, ASK_FOR_CODE = "The programme's code", "Ask your instructor for it."
SHARE_SHOW, SHARE_WITHDRAW = "Show what would leave", "Take back what I gave"
SHARE_HEADING, SHARE_LINES = "What would leave", "All of it, word for word: {count}"
SHARE_WRITE, SHARE_NOT = "Write the file", "Write nothing"
SHARE_BACK_LATER = "You can take it all back later, on this page."
SHARE_UNKEPT = (
    "This browser keeps nothing for this page, so once you close it nothing here can take the answers back. Save your"
    " answers to a file as well: who takes it in can."
)
SHARE_FILE, WITHDRAW_FILE = "cps-quiz-for-instructor", "cps-quiz-taken-back"

KEYS_TITLE = "Keys"
CLOSE = "Close"
LEFT_EXAM = "The exam is kept, and its clock stands still."
LEFT_UNKEPT = "The exam waits here with its clock standing still, until you close the page."


def written(name: str, questions: str) -> str:
    """Where the page is, with how many questions, and what to do with it."""
    return (
        f"{name} holds {questions}. Open it in any browser, also without a network. To hand it out, put it on any web"
        " space: some phones keep no answers for a page that is only a file."
    )
