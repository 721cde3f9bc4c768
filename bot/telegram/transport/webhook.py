"""The webhook: Telegram delivers updates, and hears that one has arrived when it is safe in the inbox."""

from __future__ import annotations

import asyncio
import logging
from hmac import compare_digest
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from tornado.web import Application, HTTPError, RequestHandler

from bot.errors import ConfigError, WebhookRefused
from bot.monitoring.guarded_server import guarded_server
from bot.settings.sections import WebhookSettings
from bot.settings.settings import Settings
from bot.telegram.transport.intake import Intake, NotAccepted
from bot.telegram.transport.updates import UPDATES, arrived, well_formed

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
MAX_BODY_BYTES = 1 << 20
CONNECTIONS = 100
"""As many as Telegram opens at most."""
PORTS = {443, 80, 88, 8443}
"""The only ones that Telegram delivers to."""
RETRY_SECONDS = 5


def check_webhook(settings: Settings) -> None:
    """Raise ConfigError where Telegram would not take this webhook, or where anybody could send it updates."""
    webhook = settings.webhook
    if webhook.url and webhook.secret is None:
        raise ConfigError("The webhook has no secret: set PARKQA_WEBHOOK__SECRET to 32 or more characters (`openssl rand -hex 32`).")
    if webhook.url is None or settings.bot.base_url:
        return
    address = urlsplit(webhook.url)
    if address.scheme != "https":
        raise ConfigError("webhook.url must begin with https://: Telegram delivers to nothing else.")
    if (address.port or 443) not in PORTS:
        raise ConfigError(f"webhook.url has port {address.port}, but Telegram delivers to {', '.join(map(str, sorted(PORTS)))} only.")


class Webhook:
    """Receives updates for the intake, until it is cancelled."""

    def __init__(self, settings: WebhookSettings, bot: Bot, intake: Intake) -> None:
        if settings.url is None or settings.secret is None:
            raise ValueError("a webhook has a url and a secret")
        self._url = settings.url
        self._secret = settings.secret.get_secret_value()
        self._listen, self._port = settings.listen, settings.port
        self._bot = bot
        # A proxy may hand on the path of the url or leave it out; what counts is the secret.
        self._application = Application([(r".*", Delivery, {"secret": self._secret, "intake": intake})])

    async def run(self) -> None:
        """Listen, then tell Telegram where. Raises ConfigError or WebhookRefused where that is impossible."""
        server = guarded_server(self._application, MAX_BODY_BYTES)
        try:
            server.listen(self._port, self._listen)
        except OSError as error:
            raise ConfigError(
                f"The webhook cannot listen on {self._listen}:{self._port} ({error.strerror}): set webhook.listen and webhook.port."
            ) from error
        try:
            await self._register()
            await asyncio.Event().wait()
        finally:
            server.stop()
            await server.close_all_connections()

    async def _register(self) -> None:
        while True:
            try:
                await self._bot.set_webhook(self._url, max_connections=CONNECTIONS, allowed_updates=UPDATES, secret_token=self._secret)
            except InvalidToken:  # what the library calls a 404: the token was good a moment ago
                raise WebhookRefused("The Bot API server does not know webhooks: leave webhook.url empty, and the bot polls.") from None
            except (BadRequest, Forbidden) as error:
                raise WebhookRefused(f"Telegram does not take the webhook ({error}): check webhook.url.") from None
            except TelegramError as error:
                logger.warning("The webhook was not set (%s); trying again", error)
                await asyncio.sleep(RETRY_SECONDS)
            else:
                logger.info("Updates come by webhook")
                return


class Delivery(RequestHandler):
    """One update from Telegram: 200 once it is stored, 503 when it is to be delivered again, 403 to everybody else."""

    def initialize(self, secret: str, intake: Intake) -> None:
        self._secret = secret
        self._intake = intake

    def prepare(self) -> None:
        """Let in who knows the secret. How long the comparison takes says nothing about it."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not compare_digest(given.encode("utf-8", "replace"), self._secret.encode()):
            raise HTTPError(403)

    async def post(self, *_: str) -> None:
        """Take an update over."""
        try:
            update = arrived(well_formed(self.request.body))
        except ValueError:
            raise HTTPError(400) from None
        if update is None:
            return
        try:
            await self._intake.accept([update])
        except NotAccepted as error:
            logger.warning("An update was not taken (%s); Telegram will deliver it again", error)
            self.set_header("Retry-After", str(RETRY_SECONDS))
            self.set_status(503)
