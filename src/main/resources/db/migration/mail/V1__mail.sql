-- Letters and where they go. Only the program actor `mail` writes letters: it takes them from whoever acts (inside
-- their transaction) and delivers them. People see what was sent to them and what their own acts posted.

create table mail.letter (
    id              uuid primary key,
    key             text        not null unique check (length(key) <= 200),
    thread          text        not null check (length(thread) <= 120),
    kind            text        not null check (length(kind) <= 80),
    to_person       uuid        not null,
    to_name         text        not null,
    to_address      text        not null,
    posted_by       uuid,
    subject         text        not null,
    body            text        not null,
    calendar        text,
    calendar_method text,
    state           text        not null check (state in ('waiting', 'sent', 'superseded', 'expired', 'by-hand', 'given-up')),
    attempts        integer     not null,
    next_at         timestamptz not null,
    reason          text        not null check (reason in ('', 'unreachable', 'refused', 'set-up')),
    answer          text        not null default '' check (length(answer) <= 400),
    worth_until     timestamptz not null,
    posted_at       timestamptz not null,
    sent_at         timestamptz,
    check ((calendar is null) = (calendar_method is null))
);
create index letter_due on mail.letter (next_at) where state = 'waiting';
create index letter_thread on mail.letter (thread, to_person);
create index letter_to on mail.letter (to_person, posted_at);
create index letter_by on mail.letter (posted_by, posted_at);

create table mail.mailbox (
    person_id uuid primary key,
    address   text not null check (length(address) <= 254)
);

alter table mail.letter enable row level security;
alter table mail.letter force row level security;
alter table mail.mailbox enable row level security;
alter table mail.mailbox force row level security;

grant usage on schema mail to peerage_app;
grant select, insert on mail.letter to peerage_app;
grant update (state, attempts, next_at, reason, answer, sent_at) on mail.letter to peerage_app;
grant select, insert, update, delete on mail.mailbox to peerage_app;

create policy delivery on mail.letter to peerage_app
    using (tenancy.acting_as('mail')) with check (tenancy.acting_as('mail'));
create policy recipient on mail.letter for select to peerage_app
    using (to_person = tenancy.me());
create policy poster on mail.letter for select to peerage_app
    using (posted_by = tenancy.me());

create policy own on mail.mailbox to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy delivery on mail.mailbox for select to peerage_app
    using (tenancy.acting_as('mail'));

-- What other modules may show of a letter: that it exists and where it is, never its text.
create view mail.shared_letter with (security_invoker = true) as
select id, kind, thread, to_person, posted_by, state, reason, posted_at, sent_at from mail.letter;
grant select on mail.shared_letter to peerage_app;
