"""The assessor's console as a web application: its pages, the judgement form, evidence and PDF."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reports import assets
from reports.console.guard import Guard, Refused, Tokens
from reports.console.judging import judge
from reports.console.pages import call_page, calls_page
from reports.evidence_data import Evidence, evidence_of
from reports.pack.page import content_policy, evidence_html
from reports.pack.pdf import PdfProblem, evidence_pdf
from reports.problems import StoreProblem
from reports.sound_shown import sound_of
from reports.store import Store
from reports.templating import rendered
from reports.wall import Now, utc_now

STATIC = Path(__file__).parent / "static"
AUTHOR, ROLE = "first_contact_author", "first_contact_role"
MEDIA = {"flac": "audio/flac", "opus": "audio/ogg", "wav": "audio/wav"}
_MOST_BYTES = 64_000


class Console:
    """The pages over one open store. The store is given open and is closed by whoever opened it."""

    def __init__(self, store: Store, now: Now = utc_now) -> None:
        self._store, self._now, self._tokens = store, now, Tokens()

    # Pages --------------------------------------------------------------------------------------------------

    def calls(self, request: Request) -> Response:
        """The list."""
        return self._page(request, "calls.html", calls_page(self._store, request.query_params))

    def call(self, request: Request) -> Response:
        """One call, or only its timeline when a mark was clicked."""
        evidence = self._evidence(request)
        values = call_page(evidence, request.query_params, self._store.recordings)
        asked_by = request.headers.get("hx-target", "")
        return self._page(request, "_timeline.html" if asked_by == "timeline" else "call.html", self._with_form(values))

    def verify(self, request: Request) -> Response:
        """Every seal of the file, checked now."""
        return self._page(request, "verify.html", {"found": self._store.verify(), "checked_at": self._now()})

    def evidence_page(self, request: Request) -> Response:
        """The evidence page as it would be saved."""
        evidence = self._evidence(request)
        html = evidence_html(evidence)
        headers = {"Content-Security-Policy": content_policy(html)}
        if request.query_params.get("save") == "1":
            headers["Content-Disposition"] = f'attachment; filename="{file_name(evidence)}.html"'
        return HTMLResponse(html, headers=headers)

    def evidence_as_pdf(self, request: Request) -> Response:
        """The evidence page as PDF."""
        evidence = self._evidence(request)
        headers = {"Content-Disposition": f'attachment; filename="{file_name(evidence)}.pdf"'}
        return Response(evidence_pdf(evidence), media_type="application/pdf", headers=headers)

    def sound(self, request: Request) -> Response:
        """A track of a call's sound, or the part of it that is asked for; only what that call's journal names."""
        call = self._store.call(str(request.path_params["contact"]))
        journal, deleted = self._store.journal(call.call_id), self._store.deletions(call.call_id)
        track = sound_of(journal, self._store.recordings, deleted).track(str(request.path_params["name"]))
        if track is None:
            raise HTTPException(404)
        return FileResponse(self._store.recordings.path(track.digest, track.codec), media_type=MEDIA[track.codec])

    async def judgement(self, request: Request) -> Response:
        """Take a judgement; show the call again with what is missing, or where it now stands."""
        if int(request.headers.get("content-length") or 0) > _MOST_BYTES:
            raise Refused("That was too long: a reason holds up to 4,000 characters. Nothing was stored.")
        form = plain(await request.form(max_fields=20, max_files=0))
        self._tokens.check(request, form.get("token", ""))
        call = self._store.call(str(request.path_params["contact"]))
        against = judge(self._store, call.call_id, form, self._now())
        if against:
            evidence = evidence_of(self._store, call.call_id, self._now())
            values = call_page(evidence, {"mark": form.get("point", "")}, self._store.recordings)
            return self._page(request, "call.html", self._with_form(values, form, against), 422)
        point = quote(form.get("point", ""))
        place = f"?judged={point}#mark-{point}" if point else "?judged=run#decision"
        response: Response = RedirectResponse(f"/calls/{call.contact}{place}", 303)
        for cookie, kept in ((AUTHOR, form["author"].strip()), (ROLE, form.get("role", ""))):
            response.set_cookie(cookie, quote(kept), samesite="strict", httponly=True)
        return response

    # Shared -------------------------------------------------------------------------------------------------

    def _evidence(self, request: Request) -> Evidence:
        return evidence_of(self._store, str(request.path_params["contact"]), self._now())

    @staticmethod
    def _with_form(
        values: dict[str, Any], form: Mapping[str, str] | None = None, against: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        return values | {"form": form or {}, "against": against}

    def _page(self, request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> Response:
        session = self._tokens.session(request)
        html = rendered(
            template,
            **values,
            token=self._tokens.token(session),
            author=unquote(request.cookies.get(AUTHOR, ""))[:120],
            role=request.cookies.get(ROLE, ""),
            store=self._store,
            here=request.url.path,
        )
        response = HTMLResponse(html, status)
        self._tokens.remember(response, session)
        return response

    # When something is wrong ----------------------------------------------------------------------------------

    def refuse(self, request: Request, why: str) -> Response:
        """A request that the guard turned away."""
        return self._sorry(request, 403, "Not from here", why)

    def store_problem(self, request: Request, problem: Exception) -> Response:
        """The results file cannot do what was asked."""
        unknown = isinstance(problem, StoreProblem) and problem.trouble == "unknown_call"
        title = "No such contact" if unknown else "The results file is in the way"
        return self._sorry(request, 404 if unknown else 503, title, str(problem))

    def refused(self, request: Request, problem: Exception) -> Response:
        """A form that cannot be taken."""
        return self._sorry(request, 403, "Nothing was stored", str(problem))

    def no_pdf(self, request: Request, problem: Exception) -> Response:
        """The PDF could not be made."""
        return self._sorry(request, 500, "No PDF this time", str(problem))

    def not_found(self, request: Request, problem: Exception) -> Response:
        """A page that is not there, or may not be asked for that way."""
        status = problem.status_code if isinstance(problem, HTTPException) else 404
        return self._sorry(
            request, status, "No such page", "There is nothing at this address. Go back to the list of calls."
        )

    def broken(self, request: Request, problem: Exception) -> Response:
        """Something of ours broke."""
        why = (
            "The console made a mistake of its own; nothing was changed."
            " Go back and try again, and tell whoever looks after First Contact."
        )
        return self._sorry(request, 500, "That did not work", why)

    def _sorry(self, request: Request, status: int, title: str, why: str) -> Response:
        html = rendered("problem.html", title=title, why=why, store=self._store, here=request.url.path)
        return HTMLResponse(html, status)


def create_app(store: Store, now: Now = utc_now) -> Starlette:
    """The console over an open store, ready for a server on 127.0.0.1 or for a test client."""
    console = Console(store, now)
    handlers: dict[Any, Callable[[Request, Exception], Response]] = {
        StoreProblem: console.store_problem,
        Refused: console.refused,
        PdfProblem: console.no_pdf,
        HTTPException: console.not_found,
        Exception: console.broken,
    }
    return Starlette(
        routes=[
            Route("/", console.calls),
            Route("/verify", console.verify),
            Route("/calls/{contact}", console.call),
            Route("/calls/{contact}/judgements", console.judgement, methods=["POST"]),
            Route("/calls/{contact}/sound/{name}", console.sound),
            Route("/calls/{contact}/evidence", console.evidence_page),
            Route("/calls/{contact}/evidence.pdf", console.evidence_as_pdf),
            Route("/static/fonts/{name}", font_file),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, refuse=console.refuse)],
        exception_handlers=handlers,
    )


def font_file(request: Request) -> Response:
    """One of the shared fonts."""
    found = assets.font(str(request.path_params["name"]))
    if found is None:
        raise HTTPException(404)
    return Response(found, media_type="font/ttf", headers={"Cache-Control": "max-age=86400"})


def plain(form: FormData) -> dict[str, str]:
    """The text fields of a form; anything else is left out."""
    return {name: value for name, value in form.items() if isinstance(value, str)}


def file_name(evidence: Evidence) -> str:
    """A file name for one call's evidence, in letters that every system takes."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in evidence.call.started.trainee).strip("-")
    return f"evidence-{evidence.call.contact}-{kept[:40] or 'trainee'}".lower()
