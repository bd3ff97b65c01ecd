-- Trainings of mediators; a voided one stands no more, and its hours do not count.
create table training (
    district_code    bigint not null,
    id               {id} not null,
    organisation_id  {id} not null,
    area_code        bigint not null,
    held_on          {date} not null,
    kind             text not null,
    minutes          integer not null,
    standing         smallint not null,
    body             text not null,
    primary key (district_code, id)
) {partitioned};

-- The trainings of a year, the latest first; and the hours of a year.
create index training_of_day on training (district_code, held_on, id);

create table training_attendance (
    district_code  bigint not null,
    training_id    {id} not null,
    mediator_id    {id} not null,
    primary key (district_code, training_id, mediator_id)
) {partitioned};

-- Decisions and projects that have to be assessed, and what was found (domain 5.4).
create table stability_assessment (
    district_code  bigint not null,
    id             {id} not null,
    area_code      bigint not null,
    due_on         {date} not null,
    done           smallint not null,
    standing       smallint not null,
    grade          text,
    body           text not null,
    primary key (district_code, id)
) {partitioned};

-- Which were due in these days? And the list, the last one first.
create index stability_assessment_of_day on stability_assessment (district_code, due_on, id);

-- 一票否决: what happened where, as a flag.
create table veto_flag (
    district_code  bigint not null,
    id             {id} not null,
    area_code      bigint not null,
    happened_on    {date} not null,
    body           text not null,
    primary key (district_code, id)
) {partitioned};

create index veto_flag_of_day on veto_flag (district_code, happened_on, id);

-- A district's schemes by year; each saving is a version, and none is changed.
create table scoring_scheme (
    district_code  bigint not null,
    year           integer not null,
    version        integer not null,
    body           text not null,
    saved_by       {id} not null,
    saved_at       {instant} not null,
    primary key (district_code, year, version)
) {partitioned};

{append_only scoring_scheme(year, version)}

create table score_adjustment (
    district_code  bigint not null,
    id             {id} not null,
    period         text not null,
    area_code      bigint not null,
    body           text not null,
    primary key (district_code, id)
) {partitioned};

create index score_adjustment_of_period on score_adjustment (district_code, period, area_code);

-- A unit's score as it was frozen, with its scheme and its evidence; nothing changes it ever again.
create table score_result (
    district_code  bigint not null,
    period         text not null,
    area_code      bigint not null,
    year           integer not null,
    id             {id} not null,
    body           text not null,
    frozen_at      {instant} not null,
    primary key (district_code, period, area_code)
) {partitioned};

{append_only score_result(period, area_code)}

-- One by its id. And: was anything frozen by a year's scheme?
create unique index score_result_by_id on score_result (district_code, id);
create index score_result_of_year on score_result (district_code, year);

create table score_appeal (
    district_code  bigint not null,
    id             {id} not null,
    result_id      {id} not null,
    body           text not null,
    primary key (district_code, id)
) {partitioned};

create index score_appeal_of_result on score_appeal (district_code, result_id);

-- What an upheld appeal put beside a frozen result.
create table score_correction (
    district_code  bigint not null,
    appeal_id      {id} not null,
    result_id      {id} not null,
    body           text not null,
    primary key (district_code, appeal_id)
) {partitioned};

{append_only score_correction(appeal_id)}

create index score_correction_of_result on score_correction (district_code, result_id);
