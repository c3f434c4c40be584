-- A letter that carries a key of its own, a sign-in link for example, keeps its body only until it has gone out.
alter table mail.letter add column fleeting boolean not null default false;
grant update (body) on mail.letter to peerage_app;
