-- The roles and the database of Peerage on a PostgreSQL (15 or newer) of your own, with its extension pg_trgm at hand,
-- which the program takes into use itself. Run once, as a superuser:
--
--   psql -v migrate_password=… -v app_password=… -v backup_password=… -f roles.sql
--
-- Then start Peerage with
--   PEERAGE_DATABASE_URL=postgres://peerage_app:…@host:5432/peerage
--   PEERAGE_MIGRATION_DATABASE_URL=postgres://peerage_migrate:…@host:5432/peerage

create role peerage_owner nologin nobypassrls;
create role peerage_migrate login noinherit nobypassrls password :'migrate_password';
create role peerage_app login nobypassrls password :'app_password';
create role peerage_backup login bypassrls password :'backup_password';
grant peerage_owner to peerage_migrate;
grant pg_read_all_data to peerage_backup;
alter role peerage_app set statement_timeout = '30s';
alter role peerage_app set idle_in_transaction_session_timeout = '60s';

create database peerage owner peerage_owner encoding 'UTF8' template template0;
revoke all on database peerage from public;
grant connect on database peerage to peerage_migrate, peerage_app, peerage_backup;

\connect peerage
revoke all on schema public from public;
