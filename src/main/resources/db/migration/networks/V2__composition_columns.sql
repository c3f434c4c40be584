-- What composing groups would like to know of a leader and a roster may say; several words are separated by semicolons.
alter table networks.profile
    add column languages        text    not null default '' check (length(languages) <= 200),
    add column experience_years integer check (experience_years between 0 and 80),
    add column has_done         text    not null default '' check (length(has_done) <= 600),
    add column aims             text    not null default '' check (length(aims) <= 600);

create or replace view networks.shared_profile with (security_invoker = true) as
    select p.id, p.network_id, p.person_id, p.name, p.organisation, p.role_title, p.industry, p.subindustry,
           p.team_size, p.stage, p.place, p.time_zone, p.tags, p.status, p.country, p.remote,
           p.languages, p.experience_years, p.has_done, p.aims
    from networks.profile p;
