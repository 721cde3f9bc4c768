BEGIN TRANSACTION;
CREATE TABLE answers (
    token TEXT PRIMARY KEY, chat INTEGER NOT NULL, asker INTEGER, question_message INTEGER, message INTEGER,
    typed TEXT NOT NULL, question TEXT NOT NULL, before TEXT NOT NULL, asked_on TEXT NOT NULL, found INTEGER NOT NULL,
    confidence REAL NOT NULL, index_version TEXT NOT NULL, visible INTEGER NOT NULL, quotes TEXT, created_at REAL NOT NULL,
    preceding TEXT
) STRICT;
INSERT INTO "answers" VALUES('abcdefgh',5,6,7,8,'那2022年呢','沐江2022年😀','["那2022年呢"]','2024-03-01',1,0.5,'000003',1,'[["a", 3, "奖励了37家企业", [[3, 10]], ["b"], [[], null, null, false], [6, 9], false]]',4000000000.0,'沐江2021年');
INSERT INTO "answers" VALUES('ijklmnop',-5,NULL,NULL,NULL,'税收','税收','[]','2024-03-01',0,0.1,'000003',1,NULL,4000000000.0,NULL);
CREATE TABLE audit (
    at REAL NOT NULL, person INTEGER, chat INTEGER NOT NULL, action TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(4000000000.0,6,6,'reindex','begun');
INSERT INTO "audit" VALUES(4000000000.0,NULL,-5,'the command /reindex','refused');
CREATE TABLE feedback (
    token TEXT, person INTEGER, good INTEGER NOT NULL, question TEXT NOT NULL, asked_on TEXT NOT NULL, article TEXT, quote TEXT,
    given_at REAL NOT NULL, PRIMARY KEY (token, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "feedback" VALUES('abcdefgh',6,1,'沐江2022年','2024-03-01','a','奖励了37家企业',4000000000.0);
CREATE TABLE follows (
    number INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, thread INTEGER, subject TEXT NOT NULL, parks TEXT NOT NULL,
    language TEXT NOT NULL, created_at REAL NOT NULL, UNIQUE (chat, subject)
) STRICT;
INSERT INTO "follows" VALUES(1,5,NULL,'沐江经开区','["沐江经开区"]','zh',4000000000.0);
INSERT INTO "follows" VALUES(2,-5,9,'奖励了多少家企业','[]','en',4000000000.0);
CREATE TABLE pushes (
    number INTEGER PRIMARY KEY, follow INTEGER NOT NULL REFERENCES follows (number) ON DELETE CASCADE, story TEXT NOT NULL,
    quote TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, UNIQUE (follow, story)
) STRICT;
INSERT INTO "pushes" VALUES(1,1,'a','["a", 3, "奖励了37家企业", [[3, 10]], ["b"], [[], null, null, false], [6, 9], false]',1);
CREATE TABLE quiet_hours (chat INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
INSERT INTO "quiet_hours" VALUES(5,23,7);
CREATE TABLE reindexes (
    token TEXT PRIMARY KEY, chat INTEGER NOT NULL, before TEXT, made TEXT, upload TEXT, undone INTEGER NOT NULL
) STRICT;
INSERT INTO "reindexes" VALUES('twelvechars2',6,'000001','000002','twelvechars1',0);
CREATE TABLE seen_articles (id TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "seen_articles" VALUES('a',X'00FF');
CREATE TABLE topics (
    chat INTEGER, person INTEGER, question TEXT NOT NULL, found INTEGER NOT NULL, open INTEGER NOT NULL DEFAULT 0, answer TEXT,
    seen INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL DEFAULT 0, PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "topics" VALUES(5,6,'沐江2022年',1,0,'abcdefgh',1,4000000000.0);
CREATE TABLE uploads (
    token TEXT PRIMARY KEY, chat INTEGER NOT NULL, person INTEGER NOT NULL, message INTEGER, state TEXT NOT NULL, files TEXT NOT NULL,
    sent_at REAL NOT NULL
) STRICT;
INSERT INTO "uploads" VALUES('twelvechars1',6,6,9,'open','[{"shown":"a.txt","staged":"x.txt","finding":{"articles":[{"heading":"甲","published":null,"publisher":null,"parks":["甲区"],"near_duplicate":null,"known":false}],"total":1,"rejections":[],"left_out":0,"examples":[],"remarks":[]},"taken":null}]',4000000000.0);
CREATE INDEX answers_by_question ON answers (chat, question_message);
CREATE INDEX answers_by_asker ON answers (chat, asker, created_at);
CREATE INDEX answers_by_time ON answers (created_at);
CREATE INDEX answers_by_words ON answers (question, found, created_at);
CREATE INDEX seen_articles_by_content ON seen_articles (content);
CREATE INDEX uploads_by_chat ON uploads (chat, sent_at);
CREATE INDEX audit_by_time ON audit (at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('follows',3);
COMMIT;
