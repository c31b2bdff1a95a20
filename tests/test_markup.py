"""This file tests that prose is what a reader sees of a marked-up text, and that every character of it knows its place."""

from __future__ import annotations

import html as entities
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.markup import html, markdown
from audit.markup.matter import read_matter
from audit.markup.weave import plain, weave
from audit.model import AuditError, Document, Run, Span

# What markup is made of, in any order: broken more often than not.
SCRAPS = """
# ## * ** *** _ __ ` `` ``` ~~~ > - + 1. | |-|-| \\| \\ \\* [ ] ( ) [a](b) ![a](b) [a]: [^1] <b> </b> <br> <!-- --> --- === --
& &amp; &amp &lt; &rsquo; &#39; &#x2019; &nosuch; &#0; &#xD800; &nbsp; &shy; &#32; <a.b@c.de> <http://a.b/%C3%A9?x=1&y=2>
< > </ <! <!DOCTYPE <![CDATA[ ]]> <? ?> <p> </p> <p <a <a=' <img/> " ' = <div> </div> <nav> </nav> <article> </article> <main> </main>
<header> </header> <script> </script> </script <style> <title> <head> </head> <body> <svg/> <form> <aside> <li> <table> <td>
word Two said, “quoted” it’s é 日本 🙂 \u00a0 \u00ad \u2003 \u2028 \x1c \x85 \ufeff
""".split()
SPACES = [" ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "    ", ""]
texts = st.one_of(
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.sampled_from(SPACES), st.text(max_size=3)), max_size=40).map("".join),
    st.text(max_size=200),
).map(lambda text: text.replace("\0", ""))
FORMS = {"plain": plain, "markdown": lambda text: weave(markdown.pieces(text)), "html": lambda text: weave(html.pieces(text))}


def read(form: str, text: str) -> Document:
    prose, runs = FORMS[form](text)
    return Document("a", text, prose, runs)


def md(text: str) -> str:
    return FORMS["markdown"](text)[0]


def page(text: str) -> str:
    return FORMS["html"](text)[0]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=400, deadline=None)
@given(text=texts)
@example(text="> \u2003\n> text")
@example(text="\u2003# # #x")
@example(text="-   |a\\|b|`c`|\n    |-|-|\n    |\\|||")
@example(text="``a`` `b\n    c` ``")
@example(text="a  \r\nb\\\r\n c \r\n\td")
@example(text="- > a\n b\n\tc")
def test_on_any_text_every_visible_character_stands_where_its_run_says(form: str, text: str) -> None:
    document = read(form, text)
    prose_end = text_end = 0
    for run in document.runs:
        assert prose_end <= run.prose.start < run.prose.end <= len(document.prose)
        assert text_end <= run.text.start < run.text.end <= len(text)
        assert set(document.prose[prose_end : run.prose.start]) <= {"\n"}, "only a break stands between runs"
        prose_end, text_end = run.prose.end, run.text.end
        seen, given_text = run.prose.of(document.prose), run.text.of(text)
        if run.exact:
            assert [
                (a, b)
                for a, b in zip(seen, given_text, strict=True)
                if a != b and (a, b) not in {(" ", "\n"), (" ", "\t"), (" ", "\f"), (" ", "\r"), ("\n", "\r")}
            ] == []
        else:
            assert seen in (" ", "\n") or seen == entities.unescape(given_text) or given_text.startswith("&#")
    assert prose_end == len(document.prose) or not document.runs


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=300, deadline=None)
@given(text=texts, data=st.data())
def test_on_any_text_a_span_of_prose_goes_to_the_text_and_comes_back(form: str, text: str, data: st.DataObject) -> None:
    document = read(form, text)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.prose))] * 2)))
    there = document.to_text(Span(start, end))
    assert there.end <= len(text)
    assert (there.start < there.end) == (start < end)
    back = document.to_prose(there)
    assert back.end <= len(document.prose)
    if start < end:
        assert back.contains(Span(start, end))
        written = {at for run in document.runs if run.exact for at in range(run.prose.start, run.prose.end)}
        if not document.runs or {start, end - 1} <= written:
            assert back == Span(start, end)


@settings(max_examples=200, deadline=None)
@given(text=texts, data=st.data())
def test_any_span_of_the_text_has_its_prose(text: str, data: st.DataObject) -> None:
    document = read("html", text)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    assert document.to_prose(Span(start, end)).end <= len(document.prose)


@given(text=texts, data=st.data())
def test_a_plain_text_without_carriage_returns_is_its_own_prose(text: str, data: st.DataObject) -> None:
    text = text.replace("\r", "")
    document = read("plain", text)
    span = Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
    assert (document.prose, document.to_text(span), document.to_prose(span)) == (text, span, span)


def test_an_entity_is_taken_whole_and_its_neighbours_exactly() -> None:
    document = Document("a", "it&rsquo;s", "it’s", (Run(Span(0, 2), Span(0, 2)), Run(Span(2, 3), Span(2, 9)), Run(Span(3, 4), Span(9, 10))))
    assert document.to_text(Span(1, 3)) == Span(1, 9)
    assert document.to_text(Span(3, 4)) == Span(9, 10)
    assert document.to_text(Span(3, 3)) == Span(9, 9)
    assert document.to_prose(Span(4, 6)) == Span(2, 3)


def test_a_break_stands_for_the_markup_between_two_paragraphs() -> None:
    document = read("html", "<p>One</p><p>two</p>")
    assert document.prose == "One\n\ntwo"
    assert document.to_text(Span(3, 5)).of(document.text) == "</p><p>"
    assert document.to_text(Span(4, 8)).of(document.text) == "</p><p>two"
    assert document.to_text(Span(0, 4)).of(document.text) == "One</p><p>"


def test_line_ends_of_other_systems_become_line_feeds_and_keep_their_places() -> None:
    document = read("plain", "One\r\ntwo\rthree\n")
    assert document.prose == "One\ntwo\nthree\n"
    assert document.to_text(Span(3, 5)).of(document.text) == "\r\nt"
    assert document.to_text(Span(8, 13)).of(document.text) == "three"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# A heading ##\ntext", "A heading\n\ntext"),
        ("# # #", "#"),
        ("Two lines\nof heading\n===\n\ntext", "Two lines of heading\n\ntext"),
        ("one\ntwo  \nthree\\\n   four", "one two\nthree\nfour"),
        ("an *emphatic **and** strong* snake_case word", "an emphatic and strong snake_case word"),
        ('a [link](http://x "c d") c d', "a link c d"),
        ("a [link][ref] here\n\n[ref]: http://x 'title'", "a link here"),
        ("[![alt](p.png)](x) after", "after"),
        ("before ![alt *text*](p.png) after", "before after"),
        ("see <http://a.b/%C3%A9> now", "see http://a.b/%C3%A9 now"),
        ("a `code  span` stays, `` a`b `` too", "a code  span stays, a`b too"),
        ("text\n\n```\ncode\n```\n\nmore", "text\n\nmore"),
        ("text\n\n    an indented paragraph", "text\n\nan indented paragraph"),
        ("- one\n- two\n  more\n\n  own paragraph\n1. three", "one\n\ntwo more\n\nown paragraph\n\nthree"),
        ("> quoted\nlazily\n>\n> > deeper", "quoted lazily\n\ndeeper"),
        ("| a | b\\|c |\n|---|---|\n| | `d` |\n| e |", "a\n\nb|c\n\nd\n\ne"),
        ("1 \\* 2 &lt; &#51; &amp;amp; AT&T", "1 * 2 < 3 &amp; AT&T"),
        ("one <!-- hidden --> two<br>three <span>four</span>", "one two\nthree four"),
        ("<!-- hidden\n\n# not seen -->\n\nseen", "seen"),
        ("<div class='x'>\n<p>in HTML &amp; seen</p>\n</div>\n\nafter", "in HTML & seen\n\nafter"),
        ("> <div>\n> in a quote\n> of HTML</div>", "in a quote of HTML"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("[not a link] and 5 < 6 and 2 * 3 * 4", "[not a link] and 5 < 6 and 2 * 3 * 4"),
    ],
)
def test_markdown_is_read_without_its_marks(text: str, prose: str) -> None:
    assert md(text) == prose
    assert md(text.replace("\n", "\r\n")) == prose


def test_a_word_after_a_link_is_found_after_it_and_not_in_its_title() -> None:
    document = read("markdown", '[one](http://two "two") two')
    assert document.to_text(Span(4, 7)) == Span(24, 27)


def test_words_in_a_quoted_list_in_windows_line_ends_are_found_where_they_stand() -> None:
    document = read("markdown", "> - one\r\n>   two *three*\r\n\r\nfour")
    assert document.prose == "one two three\n\nfour"
    for word in document.prose.split():
        start = document.prose.index(word)
        assert document.to_text(Span(start, start + len(word))) == Span(document.text.index(word), document.text.index(word) + len(word))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<p>One</p>\n<p>two\n   lines</p>", "One\n\ntwo lines"),
        ("<b>One </b> two<i> three</i>four", "One two threefour"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<ul><li>a<li>b</ul>c<table><tr><td>d<td>e</table>", "a\n\nb\n\nc\n\nd\n\ne"),
        ("it&rsquo;s &#8220;so&#x201D; R&amp;D AT&T &copy 5&nbsp;% &nosuch;", "it’s “so” R&D AT&T © 5\u00a0% &nosuch;"),
        ("co&shy;oper\u00adation", "cooperation"),
        ("a <!-- b --> c<!--> d --> e<? f ?>", "a c d --> e"),
        ("<p>a<script>if (1 < 2) '</p>'</script>b<style>c{}</style><noscript>d</noscript><template>e</template>f", "abf"),
        ("<svg><text>a</text></svg>b<svg/>c", "bc"),
        ("<head><title>a</title><meta charset=utf-8><p>b", "b"),
        ("<nav>a</nav><header>b</header><p>c</p><aside>d</aside><form>e</form><footer>f</footer>", "c"),
        ("<body><p>menu</p><main><p>story</p></main></body>", "story"),
        ("<main>a<article>short</article><article><header><h1>The long</h1></header> one</article></main>", "The long\n\none"),
        ("<article>never closed<footer>by", "never closed"),
        ("<div><nav>a</div><p>b</p>", "b"),
        ("<article><nav></nav></article><p>only here</p>", "only here"),
        ("<figure><img alt='x'><figcaption>A caption</figcaption></figure>", "A caption"),
        ("<form><p>a whole page in a form</p><input></form>", "a whole page in a form"),
        ('<a title="1 > 0" href=x>a</a> <a title="never closed>b</a> c', "a b c"),
        ("1 < 2 <3 & 4 > 3 </ p>&#", "1 < 2 <3 & 4 > 3 &#"),
        ("a<![if !IE]>b<![endif]>c<![CDATA[d]]>e<!doctype f>g", "abceg"),
        ("<P>Upper<BR>CASE</P><SCRIPT>x</Script >y", "Upper\nCASE\n\ny"),
        ("a</nosuch>b</>c<p", "abc"),
        ("<script>never closed", ""),
        ("", ""),
    ],
)
def test_html_is_read_as_a_reader_sees_it(text: str, prose: str) -> None:
    assert page(text) == prose


@pytest.mark.parametrize(
    "text",
    [
        "<",
        "<a ",
        "<a b='",
        "<!--",
        "<!",
        "<![x",
        "</",
        "&",
        "&#",
        "<?",
        "<script>",
        "<p>",
        "</p>",
        "<article>",
        "&amp;",
        " \n",
        "a",
        "a ",
        '<a b=">" ',
    ],
)
def test_a_line_of_200_000_characters_of_html_is_read_in_seconds(text: str) -> None:
    started = time.process_time()
    page((text * 200_000)[:200_000])
    assert time.process_time() - started < 10  # what grows with the square of the length takes minutes


@pytest.mark.parametrize(
    "text", ["[", "![](", "*a ", "a_b", "`", "a` ", "<a ", "&amp;", "\\`", "**a _b ", "[a](b) ", "> ", "- ", "|", "a", "a "]
)
def test_a_line_of_200_000_characters_of_markdown_is_read_in_seconds(text: str) -> None:
    started = time.process_time()
    md((text * 200_000)[:200_000])
    assert time.process_time() - started < 10  # what grows with the square of the length takes minutes


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("---\nlanguage: no\n---\nx", "language", "no"),
        ("---\nsource-lang: fr-FR\n---\nx", "source_language", "fr"),
        ("---\nsource_language: DE\n---\nx", "source_language", "de"),
        ("---\nreference: r.txt\n---\nx", "references", ("r.txt",)),
        ("---\nreferences: [r.txt, s.txt]\n---\nx", "references", ("r.txt", "s.txt")),
        ("---\nsource:\n---\nx", "source", None),
        ("--- \r\nsource: o.txt\r\n---\r\nx", "source", "o.txt"),
    ],
)
def test_front_matter_gives_its_values(text: str, field: str, value: object) -> None:
    matter = read_matter(text, "a.md")
    assert getattr(matter, field) == value
    assert text[matter.end :] == "x"


@pytest.mark.parametrize("written", ["2022-01-07", "'2022-01-07'", "2022-01-07T10:30:00+01:00", "2022-01-07 10:30"])
def test_a_date_in_front_matter_may_have_a_time(written: str) -> None:
    assert str(read_matter(f"---\ndate: {written}\n---\n", "a.md").date) == "2022-01-07"


@pytest.mark.parametrize(
    "text",
    [
        "---\nA line of text.\n---\nx",
        "---\ntitle: never closed\nx",
        "text\n---\ndate: 2022-01-07\n---\n",
        "---\n---\nx",
        "---\na: b\n" + "# c\n" * 9000 + "---\n",
        "----\na: b\n---\n",
    ],
)
def test_a_text_between_rules_is_no_front_matter(text: str) -> None:
    assert read_matter(text, "a.md").end == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: x\ndate: 7 January\n---\n", "a.md:3: date: '7 January' is not a date; write it as 2022-01-31"),
        ("---\ndate: 2022-02-30\n---\n", "a.md:2: date: '2022-02-30' is not a date"),
        ("---\ndate: [2022-01-07]\n---\n", "a.md:2: date: give one text, not a list or a mapping"),
        ("---\nlanguage: English\n---\n", "a.md:2: language: 'English' is not a language code"),
        ("---\nreferences: [a, {b: c}]\n---\n", "a.md:2: references: give one text"),
        ("---\ntitle: a: b\n---\n", "a.md:2: the front matter is not YAML"),
        ("---\nok: 1\nbad: [\n---\n", "a.md:3: the front matter is not YAML"),
        ("---\na: " + "[" * 500 + "\n---\n", "a.md:1: the front matter is not YAML"),
        ("---\na: \x07\n---\n", "a.md:1: the front matter is not YAML"),
    ],
)
def test_wrong_front_matter_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(AuditError) as refused:
        read_matter(text, "a.md")
    assert str(refused.value).startswith(reason)
    assert len(str(refused.value).splitlines()) == 1
