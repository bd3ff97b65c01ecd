-- In which district does a row lie that is asked for by its id alone? Without it every partition would be looked into.
create table row_home (
    id             {id} not null,
    kind           text not null,
    district_code  bigint not null,
    primary key (id, kind)
);

insert into row_home (id, kind, district_code)
select id, 'late_submission', district_code from late_submission
union all
select id, 'sync_export', district_code from sync_export
union all
select id, 'dossier_sample', district_code from dossier_sample;

-- The home answers it now.
drop index late_submission_by_id;
