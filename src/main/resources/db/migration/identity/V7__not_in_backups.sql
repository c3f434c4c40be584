-- Whoever holds a copy of the database is signed in nowhere by it, and whoever signed out since stays outside.
comment on table identity.web_session is 'not in backups';
comment on table identity.web_session_attributes is 'not in backups';
comment on table identity.attempt is 'not in backups';
