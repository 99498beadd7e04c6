"""`check_paths()`: files → findings, as configuration, comments and baseline leave them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.checks.baseline import load_baseline, new_findings
from planparse.checks.configuration import Configuration, find_configuration, load_configuration
from planparse.checks.globs import fits
from planparse.checks.model import SEVERITIES, Finding, Language, Severity, Subject
from planparse.checks.places import Places
from planparse.checks.profiles import Profile, load_profile
from planparse.checks.registry import all_checks, selected
from planparse.checks.sources import read_original
from planparse.errors import ReadError, UsageError
from planparse.pipeline import extract_source
from planparse.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planparse.models import Document

__all__ = ["SUFFIXES", "Failure", "Options", "Report", "check_document", "check_paths"]

SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".xlsx", ".ofd", ".rtf"}
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says over the configuration; None and empty leave it as it is."""

    config: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    baseline: Path | None = None
    rules: tuple[Path, ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be checked, and why."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found. `failing` are the findings at or above the severity that fails the run."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    failing: frozenset[int] = frozenset()
    language: Language = "zh"
    accepted: int = 0
    folder: Path = field(default_factory=Path.cwd)

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is grave enough to fail the run."""
        return id(finding) in self.failing

    @property
    def exit_code(self) -> int:
        """0 clean, 1 findings that fail the run, 2 a file could not be checked."""
        return 2 if self.failures else int(bool(self.failing))


def check_paths(paths: Sequence[Path], options: Options) -> Report:
    """Checks files, and the documents in folders.

    Raises UsageError and RuleError for what breaks the whole run: a path that does not exist, a wrong configuration.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    failures: list[Failure] = []
    failing: set[int] = set()
    language: Language | None = options.language
    accepted = excluded = 0
    for file, configuration in _files(paths, options):
        if _excluded(file, configuration):
            excluded += 1
            continue
        files.append(file)
        language = language or configuration.settings.language
        try:
            found = _check_file(file, configuration, options)
        except ReadError as error:
            failures.append(Failure(file, str(error)))
            continue
        baseline = options.baseline or _relative(configuration, configuration.settings.baseline)
        if baseline:
            kept = new_findings(found, load_baseline(baseline), baseline.parent)
            accepted += len(found) - len(kept)
            found = kept
        findings += found
        limit = SEVERITIES.index(options.fail_on or configuration.settings.fail_on)
        failing |= {id(finding) for finding in found if SEVERITIES.index(finding.severity) <= limit}
    if not files and not excluded:
        raise UsageError(
            "nothing to check: no document in " + ", ".join(map(str, paths)), "name files or folders of plans"
        )
    return Report(
        tuple(files), tuple(findings), tuple(failures), frozenset(failing), language or "zh", accepted, Path.cwd()
    )


def check_document(
    document: Document, places: Places, path: Path, profile: Profile, codes: Iterable[str]
) -> Iterator[Finding]:
    """The findings of one document by the checks of `codes`, in reading order."""
    wanted = set(codes)
    findings: dict[tuple[object, ...], Finding] = {}
    for plan in document.plans:
        subject = Subject(document, plan, places.text, profile)
        for check in all_checks():
            if check.code not in wanted:
                continue
            severity = profile.severities.get(check.code, check.severity)
            for hit in check.find(subject):
                # Two targets with one due time are one finding.
                known = (check.code, hit.start, hit.end, *hit.values.values())
                findings[known] = Finding(
                    check,
                    severity,
                    path,
                    plan.id,
                    plan.department or plan.title,
                    hit.start,
                    hit.end,
                    places,
                    hit.values,
                )
    yield from sorted(findings.values(), key=lambda finding: (finding.start, finding.check.code, finding.end))


def _check_file(file: Path, configuration: Configuration, options: Options) -> list[Finding]:
    settings = configuration.settings
    profile = load_profile(options.profile or settings.profile, None if options.profile else configuration.folder)
    profile = profile.model_copy(update={"severities": {**profile.severities, **settings.severities}})
    codes = selected(options.select or settings.select or ("PP",), "select")
    ignored = selected((*profile.ignore, *settings.ignore, *options.ignore), configuration.place)
    for pattern, prefixes in settings.per_file_ignores.items():
        silenced = selected(prefixes, f"{configuration.place}: per-file-ignores")
        if fits(_path_in(file, configuration.folder), pattern):
            ignored |= silenced
    folders = [*(_relative(configuration, folder) or Path() for folder in settings.rules), *options.rules]
    original = read_original(file)
    document = extract_source(original.source, rules=load_rules(folders))
    places = Places(original.source.text, document, original.shown, original.places)
    found = check_document(document, places, file, profile, codes - ignored)
    return [finding for finding in found if not original.silences.cover(finding)]


def _files(paths: Sequence[Path], options: Options) -> Iterator[tuple[Path, Configuration]]:
    """Every file once, in order, with its configuration; folders give their documents, hidden files left out."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder", "check the path")
        members = [path] if not path.is_dir() else sorted(_documents(path))
        for file in members:
            configuration = load_configuration(options.config) if options.config else find_configuration(file)
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, configuration


def _excluded(file: Path, configuration: Configuration) -> bool:
    return any(fits(_path_in(file, configuration.folder), glob) for glob in configuration.settings.exclude)


def _documents(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield Path(place) / name


def _path_in(file: Path, folder: Path) -> str:
    return os.path.relpath(file.resolve(), folder.resolve()).replace(os.sep, "/")


def _relative(configuration: Configuration, name: str | None) -> Path | None:
    return configuration.folder / name if name else None
