"""One page on its way from Markdown to HTML: its fences become figures, its references links, and faults are told."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from pathlib import Path
from zlib import crc32

from service_blueprint.blueprint import View
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.faults import blueprints as faults
from service_blueprint.hosts.markdown.fences import Fence
from service_blueprint.hosts.markdown.surroundings import Surroundings
from service_blueprint.hosts.output import level_of, tell
from service_blueprint.hosts.printable import printable
from service_blueprint.insight.excerpt import excerpt
from service_blueprint.pages import addresses
from service_blueprint.pages.faults import faults_html
from service_blueprint.pages.markdown_figure import Figure, figure_html, steps_in_words
from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading import Library
from service_blueprint.reading.decoding import shown_text
from service_blueprint.reading.embed import Embed, read_embed
from service_blueprint.reading.limits import TEXT_ACTIONS
from service_blueprint.reading.references import Referent, referent
from service_blueprint.reading.words import Show
from service_blueprint.shelves.watched import library_now
from service_blueprint.words import Words, words_for


class FaultsError(ServiceBlueprintError, ValueError):
    """A page has faults, and the extension was told that they are to end the build."""


@dataclass(frozen=True, slots=True)
class Options:
    """The extension's options."""

    blueprints: str = "blueprints"
    base: str = ""
    origin: str = ""
    language: str = ""
    strict: bool = False


@dataclass
class Conversion:
    """What is known of a page while Markdown converts it; ``problems`` gather, and are told at the end."""

    options: Options
    surroundings: Surroundings
    problems: list[Problem] = field(default_factory=list)
    _seen: Counter[object] = field(default_factory=Counter)
    _found: dict[str, Referent | Problem] = field(default_factory=dict)
    _actions: int = 0

    @cached_property
    def library(self) -> Library:
        """The blueprints that the page may show and refer to."""
        return library_now(Path(self.options.blueprints))

    def figure(self, fence: Fence, *, author_text: str = "") -> str:
        """The HTML of a blueprint fence: what it shows, or what is wrong with it.

        ``author_text`` is what sets the ids of a blueprint's own text apart from those of the others on its page; ""
        for a page of one's own. What such a text shows has a limit, for whoever writes it need not be one of the
        site's owners.
        """
        place = self.surroundings.written.place_of_fence(fence, self._number(fence.content))
        if not fence.closed:
            return self._faults([faults.OPEN_FENCE().at(place)])
        if fence.rest:
            return self._faults([faults.TEXT_BEHIND_FENCE(text=fence.rest).at(place)])
        reading = read_embed(fence.body, place, self.library)
        if reading.embed is None:
            return self._faults(reading.problems, reading.behind)
        if fault := self._unfit(reading.embed, place, in_author_text=bool(author_text)):
            return self._faults([fault])
        self.problems += reading.problems
        return self._shown(reading.embed, author_text)

    def _unfit(self, embed: Embed, place: Place, *, in_author_text: bool) -> Problem | None:
        """Why a blueprint that can be read is not shown all the same."""
        if not in_author_text:
            return None  # a page of the owner's may show what has no page
        id = embed.blueprint.id
        if not embed.inline and not self.surroundings.built(addresses.page_file(id)):
            return faults.KEPT_OFF(id=id).at(place)
        shown = embed.steps or [step.id for step in embed.blueprint.steps]
        self._actions += sum(1 for step in shown for _ in embed.blueprint.steps_by_id[step].actions)
        if self._actions <= TEXT_ACTIONS.most:
            return None
        return faults.TOO_MANY_SHOWN(count=self._actions, most=TEXT_ACTIONS.most).at(place)

    def target(self, written: str) -> Referent | None:
        """What a reference leads to, as it is written behind ``blueprint:``; None where that is not there."""
        if written not in self._found:
            self._found[written] = self._on_site(written, referent(written, self.library, Place("")))
        found = self._found[written]
        if isinstance(found, Problem):
            self.problems.append(replace(found, place=self.place(f"blueprint:{written}")))
            return None
        return found

    def _on_site(self, written: str, found: Referent | Problem) -> Referent | Problem:
        """What was found, or that its page is kept off the site."""
        if isinstance(found, Problem) or self.surroundings.built(addresses.page_file(found.reading.id)):
            return found
        return faults.PAGE_KEPT_OFF(id=found.reading.id, written=written).at(Place(""))

    def place(self, reference: str) -> Place:
        """Where a reference stands on the page; asked for again, where the next one to the same stands."""
        return self.surroundings.written.place_of_reference(reference, self._number(reference))

    def link(self, found: Referent) -> str:
        """The address for Markdown of what a reference leads to."""
        page = addresses.page_file(found.reading.id)
        return self.surroundings.link(page, found.step.id if found.step else "")

    def tell(self) -> None:
        """Tell all faults in the order of the page; ``FaultsError`` where they are to end the build."""
        told = sorted(set(self.problems))
        words = words_for(self._language)
        errors = []
        for problem in told:
            line = f"{problem.place}: {words.told(problem)}"
            tell(self.surroundings.log, level_of(problem), line, problem=problem)
            if problem.severity is Severity.ERROR:
                errors.append(printable(line))
        if errors and (self.options.strict or self.surroundings.strict):
            raise FaultsError("\n".join(errors))

    def _shown(self, embed: Embed, author_text: str) -> str:
        language = embed.blueprint.language or self._language
        words = words_for(language)
        page = addresses.page_file(embed.blueprint.id)
        part = self._part(embed, words)
        blueprint = excerpt(embed.blueprint, embed.steps) if part else embed.blueprint
        table = embed.show is not Show.DIAGRAM
        view: View | None = embed.view or embed.blueprint.first_view
        address = self.surroundings.address
        linked = not embed.inline and self.surroundings.built(page)
        figure = Figure(
            blueprint,
            view if embed.show is not Show.TABLE else None,
            table=table,
            part=part,
            link=address(page, "") if linked else "",
            step_links={step.id: address(page, step.id) for step in blueprint.steps if table and linked},
        )
        return figure_html(figure, words, language, self._prefix(author_text))

    def _part(self, embed: Embed, words: Words) -> str:
        """Which part of a blueprint is shown, in words; "" for the whole."""
        if embed.phase:
            return f"{words('Phase')}: {embed.phase}"
        if not embed.steps or len(embed.steps) == len(embed.blueprint.steps):
            return ""
        return steps_in_words(tuple(embed.blueprint.steps_by_id[name] for name in embed.steps), words)

    def _faults(self, problems: "list[Problem] | tuple[Problem, ...]", behind: tuple[Problem, ...] = ()) -> str:
        """The faults in place of the figure; ``behind`` are those of another file, told where that is read."""
        self.problems += problems
        words = words_for(self._language)
        written = self.surroundings.written
        texts = self.library.texts
        sources = {problem.place.path: shown_text(texts.get(problem.place.path, b"")) for problem in behind}
        sources[written.path] = written.text
        lead = words("This blueprint cannot be shown.")
        told = faults_html(lead, [*problems, *behind], sources, words)
        return f'<div class="sb-figure sb-figure--faulty" lang="{escape(words.language)}">\n{told}\n</div>'

    def said(self, problem: Problem) -> str:
        """What is wrong and what to do, in the language of the page."""
        return words_for(self._language).told(problem)

    @property
    def _language(self) -> str:
        return self.options.language or self.surroundings.language or "en"

    def _prefix(self, author_text: str) -> str:
        """What sets the ids of one figure apart, from those of other pages too: some engines join pages.

        The texts of one page are converted one by one, so none knows how many figures the others have.
        """
        page = f"{crc32(self.surroundings.written.path.encode('utf-8', 'replace')):08x}"
        return f"sb-{page}{author_text.replace('_', '-') or '-'}{self._number('figures') + 1}-"

    def _number(self, thing: object) -> int:
        """How often this was asked for before."""
        self._seen[thing] += 1
        return self._seen[thing] - 1
