from __future__ import annotations

import io
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from bot.backup.archive import CONFIG, Contents, check
from bot.backup.making import make_backup
from bot.backup.public_config import without_secrets
from bot.backup.restored_config import restored_config
from bot.backup.restoring import restore
from bot.errors import BackupUnusable, RestoreRefused, StoreUnavailable
from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.store.store import open_store
from retrieval.building.lock import reindex_lock
from retrieval.errors import ReindexRunning
from tests.config_files import written
from tests.workshop import Workshop

TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"
STORE = "bot-0a1b2c3d.sqlite"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Two articles, an index of them, and a bot's memory."""
    workshop = Workshop(tmp_path / "here")
    workshop.put("a.txt", "南岸园区表彰企业\n南岸园区表彰了12家企业。\n")
    workshop.put("more/b.txt", "南岸园区招商\n南岸园区签约了7个项目。\n")
    workshop.reindex()
    open_store(workshop.directory.root / STORE).database.close()
    return workshop


def settings_for(folder: Path) -> Settings:
    return load_settings(written(folder.parent, ""), corpus=folder / "articles", index=folder / "index")


@pytest.fixture
def backup(workshop: Workshop, tmp_path: Path) -> Path:
    file = tmp_path / "backup.tar.gz"
    make_backup(file, settings_for(workshop.corpus.parent), None)
    return file


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_comes_back_as_it_was(workshop: Workshop, backup: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    restored = restore(backup, check(backup), settings_for(there))
    assert (restored.articles, restored.kept, restored.index_version) == (2, 0, "000001")
    assert everything(there / "articles") == everything(workshop.corpus)
    assert everything(there / "index/versions") == everything(workshop.directory.root / "versions")
    assert oct((there / "index" / STORE).stat().st_mode)[-3:] == "600"
    open_store(there / "index" / STORE).database.close()
    new = Workshop(there)
    assert new.indexed() == workshop.indexed()
    report = new.reindex()
    assert (report.version, report.unchanged, report.embedded) == (None, 2, 0)


def test_a_file_is_for_nobody_else_and_is_never_overwritten(workshop: Workshop, backup: Path) -> None:
    assert oct(backup.stat().st_mode)[-3:] == "600"
    before = backup.read_bytes()
    with pytest.raises(BackupUnusable, match="is there already"):
        make_backup(backup, settings_for(workshop.corpus.parent), None)
    assert backup.read_bytes() == before


def test_what_was_written_a_moment_ago_is_in_it(workshop: Workshop, tmp_path: Path) -> None:
    """The bot goes on writing; what stands in the log beside its file belongs to it."""
    with closing(sqlite3.connect(workshop.directory.root / STORE)) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("CREATE TABLE late (said TEXT)")
        writing.execute("INSERT INTO late VALUES ('still here')")
        writing.commit()
        make_backup(tmp_path / "b.tar.gz", settings_for(workshop.corpus.parent), None)
    restore(tmp_path / "b.tar.gz", check(tmp_path / "b.tar.gz"), settings_for(tmp_path / "there"))
    with closing(sqlite3.connect(tmp_path / "there/index" / STORE)) as restored:
        assert restored.execute("SELECT said FROM late").fetchall() == [("still here",)]


def test_what_cannot_be_backed_up_is_said_and_leaves_no_file(workshop: Workshop, tmp_path: Path) -> None:
    settings = settings_for(workshop.corpus.parent)
    with pytest.raises(BackupUnusable, match="would lie in the corpus folder"):
        make_backup(workshop.corpus / "b.tar.gz", settings, None)
    with pytest.raises(BackupUnusable, match=r"missing/b.tar.gz: No such file"):
        make_backup(tmp_path / "missing/b.tar.gz", settings, None)
    with reindex_lock(workshop.directory.root), pytest.raises(ReindexRunning):
        make_backup(tmp_path / "b.tar.gz", settings, None)
    (workshop.directory.root / STORE).write_bytes(b"no database at all, but long enough" * 100)
    with pytest.raises(StoreUnavailable, match="cannot be backed up"):
        make_backup(tmp_path / "b.tar.gz", settings, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.yaml", "here"]


def test_without_an_index_there_are_still_the_articles(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "here")
    workshop.put("a.txt", "南岸园区表彰企业\n南岸园区表彰了12家企业。\n")
    contents = make_backup(tmp_path / "b.tar.gz", settings_for(tmp_path / "here"), None)
    assert (contents.index_version, list(contents.entries)) == (None, ["articles/a.txt"])
    assert not workshop.directory.root.exists()


def settings_of_milvus(folder: Path) -> Settings:
    settings = settings_for(folder)
    return settings.model_copy(update={"index": settings.index.model_copy(update={"engine": "milvus"})})


def test_of_an_index_in_a_server_there_is_what_makes_it_again(workshop: Workshop, tmp_path: Path) -> None:
    """The server is not asked. A version that an earlier engine left in the folder is not the one in use."""
    recognised = workshop.directory.recognised / "0a1b.json.gz"
    recognised.parent.mkdir()
    recognised.write_bytes(b"a page")
    contents = make_backup(tmp_path / "b.tar.gz", settings_of_milvus(workshop.corpus.parent), None)
    [vectors] = workshop.directory.embeddings.glob("*.sqlite")
    assert (contents.index_version, contents.vectors) == (None, True)
    assert sorted(contents.entries) == [
        "articles/a.txt",
        "articles/more/b.txt",
        f"index/embeddings/{vectors.name}",
        "index/recognised/0a1b.json.gz",
        "index/sources.json",
        f"store/{STORE}",
    ]
    restored = restore(tmp_path / "b.tar.gz", contents, settings_of_milvus(tmp_path / "there"))
    assert (restored.articles, restored.index_version, restored.vectors) == (2, None, True)
    assert (tmp_path / "there/index/recognised/0a1b.json.gz").read_bytes() == b"a page"
    there = Workshop(tmp_path / "there")
    report = there.reindex()
    assert (report.version, report.passages, report.embedded) == ("000001", 2, 0)
    assert there.indexed() == workshop.indexed()


@pytest.mark.parametrize("length", [0, 10, 200, -200, -1])
def test_a_file_that_was_cut_off_changes_nothing(backup: Path, tmp_path: Path, length: int) -> None:
    backup.write_bytes(backup.read_bytes()[:length])
    with pytest.raises(BackupUnusable, match=r"is damaged|is no backup"):
        check(backup)


def test_a_flipped_bit_is_noticed_wherever_it_counts(backup: Path) -> None:
    whole, contents, noticed = backup.read_bytes(), check(backup), 0
    places = range(0, len(whole), max(1, len(whole) // 60))
    for place in places:
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            assert check(backup) == contents  # in the time or the name that gzip keeps of the file
        except BackupUnusable:
            noticed += 1
    assert noticed > 0.9 * len(places)


@pytest.mark.parametrize("name", ["../evil.txt", "articles/../../evil.txt", "/evil.txt", "articles", "index/link", "readme.txt"])
def test_a_foreign_archive_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "foreign.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        info = tarfile.TarInfo(name)
        if name.endswith("link"):
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info, io.BytesIO())
    with pytest.raises(BackupUnusable, match="is no backup of parkqa"):
        check(file)


def repacked(backup: Path, change: str) -> None:
    """The archive again with another content of one entry; what it says of itself stays."""
    with tarfile.open(backup, "r:gz") as tar:
        entries = [(member.name, tar.extractfile(member)) for member in tar]
        kept = [(name, stream.read()) for name, stream in entries if stream]
    with tarfile.open(backup, "w:gz") as tar:
        for name, content in kept:
            info = tarfile.TarInfo(name)
            changed = b"x" * len(content) if name == change else content
            info.size = len(changed)
            tar.addfile(info, io.BytesIO(changed))


def test_an_entry_that_was_exchanged_is_noticed(backup: Path) -> None:
    repacked(backup, "articles/a.txt")
    with pytest.raises(BackupUnusable, match=r"is damaged \(articles/a.txt\), so nothing was changed"):
        check(backup)


def test_where_something_is_nothing_is_done(workshop: Workshop, backup: Path, tmp_path: Path) -> None:
    contents, there = check(backup), tmp_path / "there"
    with pytest.raises(RestoreRefused, match="holds an index already"):
        restore(backup, contents, settings_for(workshop.corpus.parent))
    (there / "articles").mkdir(parents=True)
    (there / "articles/a.txt").write_text("something else", encoding="utf-8")
    with pytest.raises(RestoreRefused, match=r"articles/a.txt is there already, and not the same"):
        restore(backup, contents, settings_for(there))
    assert everything(there) == {"articles/a.txt": b"something else"}
    (there / "articles/a.txt").write_bytes((workshop.corpus / "a.txt").read_bytes())
    (there / "articles/of my own.txt").write_text("stays", encoding="utf-8")
    assert restore(backup, contents, settings_for(there)).kept == 1
    assert (there / "articles/of my own.txt").read_text(encoding="utf-8") == "stays"


def test_what_several_bots_remember_does_not_go_into_one_file(workshop: Workshop, tmp_path: Path) -> None:
    open_store(workshop.directory.root / "bot-9f8e7d6c.sqlite").database.close()
    contents = make_backup(tmp_path / "b.tar.gz", settings_for(workshop.corpus.parent), None)
    settings = settings_for(tmp_path / "there")
    for_all = settings.model_copy(update={"bot": settings.bot.model_copy(update={"store": tmp_path / "memory.sqlite"})})
    with pytest.raises(RestoreRefused, match=r"holds what 2 bots remember.* but bot\.store names one file"):
        restore(tmp_path / "b.tar.gz", contents, for_all)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "config.yaml", "here"]
    stores = restore(tmp_path / "b.tar.gz", contents, settings).stores
    assert sorted(path.name for path in stores) == [STORE, "bot-9f8e7d6c.sqlite"]


def test_a_bot_or_a_reindex_at_work_is_respected(backup: Path, tmp_path: Path) -> None:
    contents, index = check(backup), tmp_path / "there/index"
    index.mkdir(parents=True)
    with FileLock(index / "bot-0a1b2c3d.lock"), pytest.raises(RestoreRefused, match="A bot is running"):
        restore(backup, contents, settings_for(tmp_path / "there"))
    with reindex_lock(index), pytest.raises(ReindexRunning):
        restore(backup, contents, settings_for(tmp_path / "there"))
    assert not (tmp_path / "there/articles").exists()


def test_what_the_disk_refuses_is_taken_back(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "there"
    moved: list[str] = []

    def full(source: Path, target: Path) -> None:
        if len(moved) == 3:
            raise OSError(28, "No space left on device", str(target))
        moved.append(target.name)
        source.rename(target)

    monkeypatch.setattr("bot.backup.restoring.shutil.move", full)
    with pytest.raises(BackupUnusable, match=r"was not restored .*No space left on device"):
        restore(backup, check(backup), settings_for(there))
    assert [name for name in everything(there) if "lock" not in name] == []


def test_no_secret_is_in_it(workshop: Workshop, tmp_path: Path) -> None:
    text = (
        f"# 机器人 {TOKEN}\nbot:\n  token: '{TOKEN}'  # mine\n  base_url: http://me:word@127.0.0.1:1/bot\n  admins: [7]\n"
        "webhook: {url: https://example.org/x, secret: abcdefghijklmnopqrstuvwxyz-0123456789}\nanswer:\n  quotes: 2\n"
    )
    config = written(tmp_path, text)
    settings = load_settings(config, corpus=workshop.corpus, index=workshop.directory.root)
    make_backup(tmp_path / "b.tar.gz", settings, config)
    with tarfile.open(tmp_path / "b.tar.gz") as tar:
        stream = tar.extractfile(CONFIG)
        assert stream
        public = stream.read().decode()
    assert public.splitlines() == [
        "# 机器人 [secret]",
        "bot:",
        "  token:   # mine",
        "  base_url: http://me:[secret]@127.0.0.1:1/bot",
        "  admins: [7]",
        "webhook: {url: https://example.org/x, secret: }",
        "answer:",
        "  quotes: 2",
    ]


def test_a_secret_that_is_written_otherwise_goes_too() -> None:
    token = f"bot:\n  token: &t {TOKEN}\n  language: zh\n  store: >-\n    {TOKEN}.sqlite\n"
    assert "an-invented" not in without_secrets(token, [])


def test_the_settings_of_the_backup_hold_where_there_are_none(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = written(tmp_path, "corpus:\n  folder: reports\nanswer:\n  quotes: 2\n")
    settings = load_settings(config, corpus=workshop.corpus, index=workshop.directory.root)
    file = tmp_path / "b.tar.gz"
    contents = make_backup(file, settings, config)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with restored_config(file, None) as holding:
        here = load_settings(holding.to_read)
        restore(file, contents, here)
    assert (here.answer.quotes, holding.path, holding.is_new) == (2, Path("parkqa.yaml"), True)
    assert (tmp_path / "empty/reports/a.txt").is_file()
    assert sorted(path.name for path in Path().iterdir()) == ["index", "parkqa.yaml", "reports"]
    with restored_config(file, None) as again:
        assert (again.path, again.is_new) == (Path("parkqa.yaml"), False)


def test_the_settings_go_where_the_restore_does_not_come_off(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "b.tar.gz"
    config = written(tmp_path, "answer:\n  quotes: 2\n")
    make_backup(file, load_settings(config, corpus=tmp_path / "here/articles", index=tmp_path / "here/index"), config)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(RestoreRefused), restored_config(file, None):
        raise RestoreRefused
    assert list(Path().iterdir()) == []


def test_a_newer_format_says_so(tmp_path: Path, backup: Path) -> None:
    from bot.backup import archive

    older = archive.FORMAT - 1
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archive, "FORMAT", older)
        with pytest.raises(BackupUnusable, match="which is newer than this one: update parkqa first"):
            check(backup)


def test_contents_are_what_they_were(backup: Path, workshop: Workshop) -> None:
    contents: Contents = check(backup)
    article = contents.entries["articles/more/b.txt"]
    stat = (workshop.corpus / "more/b.txt").stat()
    assert (article.size, article.modified_ns) == (stat.st_size, stat.st_mtime_ns)
