"""English."""

from __future__ import annotations

from bot.texts import (
    about,
    admin,
    asking,
    backing_up,
    browsing,
    command_line,
    commands,
    comparing,
    examples,
    following,
    groups,
    inline,
    missing,
    oversight,
    privacy,
    profile,
    reading,
    reasons,
    terminal,
)
from bot.texts.wording import Texts
from corpus.language.asking_words import Kind

EN = Texts(
    start=(
        "Hello! I answer questions about news from China's development zones, high-tech zones and industrial parks.\n\n"
        "Just ask, for example:\n"
        "{example}\n\n"
        "Every answer is quoted word for word from a report, with its title, publisher and date. If no report answers, I say so.\n\n"
        "/latest lists the newest reports, /help says more."
    ),
    help=(
        "Asking\n"
        "· Send me your question: which park, which year, what about it. Reports are in Chinese; so ask in Chinese where you can.\n"
        "· Go on from there: “what about 2023?” keeps the park; /new starts afresh.\n"
        "· A slip of the pen? Edit your message, and I change my answer.\n\n"
        "Reading\n"
        "· Quotes are the reports' own words; the words that answer are bold. A linked title below opens the page at that sentence.\n"
        "· Buttons: context, source and the whole report, more quotes, ✕ to take out a park or a time, share. 👍 👎 help me improve.\n\n"
        "In groups\n"
        "· Send /ask and your question, or reply to an answer of mine to go on from it.\n"
        "· Reply to somebody's message with /ask, and that message is the question.\n"
        "· Where the group's admins let me read messages, you may mention me.\n\n"
        "In any other chat\n"
        "· Type @, my username and a question, choose a quote, and it is sent with its source.\n\n"
        "Following\n"
        "· /follow and a park or a question, or “🔔 Follow” below an answer: when a new report comes, I send you its own words.\n"
        "· /following stops it again, and sets quiet hours (22:00 to 8:00 unless you change them)."
    ),
    help_commands="Commands",
    help_command="· /{name}: {description}",
    help_admin=(
        "For admins\n"
        "· In private, send me files (.txt .html .md .pdf .docx .xlsx .jsonl .json .csv, up to 20 MB, "
        "several at once if you like) or addresses "
        "(up to 20 in a message). I read them for trial and report; they come into the corpus when you say so, "
        "and out again when you undo it.\n"
        "· Questions are answered while the index is updated."
    ),
    commands=commands.EN,
    ask_usage="Write the question after the command, for example:\n/ask {example}",
    text_only="I can only read text. Please type your question.",
    greeting="Hello! Which park would you like to know about, and what? Just ask; /help says more.",
    you_are_welcome="You are welcome! Ask on whenever you like.",
    acknowledged="All right. Ask on whenever you like.",
    farewell="Goodbye! Ask again whenever you like.",
    number_alone="To open an entry of a list, please press the number below it; for anything else, just ask.",
    unknown_command="There is no such command. Just send a question, or see /help.",
    admins_only="Sorry, only admins may do this.",
    of_target="{time}, target",
    also_in="also in other reports: {count}",
    recognised="recognised text",
    not_found="No report answers this question. Try other words, or name the park and the year?",
    missing=missing.EN,
    nearest="The nearest reports:",
    understood="What I understood: {found}",
    understood_parks="park {parks}",
    understood_times="time {times}",
    understood_kind="asking for {kind}",
    understood_parts="looked for separately {parts}",
    kinds={
        Kind.NUMBER: "a number",
        Kind.RANK: "a rank",
        Kind.DURATION: "a duration",
        Kind.ORGANISATION: "an organisation",
        Kind.CONTACT: "contact details",
        Kind.PERSON: "a person",
        Kind.TIME: "a date",
        Kind.PLACE: "a place",
        Kind.LIST: "a list",
        Kind.REASON: "a reason",
    },
    quoted="“{text}”",
    comma=", ",
    year="{year}",
    in_year="{part} {year}",
    months={
        1: "January",
        2: "February",
        3: "March",
        4: "April",
        5: "May",
        6: "June",
        7: "July",
        8: "August",
        9: "September",
        10: "October",
        11: "November",
        12: "December",
    },
    parts_of_year={
        (1, 6): "H1",
        (7, 12): "H2",
        (1, 3): "Q1",
        (4, 6): "Q2",
        (7, 9): "Q3",
        (10, 12): "Q4",
        (1, 9): "first nine months of",
        (11, 12): "end of",
    },
    day="{day} {month}",
    period="{first} to {last}",
    asked_as="Looking for “{question}”:",
    forgotten="All right, I start afresh. What would you like to know?",
    hint_old="Mind the date: the newest of these reports is of {year}, and things may have changed.",
    hint_figures="Mind the dates: reports of different days give different figures.",
    more_quotes="More quotes, which need not answer the question:",
    wider_quotes="These passages come nearest, but need not answer the question:",
    linked_quote="Somebody shared a quote on “{question}”:",
    linked_quote_is=(
        "I answer questions about news from China's industrial parks with the reports' own words. "
        "To go on from here, just ask; /help says more."
    ),
    page="{title}\nPage {page} of {pages}; the quote is bold",
    page_number="Page {page} of {pages}",
    source_title="Title: {title}",
    source_publisher="Publisher: {publisher}",
    source_date="Date: {date}",
    source_parks="Parks: {parks}",
    source_length="{characters} characters in all",
    source_recognised="Text recognised from pictures on page {pages}: there may be mistakes in it",
    source_also_in="Also in: {title} ({publisher})",
    asking=asking.EN,
    browsing=browsing.EN,
    about=about.EN,
    examples=examples.EN,
    comparing=comparing.EN,
    terminal=terminal.EN,
    backing_up=backing_up.EN,
    command_line=command_line.EN,
    groups=groups.EN,
    inline=inline.EN,
    profile=profile.EN,
    reading=reading.EN,
    button_more="More",
    button_wider="Look wider",
    button_context="Context",
    button_widen="Show more around it",
    button_source="Source",
    button_page="Open the page",
    button_read="Read it here",
    button_file="Send as a file",
    button_picture="See the page",
    picture="{title} · page {page}",
    picture_gone="The page cannot be shown: its file may have been moved or changed.",
    button_copy_quote="Copy quote and source",
    button_copy_source="Copy source",
    button_link="Copy link to quote",
    button_share="Share",
    button_without="✕ {text}",
    button_undo="↩ Undo",
    button_again="Ask again",
    button_quote_before="‹ Quote {number}",
    button_next_quote="Quote {number} ›",
    button_unknown="This button is no longer in use.",
    button_expired="This button has expired. Please send your question again.",
    button_gone="Things have changed here; please open this anew.",
    answer_expired="This answer has expired: it is too old, or its report was changed or removed. Look again?",
    link_expired="This link no longer works: its report may have been changed or removed.",
    thanks_good="Thank you, noted.",
    thanks_bad="Thank you, noted. We will work on it.",
    index_missing="Nothing has been indexed yet, so I cannot answer. An admin may send /reindex.",
    index_unavailable="The index cannot be used at the moment. Please try again later; admins see the reason with /status.",
    index_unreachable="The search is not available at the moment, so I could not answer. Please ask again in a minute.",
    embedder_unavailable="The language model cannot be loaded at the moment. Please try again later.",
    store_unavailable="Sorry, what I keep cannot be read or written at the moment, so this cannot be done. Questions are still answered.",
    internal_error="Sorry, something went wrong and this question was not answered. Please ask again later.",
    busy="Very many questions are waiting at the moment, so this one was not answered. Please ask it again in a minute.",
    later="I cannot note anything down at the moment. This question is answered as soon as I can; there is no need to ask again.",
    too_many_questions=(
        "I answer up to {per_minute} questions a minute from one person. This one was not answered, nor will be those that come "
        "too fast after it: please wait a moment and send them again."
    ),
    following=following.EN,
    privacy=privacy.EN,
    reindex_started="Updating the index …",
    reindex_running="The index is being updated already; please wait until that is done.",
    reindex_progress="Updating the index\n{stage}: {done} / {total} ({percent}%)",
    reindex_stages={
        "reading": "Reading articles",
        "recognising": "Recognising text",
        "splitting": "Cutting passages",
        "embedding": "Computing vectors",
        "comparing": "Finding reprints",
        "writing": "Writing the index",
        "checking": "Self-check",
        "asking": "Asking questions",
        "labelling": "Labelling passages",
    },
    reindex_done=(
        "The index is up to date: version {version}, in {seconds} s.\n"
        "{added} added, {changed} changed, {removed} removed, {unchanged} unchanged.\n"
        "It holds {articles} articles in {passages} passages."
    ),
    reindex_unchanged="Nothing has changed, the index is up to date: {articles} articles in {passages} passages.",
    reindex_rejected="Not taken in ({count}):",
    reindex_remarks="Taken in, but note ({count}):",
    rejected_file="· {path}: {reason}",
    reasons=reasons.EN,
    more="… and {count} more",
    reindex_failed="The update did not complete; the index stays as it was.\n{reason}",
    reindex_stopped="The update was stopped; the index stays as it was. Send /reindex again when the bot is back.",
    status=(
        "Index version {version}\nMade {created}\nArticles: {articles}, passages: {passages}\nParks: {parks}, years {years}\n"
        "Files left out: {rejected}\nEmbedder {embedder}\n{size} on disk in {folder}"
    ),
    status_server="The index lies in Milvus at {server}",
    status_worker="Worker {worker} is idle, {embedded} passages embedded",
    status_worker_busy="Worker {worker} is at work, {embedded} passages embedded",
    status_outdated="Made by an earlier version of parkqa: a reindex makes its answers better",
    self_check=(
        "Self-check with {questions} questions made from the articles: {right} answered right, {wrong} wrong; "
        "with their article withheld, {share} answered nevertheless (95% interval {low}–{high})"
    ),
    self_check_missing="Self-check: not done yet; an update of the index does it",
    self_check_impossible="Self-check: too few articles to measure false answers",
    false_answers_accepted="Accepted share of false answers: {share}",
    status_problem="The index cannot be used.\n{reason}",
    status_reindexing="An update of the index is running.",
    admin=admin.EN,
    oversight=oversight.EN,
)
