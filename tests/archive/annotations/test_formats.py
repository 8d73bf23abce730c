"""LRC, WebVTT and TTML: what is written is read again, and what is bad is told by its line."""

import tracemalloc
from contextlib import suppress
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.annotations import lrc, ttml, webvtt
from archive.annotations.cues import (
    MOST_BYTES,
    MOST_CUES,
    MOST_PROBLEMS,
    Cue,
    NotTimedText,
    TimedText,
    decoded,
)
from archive.annotations.formats import FORMATS, recognised

HOUR_MS = 3_600_000

#: Any text that the archive can hold: control characters, lone surrogates and CR stay out.
_TEXT = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"),
        exclude_characters="\ufffe\uffff",
        include_characters="\n\t",
    ),
    max_size=60,
)
_LINE = _TEXT.map(lambda text: " ".join(text.split()))
_MOMENT = st.integers(0, 999 * HOUR_MS)


@st.composite
def cues(draw: st.DrawFn, *, text: st.SearchStrategy[str] = _TEXT) -> list[Cue]:
    found = []
    for start in sorted(draw(st.lists(_MOMENT, max_size=12))):
        lasts = draw(st.none() | st.integers(0, HOUR_MS))
        end = None if lasts is None else (start + lasts) / 1000
        found.append(Cue(start / 1000, end, draw(text), draw(_LINE)[:60].strip()))
    return found


@st.composite
def lyrics(draw: st.DrawFn) -> list[Cue]:
    """What LRC can say: words on one line, one after another, each lasting until some moment."""
    moments = sorted(draw(st.lists(_MOMENT, max_size=12, unique=True)))
    found = []
    for start, following in zip_longest(moments, moments[1:]):
        if following is None:
            end = draw(st.none() | st.integers(start + 1, start + HOUR_MS))
        else:
            end = draw(st.integers(start + 1, following))
        words = draw(_LINE.filter(lambda line: line and not line.startswith(("[", "<"))))
        words = words.replace("<", "(")
        found.append(Cue(start / 1000, None if end is None else end / 1000, words))
    return found


@given(cues())
@settings(max_examples=300, deadline=None)
def test_webvtt_gives_back_what_was_written(written: list[Cue]) -> None:
    read = webvtt.read(webvtt.write(TimedText(cues=written, title="T", language="dts")))
    assert (read.cues, read.problems) == (written, [])
    assert (read.title, read.language) == ("T", "dts")


@given(cues(), _LINE)
@settings(max_examples=300, deadline=None)
def test_ttml_gives_back_what_was_written(written: list[Cue], title: str) -> None:
    read = ttml.read(ttml.write(TimedText(cues=written, title=title, language="dts")))
    assert (read.cues, read.problems) == (written, [])
    assert (read.title, read.language) == (title, "dts")


@given(lyrics())
@settings(max_examples=300, deadline=None)
def test_lrc_gives_back_what_it_can_say(written: list[Cue]) -> None:
    read = lrc.read(lrc.write(TimedText(cues=written, title="T", language="dts")))
    assert (read.cues, read.problems) == (written, [])
    assert (read.title, read.language) == ("T", "dts")


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "ignore"))
)
@settings(max_examples=400, deadline=None)
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    """A reader answers with cues, problems or a sentence; never with an error of its own."""
    for each in FORMATS.values():
        for beginning in (
            b"",
            b"WEBVTT\n\n",
            b"[00:01.00]",
            b'<tt xmlns="http://www.w3.org/ns/ttml">',
        ):
            with suppress(NotTimedText):
                each.read(beginning + content)


def test_an_lrc_line_lasts_until_the_next() -> None:
    found = lrc.read(
        "[ti:Berceuse]\n[offset:+500]\n[00:12.00][01:00.5]Dodo <00:12.30>l'enfant\n[00:15:30]\n"
    )
    assert found.title == "Berceuse"
    assert found.cues == [
        Cue(11.5, 14.8, "Dodo l'enfant"),
        Cue(60.0, None, "Dodo l'enfant"),
    ]


def test_bad_lines_of_lrc_are_told_beside_good_ones() -> None:
    found = lrc.read(
        "[00:01.00]un\nnothing\n[00:99.00]deux\n[00:03.00][1:2:3:4]trois\n[00:04.00][2x] refrain"
    )
    assert [cue.text for cue in found.cues] == ["un", "[2x] refrain"]
    assert [problem.line for problem in found.problems] == [2, 3, 4]


def test_webvtt_reads_voices_and_reads_over_the_rest() -> None:
    found = webvtt.read(
        "WEBVTT - Récit\nLanguage: fr\n\nNOTE nobody\n\nSTYLE\n::cue{}\n\n1\n"
        "00:01.000 --> 00:02.500 align:start\n<v.loud Ann>Bonjour &amp; <b>merci</b></v>\n"
        "<v Bo>Oui\n"
    )
    assert (found.title, found.language, found.problems) == ("Récit", "fr", [])
    assert found.cues == [
        Cue(1.0, 2.5, "Bonjour & merci", "Ann"),
        Cue(1.0, 2.5, "Oui", "Bo"),
    ]


def test_bad_cues_of_webvtt_are_told_beside_good_ones() -> None:
    found = webvtt.read(
        "WEBVTT\n\n00:01.000 --> 00:00.500\nback\n\n00:02.000 --> 00:03.000\ngood\n\n"
        "00:02.000 -> 00:03.000\nbad\n\n00:61.000 --> 00:62.000\nbad\n"
    )
    assert [cue.text for cue in found.cues] == ["good"]
    assert [problem.line for problem in found.problems] == [3, 9, 12]
    assert "before it begins" in found.problems[0].message


def test_ttml_reads_frames_offsets_divisions_and_spans() -> None:
    found = ttml.read(
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"'
        ' xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" xml:lang="de"><body>\n'
        '<div begin="10s"><p begin="00:00:01:05" dur="2s"> a\n  b <br/> c</p></div>\n'
        '<div><p><span begin="1s" end="2s">w</span> <span begin="2s" end="3s">z</span></p>\n'
        "<p>when?</p>\n"
        '<p begin="later">k</p></div></body></tt>'
    )
    assert found.language == "de"
    assert found.cues == [Cue(1.0, 3.0, "w z"), Cue(11.2, 13.2, "a b\nc")]
    assert [problem.line for problem in found.problems] == [5, 6]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no timed text"),
        (b"Dodo, l'enfant do", "no timed text"),
        (b"\x00\x01\x02RIFF", "no timed text"),
    ],
    ids=["empty", "prose", "sound"],
)
def test_what_is_no_timed_text_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(NotTimedText, match=says):
        recognised(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html><body/></html>", "Line 1: this is XML, but no TTML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><tt/>', "document type"),
        (b'<tt xmlns="http://www.w3.org/ns/ttml">\n<body', "Line 2"),
        (
            b'<tt xmlns="http://www.w3.org/ns/ttml">' + b"<div>" * 100,
            "more than 50 deep",
        ),
        (b'<?xml version="1.0" encoding="klingon"?><tt/>', "no XML|decoded"),
    ],
    ids=["another XML", "entities", "broken off", "too deep", "unknown encoding"],
)
def test_odd_xml_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(NotTimedText, match=says):
        ttml.read(content)


def test_text_in_another_encoding_is_refused_by_its_line() -> None:
    with pytest.raises(NotTimedText, match="Line 2 is not text in UTF-8"):
        decoded("[00:01.00]a\n[00:02.00]é".encode("latin-1"))
    assert decoded("[00:01.00]é".encode("utf-16")) == "[00:01.00]é"


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    for each in FORMATS.values():
        with pytest.raises(NotTimedText, match="Split it"):
            each.read(b"[" * (MOST_BYTES + 1))


def test_a_million_cues_are_refused_within_bounded_memory() -> None:
    """R: what is refused costs no more than its limit."""
    line = b"[00:01]\n[00:01]a\n"
    content = line * (MOST_BYTES // len(line))
    tracemalloc.start()
    with pytest.raises(NotTimedText, match=f"at most {MOST_CUES} cues"):
        FORMATS["lrc"].read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000_000


def test_ten_thousand_bad_lines_are_counted_and_the_first_told() -> None:
    found = lrc.read("[00:01.00]good\n" + "bad\n" * 10_000)
    assert len(found.cues) == 1
    assert len(found.problems) == MOST_PROBLEMS
    assert found.problem_count == 10_000


def test_a_file_is_known_by_its_words_before_its_name() -> None:
    assert recognised(b"\xef\xbb\xbfWEBVTT\n", "x.lrc").name == "webvtt"
    assert recognised(b"  <?xml", "").name == "ttml"
    assert recognised(b"[ti:x]", "").name == "lrc"
    assert recognised("WEBVTT\n".encode("utf-16"), "").name == "webvtt"
